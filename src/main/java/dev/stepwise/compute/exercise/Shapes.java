package dev.stepwise.compute.exercise;

import dev.stepwise.compute.text.Phrases;

/// Checks of sizes that must agree, each with a place and a remedy.
public final class Shapes {
  private Shapes() {}

  /// Checks the size of a matrix.
  ///
  /// @param place where it stands, such as `/inputs/W_q`
  /// @param because what asks for this size, such as `X has 4 columns`
  /// @throws InvalidInput where it has another
  public static void matrix(
      String place, double[][] matrix, int rows, int columns, String because) {
    if (matrix.length != rows || matrix[0].length != columns) {
      throw new InvalidInput(
          place,
          "is %d×%d, but %s".formatted(matrix.length, matrix[0].length, because),
          "give %d×%d numbers".formatted(rows, columns));
    }
  }

  /// Checks how many entries a list, a vector or a matrix has.
  ///
  /// @param place where it stands, such as `/inputs/tokens`
  /// @param length how many it has
  /// @param wanted how many it should have
  /// @param one what one of them is, such as `token`
  /// @param because what asks for so many, such as `X has 4 rows`
  /// @throws InvalidInput where it has another number
  public static void length(String place, int length, int wanted, String one, String because) {
    if (length != wanted) {
      throw new InvalidInput(
          place,
          "has %s, but %s".formatted(Phrases.count(length, one), because),
          "give " + Phrases.count(wanted, one));
    }
  }
}
