package dev.stepwise.view;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Candidate;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Answer;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is marked on the stage while a question is asked: what it is about, and its options, as far
/// as they stand on the picture of a step.
///
/// @param step that is shown
public record QuestionMarks<F extends Frame>(ExerciseView<?, F> view, Step<F> step) {

  /// The marks of a question that is open: all options can be chosen.
  public List<Candidate> offered(Question question) {
    return of(question, _ -> Candidate.State.OFFERED);
  }

  /// The marks of a question.
  ///
  /// @param state how an option stands, from 0
  public List<Candidate> of(Question question, IntFunction<Candidate.State> state) {
    return Stream.concat(subject(question), options(question, state)).toList();
  }

  private Stream<Candidate> subject(Question question) {
    return question.about().map(ref -> Candidate.subject(view.drawn(step, ref))).stream();
  }

  private Stream<Candidate> options(Question question, IntFunction<Candidate.State> state) {
    return switch (question.answer()) {
      case Answer.Choice(var options, _) ->
          IntStream.range(0, options.size())
              .boxed()
              .flatMap(i ->
                  options.get(i).drawn().stream()
                      .map(ref -> new Candidate(view.drawn(step, ref), label(i), state.apply(i))));
      case Answer.Amount _ -> Stream.empty();
    };
  }

  /// The key that chooses an option.
  public static String label(int option) {
    return String.valueOf(option + 1);
  }
}
