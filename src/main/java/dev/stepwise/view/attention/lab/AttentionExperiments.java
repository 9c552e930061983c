package dev.stepwise.view.attention.lab;

import dev.stepwise.compute.attention.AttentionLab;
import dev.stepwise.compute.attention.AttentionLab.Cost;
import dev.stepwise.compute.attention.AttentionLab.Saturation;
import dev.stepwise.compute.attention.AttentionLab.Spread;
import dev.stepwise.compute.attention.AttentionProblem;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.timing.Stopwatch;
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
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.scene.Node;

/// The lab of self-attention: why scores are scaled, what saturation costs, and how the cost grows.
///
/// @param background where the experiments are computed
public record AttentionExperiments(Background background) implements Lab<AttentionProblem> {

  /// Computed on a thread of their own.
  public AttentionExperiments() {
    this(Background.threadNamed("attention lab"));
  }

  @Override
  public Node open(AttentionProblem problem, Look look) {
    return new LabPane(experiments(problem), look, background);
  }

  /// The experiments, in the order in which they are shown.
  public static List<Experiment> experiments(AttentionProblem problem) {
    long seed = problem.origin().seed();
    return List.of(
        new Experiment(
            "variance",
            "Variance of q·k against d_k",
            "Each term of a dot product adds its own variance, so the whole grows in step with d_k;"
                + " dividing by √d_k takes exactly that away.",
            "Across, logarithmic: d_k. Up, logarithmic: the variance over 4,000 products of random"
                + " vectors, with mean 0 and variance 1 in each coordinate.",
            progress -> spread(AttentionLab.spread(seed, progress))),
        new Experiment(
            "saturation",
            "Saturation of softmax",
            "Without scaling the entropy of a row and the gradient of its winner fall as d_k grows;"
                + " with it they stay.",
            "Across, logarithmic: d_k. Up, logarithmic: the mean over 400 rows of 16 random keys.",
            progress -> saturation(AttentionLab.saturation(seed, progress))),
        new Experiment(
            "cost",
            "Cost against n, measured here",
            "Twice the tokens, four times the weights: look how the measured times come to run"
                + " along the n² line.",
            "Across, logarithmic: the number of tokens n. Up, logarithmic: milliseconds for scores,"
                + " softmax and output with d_k = 64, the median of several rounds after warming"
                + " up, large products on all processors; or megabytes of the weights.",
            progress -> cost(AttentionLab.cost(seed, Stopwatch.system(), progress))));
  }

  private static <T> double[] each(List<T> list, ToDoubleFunction<T> value) {
    return list.stream().mapToDouble(value).toArray();
  }

  static Finding spread(List<Spread> spreads) {
    double[] widths = each(spreads, Spread::width);
    var curves =
        new LogCurves(
            new Axes("d_k", "variance"),
            widths,
            List.of(
                new Line("d_k, expected", 7, widths, Style.EXPECTED),
                new Line("q·k", 4, each(spreads, Spread::plain), Style.MEASURED),
                new Line("q·k / √d_k", 0, each(spreads, Spread::scaled), Style.MEASURED)));
    var last = spreads.getLast();
    return new Finding(
        List.of(new Picture("Logarithmic", curves)),
        "At d_k = %d the variance of q·k is %s; divided by √d_k it is %s."
            .formatted(last.width(), Numbers.text(last.plain()), Numbers.text(last.scaled())),
        spreads.stream()
            .map(spread ->
                "d_k = %4d   variance %s   scaled %s"
                    .formatted(
                        spread.width(),
                        Numbers.text(spread.plain()),
                        Numbers.text(spread.scaled())))
            .collect(Collectors.joining("\n")));
  }

  static Finding saturation(List<Saturation> saturations) {
    double[] widths = each(saturations, Saturation::width);
    var gradients =
        new LogCurves(
            new Axes("d_k", "p(1−p)"),
            widths,
            List.of(
                new Line("not scaled", 4, each(saturations, Saturation::gradient), Style.MEASURED),
                new Line(
                    "scaled", 0, each(saturations, Saturation::scaledGradient), Style.MEASURED)));
    var entropies =
        new LogCurves(
            new Axes("d_k", "bits"),
            widths,
            List.of(
                new Line("not scaled", 4, each(saturations, Saturation::entropy), Style.MEASURED),
                new Line(
                    "scaled", 0, each(saturations, Saturation::scaledEntropy), Style.MEASURED)));
    var last = saturations.getLast();
    return new Finding(
        List.of(new Picture("Gradient", gradients), new Picture("Entropy", entropies)),
        "At d_k = %d a row has %s bits of entropy without scaling and %s with it; p(1−p) of its winner is %s against %s."
            .formatted(
                last.width(),
                Numbers.text(last.entropy()),
                Numbers.text(last.scaledEntropy()),
                Numbers.text(last.gradient()),
                Numbers.text(last.scaledGradient())),
        saturations.stream()
            .map(each ->
                "d_k = %4d   entropy %s, scaled %s   p(1−p) %s, scaled %s"
                    .formatted(
                        each.width(),
                        Numbers.text(each.entropy()),
                        Numbers.text(each.scaledEntropy()),
                        Numbers.text(each.gradient()),
                        Numbers.text(each.scaledGradient())))
            .collect(Collectors.joining("\n")));
  }

  static Finding cost(List<Cost> costs) {
    double[] lengths = each(costs, Cost::length);
    double[] times = each(costs, Cost::milliseconds);
    double[] megabytes = each(costs, cost -> cost.bytes() / 1e6);
    var last = costs.getLast();
    // The n² line goes through the largest measurement, where overheads matter least.
    double[] square =
        Arrays.stream(lengths)
            .map(n -> last.milliseconds() * n * n / ((double) last.length() * last.length()))
            .toArray();
    var time =
        new LogCurves(
            new Axes("n", "ms"),
            lengths,
            List.of(
                new Line("n²", 7, square, Style.EXPECTED),
                new Line("measured", 0, times, Style.MEASURED)));
    var memory =
        new LogCurves(
            new Axes("n", "MB"),
            lengths,
            List.of(new Line("weights, 8·n² bytes", 0, megabytes, Style.MEASURED)));
    var before = costs.get(costs.size() - 2);
    return new Finding(
        List.of(new Picture("Time", time), new Picture("Memory", memory)),
        "From %d to %d tokens the time grew %s times, from %s to %s; the weights take %s MB."
            .formatted(
                before.length(),
                last.length(),
                Numbers.text(last.milliseconds() / before.milliseconds()),
                before.time().withSpread(),
                last.time().withSpread(),
                Numbers.text(last.bytes() / 1e6)),
        costs.stream()
            .map(cost ->
                "n = %5d   %s   %s MB"
                    .formatted(
                        cost.length(), cost.time().withSpread(), Numbers.text(cost.bytes() / 1e6)))
            .collect(Collectors.joining("\n")));
  }
}
