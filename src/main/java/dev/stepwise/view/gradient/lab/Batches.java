package dev.stepwise.view.gradient.lab;

import dev.stepwise.compute.gradient.GradientLab;
import dev.stepwise.compute.gradient.GradientLab.Point;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Scale;
import dev.stepwise.view.gradient.lab.Traces.Line;
import dev.stepwise.view.gradient.lab.Traces.Trace;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The noise of a batch's gradient against the batch's size.
final class Batches {
  private Batches() {}

  static Experiment experiment(NetworkProblem problem) {
    return new Experiment(
        "batch-noise",
        "Batch size against noise",
        "Four times the samples halve the noise: look along the dashed line.",
        "Across, logarithmic: the samples in a batch, drawn at random. Up, logarithmic: how far the"
            + " batch's gradient is from that of all samples, over its length. Dashed: one over the"
            + " square root of the size.",
        progress -> finding(GradientLab.noise(problem, progress)));
  }

  private static Finding finding(List<Point> points) {
    double[] sizes = GradientLab.sizes(points);
    double first = points.getFirst().value();
    double[] rule = Arrays.stream(sizes).map(size -> first / Math.sqrt(size)).toArray();
    var drawing =
        new Traces(
            new Axes("batch size", "noise"),
            Scale.Kind.LOG,
            Scale.Kind.LOG,
            List.of(
                new Trace("1/√size", 7, Line.RULE, sizes, rule),
                new Trace("measured", 0, Line.MEASURED, sizes, GradientLab.values(points))));
    var numbers =
        points.stream()
            .map(point ->
                "size %5.0f   noise %s".formatted(point.size(), Numbers.text(point.value())))
            .collect(Collectors.joining("\n"));
    var last = points.getLast();
    var conclusion =
        "One sample's gradient is off by %s times the length of the true one on average, a batch of %.0f by %s: 1/√size would say %s."
            .formatted(
                Numbers.text(first),
                last.size(),
                Numbers.text(last.value()),
                Numbers.text(rule[rule.length - 1]));
    return new Finding(List.of(new Finding.Picture("Logarithmic", drawing)), conclusion, numbers);
  }
}
