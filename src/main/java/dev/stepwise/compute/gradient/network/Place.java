package dev.stepwise.compute.gradient.network;

/// Which one of the parameters.
///
/// @param of the tensor
/// @param row from 0; 0 for a bias
/// @param column from 0
public record Place(Of of, int row, int column) {

  /// A tensor of parameters.
  public enum Of {
    W1,
    B1,
    W2,
    B2
  }

  /// Its name as NumPy has it: `W1[0, 3]`, `b2[1]`.
  public String name() {
    return switch (of) {
      case W1 -> "W1[%d, %d]".formatted(row, column);
      case B1 -> "b1[%d]".formatted(column);
      case W2 -> "W2[%d, %d]".formatted(row, column);
      case B2 -> "b2[%d]".formatted(column);
    };
  }

  /// Its name in a formula.
  public String latex() {
    return switch (of) {
      case W1 -> "W_1[%d,%d]".formatted(row, column);
      case B1 -> "b_1[%d]".formatted(column);
      case W2 -> "W_2[%d,%d]".formatted(row, column);
      case B2 -> "b_2[%d]".formatted(column);
    };
  }
}
