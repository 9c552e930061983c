package dev.stepwise.compute.arithmetic;

/// How two sides of a line stand to each other.
public enum Relation {
  /// Equal to the digits that are shown.
  EQUAL("="),
  /// Less than.
  LESS("<"),
  /// Less than or equal.
  AT_MOST("\\le "),
  /// Greater than.
  GREATER(">"),
  /// Greater than or equal.
  AT_LEAST("\\ge ");

  /// What computing in floating point may add, relative to the value.
  private static final double FLOATING = 1e-12;

  private final String latex;

  Relation(String latex) {
    this.latex = latex;
  }

  String latex() {
    return latex;
  }

  /// Whether it holds between two numbers, exactly.
  public boolean holds(double left, double right) {
    return switch (this) {
      case EQUAL -> left == right;
      case LESS -> left < right;
      case AT_MOST -> left <= right;
      case GREATER -> left > right;
      case AT_LEAST -> left >= right;
    };
  }

  /// Whether it holds between a side and the next printed number. Equal is what becomes the right
  /// number when it is rounded half up to the right number's places.
  ///
  /// @param half half a unit of the last place that is printed of the right number
  boolean holds(double left, double right, double half) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return Double.isNaN(left) && Double.isNaN(right);
    }
    return holds(left, right) || (this == EQUAL && rounds(left, right, half));
  }

  /// Whether two sides differ by no more than is lost in printing the number behind them.
  static boolean isNear(double left, double right, double half) {
    return left == right
        || (Double.isNaN(left) && Double.isNaN(right))
        || Math.abs(left - right) <= half + FLOATING * Math.max(Math.abs(left), Math.abs(right));
  }

  private static boolean rounds(double left, double right, double half) {
    double off = Math.abs(left - right);
    double noise = FLOATING * Math.max(Math.abs(left), Math.abs(right));
    boolean away = Math.abs(left) > Math.abs(right);
    return off <= noise
        || (!pretends(left, right) && (away ? off < half - noise : off <= half + noise));
  }

  /// What is not 0 does not become 0, nor what is less than 1 a 1, by rounding alone.
  private static boolean pretends(double left, double right) {
    return (right == 0 && Math.abs(left) > FLOATING)
        || (Math.abs(right) == 1 && Math.abs(left) < 1 - FLOATING);
  }
}
