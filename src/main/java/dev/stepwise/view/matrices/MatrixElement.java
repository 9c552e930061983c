package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Element;

/// What can be asked about in the picture of one head. Indices count from 0.
public sealed interface MatrixElement extends Element {
  /// A cell of a matrix.
  record OfCell(Tensor tensor, int row, int column) implements MatrixElement {}

  /// A token: its row and its column.
  record OfToken(int token) implements MatrixElement {}

  /// A whole matrix.
  record OfTensor(Tensor tensor) implements MatrixElement {}

  /// A number on the way of a score through softmax.
  record OfPart(int query, int key, Part part) implements MatrixElement {}

  /// The entropy of a row of weights.
  record OfEntropy(int query) implements MatrixElement {}

  /// p(1 − p) of a row's greatest weight.
  record OfGradient(int query) implements MatrixElement {}
}
