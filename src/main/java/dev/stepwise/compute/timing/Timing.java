package dev.stepwise.compute.timing;

import java.util.Collection;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/// How long one run of some work takes, in seconds, over several rounds.
///
/// @param median half of the rounds took longer
/// @param lower a quarter of the rounds took less
/// @param upper a quarter of the rounds took longer
public record Timing(double median, double lower, double upper) {

  /// Of rounds.
  ///
  /// @param rounds seconds, at least one
  public static Timing of(Collection<Double> rounds) {
    var percentile = new Percentile();
    percentile.setData(rounds.stream().mapToDouble(Double::doubleValue).toArray());
    return new Timing(percentile.evaluate(50), percentile.evaluate(25), percentile.evaluate(75));
  }

  /// The median: `1.24 ms`.
  public String text() {
    return Duration.text(median);
  }

  /// The median with the middle half of the rounds: `1.24 ms (1.2 ms to 1.31 ms)`; alone, where
  /// they read the same.
  public String withSpread() {
    var low = Duration.text(lower);
    var high = Duration.text(upper);
    return low.equals(high) ? text() : "%s (%s to %s)".formatted(text(), low, high);
  }
}
