package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.Tensors;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.view.gradient.GradientElement.OfAccuracy;
import dev.stepwise.view.gradient.GradientElement.OfBatchLoss;
import dev.stepwise.view.gradient.GradientElement.OfNumber;
import dev.stepwise.view.gradient.GradientElement.OfParameter;
import dev.stepwise.view.gradient.GradientElement.OfSample;
import dev.stepwise.view.gradient.GradientElement.OfTensor;
import dev.stepwise.view.gradient.GradientElement.Part;
import java.util.Arrays;
import java.util.Optional;

/// The numbers of a network's training. A node of the graph stands for the sum and for what becomes
/// of it; an edge for a weight, and on the way back for its gradient.
record NetworkNumbers(NetworkFrame frame) implements GradientNumbers {

  @Override
  public Optional<Ref> address(Element element) {
    return switch (element) {
      case OfNumber(int sample, var tensor, int column) ->
          frame
              .moment()
              .pass()
              .filter(pass -> pass.rowOf(sample) >= 0 && pass.knows(tensor))
              .map(pass -> Tensors.ref(tensor, pass.rowOf(sample), column));
      case OfParameter(var place) -> Optional.of(parameter(place));
      default -> Optional.empty();
    };
  }

  private Ref parameter(Place place) {
    var gradient = Tensor.gradientOf(place.of());
    boolean known = frame.moment().pass().filter(pass -> pass.knows(gradient)).isPresent();
    return known && !frame.isUpdated()
        ? Tensors.ref(gradient, place.row(), place.column())
        : Tensors.ref(place);
  }

  @Override
  public GradientNumbers standing(Element element) {
    boolean elsewhere =
        element instanceof OfNumber(int sample, _, _)
            && frame.moment().pass().filter(pass -> pass.rowOf(sample) >= 0).isEmpty();
    return elsewhere && element instanceof OfNumber(int sample, _, _)
        ? new NetworkNumbers(frame.through(Lens.on(frame, sample).pass()))
        : this;
  }

  @Override
  public Element drawn(Ref ref) {
    var pass = frame.moment().pass();
    return switch (ref.variable()) {
      case "order", "i" -> new OfSample((int) ref.in(frame.variables()).orElseThrow());
      case "accuracy" -> new OfAccuracy(Part.TRAINING);
      case "held-out accuracy" -> new OfAccuracy(Part.HELD_OUT);
      case "loss" -> pass.isPresent() ? new OfTensor(Tensor.LOSS) : lastLoss();
      case "losses" -> lastLoss();
      default -> parameter(ref).or(() -> number(ref)).orElseGet(() -> new NumberElement(ref));
    };
  }

  private Element lastLoss() {
    return new OfBatchLoss(frame.moment().curves().batches().size() - 1);
  }

  private static Optional<Element> parameter(Ref ref) {
    return Arrays.stream(Place.Of.values())
        .filter(of -> of.code().equals(ref.variable()) || ("d" + of.code()).equals(ref.variable()))
        .findFirst()
        .map(of -> new OfParameter(Tensors.place(of, ref)));
  }

  private Optional<Element> number(Ref ref) {
    int row = ref.indices().isEmpty() ? 0 : ref.index(0);
    int column = ref.indices().size() < 2 ? 0 : ref.index(1);
    var pass = frame.moment().pass();
    int[] samples = pass.map(Pass::samples).orElse(frame.problem().data().training());
    return Arrays.stream(Tensor.values())
        .filter(tensor -> Tensors.ref(tensor, 0, 0).variable().equals(ref.variable()))
        .findFirst()
        .map(tensor -> new OfNumber(samples[row], shown(tensor), column));
  }

  /// The tensor that a node or a plate shows in place of one that it was made from.
  private Tensor shown(Tensor tensor) {
    var later =
        switch (tensor) {
          case Z1 -> Tensor.A1;
          case Z2 -> Tensor.P;
          case DA1 -> Tensor.DZ1;
          default -> tensor;
        };
    return frame.moment().pass().filter(pass -> pass.knows(later)).isPresent() ? later : tensor;
  }
}
