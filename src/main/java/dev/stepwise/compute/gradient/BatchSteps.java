package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.NetworkFrame.Focus;
import dev.stepwise.compute.gradient.NetworkFrame.Moment;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Narration;
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
    var frame = frame(batch.after(), known, new Focus.BatchDone());
    return new Step<>(
        "batch",
        "Batch " + (number + 1),
        EpochNarration.batch(frame, at),
        Line.BATCH,
        List.of("X", "y", "W1", "b1", "W2", "b2"),
        List.of("i", "loss", "W1", "b1", "W2", "b2"),
        diverges ? Set.of(GradientConditions.DIVERGES) : conditions(),
        frame,
        () -> Run.indexed(batch.backward().isPresent() ? 3 : 1, this::part));
  }

  private Set<Condition> conditions() {
    return batch.after().sameAs(at) ? Set.of(GradientConditions.NOTHING_MOVES) : Set.of();
  }

  private Step<GradientFrame> part(int index) {
    return switch (index) {
      case 0 -> forward();
      case 1 -> backward();
      default -> new UpdateSteps(this).whole();
    };
  }

  private Step<GradientFrame> forward() {
    var frame = frame(at, Tensor.LOSS, new Focus.ForwardDone());
    return new Step<>(
        "forward",
        "Forward",
        EpochNarration.forward(frame),
        Line.BATCH_FORWARD,
        List.of("X", "y", "W1", "b1", "W2", "b2"),
        FORWARD.stream().map(Tensor::code).toList(),
        Set.of(),
        frame,
        () -> Run.indexed(FORWARD.size(), i -> operation(FORWARD.get(i))));
  }

  private Step<GradientFrame> backward() {
    var frame = frame(at, Tensor.DB1, new Focus.BackwardDone());
    return new Step<>(
        "backward",
        "Backward",
        EpochNarration.backward(frame),
        Line.BATCH_BACKWARD,
        List.of("X", "y", "W2", "z1", "a1", "p"),
        BACKWARD.stream().map(Tensor::code).toList(),
        Set.of(),
        frame,
        () -> Run.indexed(BACKWARD.size(), i -> operation(BACKWARD.get(i))));
  }

  private Step<GradientFrame> operation(Tensor tensor) {
    var frame = frame(at, tensor, new Focus.Computed(tensor));
    return new Step<>(
        tensor.code(),
        tensor.code(),
        OperationNarration.of(frame, tensor),
        Line.of(tensor),
        OperationNarration.reads(tensor),
        List.of(tensor.code()),
        Set.of(),
        frame,
        () -> cells(tensor));
  }

  private Run<GradientFrame> cells(Tensor tensor) {
    int columns = Tensors.columns(frame(at, tensor, new Focus.Computed(tensor)), tensor);
    int rows = Tensors.rows(frame(at, tensor, new Focus.Computed(tensor)), tensor);
    // A softmax is one thing: all the probabilities of a row.
    int across = tensor == Tensor.P ? 1 : columns;
    return Run.indexed(rows * across, index -> cell(tensor, index / across, index % across));
  }

  private Step<GradientFrame> cell(Tensor tensor, int row, int column) {
    var focus = new Focus.Cell(tensor, row, column);
    var frame = frame(at, tensor, focus);
    return new Step<>(
        "number",
        CellNarration.name(tensor, row, column),
        CellNarration.of(frame, focus),
        Line.of(tensor),
        OperationNarration.reads(tensor),
        List.of(tensor.code()),
        Set.of(),
        frame,
        null);
  }

  /// A frame of this batch.
  NetworkFrame frame(Parameters parameters, Tensor known, Focus focus) {
    var pass = new Pass(number, batch.samples(), at, batch.forward(), batch.backward(), known);
    boolean measured = known.compareTo(Tensor.LOSS) >= 0;
    return new NetworkFrame(
        problem,
        new Moment(epoch, parameters, measured ? after : before, Optional.of(pass)),
        focus);
  }

  /// The steps of the update.
  ///
  /// @param steps of the batch
  private record UpdateSteps(BatchSteps steps) {
    Step<GradientFrame> whole() {
      var frame = steps.frame(steps.batch.after(), Tensor.DB1, new Focus.Updated());
      return new Step<>(
          "update",
          "Update",
          EpochNarration.updated(frame, steps.at),
          Line.UPDATE,
          List.of("W1", "b1", "W2", "b2", "dW1", "db1", "dW2", "db2", "rate"),
          List.of("W1", "b1", "W2", "b2"),
          Set.of(),
          frame,
          () -> Run.indexed(steps.at.count(), this::parameter));
    }

    private Step<GradientFrame> parameter(int index) {
      var place = steps.at.place(index);
      var focus = new Focus.ParameterUpdated(place);
      var frame = steps.frame(steps.batch.after(), Tensor.DB1, focus);
      boolean first = place.of() == Place.Of.W1 || place.of() == Place.Of.B1;
      var tensor = place.name().substring(0, 2);
      Narration narration = CellNarration.updated(frame, place);
      return new Step<>(
          "parameter",
          place.name(),
          narration,
          first ? Line.UPDATE : Line.UPDATE + 1,
          List.of(tensor, "d" + tensor, "rate"),
          List.of(tensor),
          Set.of(),
          frame,
          null);
    }
  }
}
