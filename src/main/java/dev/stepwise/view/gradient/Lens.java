package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFocus;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.Tensors;
import dev.stepwise.compute.gradient.Trainer;
import dev.stepwise.draw.Element;
import dev.stepwise.view.gradient.GradientElement.OfSample;
import java.util.Optional;

/// One sample on its way through the network: the one that the graph shows.
///
/// @param sample its index in the data
/// @param row its row in the pass
/// @param pass the batch that it is in; at steps of whole epochs, and for a sample that is not in
///   the batch, a pass of its own without a way back
record Lens(int sample, int row, Pass pass) {

  /// The sample to show at a step: the one whose number the step computes, else the pinned one
  /// where it has what the step shows, else the first of the batch, else the first that is trained
  /// on.
  static Lens of(NetworkFrame frame, Optional<Element> pinned) {
    if (pinned.orElse(null) instanceof OfSample(int sample)
        && sample < frame.problem().data().x().length
        && shows(frame, sample)) {
      return on(frame, sample);
    }
    var pass = frame.moment().pass();
    if (pass.isEmpty()) {
      return on(frame, frame.problem().data().training()[0]);
    }
    int row = frame.focus() instanceof NetworkFocus.Cell cell ? row(pass.get(), cell) : 0;
    return new Lens(pass.get().samples()[row], row, pass.get());
  }

  /// Whether a sample has all that a step shows: one outside the batch has no way back, and the
  /// step of one number is about its own sample.
  private static boolean shows(NetworkFrame frame, int sample) {
    var pass = frame.moment().pass();
    if (pass.isEmpty()) {
      return true;
    }
    int row = pass.get().rowOf(sample);
    return frame.focus() instanceof NetworkFocus.Cell(var tensor, int at, int _)
        ? row >= 0 && (tensor.parameters().isPresent() || row == at)
        : row >= 0 || !pass.get().known().isBackward();
  }

  /// A sample at a step.
  static Lens on(NetworkFrame frame, int sample) {
    var pass = frame.moment().pass();
    int row = pass.map(batch -> batch.rowOf(sample)).orElse(-1);
    if (row >= 0) {
      return new Lens(sample, row, pass.orElseThrow());
    }
    var at = pass.map(Pass::at).orElse(frame.moment().parameters());
    int[] alone = {sample};
    var forward = Trainer.forward(frame.problem(), alone, at);
    return new Lens(sample, 0, new Pass(0, alone, at, forward, Optional.empty(), Tensor.LOSS));
  }

  private static int row(Pass pass, NetworkFocus.Cell cell) {
    return switch (cell.tensor()) {
      case DW1 ->
          largest(Tensors.values(pass, Tensor.X), cell.row(), pass.back().dz1(), cell.column());
      case DW2 -> largest(pass.forward().a1(), cell.row(), pass.back().dz2(), cell.column());
      case DB1 -> largest(null, 0, pass.back().dz1(), cell.column());
      case DB2 -> largest(null, 0, pass.back().dz2(), cell.column());
      default -> cell.row();
    };
  }

  /// The row with the largest share in a gradient.
  private static int largest(
      double @org.jspecify.annotations.Nullable [][] carried,
      int column,
      double[][] errors,
      int unit) {
    int largest = 0;
    double most = -1;
    for (int row = 0; row < errors.length; row++) {
      double share = Math.abs((carried == null ? 1 : carried[row][column]) * errors[row][unit]);
      if (share > most) {
        most = share;
        largest = row;
      }
    }
    return largest;
  }

  /// Whether a tensor has been computed for this sample.
  boolean knows(Tensor tensor) {
    return pass.knows(tensor);
  }

  /// A number of this sample.
  double at(Tensor tensor, int column) {
    return Tensors.values(pass, tensor)[row][column];
  }

  /// The class of this sample.
  int label() {
    return pass.forward().y()[row];
  }
}
