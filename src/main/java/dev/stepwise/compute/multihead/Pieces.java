package dev.stepwise.compute.multihead;

import dev.stepwise.compute.multihead.MultiHead.Place;
import java.util.Optional;

/// The arrays of three axes that projections are cut into.
public enum Pieces {
  /// n×heads×d_k.
  CUT,
  /// heads×n×d_k as the run has it, right or wrong.
  TURNED,
  /// heads×n×d_k as it should be, beside a wrong one.
  RIGHT;

  /// How Q, K and V are cut at a step; empty where they are not yet.
  static Optional<Pieces> of(MultiHeadFrame frame) {
    boolean right = frame.problem().reshape() == Reshape.WITH_TRANSPOSE;
    return switch (frame.focus().stage()) {
      case PROJECT -> Optional.empty();
      case RESHAPE -> Optional.of(right ? CUT : TURNED);
      default -> Optional.of(TURNED);
    };
  }

  /// The place in its head of a row as it is drawn, blocks below each other.
  public Place place(MultiHeadProblem problem, int row, int column) {
    int n = problem.length();
    int h = problem.heads();
    return this == CUT ? new Place(row % h, row / h, column) : new Place(row / n, row % n, column);
  }

  /// The opposite.
  public int row(MultiHeadProblem problem, Place place) {
    return this == CUT
        ? place.token() * problem.heads() + place.head()
        : place.head() * problem.length() + place.token();
  }

  /// The indices of a place, as NumPy counts them.
  int[] indices(Place place) {
    return this == CUT
        ? new int[] {place.token(), place.head(), place.column()}
        : new int[] {place.head(), place.token(), place.column()};
  }

  /// How its numbers were cut.
  Reshape reshape(MultiHeadProblem problem) {
    return this == TURNED ? problem.reshape() : Reshape.WITH_TRANSPOSE;
  }

  /// Where in the n×d_model projection the number at a place comes from: row and column.
  public int[] source(MultiHeadProblem problem, Place place) {
    return reshape(problem).source(problem, place);
  }
}
