package dev.stepwise.check;

import dev.stepwise.check.Report.Cause;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How one array differs from another: where first, and by what simple slip.
final class Slips {
  private static final double MARGIN = 1e-6;

  private Slips() {}

  /// Where two arrays differ.
  ///
  /// @param at the place of the first number in the data of the run's
  /// @param count how many differ
  /// @param ratio yours ÷ the run's, where it is the same everywhere
  record Gap(int at, double yours, double expected, int count, int size, Optional<Double> ratio) {
    /// What the ratio says; empty where there is none.
    String evidence() {
      return ratio
          .map(each ->
              each == 0
                  ? "yours is 0 everywhere"
                  : size == 1
                      ? "yours ÷ run = " + number(each)
                      : "yours ÷ run = %s in all %d".formatted(number(each), size))
          .orElse("");
    }
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value).replaceAll("(\\.\\d\\d\\d*?)0+$", "$1");
  }

  /// Compares two arrays of one shape; empty where they agree or their sizes do not.
  static Optional<Gap> gap(Tensor expected, Tensor yours) {
    if (expected.size() != yours.size() || expected.size() == 0) {
      return Optional.empty();
    }
    double margin = Fit.margin(expected, yours.kind());
    int first = -1;
    int count = 0;
    for (int i = 0; i < expected.size(); i++) {
      if (!Fit.agree(expected.data()[i], yours.data()[i], margin)) {
        first = first < 0 ? i : first;
        count++;
      }
    }
    return first < 0
        ? Optional.empty()
        : Optional.of(
            new Gap(
                first,
                yours.data()[first],
                expected.data()[first],
                count,
                expected.size(),
                ratio(expected, yours)));
  }

  private static Optional<Double> ratio(Tensor expected, Tensor yours) {
    double ratio = Double.NaN;
    double least = expected.largest() * 1e-9;
    for (int i = 0; i < expected.size(); i++) {
      double a = expected.data()[i];
      double b = yours.data()[i];
      if (!Double.isFinite(a) || !Double.isFinite(b)) {
        if (a != b) {
          return Optional.empty();
        }
      } else if (Math.abs(a) <= least) {
        if (Math.abs(b) > MARGIN * yours.largest()) {
          return Optional.empty();
        }
      } else if (Double.isNaN(ratio)) {
        ratio = b / a;
      } else if (Math.abs(b / a - ratio) > 1e-5 * Math.abs(ratio)) {
        return Optional.empty();
      }
    }
    return Double.isNaN(ratio) ? Optional.empty() : Optional.of(ratio);
  }

  /// Yours with its axes ordered so that it has the run's shape and is nearest to it.
  static Optional<Tensor> aligned(Tensor expected, Tensor yours) {
    var shape = expected.squeezed().shape();
    return yours.squeezed().turned().stream()
        .filter(each -> Arrays.equals(each.shape(), shape))
        .findFirst();
  }

  /// The slip, where it is a simple one.
  static Optional<Cause> of(String name, Tensor expected, Tensor yours) {
    var gap = gap(expected, yours);
    if (gap.isEmpty()) {
      return Optional.empty();
    }
    var ratio = gap.get().ratio();
    if (ratio.isPresent()) {
      return Optional.of(factor(name, expected, ratio.get(), gap.get()));
    }
    return shifted(name, expected, yours);
  }

  private static Cause factor(String name, Tensor expected, double ratio, Gap gap) {
    boolean isSign = Math.abs(ratio + 1) < 1e-6;
    if (isSign) {
      return new Cause("sign", "%s has the other sign: %s".formatted(name, gap.evidence()), false);
    }
    if (Math.abs(ratio) < 1e-12) {
      return new Cause("zeros", "%s is 0 everywhere".formatted(name), false);
    }
    for (int side : expected.shape()) {
      if (side > 1 && Math.abs(ratio - side) < 1e-6 * side) {
        return new Cause(
            "sum-for-mean",
            "%s is a sum where a mean belongs: %s".formatted(name, gap.evidence()),
            false);
      }
    }
    return new Cause(
        "constant-factor", "%s is off by a factor: %s".formatted(name, gap.evidence()), false);
  }

  /// Off by one row.
  private static Optional<Cause> shifted(String name, Tensor expected, Tensor yours) {
    var shape = expected.squeezed().shape();
    if (shape.length == 0 || shape[0] < 3) {
      return Optional.empty();
    }
    int width = expected.size() / shape[0];
    double margin = Fit.margin(expected, yours.kind());
    for (int by : new int[] {width, -width}) {
      boolean same = true;
      for (int i = Math.max(0, -by); i < expected.size() - Math.max(0, by) && same; i++) {
        same = Fit.agree(expected.data()[i], yours.data()[i + by], margin);
      }
      if (same) {
        return Optional.of(
            new Cause(
                "off-by-one",
                "%s is off by one: each row has what belongs to its neighbour".formatted(name),
                false));
      }
    }
    return Optional.empty();
  }
}
