package dev.stepwise.quiz;

import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Whether numbers differ so clearly that no rounding decides which is the larger, for people who
/// read them with three digits.
public final class Clearly {
  /// What two numbers must differ by, in relation to the larger one.
  private static final double SHARE = 0.02;

  /// What they must differ by at least, whatever their size: less may be left over by computing.
  private static final double NOISE = 1e-9;

  private Clearly() {}

  /// Whether two numbers differ clearly; a NaN differs from nothing.
  public static boolean differ(double one, double other) {
    if (Double.isInfinite(one) || Double.isInfinite(other)) {
      return one < other || one > other;
    }
    double size = Math.max(Math.abs(one), Math.abs(other));
    return Math.abs(one - other) > Math.max(SHARE * size, NOISE);
  }

  /// The indices of numbers, the largest number first; of equal ones the first comes first.
  public static int[] descending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// The indices of numbers, the smallest number first; of equal ones the first comes first.
  public static int[] ascending(double[] values) {
    return descending(negated(values));
  }

  /// The index of the number that is clearly the largest; empty where two are about as large, where
  /// one is NaN, and of fewer than two numbers.
  public static OptionalInt largest(double[] values) {
    int[] order = descending(values);
    boolean told =
        order.length > 1
            && IntStream.range(0, values.length).noneMatch(i -> Double.isNaN(values[i]))
            && differ(values[order[0]], values[order[1]]);
    return told ? OptionalInt.of(order[0]) : OptionalInt.empty();
  }

  /// The index of the number that is clearly the smallest; empty as for [#largest].
  public static OptionalInt smallest(double[] values) {
    return largest(negated(values));
  }

  private static double[] negated(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> -values[i]).toArray();
  }
}
