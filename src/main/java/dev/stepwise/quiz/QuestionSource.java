package dev.stepwise.quiz;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The questions of an exercise: what can be asked before a step is seen.
///
/// @param <F> the exercise's frames
@FunctionalInterface
public interface QuestionSource<F extends Frame> {

  /// The questions that a step answers, the most telling first; none where it answers none. A
  /// question whose answer hangs on rounding is not asked, nor one on a tie, unless the tie is what
  /// it asks about.
  ///
  /// @param path of the step, as a trace numbers steps
  List<Question> before(String path, Step<F> step);

  /// The kinds of questions by their ids, each with its title for people: `Who takes a point?`.
  default SequencedMap<String, String> kinds() {
    return new LinkedHashMap<>();
  }

  /// No questions.
  static <F extends Frame> QuestionSource<F> none() {
    return (_, _) -> List.of();
  }
}
