package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.Pieces;
import dev.stepwise.compute.multihead.ProjectFocus;
import dev.stepwise.draw.Element;
import dev.stepwise.view.matrices.MatrixElement;
import java.util.Arrays;
import java.util.Optional;

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

  /// A number on its way into a head.
  ///
  /// @param row as drawn, blocks below each other
  record OfPiece(Pieces pieces, int row, int column) implements MultiHeadElement {}

  /// The matrices of full width, by their names in the listing.
  enum Whole {
    X("X"),
    W_Q("W_q"),
    W_K("W_k"),
    W_V("W_v"),
    Q("Q"),
    K("K"),
    V("V"),
    JOINED("joined"),
    W_O("W_o"),
    OUTPUT("output");

    private final String variable;

    Whole(String variable) {
      this.variable = variable;
    }

    /// Its name in the listing.
    String variable() {
      return variable;
    }

    /// The matrix of exercise 1 that has the same part; empty for what comes after the heads.
    Optional<Tensor> tensor() {
      return switch (this) {
        case X -> Optional.of(Tensor.X);
        case W_Q -> Optional.of(Tensor.W_Q);
        case W_K -> Optional.of(Tensor.W_K);
        case W_V -> Optional.of(Tensor.W_V);
        case Q -> Optional.of(Tensor.Q);
        case K -> Optional.of(Tensor.K);
        case V -> Optional.of(Tensor.V);
        case JOINED, W_O, OUTPUT -> Optional.empty();
      };
    }

    /// The matrix of this name.
    static Whole named(String variable) {
      return Arrays.stream(values())
          .filter(matrix -> matrix.variable.equals(variable))
          .findFirst()
          .orElseThrow();
    }

    /// Its values.
    double[][] values(MultiHeadFrame frame) {
      var problem = frame.problem();
      var pass = frame.pass();
      return switch (this) {
        case X -> problem.x();
        case W_Q -> problem.queries();
        case W_K -> problem.keys();
        case W_V -> problem.values();
        case Q -> pass.whole().q();
        case K -> pass.whole().k();
        case V -> pass.whole().v();
        case JOINED -> pass.joined();
        case W_O -> problem.output();
        case OUTPUT -> pass.output();
      };
    }

    /// How many of its cells are there, row by row.
    int known(MultiHeadFrame frame) {
      int width = frame.problem().modelWidth();
      return switch (this) {
        case X, W_Q, W_K, W_V, W_O -> Integer.MAX_VALUE;
        case Q, K, V ->
            frame.focus() instanceof ProjectFocus.Projecting(var inner)
                ? inner.known(tensor().orElseThrow())
                : Integer.MAX_VALUE;
        case JOINED -> frame.joinedRows() * width;
        case OUTPUT -> frame.outputRows() * width;
      };
    }
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
