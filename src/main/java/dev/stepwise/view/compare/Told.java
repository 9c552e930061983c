package dev.stepwise.view.compare;

import dev.stepwise.compute.compare.Both;
import dev.stepwise.compute.compare.Two;
import dev.stepwise.compute.compare.Verdict;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Outcome.Figure;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Optional;

/// What a picture of two runs tells of a step, worked out once however often it is painted.
///
/// @param step of both runs
/// @param outcomes what each has come to
/// @param telling the figures by which they are told apart; empty for none
/// @param marked numbers that differ, where they are few: where most do, marks would say nothing
/// @param paragraphs what the difference did, and what the step says
record Told<F extends Frame>(
    Step<Both<F>> step,
    Two<Outcome> outcomes,
    Two<Optional<Figure>> telling,
    List<Ref> marked,
    List<String> paragraphs) {
  private static final int MOST_MARKED = 60;
  private static final double MOST_OF_ALL = 0.5;

  static <F extends Frame> Told<F> of(Exercise<?, F> exercise, Step<Both<F>> step) {
    var both = step.frame();
    var outcomes = both.steps().map(each -> exercise.outcome(each.frame()));
    var judged = Verdict.of(both, outcomes);
    var verdict = judged.text();
    var caption = step.narration().caption();
    return new Told<>(
        step,
        outcomes,
        telling(judged, outcomes),
        marked(both),
        verdict.isEmpty() ? List.of(caption) : List.of(verdict, caption));
  }

  /// What they have no figure for in common is told by the first of each.
  private static Two<Optional<Figure>> telling(Verdict judged, Two<Outcome> outcomes) {
    return judged
        .telling()
        .map(pair -> pair.map(Optional::of))
        .orElseGet(() -> outcomes.map(each -> each.figures().stream().findFirst()));
  }

  private static List<Ref> marked(Both<?> both) {
    var differing = both.differing(MOST_MARKED + 1);
    boolean most =
        differing.size() > MOST_MARKED
            || differing.size() > Math.max(1, MOST_OF_ALL * both.written().size());
    return most ? List.of() : differing;
  }

  /// Whether it is told of a step.
  @SuppressWarnings("ReferenceEquality") // comparing the contents of steps would be dear
  boolean isOf(Step<Both<F>> other) {
    return step == other;
  }
}
