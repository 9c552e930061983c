package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.ProbeFrame.Lane;
import dev.stepwise.compute.gradient.network.Start;
import dev.stepwise.compute.gradient.probe.Layer;
import dev.stepwise.compute.gradient.probe.Signal;
import dev.stepwise.compute.run.Once;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;

/// The run of the probe: the input, one step a layer, and the comparison. A layer opens into one
/// step for each start.
final class ProbeRun {
  /// The starts compared.
  static final List<Start> STARTS = List.of(Start.SMALL, Start.XAVIER, Start.HE);

  private final ProbeProblem problem;
  private final List<Lane> lanes;

  private ProbeRun(ProbeProblem problem) {
    this.problem = problem;
    this.lanes =
        STARTS.stream()
            .map(start ->
                new Lane(
                    start,
                    Signal.through(
                        problem.x(),
                        problem.layers(),
                        start,
                        problem.activation()::of,
                        problem.seed())))
            .toList();
  }

  /// The run of a problem. Cheap: the layers are computed when the first step is asked for.
  static Run<GradientFrame> of(ProbeProblem problem) {
    var run = new Once<>(() -> new ProbeRun(problem));
    return Run.indexed(problem.layers() + 2, index -> run.get().step(index));
  }

  private Step<GradientFrame> step(int index) {
    if (index == 0) {
      return frame(0, List.of(), new ProbeFocus.Input()).step("Input");
    }
    if (index > problem.layers()) {
      return frame(problem.layers(), List.of(), new ProbeFocus.Compared()).step("Compared");
    }
    return frame(index, List.of(), new ProbeFocus.AllOf(index))
        .step("Layer " + index)
        .opening(() -> Run.indexed(STARTS.size(), lane -> one(index, lane)));
  }

  private Step<GradientFrame> one(int layer, int lane) {
    var start = STARTS.get(lane);
    var focus = new ProbeFocus.OneOf(layer, start);
    return frame(layer - 1, STARTS.subList(0, lane + 1), focus).step(start.title());
  }

  /// Lanes up to a layer, some of them one further.
  private ProbeFrame frame(int layers, List<Start> further, ProbeFocus focus) {
    var shown =
        lanes.stream()
            .map(lane -> {
              int count = layers + 1 + (further.contains(lane.start()) ? 1 : 0);
              List<Layer> some = lane.layers().subList(0, count);
              return new Lane(lane.start(), some);
            })
            .toList();
    return new ProbeFrame(problem, shown, focus);
  }
}
