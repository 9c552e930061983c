package dev.stepwise.check;

import java.util.Arrays;

/// Whether an array of a learner's is one of the run's, in whatever layout and precision.
final class Fit {
  private static final double DOUBLES = 1e-6;
  private static final double SINGLES = 2e-4;
  private static final double HIDDEN = -1e3;
  private static final int LARGEST_SEARCHED = 200_000;

  private Fit() {}

  /// How an array fits.
  enum Layout {
    /// Not at all.
    NONE,
    /// As it is, but for sides of length 1.
    SAME,
    /// With its axes in another order.
    TURNED,
    /// Number for number in another shape.
    RESHAPED,
    /// As a part of a larger one.
    PART,
    /// As a part of a larger one with its axes in another order.
    TURNED_PART
  }

  static Layout of(Held expected, Seen yours) {
    return switch (expected) {
      case Held.Words(String text) ->
          yours.held() instanceof Held.Words(String other) && text.equals(other)
              ? Layout.SAME
              : Layout.NONE;
      case Held.Numbers(Tensor tensor) -> yours.hasNumbers() ? of(tensor, yours) : Layout.NONE;
    };
  }

  private static Layout of(Tensor whole, Seen yours) {
    var expected = whole.squeezed();
    int size = expected.size();
    if (size == 0 || yours.size() < size || !yours.mayHold(expected)) {
      return Layout.NONE;
    }
    double margin = margin(expected, yours.kind());
    if (yours.size() == size) {
      return sameSize(expected, yours, margin);
    }
    return yours.size() <= LARGEST_SEARCHED && isTelling(expected)
        ? part(expected, yours, margin)
        : Layout.NONE;
  }

  private static Layout sameSize(Tensor expected, Seen yours, double margin) {
    var turned = yours.turned();
    for (int i = 0; i < turned.size(); i++) {
      var each = turned.get(i);
      if (Arrays.equals(each.shape(), expected.shape()) && agree(expected, each, 0, margin)) {
        return i == 0 ? Layout.SAME : Layout.TURNED;
      }
    }
    boolean bothVectors = expected.shape().length <= 1 && turned.getFirst().shape().length <= 1;
    return !bothVectors && isTelling(expected) && agree(expected, turned.getFirst(), 0, margin)
        ? Layout.RESHAPED
        : Layout.NONE;
  }

  @SuppressWarnings("ReferenceEquality") // one of two that were just made
  private static Layout part(Tensor expected, Seen yours, double margin) {
    int size = expected.size();
    int width = expected.shape().length == 0 ? 1 : expected.shape()[expected.shape().length - 1];
    var turned = yours.turned();
    for (var each : turned) {
      int rank = each.shape().length;
      int side = rank == 0 ? 1 : each.shape()[rank - 1];
      // A block of rows keeps the width of a row; a vector may stand anywhere in one.
      if (expected.shape().length >= 2 && side != width) {
        continue;
      }
      int stride = expected.shape().length >= 2 ? width : 1;
      for (int at = 0; at + size <= each.size(); at += stride) {
        if (agree(expected, each, at, margin)) {
          return each == turned.getFirst() ? Layout.PART : Layout.TURNED_PART;
        }
      }
    }
    return Layout.NONE;
  }

  /// Whether its numbers are such that others hardly agree with them by chance.
  private static boolean isTelling(Tensor expected) {
    if (expected.size() == 1) {
      double value = expected.data()[0];
      return Double.isFinite(value) && value != Math.rint(value);
    }
    if (expected.kind() == Tensor.Kind.WHOLE) {
      return expected.size() >= 4 && !expected.isFlat();
    }
    return !expected.isFlat() && expected.largest() > 0;
  }

  static double margin(Tensor expected, Tensor.Kind kind) {
    return (kind == Tensor.Kind.SINGLE ? SINGLES : DOUBLES) * Math.max(expected.largest(), 1e-12);
  }

  private static boolean agree(Tensor expected, Tensor yours, int from, double margin) {
    var a = expected.data();
    var b = yours.data();
    for (int i = 0; i < a.length; i++) {
      if (!agree(a[i], b[from + i], margin)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a number of the run and one of the learner's agree. A hidden score is −∞ for the run,
  /// and anything very small for others.
  static boolean agree(double expected, double yours, double margin) {
    if (expected == yours) {
      return true;
    }
    if (Double.isNaN(expected)) {
      return Double.isNaN(yours);
    }
    if (expected == Double.NEGATIVE_INFINITY) {
      return yours < HIDDEN;
    }
    return Math.abs(expected - yours) <= margin + 1e-9 * Math.abs(expected);
  }
}
