package dev.stepwise.draw;

import java.util.Arrays;

/// The line through a series of numbers, broken at gaps and thinned where many share a pixel
/// column.
final class LineTrace {
  private final double[] values;
  private final double firstX;
  private double[] xs = new double[64];
  private double[] ys = new double[64];
  private int length;

  /// @param firstX the x of the first value
  LineTrace(double[] values, double firstX) {
    this.values = values;
    this.firstX = firstX;
  }

  /// Draws it, cut off at the frame's box.
  void draw(Surface surface, PlotFrame frame, Ink.Stroke stroke) {
    surface.clipped(frame.box().inset(-stroke.width()), () -> trace(surface, frame, stroke));
  }

  private void trace(Surface surface, PlotFrame frame, Ink.Stroke stroke) {
    double step = frame.pixelX(firstX + 1) - frame.pixelX(firstX);
    // Up to two values a column are drawn as they are; beyond that a column says all they say.
    int chunk = step < 0.5 ? (int) Math.ceil(1 / step) : 1;
    for (int start = 0; start < values.length; start += chunk) {
      int end = Math.min(values.length, start + chunk);
      if (chunk == 1) {
        put(surface, frame, stroke, start);
      } else {
        putExtremes(surface, frame, stroke, start, end);
      }
    }
    flush(surface, stroke);
  }

  /// The first, least, greatest and last of some values, in their order.
  private void putExtremes(
      Surface surface, PlotFrame frame, Ink.Stroke stroke, int start, int end) {
    int least = start;
    int most = start;
    for (int i = start; i < end; i++) {
      least = values[i] < values[least] || Double.isNaN(values[least]) ? i : least;
      most = values[i] > values[most] || Double.isNaN(values[most]) ? i : most;
    }
    var kept = new int[] {start, Math.min(least, most), Math.max(least, most), end - 1};
    for (int k = 0; k < kept.length; k++) {
      if (k == 0 || kept[k] != kept[k - 1]) {
        put(surface, frame, stroke, kept[k]);
      }
    }
  }

  private void put(Surface surface, PlotFrame frame, Ink.Stroke stroke, int index) {
    double y = frame.pixelY(values[index]);
    if (Double.isNaN(y)) {
      flush(surface, stroke);
      return;
    }
    if (length == xs.length) {
      xs = Arrays.copyOf(xs, 2 * length);
      ys = Arrays.copyOf(ys, 2 * length);
    }
    xs[length] = frame.pixelX(firstX + index);
    ys[length++] = y;
  }

  private void flush(Surface surface, Ink.Stroke stroke) {
    if (length == 1) {
      surface.circle(xs[0], ys[0], stroke.width() / 2, Ink.filled(stroke.colour()));
    } else if (length > 1) {
      surface.line(Arrays.copyOf(xs, length), Arrays.copyOf(ys, length), stroke);
    }
    length = 0;
  }
}
