package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.ProbeFrame;
import dev.stepwise.compute.gradient.ProbeNarration;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.RegressionNumbers;
import dev.stepwise.compute.gradient.RegressionTrainer;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.gradient.GradientElement.OfBatchLoss;
import dev.stepwise.view.gradient.GradientElement.OfEpochLoss;
import dev.stepwise.view.gradient.GradientElement.OfLayer;
import dev.stepwise.view.gradient.GradientElement.OfRow;
import dev.stepwise.view.gradient.GradientElement.OfWeight;
import java.util.Optional;
import java.util.Set;

/// Answers "why this number?" for gradient descent, from the frame alone.
final class GradientExplainer {
  private GradientExplainer() {}

  static Optional<Explanation> explain(GradientFrame frame, GradientElement element) {
    return switch (frame) {
      case NetworkFrame network -> new NetworkExplainer(network).explain(element);
      case RegressionFrame regression -> regression(regression, element);
      case ProbeFrame probe -> probe(probe, element);
    };
  }

  private static Optional<Explanation> regression(RegressionFrame frame, GradientElement element) {
    return switch (element) {
      case OfRow(int row) ->
          Optional.of(
              new Explanation(RegressionNumbers.sample(frame, row), Set.of(new OfRow(row))));
      case OfWeight(int parameter) ->
          Optional.of(
              new Explanation(
                  RegressionNumbers.derivative(
                      frame,
                      frame
                          .pass()
                          .orElseGet(() -> RegressionTrainer.pass(frame.problem(), frame.model())),
                      parameter),
                  Set.of()));
      case OfBatchLoss(int index) -> Optional.of(regressionLoss(frame, index));
      case OfEpochLoss(int index) -> Optional.of(regressionLoss(frame, index));
      default -> Optional.empty();
    };
  }

  private static Explanation regressionLoss(RegressionFrame frame, int index) {
    double loss = frame.losses().at(index);
    boolean now = index == frame.losses().size() - 1;
    if (now && frame.problem().batches() == 1 && frame.pass().isPresent()) {
      return new Explanation(RegressionNumbers.loss(frame, frame.pass().get()), Set.of());
    }
    if (now && frame.focus() instanceof RegressionFrame.Focus.Measured) {
      var all = RegressionTrainer.pass(frame.problem(), frame.model());
      return new Explanation(RegressionNumbers.loss(frame, all), Set.of());
    }
    return new Explanation(
        new Narration(
            "The loss before epoch %d".formatted(index + 1),
            "It was %s. Go into that epoch to see every error in it."
                .formatted(Numbers.text(loss))),
        Set.of());
  }

  private static Optional<Explanation> probe(ProbeFrame frame, GradientElement element) {
    return element instanceof OfLayer(var start, int layer)
        ? Optional.of(
            new Explanation(
                ProbeNarration.layer(frame, start, layer),
                layer == 0 ? Set.of() : Set.of(new OfLayer(start, layer - 1))))
        : Optional.empty();
  }
}
