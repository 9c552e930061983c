package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.ProbeFrame.Focus;
import dev.stepwise.compute.gradient.ProbeFrame.Lane;
import dev.stepwise.compute.gradient.network.Start;
import dev.stepwise.compute.gradient.probe.Layer;
import dev.stepwise.compute.gradient.probe.Signal;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  static Run<GradientFrame> of(ProbeProblem problem) {
    var lazy = new Lazy(problem);
    return Run.indexed(problem.layers() + 2, index -> lazy.run().step(index));
  }

  /// Computes the layers when the first step is asked for. They are pure, so whoever comes first
  /// may compute them.
  private static final class Lazy {
    private final ProbeProblem problem;
    private volatile @org.jspecify.annotations.Nullable ProbeRun made;

    Lazy(ProbeProblem problem) {
      this.problem = problem;
    }

    ProbeRun run() {
      var known = made;
      if (known == null) {
        known = new ProbeRun(problem);
        made = known;
      }
      return known;
    }
  }

  private Step<GradientFrame> step(int index) {
    if (index == 0) {
      var layer = lanes.getFirst().layers().getFirst();
      return leaf(
          "input",
          "Input",
          new Narration(
              "The signal goes in",
              "%s of %d numbers with variance %s. Each of %s multiplies them by %d×%d weights."
                  .formatted(
                      Phrases.count(problem.x().length, "sample"),
                      problem.width(),
                      Numbers.text(layer.variance()),
                      Phrases.count(problem.layers(), "layer"),
                      problem.width(),
                      problem.width())),
          Line.PROBE_INPUT,
          frame(0, List.of(), new Focus.Input()));
    }
    if (index > problem.layers()) {
      return end();
    }
    var frame = frame(index, List.of(), new Focus.AllOf(index));
    return new Step<>(
        "layer",
        "Layer " + index,
        layer(index),
        Line.PROBE_VARIANCE,
        List.of("X"),
        List.of("variances (small)", "variances (xavier)", "variances (he)"),
        Set.of(),
        frame,
        () -> Run.indexed(STARTS.size(), lane -> one(index, lane)));
  }

  private Step<GradientFrame> one(int layer, int lane) {
    var done = STARTS.subList(0, lane + 1);
    var start = STARTS.get(lane);
    return leaf(
        "start",
        start.title(),
        ProbeNarration.one(problem, lanes.get(lane), layer),
        Line.PROBE_LAYER,
        frame(layer - 1, done, new Focus.OneOf(layer, start)));
  }

  private Narration layer(int layer) {
    var rows = new ArrayList<List<String>>();
    for (var lane : lanes) {
      rows.add(
          List.of(
              lane.start().title(),
              Numbers.text(lane.layers().get(layer - 1).variance()),
              Numbers.text(lane.layers().get(layer).variance())));
    }
    return new Narration(
        "Layer %d of %d".formatted(layer, problem.layers()),
        "The variance of the activations is now %s with the small start, %s with Xavier's and %s with He's."
            .formatted(variance(0, layer), variance(1, layer), variance(2, layer)),
        List.of("a_{%d}=f(a_{%d}W)".formatted(layer, layer - 1)),
        new Table(List.of("start", "before", "after"), rows, -1));
  }

  private String variance(int lane, int layer) {
    return Numbers.text(lanes.get(lane).layers().get(layer).variance());
  }

  private Step<GradientFrame> end() {
    int last = problem.layers();
    var rows = new ArrayList<List<String>>();
    for (var lane : lanes) {
      double first = lane.layers().getFirst().variance();
      double now = lane.layers().get(last).variance();
      rows.add(
          List.of(
              lane.start().title(),
              Numbers.text(first),
              Numbers.text(now),
              first == 0 ? "–" : Numbers.text(now / first)));
    }
    return leaf(
        "compared",
        "Compared",
        new Narration(
            "After %s".formatted(Phrases.count(last, "layer")),
            lanes.getFirst().layers().getFirst().meanSquare() == 0
                ? "The input is 0 everywhere, and so is every layer: there is no signal to lose."
                : ("Small weights let the signal die out, to %s. Xavier's halve its mean square in"
                        + " each ReLU layer, to %s. He's factor of 2 makes up for the half that ReLU"
                        + " drops: %s.")
                    .formatted(variance(0, last), variance(1, last), variance(2, last)),
            List.of(
                "\\sigma_W^2=\\frac{2}{n_{\\text{in}}}\\;\\Rightarrow\\;\\tfrac12"
                    + " n_{\\text{in}}\\sigma_W^2=\\mathbf{1}"),
            new Table(List.of("start", "input", "last layer", "ratio"), rows, 2)),
        Line.PROBE_END,
        frame(last, List.of(), new Focus.Compared()));
  }

  /// Lanes up to a layer, some of them one further.
  private ProbeFrame frame(int layers, List<Start> further, Focus focus) {
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

  private static Step<GradientFrame> leaf(
      String phase, String crumb, Narration narration, int line, ProbeFrame frame) {
    return new Step<>(
        phase, crumb, narration, line, List.of("X"), List.of(), Set.of(), frame, null);
  }
}
