package dev.stepwise.compute.multihead;

import dev.stepwise.compute.multihead.MultiHead.Place;

/// The number that is followed through reshape, transpose and concatenate.
///
/// @param row in the n×d_model projection
/// @param column in the n×d_model projection
public record Tracked(int row, int column) {

  /// One that shows well: a later row, a head in the middle, and there the largest number.
  static Tracked of(MultiHeadProblem problem, double[][] queries) {
    int row = Math.min(problem.length() - 1, problem.length() * 5 / 8);
    int head = Math.min(problem.heads() - 1, problem.heads() / 2);
    int first = head * problem.headWidth();
    int best = first;
    for (int column = first; column < first + problem.headWidth(); column++) {
      if (Math.abs(queries[row][column]) > Math.abs(queries[row][best])) {
        best = column;
      }
    }
    return new Tracked(row, best);
  }

  /// Where its head has it.
  public Place place(MultiHeadProblem problem) {
    return problem.target(row, column);
  }

  /// Where the heads' results side by side, n×d_model, have what its head made at its place: row
  /// and column. Rows are joined as they are, so the way back does not undo a wrong reshape.
  public int[] joinedPlace(MultiHeadProblem problem) {
    return problem.mistake().joined(problem, place(problem));
  }

  /// Whether a wrong reshape has put it elsewhere.
  public boolean isDisplaced(MultiHeadProblem problem) {
    return !place(problem).equals(rightPlace(problem));
  }

  /// Where it should be: the head of its column, its own row.
  public Place rightPlace(MultiHeadProblem problem) {
    return Reshape.WITH_TRANSPOSE.target(problem, row, column);
  }
}
