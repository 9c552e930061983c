package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.ProbeFrame;
import dev.stepwise.compute.gradient.ProbeNarration;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.RegressionNarration;
import dev.stepwise.compute.gradient.RegressionRun;
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
              new Explanation(RegressionNarration.sample(frame, row), Set.of(new OfRow(row))));
      case OfWeight(int parameter) ->
          Optional.of(
              new Explanation(
                  RegressionNarration.derivative(
                      frame,
                      frame
                          .pass()
                          .orElseGet(() -> RegressionRun.pass(frame.problem(), frame.model())),
                      parameter),
                  Set.of()));
      case OfBatchLoss(int index) -> Optional.of(regressionLoss(frame, index));
      case OfEpochLoss(int index) -> Optional.of(regressionLoss(frame, index));
      default -> Optional.empty();
    };
  }

  private static Explanation regressionLoss(RegressionFrame frame, int index) {
    double loss = frame.losses().at(index);
    var pass = frame.pass();
    if (pass.isPresent() && index == frame.losses().size() - 1) {
      return new Explanation(RegressionNarration.loss(frame, pass.get()), Set.of());
    }
    return new Explanation(
        new Narration(
            "The loss before epoch %d's update".formatted(index + 1),
            "It was %s. Go to that epoch to see every error in it.".formatted(Numbers.text(loss))),
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
