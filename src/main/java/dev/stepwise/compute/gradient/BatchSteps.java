package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.NetworkFrame.Moment;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The steps inside a batch: forward, backward, update; inside those one tensor after the other;
/// inside those one number.
///
/// @param number of the batch, from 0
/// @param at the parameters before it
/// @param before what was measured before its loss
/// @param after what was measured with its loss
record BatchSteps(
    NetworkProblem problem,
    int epoch,
    int number,
    Parameters at,
    Trainer.Batch batch,
    Curves before,
    Curves after) {
  private static final List<Tensor> FORWARD =
      List.of(Tensor.Z1, Tensor.A1, Tensor.Z2, Tensor.P, Tensor.LOSS);
  private static final List<Tensor> BACKWARD =
      List.of(Tensor.DZ2, Tensor.DW2, Tensor.DB2, Tensor.DA1, Tensor.DZ1, Tensor.DW1, Tensor.DB1);

  /// The batch as one step.
  ///
  /// @param diverges whether it stops the training
  Step<GradientFrame> whole(boolean diverges) {
    var known = batch.backward().isPresent() ? Tensor.DB1 : Tensor.LOSS;
    return frame(batch.after(), known, NetworkFocus.Whole.BATCH)
        .step("Batch " + (number + 1))
        .meeting(diverges ? Set.of(GradientConditions.DIVERGES) : conditions())
        .opening(() -> Run.indexed(batch.backward().isPresent() ? 3 : 1, this::part));
  }

  private Set<Condition> conditions() {
    return batch.after().sameAs(at) ? Set.of(GradientConditions.NOTHING_MOVES) : Set.of();
  }

  private Step<GradientFrame> part(int index) {
    return switch (index) {
      case 0 ->
          frame(at, Tensor.LOSS, NetworkFocus.Whole.FORWARD)
              .step("Forward")
              .opening(() -> Run.indexed(FORWARD.size(), i -> operation(FORWARD.get(i))));
      case 1 ->
          frame(at, Tensor.DB1, NetworkFocus.Whole.BACKWARD)
              .step("Backward")
              .opening(() -> Run.indexed(BACKWARD.size(), i -> operation(BACKWARD.get(i))));
      default ->
          updated(NetworkFocus.Whole.UPDATED)
              .step("Update")
              .opening(() -> Run.indexed(at.count(), this::parameter));
    };
  }

  private Step<GradientFrame> operation(Tensor tensor) {
    return frame(at, tensor, new NetworkFocus.Computed(tensor))
        .step(tensor.code())
        .opening(() -> cells(tensor));
  }

  private Run<GradientFrame> cells(Tensor tensor) {
    double[][] values = Tensors.values(pass(tensor), tensor);
    // A softmax is one thing: all the probabilities of a row.
    int across = tensor == Tensor.P ? 1 : values[0].length;
    return Run.indexed(
        values.length * across, index -> cell(tensor, index / across, index % across));
  }

  private Step<GradientFrame> cell(Tensor tensor, int row, int column) {
    return frame(at, tensor, new NetworkFocus.Cell(tensor, row, column))
        .step(name(tensor, row, column));
  }

  /// The name of a number: `z1[27, 3]`, `p[4]` for a row.
  private static String name(Tensor tensor, int row, int column) {
    return switch (tensor) {
      case P, LOSS -> "%s[%d]".formatted(tensor.code(), row);
      default -> Tensors.ref(tensor, row, column).text();
    };
  }

  private Step<GradientFrame> parameter(int index) {
    var place = at.place(index);
    return updated(new NetworkFocus.ParameterUpdated(place)).step(place.name());
  }

  private NetworkFrame updated(NetworkFocus focus) {
    return frame(batch.after(), Tensor.DB1, focus);
  }

  private Pass pass(Tensor known) {
    return new Pass(number, batch.samples(), at, batch.forward(), batch.backward(), known);
  }

  private NetworkFrame frame(Parameters parameters, Tensor known, NetworkFocus focus) {
    boolean measured = known.compareTo(Tensor.LOSS) >= 0;
    return new NetworkFrame(
        problem,
        new Moment(epoch, parameters, measured ? after : before, Optional.of(pass(known))),
        focus);
  }
}
