package dev.stepwise.draw;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// An axis by decimal logarithm.
///
/// @param from,to bounds too near each other are moved apart; where one is not positive and finite,
///   or they are the wrong way round, there is no axis
public record LogScale(double from, double to) implements Scale {
  private static final double LARGEST = 1e307;
  private static final double SMALLEST = 1e-307;

  /// Mends the bounds.
  public LogScale {
    boolean axis = from > 0 && Double.isFinite(to) && from <= to;
    from = axis ? Math.clamp(from, SMALLEST, LARGEST) : Double.NaN;
    to = axis ? Math.clamp(to, SMALLEST, LARGEST) : Double.NaN;
    if (to / from < 1.001) {
      double middle = from;
      from = Math.max(middle / 2, SMALLEST / 2);
      to = middle * 2;
    }
  }

  /// An axis over the positive finite values given: from 1 to 10 without values, and none where
  /// there are values and none of them is positive and finite.
  ///
  /// @param margin on both sides, as a fraction of the logarithms' spread
  public static LogScale over(double[] values, double margin) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double value : values) {
      if (value > 0 && Double.isFinite(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    if (least > most) {
      return values.length == 0 ? new LogScale(1, 10) : new LogScale(Double.NaN, Double.NaN);
    }
    var exact = new LogScale(least, most);
    double low = Math.max(exact.value(-margin), Double.MIN_NORMAL);
    return new LogScale(low, Math.min(exact.value(1 + margin), Double.MAX_VALUE));
  }

  @Override
  public double place(double value) {
    if (!(value > 0) || !Double.isFinite(value)) {
      return Double.NaN;
    }
    double low = Math.log10(from);
    return (Math.log10(value) - low) / (Math.log10(to) - low);
  }

  @Override
  public double value(double place) {
    double low = Math.log10(from);
    return Math.pow(10, low + place * (Math.log10(to) - low));
  }

  /// Powers of ten; where these are few, twice and five times them too; on an axis of less than
  /// that, even ticks.
  @Override
  public List<Tick> ticks(int most) {
    if (!isAxis()) {
      return List.of();
    }
    int limit = Math.max(1, most);
    int low = (int) Math.floor(Math.log10(from));
    int high = (int) Math.ceil(Math.log10(to));
    var fine = at(low, high, 1, 1, 2, 5);
    if (fine.size() <= limit) {
      return fine.size() >= 2 ? fine : new LinearScale(from, to).ticks(limit);
    }
    int stride = 1;
    var ticks = at(low, high, stride, 1);
    while (ticks.size() > limit) {
      stride++;
      ticks = at(low, high, stride, 1);
    }
    return ticks.isEmpty() ? fine.subList(0, 1) : ticks;
  }

  private List<Tick> at(int low, int high, int stride, int... factors) {
    var values = new ArrayList<BigDecimal>();
    for (int exponent = low; exponent <= high; exponent++) {
      if (Math.floorMod(exponent, stride) != 0) {
        continue;
      }
      for (int factor : factors) {
        var value = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
        if (value.doubleValue() >= from * (1 - 1e-9) && value.doubleValue() <= to * (1 + 1e-9)) {
          values.add(value);
        }
      }
    }
    var labels = TickLabel.of(values);
    return IntStream.range(0, values.size())
        .mapToObj(i -> new Tick(values.get(i).doubleValue(), labels.get(i)))
        .toList();
  }
}
