package dev.stepwise.compute.timing;

import dev.stepwise.compute.run.Numbers;

/// How long two works take that do the same.
///
/// @param baseline what is compared with
/// @param work what is compared
public record Comparison(Timing baseline, Timing work) {

  /// How many times as fast the work is as the baseline, by their medians.
  public double speedUp() {
    return baseline.median() / work.median();
  }

  /// Whether the middle halves of the rounds overlap, so that neither is surely the faster one.
  public boolean undecided() {
    return baseline.lower() <= work.upper() && work.lower() <= baseline.upper();
  }

  /// What the work does, for the end of a sentence: `is 12.1 times as fast`, `takes 4.2 times as
  /// long`, `takes about as long`.
  public String verdict() {
    if (undecided()) {
      return "takes about as long";
    }
    return speedUp() >= 1
        ? "is %s times as fast".formatted(Numbers.text(speedUp()))
        : "takes %s times as long".formatted(Numbers.text(1 / speedUp()));
  }
}
