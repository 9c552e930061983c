package dev.stepwise.quiz;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Optional;

/// The step that answers questions, from which they are made: each tells afterwards what the step
/// says.
///
/// @param path of the step, as a trace numbers steps
/// @param <F> the exercise's frames
public record Draft<F extends Frame>(String path, Step<F> step) {

  /// Those questions that there are.
  public static List<Question> all(List<Optional<Question>> questions) {
    return questions.stream().flatMap(Optional::stream).toList();
  }

  /// What the step shows.
  public F frame() {
    return step.frame();
  }

  /// A question; none where there is nothing to choose from.
  ///
  /// @param refs the numbers of the step that decide
  public Optional<Question> asks(
      String kind, String prompt, Optional<Question.Answer> answer, Ref... refs) {
    return asks(kind, prompt, answer, List.of(refs));
  }

  /// The same with a list of numbers.
  public Optional<Question> asks(
      String kind, String prompt, Optional<Question.Answer> answer, List<Ref> refs) {
    return answer.map(right -> new Question(kind, path, prompt, right, step.narration(), refs));
  }

  /// One of several things, the same for a path every time, but not the same for every path.
  ///
  /// @return empty of none
  public <T> Optional<T> drawn(List<T> from) {
    return from.isEmpty()
        ? Optional.empty()
        : Optional.of(from.get(Math.floorMod(path.hashCode(), from.size())));
  }
}
