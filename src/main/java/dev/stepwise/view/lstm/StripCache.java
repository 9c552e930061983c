package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.History;
import dev.stepwise.compute.lstm.LstmProblem;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Pixels;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/// The strips as pixels, kept from step to step: a time step once drawn is not drawn again, so that
/// scrubbing through a thousand time steps of a hundred units costs what changed. For one stage.
final class StripCache {
  private static final double LEAST_CELL_WITH_GAP = 5;

  private record Key(Object history, String name, TimeAxis axis, int height, ColourScale scale) {}

  private static final class Strip {
    private final Pixels pixels;
    private int drawn;

    Strip(Pixels pixels) {
      this.pixels = pixels;
    }
  }

  private final Map<Key, Strip> strips = new HashMap<>();
  private Object history = this;

  /// The strip of a quantity with at least so many time steps drawn; what is later may be drawn
  /// too.
  ///
  /// @param steps how many, from the first one
  Pixels strip(
      History past, Quantity quantity, TimeAxis axis, int height, ColourScale scale, int steps) {
    int hidden = past.moment(0).values(quantity).length;
    return drawn(
        new Key(past, quantity.name(), axis, height, scale),
        steps,
        hidden,
        t -> {
          double[] values = past.moment(t).values(quantity);
          return unit -> Scene.shade(quantity, values[unit]);
        });
  }

  /// The strip of the input, the whole of it: it is known from the start.
  Pixels input(LstmProblem problem, History past, TimeAxis axis, int height, ColourScale scale) {
    return drawn(
        new Key(past, "input", axis, height, scale),
        axis.length(),
        problem.inputs(),
        t -> k -> problem.x()[t][k]);
  }

  private interface Columns {
    IntToDoubleFunction column(int t);
  }

  @SuppressWarnings("ReferenceEquality") // another run is another history
  private Pixels drawn(Key key, int steps, int cells, Columns columns) {
    if (history != key.history() || strips.size() > 40) {
      strips.clear();
      history = key.history();
    }
    var strip =
        strips.computeIfAbsent(
            key, _ -> new Strip(new Pixels((int) key.axis().width(), key.height())));
    int first = Math.max(strip.drawn, key.axis().first());
    int end = Math.min(steps, key.axis().last() + 1);
    if (first < end) {
      for (int t = first; t < end; t++) {
        column(strip.pixels, key, t, cells, columns.column(t));
      }
      strip.drawn = end;
      strip.pixels.changed();
    }
    return strip.pixels;
  }

  private static void column(Pixels pixels, Key key, int t, int cells, IntToDoubleFunction values) {
    var axis = key.axis();
    int left = (int) Math.max(0, axis.edge(t) - axis.left());
    int right = (int) Math.min(pixels.width(), axis.edge(t + 1) - axis.left());
    int height = pixels.height();
    boolean gapRight = axis.step() >= LEAST_CELL_WITH_GAP;
    boolean gapBelow = (double) height / cells >= LEAST_CELL_WITH_GAP;
    if (right <= left) {
      return;
    }
    int end = gapRight ? right - 1 : right;
    for (int y = 0; y < height; y++) {
      int cell = (int) ((long) y * cells / height);
      boolean lastRow = (int) ((long) (y + 1) * cells / height) != cell;
      int argb =
          gapBelow && lastRow && y < height - 1 ? 0 : key.scale().argb(values.applyAsDouble(cell));
      int row = y * pixels.width();
      for (int x = left; x < end; x++) {
        pixels.argb()[row + x] = argb;
      }
    }
  }
}
