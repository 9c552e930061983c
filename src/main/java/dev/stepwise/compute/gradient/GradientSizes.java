package dev.stepwise.compute.gradient;

import java.util.Map;

/// How large a problem of gradient descent is. What a model has not got is NaN: a regression has no
/// hidden units, the probe no epochs.
final class GradientSizes {
  private GradientSizes() {}

  static Map<String, Double> of(GradientProblem problem) {
    return switch (problem) {
      case NetworkProblem network -> {
        double inputs = network.data().dimensions();
        double classes = network.data().classes();
        double parameters = network.hidden() * (inputs + 1) + classes * (network.hidden() + 1.0);
        var layers = new Layers(inputs, network.hidden(), classes, parameters);
        yield sizes(network.size(), layers, network.descent());
      }
      case RegressionProblem regression -> {
        double inputs = regression.dimensions();
        var layers = new Layers(inputs, Double.NaN, Double.NaN, inputs + 1);
        yield sizes(regression.x().length, layers, regression.descent());
      }
      case ProbeProblem probe -> {
        double width = probe.width();
        yield Map.of(
            "n",
            (double) probe.x().length,
            "d",
            width,
            "hidden",
            width,
            "classes",
            Double.NaN,
            "batch_size",
            Double.NaN,
            "batches",
            Double.NaN,
            "epochs",
            Double.NaN,
            "parameters",
            probe.layers() * width * width);
      }
    };
  }

  private record Layers(double inputs, double hidden, double classes, double parameters) {}

  private static Map<String, Double> sizes(int n, Layers layers, Descent descent) {
    return Map.of(
        "n",
        (double) n,
        "d",
        layers.inputs(),
        "hidden",
        layers.hidden(),
        "classes",
        layers.classes(),
        "batch_size",
        (double) descent.sizeOfBatch(n),
        "batches",
        (double) descent.batches(n),
        "epochs",
        (double) descent.epochs(),
        "parameters",
        layers.parameters());
  }
}
