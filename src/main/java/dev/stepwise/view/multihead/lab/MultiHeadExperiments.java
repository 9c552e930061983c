package dev.stepwise.view.multihead.lab;

import dev.stepwise.compute.multihead.Cost;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Look;
import dev.stepwise.job.Background;
import dev.stepwise.view.Lab;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import dev.stepwise.view.lab.Finding.Picture;
import dev.stepwise.view.lab.LabPane;
import dev.stepwise.view.lab.LogCurves;
import dev.stepwise.view.lab.LogCurves.Line;
import dev.stepwise.view.lab.LogCurves.Style;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;

/// The lab of multi-head attention: what more heads and longer texts cost.
///
/// @param background where the experiments are computed
public record MultiHeadExperiments(Background background) implements Lab<MultiHeadProblem> {
  private static final int LONGEST = 16_384;

  /// Computed on a thread of their own.
  public MultiHeadExperiments() {
    this(Background.threadNamed("multi-head lab"));
  }

  @Override
  public Node open(MultiHeadProblem problem, Look look) {
    return new LabPane(experiments(problem), look, background);
  }

  /// The experiments with a problem, in the order in which they are shown.
  public static List<Experiment> experiments(MultiHeadProblem problem) {
    int n = problem.length();
    int d = problem.modelWidth();
    return List.of(
        new Experiment(
            "heads",
            "Cost against the number of heads",
            "More heads are narrower: parameters and multiplications stay exactly the same, only"
                + " the weights to be kept grow.",
            "Across, logarithmic: heads h that divide d_model = %d. Up, logarithmic: counts for n = %d tokens."
                .formatted(d, n),
            _ -> byHeads(n, d)),
        new Experiment(
            "length",
            "Cost against n",
            "The projections grow with n, attention with n²: look where the lines cross, at n ="
                + " 2·d_model.",
            "Across, logarithmic: tokens n. Up, logarithmic: multiplications with d_model = %d."
                .formatted(d),
            _ -> byLength(d, problem.heads())));
  }

  private static double[] each(List<Cost> costs, ToDoubleFunction<Cost> value) {
    return costs.stream().mapToDouble(value).toArray();
  }

  static Finding byHeads(int n, int d) {
    var costs =
        IntStream.rangeClosed(1, d)
            .filter(h -> d % h == 0)
            .mapToObj(h -> new Cost(n, d, h))
            .toList();
    var curves =
        new LogCurves(
            new Axes("h", "count"),
            each(costs, Cost::heads),
            List.of(
                new Line("multiplications", 0, each(costs, Cost::total), Style.MEASURED),
                new Line("parameters", 2, each(costs, Cost::parameters), Style.MEASURED),
                new Line("weights kept", 4, each(costs, Cost::weights), Style.MEASURED)));
    var one = costs.getFirst();
    var most = costs.getLast();
    return new Finding(
        List.of(new Picture("Logarithmic", curves)),
        most.heads() == 1
            ? "One column cannot be cut: there is one head, with %,d parameters and %,d multiplications."
                .formatted(one.parameters(), one.total())
            : "Whether 1 head or %d: %,d parameters and %,d multiplications. The weights go from %,d to %,d."
                .formatted(
                    most.heads(), one.parameters(), one.total(), one.weights(), most.weights()),
        lines(costs));
  }

  static Finding byLength(int d, int heads) {
    var costs =
        IntStream.iterate(16, n -> n <= LONGEST, n -> 2 * n)
            .mapToObj(n -> new Cost(n, d, heads))
            .toList();
    var curves =
        new LogCurves(
            new Axes("n", "multiplications"),
            each(costs, Cost::length),
            List.of(
                new Line("projections, 4·n·d²", 2, each(costs, Cost::projections), Style.MEASURED),
                new Line("attention, 2·n²·d", 4, each(costs, Cost::attention), Style.MEASURED)));
    return new Finding(
        List.of(new Picture("Logarithmic", curves)),
        "Up to n = 2·d_model = %,d the projections cost more; beyond it the n² of attention does."
            .formatted(2 * d),
        lines(costs));
  }

  private static String lines(List<Cost> costs) {
    return costs.stream()
        .map(cost ->
            "n = %,d   h = %d   %,d parameters   %,d projections   %,d attention   %,d weights"
                .formatted(
                    cost.length(),
                    cost.heads(),
                    cost.parameters(),
                    cost.projections(),
                    cost.attention(),
                    cost.weights()))
        .collect(Collectors.joining("\n"));
  }
}
