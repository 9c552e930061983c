package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.Attention.Pass;
import dev.stepwise.compute.attention.Attention.Projections;
import dev.stepwise.compute.run.Once;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// The run of attention: project, scores, scale, mask, softmax, output, end. A step that a setting
/// turns off is still there and says so, so that two runs that differ in one setting keep step.
/// Every number comes from [Attention#pass], or from what an [AttentionMistake] makes of it.
public final class AttentionRun {
  private static final List<Function<AttentionSteps, Step<AttentionFrame>>> AFTER_PROJECTION =
      List.of(
          AttentionSteps::scores,
          AttentionSteps::scale,
          AttentionSteps::mask,
          AttentionSteps::softmax,
          AttentionSteps::output,
          AttentionSteps::end);

  private AttentionRun() {}

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  public static Run<AttentionFrame> of(AttentionProblem problem) {
    var steps = new ArrayList<>(AFTER_PROJECTION);
    steps.addFirst(AttentionSteps::project);
    return run(
        () ->
            new AttentionFrame(
                problem,
                pass(problem, Attention.project(problem)),
                new OutputFocus.Finished(),
                true),
        steps);
  }

  /// The run from given queries, keys and values on: scores, scale, mask, softmax, output, end. Its
  /// steps name the lines `scores`, `scale`, `unscaled`, `mask`, `unmasked`, `softmax`, `max`,
  /// `shift`, `exp`, `sum`, `divide`, `output` and `end` of whichever listing shows it.
  ///
  /// @param problem tokens and settings; its X and matrices are not looked at
  public static Run<AttentionFrame> after(
      AttentionProblem problem, Supplier<Projections> projections) {
    return run(
        () ->
            new AttentionFrame(
                problem, pass(problem, projections.get()), new OutputFocus.Finished(), false),
        AFTER_PROJECTION);
  }

  private static Pass pass(AttentionProblem problem, Projections projections) {
    return problem.settings().mistake().pass(projections, problem.settings());
  }

  private static Run<AttentionFrame> run(
      Supplier<AttentionFrame> last, List<Function<AttentionSteps, Step<AttentionFrame>>> steps) {
    var whole = new Once<>(last);
    return Run.indexed(
        steps.size(), index -> steps.get(index).apply(new AttentionSteps(whole.get())));
  }

  /// The steps inside the projection alone: Q, K and V, inside each its cells, inside each its
  /// terms. They name the lines `queries`, `keys` and `values`.
  ///
  /// @param frame as [#projected] makes it
  public static Run<AttentionFrame> projecting(AttentionFrame frame) {
    return new AttentionSteps(frame).projections();
  }

  /// The frame of queries, keys and values that have just come to be, of which nothing more is
  /// computed.
  public static AttentionFrame projected(AttentionProblem problem, Projections projections) {
    return new AttentionFrame(
        problem, Pass.begun(projections), new ProjectionFocus.Projected(), true);
  }
}
