package dev.stepwise.compute.attention;

/// The matrices of a pass, by their names in the listing.
public enum Tensor {
  /// The tokens as vectors, n×d_model.
  X("X", "X"),
  /// What makes queries, d_model×d_k.
  W_Q("W_q", "W_q"),
  /// What makes keys, d_model×d_k.
  W_K("W_k", "W_k"),
  /// What makes values, d_model×d_k.
  W_V("W_v", "W_v"),
  /// Queries, n×d_k.
  Q("Q", "Q"),
  /// Keys, n×d_k.
  K("K", "K"),
  /// Values, n×d_k.
  V("V", "V"),
  /// Scores, n×n, as they stand at a step: products, scaled, masked.
  SCORES("scores", "S"),
  /// Weights, n×n.
  WEIGHTS("attention_weights", "A"),
  /// The result, n×d_k.
  OUTPUT("output", "O");

  private final String variable;
  private final String symbol;

  Tensor(String variable, String symbol) {
    this.variable = variable;
    this.symbol = symbol;
  }

  /// Its name in the listing.
  public String variable() {
    return variable;
  }

  /// Its name in formulas, as LaTeX.
  public String symbol() {
    return symbol;
  }

  /// The name of one of its rows.
  String rowName(int row) {
    return "%s[%d]".formatted(variable, row);
  }

  /// The name of one of its cells.
  String cellName(int row, int column) {
    return "%s[%d, %d]".formatted(variable, row, column);
  }

  /// Whether it is what attention begins with: X or a matrix that training would learn.
  boolean isGiven() {
    return compareTo(W_V) <= 0;
  }

  /// Whether it is made from X by a matrix: Q, K or V.
  public boolean isProjection() {
    return this == Q || this == K || this == V;
  }

  /// Of a projection the matrix that makes it.
  ///
  /// @throws IllegalStateException for others
  public Tensor maker() {
    return switch (this) {
      case Q -> W_Q;
      case K -> W_K;
      case V -> W_V;
      default -> throw new IllegalStateException(this + " is no projection");
    };
  }
}
