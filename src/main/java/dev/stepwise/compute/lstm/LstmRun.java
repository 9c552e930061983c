package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;

/// The run of a cell over a sequence: one step a time step, which opens into its operations, these
/// into their units, and a unit into its arithmetic. Every number comes from [Weights#step].
public final class LstmRun {
  private LstmRun() {}

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  public static Run<LstmFrame> of(LstmProblem problem) {
    var history = problem.history();
    return Run.indexed(problem.x().length, t -> step(new TimeStep(problem, history, t)));
  }

  private static Step<LstmFrame> step(TimeStep time) {
    var cell = time.cell();
    var steps = new OperationSteps(time);
    return new Step<>(
        "time-step",
        "Time step " + time.name(),
        LstmNarration.whole(time),
        Line.step(cell),
        cell.hasCellState() ? List.of("x", "h", "c") : List.of("x", "h"),
        LstmVariables.written(cell),
        LstmConditions.of(time),
        new LstmFrame(time, new LstmFrame.Focus.Whole()),
        () ->
            Run.indexed(cell.operations().size(), k -> steps.operation(cell.operations().get(k))));
  }
}
