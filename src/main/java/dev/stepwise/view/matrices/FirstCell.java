package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.view.matrices.MatrixElement.OfCell;

/// The first cell that a step of one head wrote.
public final class FirstCell {
  private FirstCell() {}

  /// The cell that the step is about, or the first one of its row or matrix.
  public static OfCell of(AttentionFrame frame) {
    return switch (frame.focus()) {
      case Focus.Projected _ -> new OfCell(Tensor.Q, 0, 0);
      case Focus.MatrixProjected(var matrix) -> new OfCell(matrix, 0, 0);
      case Focus.CellProjected(var matrix, int row, int column) -> new OfCell(matrix, row, column);
      case Focus.TermProjected(var matrix, int row, int column, _, _) ->
          new OfCell(matrix, row, column);
      case Focus.Scored _, Focus.Scaled _, Focus.Masked _ -> new OfCell(Tensor.SCORES, 0, 0);
      case Focus.RowScored(int query) -> new OfCell(Tensor.SCORES, query, 0);
      case Focus.CellScored(int query, int key) -> new OfCell(Tensor.SCORES, query, key);
      case Focus.TermScored(int query, int key, _, _) -> new OfCell(Tensor.SCORES, query, key);
      case Focus.RowScaled(int query) -> new OfCell(Tensor.SCORES, query, 0);
      case Focus.RowMasked(int query) -> new OfCell(Tensor.SCORES, query, 0);
      case Focus.Weighed _ -> new OfCell(Tensor.WEIGHTS, 0, 0);
      case Focus.RowWeighed(int query) -> new OfCell(Tensor.WEIGHTS, query, 0);
      case Focus.PartWeighed(int query, _) -> new OfCell(Tensor.WEIGHTS, query, 0);
      case Focus.Mixed _, Focus.Finished _ -> new OfCell(Tensor.OUTPUT, 0, 0);
      case Focus.RowMixed(int query) -> new OfCell(Tensor.OUTPUT, query, 0);
      case Focus.TermMixed(int query, _) -> new OfCell(Tensor.OUTPUT, query, 0);
    };
  }
}
