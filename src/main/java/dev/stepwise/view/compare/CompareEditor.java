package dev.stepwise.view.compare;

import dev.stepwise.compute.compare.Both;
import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.compare.Two;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Variation;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.session.Showing;
import dev.stepwise.view.StageEditor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Editing on the stage of either of two runs. What both have in common changes for both; what they
/// differ in, for the one on whose stage it is edited.
record CompareEditor<P, F extends Frame>(Exercise<P, F> exercise, StageEditor<P, F> each)
    implements StageEditor<Two<P>, Both<F>> {

  @Override
  public List<Tool> tools() {
    return each.tools();
  }

  @Override
  public boolean offers(Tool tool, Two<P> problem) {
    return each.offers(tool, problem.first()) || each.offers(tool, problem.second());
  }

  @Override
  public Optional<Gesture<Two<P>>> press(
      Tool tool, Two<P> problem, Step<Both<F>> step, Look look, Box area, double x, double y) {
    var halves = Halves.of(area, look);
    return Arrays.stream(Side.values())
        .filter(side -> halves.stage(side).contains(x, y))
        .findFirst()
        .flatMap(side ->
            each.press(
                    tool,
                    problem.of(side),
                    step.frame().step(side),
                    halves.look(side),
                    halves.stage(side),
                    x,
                    y)
                .map(own -> gesture(problem, side, own)));
  }

  private Gesture<Two<P>> gesture(Two<P> begun, Side side, Gesture<P> own) {
    return new Gesture<>() {
      @Override
      public Showing showing() {
        return own.showing();
      }

      @Override
      public Two<P> drag(double x, double y) {
        return edited(begun, side, own.drag(x, y));
      }

      @Override
      public Two<P> release(double x, double y) {
        return edited(begun, side, own.release(x, y));
      }
    };
  }

  /// The problems once that of one side is another.
  private Two<P> edited(Two<P> begun, Side side, P after) {
    if (after.equals(begun.of(side))) {
      return begun;
    }
    var before = begun.map(exercise::given);
    var change = Variation.between(before.of(side), exercise.given(after));
    var apart = Variation.between(before.first(), before.second());
    var alone = begun.with(side, after);
    if (!isOfBoth(change, apart)) {
      return alone;
    }
    try {
      return alone.with(side.other(), exercise.problem(change.over(before.of(side.other()))));
    } catch (InvalidInput _) {
      return alone; // the other run has a setting with which these data cannot be
    }
  }

  /// Whether a change touches nothing in which the runs differ.
  private static boolean isOfBoth(Variation change, Variation apart) {
    return Collections.disjoint(change.parameters().keySet(), apart.parameters().keySet())
        && Collections.disjoint(change.inputs().keySet(), apart.inputs().keySet())
        && Collections.disjoint(change.inputs().keySet(), apart.without());
  }
}
