package dev.stepwise.compute.multihead;

import dev.stepwise.compute.multihead.MultiHead.Place;

/// The number that is followed through reshape, transpose and concatenate.
///
/// @param row in the n×d_model projection
/// @param column in the n×d_model projection
public record Tracked(int row, int column) {

  /// One that shows well: in the middle of things, in none of the first rows or columns.
  public static Tracked standard(MultiHeadProblem problem) {
    int row = Math.min(problem.length() - 1, problem.length() * 5 / 8);
    int head = Math.min(problem.heads() - 1, problem.heads() / 2);
    int column = Math.max(0, problem.headWidth() - 2);
    return new Tracked(row, head * problem.headWidth() + column);
  }

  /// Where its head has it.
  public Place place(MultiHeadProblem problem) {
    return MultiHead.target(problem, row, column);
  }

  /// Where it should be: the head of its column, its own row.
  public Place rightPlace(MultiHeadProblem problem) {
    int width = problem.headWidth();
    return new Place(column / width, row, column % width);
  }
}
