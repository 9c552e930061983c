package dev.stepwise.compute.gradient;

import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Outcome.Curve;
import dev.stepwise.compute.exercise.Outcome.Figure;
import dev.stepwise.compute.gradient.Series.Prefix;
import dev.stepwise.compute.gradient.probe.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a training has come to: its loss, on samples that it has seen and on others, how many
/// answers are right, and how many batches it took. Of the probe, what is left of the signal.
final class GradientOutcome {
  private GradientOutcome() {}

  /// By what has been measured at a step.
  static Outcome of(GradientFrame frame) {
    return switch (frame) {
      case NetworkFrame network -> network(network);
      case RegressionFrame regression -> regression(regression);
      case ProbeFrame probe -> probe(probe);
    };
  }

  private static Outcome network(NetworkFrame frame) {
    var curves = frame.moment().curves();
    var figures = new ArrayList<Figure>();
    if (curves.epochs().size() > 0) {
      figures.add(new Figure("the training loss", "loss", curves.epochs().last()));
    }
    training(frame)
        .ifPresent(now -> figures.add(accuracy("the training accuracy", "accuracy", now)));
    if (curves.held().size() > 0) {
      figures.add(new Figure("the held-out loss", "held-out loss", curves.held().last()));
      figures.add(
          accuracy("the held-out accuracy", "held-out accuracy", curves.heldAccuracies().last()));
    }
    if (frame.focus() instanceof NetworkFocus.EpochDone done) {
      figures.add(
          new Figure(
              "the number of units that are off for every sample", "units off", done.dead()));
    }
    frame
        .moment()
        .pass()
        .filter(pass -> pass.knows(Tensor.LOSS))
        .ifPresent(pass ->
            figures.add(
                new Figure("the loss of the batch", "loss of the batch", pass.forward().loss())));
    return measured(figures, curves.batches().size(), curves.epochs());
  }

  /// The accuracy by the parameters of the step, where it was measured.
  private static Optional<Double> training(NetworkFrame frame) {
    return switch (frame.focus()) {
      case NetworkFocus.EpochDone done -> Optional.of(done.now().accuracy());
      case NetworkFocus.Finished finished -> Optional.of(finished.training().accuracy());
      default -> Optional.empty();
    };
  }

  private static Figure accuracy(String name, String brief, double share) {
    return new Figure(name, brief, 100 * share, " %");
  }

  private static Outcome regression(RegressionFrame frame) {
    var figures = new ArrayList<Figure>();
    if (frame.focus() instanceof RegressionFocus.Finished(double loss)) {
      figures.add(new Figure("the loss", "loss", loss));
    } else if (frame.losses().size() > 0) {
      figures.add(new Figure("the loss", "loss", frame.losses().last()));
    }
    return measured(figures, frame.path().getFirst().size() - 1, frame.losses());
  }

  /// @param batches how many have been gone through
  private static Outcome measured(List<Figure> figures, int batches, Prefix losses) {
    if (figures.isEmpty()) {
      return Outcome.NONE;
    }
    figures.add(new Figure("the number of batches", "batches", batches));
    return new Outcome(
        figures,
        Optional.of(new Curve("Training loss", "of each epoch", 1, losses.toArray()))
            .filter(curve -> curve.values().length > 0));
  }

  /// The variance of what has passed through the layers, of each start; the curve is that of the
  /// start by He.
  private static Outcome probe(ProbeFrame frame) {
    var figures =
        frame.lanes().reversed().stream()
            .map(lane ->
                new Figure(
                    "the variance after %s, started by %s"
                        .formatted(layers(lane), lane.start().title()),
                    "variance, " + lane.start().title(),
                    lane.layers().getLast().variance()))
            .toList();
    var last = frame.lanes().getLast();
    double[] variances = last.layers().stream().mapToDouble(Layer::variance).toArray();
    return new Outcome(
        figures,
        Optional.of(
            new Curve("Variance, " + last.start().title(), "after each layer", 0, variances)));
  }

  private static String layers(ProbeFrame.Lane lane) {
    int count = lane.layers().size() - 1;
    return count == 0 ? "no layer" : "layer " + count;
  }
}
