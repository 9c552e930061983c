package dev.stepwise.view.matrices;

import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Pixels;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pixels of the matrices that were drawn last, kept while values, colours and places stay the
/// same, since every movement of the mouse repaints them all. For one thread.
public final class KeptPixels {
  private static final long MOST_PIXELS = 6_000_000;

  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  private record Key(
      double[][] values,
      ColourScale scale,
      int known,
      MatrixMark.Mask mask,
      CellGrid grid,
      Palette palette) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && key.known == known
          && key.mask.equals(mask)
          && key.grid.equals(grid)
          && sameRows(key.values, values)
          && key.scale.equals(scale)
          && key.palette.equals(palette);
    }

    /// Nobody writes to a row, so the same rows hold the same values, in whatever array they are.
    @SuppressWarnings("ReferenceEquality")
    private static boolean sameRows(double[][] some, double[][] others) {
      if (some.length != others.length) {
        return false;
      }
      for (int row = 0; row < some.length; row++) {
        if (some[row] != others[row]) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * System.identityHashCode(values[0]) + known) + grid.hashCode();
    }
  }

  private final Map<Key, Pixels> pixels = new LinkedHashMap<>(32, 0.75f, true);
  private long total;

  /// Draws a matrix, its values in the cells while they fit.
  public void draw(Pen pen, CellGrid grid, MatrixMark mark) {
    drawColours(pen, grid, mark);
    if (pen.speaks()) {
      mark.drawValues(pen.surface(), grid, pen.look());
    }
  }

  /// Draws a matrix without its values.
  public void drawColours(Pen pen, CellGrid grid, MatrixMark mark) {
    var palette = pen.palette();
    var key = new Key(mark.values(), mark.scale(), mark.known(), mark.mask(), grid, palette);
    var kept = pixels.get(key);
    if (kept == null) {
      kept = mark.pixels(grid, palette);
      pixels.put(key, kept);
      total += size(kept);
      forget();
    }
    pen.surface().pixels(kept, grid.box().x(), grid.box().y());
  }

  private static long size(Pixels picture) {
    return (long) picture.width() * picture.height();
  }

  /// Those that were not drawn for longest go first.
  private void forget() {
    var eldest = pixels.entrySet().iterator();
    while (total > MOST_PIXELS && pixels.size() > 1) {
      total -= size(eldest.next().getValue());
      eldest.remove();
    }
  }
}
