package dev.stepwise.compute.gradient.network;

/// Which one of the parameters.
///
/// @param of the tensor
/// @param row from 0; 0 for a bias
/// @param column from 0
public record Place(Of of, int row, int column) {

  /// A tensor of parameters.
  public enum Of {
    W1("W1"),
    B1("b1"),
    W2("W2"),
    B2("b2");

    private final String code;

    Of(String code) {
      this.code = code;
    }

    /// Its name in the listing.
    public String code() {
      return code;
    }

    /// Whether these are biases.
    public boolean isBias() {
      return this == B1 || this == B2;
    }
  }

  /// Its name as NumPy has it: `W1[0, 3]`, `b2[1]`.
  public String name() {
    return of.code() + (of.isBias() ? "[%d]".formatted(column) : "[%d, %d]".formatted(row, column));
  }

  /// Its name in a formula.
  public String latex() {
    return name().replaceFirst("(\\d)", "_$1").replace(" ", "");
  }
}
