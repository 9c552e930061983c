package dev.stepwise.draw;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An even axis.
///
/// @param from,to bounds too near each other to tell values apart are moved apart, and bounds
///   beyond a quarter of the largest number are moved there, so that their difference is finite;
///   where one is not finite, or they are the wrong way round, there is no axis
public record LinearScale(double from, double to) implements Scale {
  private static final double LARGEST = Double.MAX_VALUE / 4;
  private static final double NARROWEST = 1e-12;

  /// What a power of ten is multiplied with to make a step that is easy to read.
  private static final List<BigDecimal> FACTORS =
      Stream.of("10", "5", "2", "1", "0.5", "0.2", "0.1").map(BigDecimal::new).toList();

  /// Mends the bounds.
  public LinearScale {
    boolean axis = Double.isFinite(from) && Double.isFinite(to) && from <= to;
    from = axis ? Math.clamp(from, -LARGEST, LARGEST) : Double.NaN;
    to = axis ? Math.clamp(to, -LARGEST, LARGEST) : Double.NaN;
    if (areTooNear(from, to)) {
      double size = Math.max(Math.abs(from), Math.abs(to));
      double half = size < 1e-280 ? 0.5 : size * 0.1;
      double middle = from;
      from = middle - half;
      to = middle + half;
    }
  }

  /// Whether the numbers between two are too few to tell values apart.
  static boolean areTooNear(double from, double to) {
    double size = Math.max(Math.abs(from), Math.abs(to));
    return to - from <= size * NARROWEST || to - from < 1e-290;
  }

  /// An axis over the finite values given: from 0 to 1 without values, and none where there are
  /// values and none of them is finite.
  ///
  /// @param margin on both sides, as a fraction of the values' spread
  public static LinearScale over(double[] values, double margin) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    if (least > most) {
      return values.length == 0 ? new LinearScale(0, 1) : new LinearScale(Double.NaN, Double.NaN);
    }
    return new LinearScale(least, most).widened(margin);
  }

  /// The same axis with a margin on both sides.
  ///
  /// @param margin as a fraction of its length
  public LinearScale widened(double margin) {
    double more = (to - from) * margin;
    return new LinearScale(
        Math.max(from - more, -Double.MAX_VALUE), Math.min(to + more, Double.MAX_VALUE));
  }

  @Override
  public double place(double value) {
    // Halves, since the difference of two finite numbers may not be finite.
    return Double.isFinite(value) ? (value / 2 - from / 2) / (to / 2 - from / 2) : Double.NaN;
  }

  @Override
  public double value(double place) {
    return from + place * (to - from);
  }

  /// Ticks at multiples of 1, 2 or 5 times a power of ten, after Heckbert, "Nice numbers for graph
  /// labels", Graphics Gems (1990). Two at least, even where fewer are asked for: by a single one
  /// nobody can read an axis.
  @Override
  public List<Tick> ticks(int most) {
    if (!isAxis()) {
      return List.of();
    }
    double least = (to - from) / Math.max(1, most);
    int exponent = (int) Math.floor(Math.log10(least));
    var ticks = List.<Tick>of();
    for (var factor : FACTORS) {
      var step = factor.scaleByPowerOfTen(exponent);
      if (step.doubleValue() >= least * (1 - 1e-9)) {
        ticks = multiples(step);
      } else if (ticks.size() < 2) {
        var finer = multiples(step);
        ticks = finer.size() < 2 ? finer : List.of(finer.getFirst(), finer.getLast());
      }
    }
    return ticks;
  }

  private List<Tick> multiples(BigDecimal step) {
    double width = step.doubleValue();
    var ticks = new ArrayList<Tick>();
    for (long i = (long) Math.ceil(from / width - 1e-9); i <= to / width + 1e-9; i++) {
      var value = step.multiply(BigDecimal.valueOf(i));
      ticks.add(new Tick(value.doubleValue(), TickLabel.of(value, step)));
    }
    return ticks;
  }
}
