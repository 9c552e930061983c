package dev.stepwise.export;

import dev.stepwise.quiz.Question;
import java.util.List;

/// Questions to be written.
///
/// @param exercise the exercise's name in files
/// @param title of the scenario
/// @param questions in their order
public record QuestionFile(String exercise, String title, List<Question> questions) {

  /// Copies the list.
  public QuestionFile {
    questions = List.copyOf(questions);
  }
}
