package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Value;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.view.gradient.GradientElement.OfBatchLoss;
import dev.stepwise.view.gradient.GradientElement.OfRow;
import dev.stepwise.view.gradient.GradientElement.OfWeight;
import java.util.Optional;

/// The numbers of linear regression: a sample's prediction, a parameter or its derivative, a loss.
record RegressionNumbers(RegressionFrame frame) implements GradientNumbers {

  @Override
  public Optional<Ref> address(Element element) {
    return switch (element) {
      case OfRow(int sample) ->
          frame
              .pass()
              .map(pass -> pass.rowOf(sample))
              .filter(row -> row >= 0)
              .map(row -> Ref.of("y_pred", row));
      case OfWeight(int j) -> parameter(j);
      case OfBatchLoss(int index) -> loss(index);
      default -> Optional.empty();
    };
  }

  private Optional<Ref> parameter(int j) {
    boolean bias = j == frame.problem().dimensions();
    if (frame.pass().isEmpty() || !frame.variables().containsKey("dw")) {
      return Optional.empty();
    }
    if (frame.isUpdated()) {
      return Optional.of(bias ? Ref.of("bias") : Ref.of("weights", j));
    }
    return Optional.of(bias ? Ref.of("db") : Ref.of("dw", j));
  }

  /// The curve has the loss over all samples before each epoch; with one batch that is the batch's.
  private Optional<Ref> loss(int index) {
    boolean last = index == frame.losses().size() - 1;
    return switch (frame.variables().get("losses")) {
      case Value.Vector _ -> Optional.of(Ref.of("losses", index));
      case Value.Scalar _ when last -> Optional.of(Ref.of("losses"));
      case null, default ->
          last && frame.problem().batches() == 1 && frame.pass().isPresent()
              ? Optional.of(Ref.of("loss"))
              : Optional.empty();
    };
  }

  @Override
  public GradientNumbers standing(Element element) {
    boolean elsewhere =
        (element instanceof OfRow || element instanceof OfWeight) && address(element).isEmpty();
    return elsewhere ? new RegressionNumbers(frame.overAll()) : this;
  }

  @Override
  public Element drawn(Ref ref) {
    return switch (ref.variable()) {
      case "X", "y" -> new OfRow(ref.index(0));
      case "y_pred", "error" -> new OfRow(frame.pass().orElseThrow().samples()[ref.index(0)]);
      case "order", "i" -> new OfRow((int) ref.in(frame.variables()).orElseThrow());
      case "weights", "dw" -> new OfWeight(ref.index(0));
      case "bias", "db" -> new OfWeight(frame.problem().dimensions());
      case "losses" ->
          new OfBatchLoss(ref.indices().isEmpty() ? frame.losses().size() - 1 : ref.index(0));
      default -> new NumberElement(ref);
    };
  }
}
