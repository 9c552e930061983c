package dev.stepwise.interview;

/// What an interview is rated on, each 0 (not there), 1 (partly) or 2 (there).
public enum Criterion {
  CLEAN_CODE("Clean code"),
  TALKING("Talking it through"),
  EDGE_CASES("Edge cases"),
  COMPLEXITY("Complexity"),
  TRADE_OFFS("Trade-offs");

  /// The best rating.
  public static final int MOST = 2;

  private final String title;

  Criterion(String title) {
    this.title = title;
  }

  /// Its heading in the checklist.
  public String title() {
    return title;
  }
}
