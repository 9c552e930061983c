package dev.stepwise.view.multihead;

import dev.stepwise.view.marks.Element;
import dev.stepwise.view.matrices.MatrixElement;

/// What can be asked about on the stage of multi-head attention. Indices count from 0.
public sealed interface MultiHeadElement extends Element {
  /// Something in a head.
  record InHead(int head, MatrixElement inner) implements MultiHeadElement {}

  /// A head.
  record OfHead(int head) implements MultiHeadElement {}

  /// A cell of a matrix of full width.
  record OfWhole(Whole matrix, int row, int column) implements MultiHeadElement {}

  /// A station of the ledger.
  record OfStation(Station station) implements MultiHeadElement {}

  /// The matrices of full width, by their names in the listing.
  enum Whole {
    X,
    W_Q,
    Q,
    JOINED,
    W_O,
    OUTPUT
  }

  /// The stations of a number on its way.
  enum Station {
    PROJECTED,
    RESHAPED,
    TURNED,
    ATTENDED,
    JOINED,
    OUTPUT
  }
}
