package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;

/// The run of a cell over a sequence: one step a time step, which opens into its operations, these
/// into their units, and a unit into its arithmetic. Every number comes from [RecurrentCell#step].
public final class LstmRun {
  private LstmRun() {}

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  public static Run<LstmFrame> of(LstmProblem problem) {
    var history = problem.history();
    return Run.indexed(problem.x().length, t -> step(new TimeStep(problem, history, t)));
  }

  private static Step<LstmFrame> step(TimeStep time) {
    return new LstmFrame(time, new Focus.Whole())
        .step("Time step " + time.name())
        .meeting(LstmConditions.of(time))
        .opening(() -> new OperationSteps(time).all());
  }
}
