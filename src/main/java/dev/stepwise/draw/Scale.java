package dev.stepwise.draw;

import java.util.List;

/// How values of an axis become places: a value at [#from] is at 0, one at [#to] is at 1.
public sealed interface Scale permits LinearScale, LogScale, WholeScale {

  /// A labelled value of an axis.
  record Tick(double value, String label) {}

  /// How values are spread along an axis.
  enum Kind {
    /// Evenly.
    LINEAR,
    /// By their decimal logarithm; values that are not positive have no place.
    LOG
  }

  /// Where the axis begins; NaN where there is none.
  double from();

  /// Where it ends; always greater than [#from], or NaN.
  double to();

  /// Whether there is an axis. From a number that is not finite, or to one, there is none: no value
  /// has a place on it, and it has no ticks.
  default boolean isAxis() {
    return Double.isFinite(from()) && Double.isFinite(to());
  }

  /// The place of a value, 0 to 1 within the axis and beyond outside it; NaN where it has none.
  double place(double value);

  /// The value at a place.
  double value(double place);

  /// Round values on the axis, in rising order, at most about so many.
  ///
  /// @param most at least 1
  List<Tick> ticks(int most);

  /// An axis over the finite values given, with a margin on both sides. Without values it runs from
  /// 0 to 1, or from 1 to 10 if it is logarithmic; where there are values and none of them has a
  /// place on it, there is no axis.
  ///
  /// @param margin as a fraction of the values' spread
  static Scale over(Kind kind, double[] values, double margin) {
    return switch (kind) {
      case LINEAR -> LinearScale.over(values, margin);
      case LOG -> LogScale.over(values, margin);
    };
  }
}
