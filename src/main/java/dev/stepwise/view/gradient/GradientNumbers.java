package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.ProbeFrame;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.view.gradient.GradientElement.OfLayer;
import java.util.Optional;

/// Where the numbers behind what is drawn of gradient descent stand, and what is drawn for a number
/// of a frame.
sealed interface GradientNumbers
    permits NetworkNumbers, RegressionNumbers, GradientNumbers.OfProbe {

  /// Those of a frame.
  static GradientNumbers of(GradientFrame frame) {
    return switch (frame) {
      case NetworkFrame network -> new NetworkNumbers(network);
      case RegressionFrame regression -> new RegressionNumbers(regression);
      case ProbeFrame probe -> new OfProbe(probe);
    };
  }

  /// The frame.
  GradientFrame frame();

  /// Where the number behind an element stands in the frame; empty for what isn't a number, and for
  /// a number that is not among its variables.
  Optional<Ref> address(Element element);

  /// What is drawn for the number at an address.
  Element drawn(Ref ref);

  /// The frame in which the number behind an element stands. A sample that is not in the batch is
  /// drawn too: it goes through the model on its own.
  default GradientNumbers standing(Element element) {
    return this;
  }

  /// The numbers of the probe: the variances of its layers.
  record OfProbe(ProbeFrame frame) implements GradientNumbers {
    @Override
    public Optional<Ref> address(Element element) {
      return element instanceof OfLayer(var start, int layer)
          ? Optional.of(Ref.of("variances (%s)".formatted(start.word()), layer))
          : Optional.empty();
    }

    @Override
    public Element drawn(Ref ref) {
      return frame.lanes().stream()
          .filter(lane -> ref.variable().endsWith("(%s)".formatted(lane.start().word())))
          .findFirst()
          .<Element>map(lane ->
              new OfLayer(
                  lane.start(),
                  ref.variable().startsWith("variances") ? ref.index(0) : lane.layers().size() - 1))
          .orElseGet(() -> new NumberElement(ref));
    }
  }
}
