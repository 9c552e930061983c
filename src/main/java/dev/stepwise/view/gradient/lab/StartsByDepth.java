package dev.stepwise.view.gradient.lab;

import dev.stepwise.compute.gradient.GradientLab;
import dev.stepwise.compute.gradient.GradientLab.Depth;
import dev.stepwise.compute.gradient.network.Activation;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Scale;
import dev.stepwise.view.gradient.lab.Traces.Line;
import dev.stepwise.view.gradient.lab.Traces.Trace;
import dev.stepwise.view.lab.Drawing;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;

/// How a start carries the signal through many layers of ReLU and of tanh.
final class StartsByDepth {
  private StartsByDepth() {}

  static Experiment experiment(long seed) {
    return new Experiment(
        "starts",
        "Starts through ten layers",
        "He's start is made for ReLU, Xavier's for tanh: look which line stays level.",
        "Across: the layer, of 256 units each. Up, logarithmic: the variance of its activations.",
        progress -> {
          var relu = GradientLab.depth(Activation.RELU::of, seed);
          progress.accept(0.5);
          return finding(relu, GradientLab.depth(FastMath::tanh, seed));
        });
  }

  private static Finding finding(List<Depth> relu, List<Depth> tanh) {
    var conclusion =
        "After ten ReLU layers the variance is %s with Xavier's start and %s with He's; after ten of tanh %s and %s."
            .formatted(
                Numbers.text(last(relu.get(1))),
                Numbers.text(last(relu.get(2))),
                Numbers.text(last(tanh.get(1))),
                Numbers.text(last(tanh.get(2))));
    return new Finding(
        List.of(
            new Finding.Picture("ReLU", drawing(relu)), new Finding.Picture("tanh", drawing(tanh))),
        conclusion,
        numbers("ReLU", relu) + "\n" + numbers("tanh", tanh));
  }

  private static double last(Depth depth) {
    return depth.variances()[depth.variances().length - 1];
  }

  private static Drawing drawing(List<Depth> depths) {
    int[] categories = {4, 0, 2};
    var traces = new ArrayList<Trace>();
    for (int i = 0; i < depths.size(); i++) {
      var depth = depths.get(i);
      double[] layers = IntStream.range(0, depth.variances().length).asDoubleStream().toArray();
      traces.add(
          new Trace(
              depth.start().title(), categories[i], Line.MEASURED, layers, depth.variances()));
    }
    return new Traces(new Axes("layer", "variance"), Scale.Kind.LINEAR, Scale.Kind.LOG, traces);
  }

  private static String numbers(String activation, List<Depth> depths) {
    return depths.stream()
        .map(depth ->
            "%s, %s: %s"
                .formatted(
                    activation,
                    depth.start().title(),
                    Arrays.stream(depth.variances())
                        .mapToObj(Numbers::text)
                        .collect(Collectors.joining("  "))))
        .collect(Collectors.joining("\n"));
  }
}
