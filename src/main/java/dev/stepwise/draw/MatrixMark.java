package dev.stepwise.draw;

import java.util.Optional;
import javafx.scene.paint.Color;

/// A matrix as coloured cells in a grid, as one buffer of pixels however many they are. Values are
/// written in the cells while they fit. Where several cells share a pixel, it shows the one that is
/// farthest from 0. The array is shared and never written to.
///
/// @param values rows of equal length
/// @param scale which value has which colour
/// @param known how many cells are there, row by row; the others are shown as empty places
/// @param mask which cells are hidden, whatever value stands there
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record MatrixMark(double[][] values, ColourScale scale, int known, Mask mask) {
  private static final double FONT = 12.5;

  /// In large cells figures grow with the cells, up to a size.
  private static final double SHARE = 0.34;

  private static final double LARGEST_FONT = 17;
  private static final double SMALLEST_FONT = 9.5;
  private static final double SMALLEST_PRESENTED = 8;

  /// What a text takes of its cell's width at most, so that neighbours are told apart.
  private static final double AIR = 0.88;

  /// How much smaller than the others a long value is written.
  private static final double SQUEEZED = 0.72;

  private static final double PADDING = 3;
  private static final double GAPPED = 6;

  /// What is written in a hidden cell.
  private static final String HIDDEN = "–";

  /// What is written for a number so small that its digits don't fit.
  private static final String NEARLY_NOTHING = "≈0";

  /// Which cells of a matrix are hidden: those at the right of a diagonal.
  ///
  /// @param seen how many cells of the first row are not hidden; each row below has one more
  public record Mask(int seen) {
    /// Nothing is hidden.
    public static final Mask NONE = new Mask(Integer.MAX_VALUE);

    /// Of each row the cells up to the diagonal are seen.
    public static final Mask CAUSAL = new Mask(1);

    /// Whether a cell is hidden.
    public boolean hides(int row, int column) {
      return column >= (long) row + seen;
    }
  }

  /// A matrix without a mask.
  public MatrixMark(double[][] values, ColourScale scale, int known) {
    this(values, scale, known, Mask.NONE);
  }

  /// A whole matrix.
  public MatrixMark(double[][] values, ColourScale scale) {
    this(values, scale, Integer.MAX_VALUE, Mask.NONE);
  }

  /// Draws it.
  public void draw(Surface surface, CellGrid grid, Look look) {
    surface.pixels(pixels(grid, look.palette()), grid.box().x(), grid.box().y());
    if (look.speaks()) {
      drawValues(surface, grid, look);
    }
  }

  /// Its pixels, of the size of the grid's box, to be kept while nothing changes.
  public Pixels pixels(CellGrid grid, Palette palette) {
    var pixels = new Pixels((int) grid.box().width(), (int) grid.box().height());
    boolean gapped = Math.min(grid.cellWidth(), grid.cellHeight()) >= GAPPED;
    boolean shared = grid.cellWidth() < 1 || grid.cellHeight() < 1;
    int empty = Argb.premultiplied(palette.faint(), 0.35);
    int hidden = Argb.premultiplied(palette.faint(), 1);
    int broken = Argb.premultiplied(palette.alarm(), 0.45);
    var columns = Owners.of(pixels.width(), grid.columns(), grid.part().x(), grid.part().width());
    var rows = Owners.of(pixels.height(), grid.rows(), grid.part().y(), grid.part().height());
    int width = grid.columns();
    for (int y = 0; y < pixels.height(); y++) {
      if (gapped && rows.isLast(y)) {
        continue;
      }
      for (int x = 0; x < pixels.width(); x++) {
        if (gapped && columns.isLast(x)) {
          continue;
        }
        int row = rows.first[y];
        int column = columns.first[x];
        double value = shared ? strongest(rows, y, columns, x) : values[row][column];
        int argb;
        if ((long) row * width + column >= known) {
          argb = empty;
        } else if (mask.hides(row, column)) {
          argb = hidden;
        } else if (Double.isFinite(value)) {
          argb = scale.argb(value);
        } else {
          argb = Double.isNaN(value) || value > 0 ? broken : hidden;
        }
        pixels.argb()[y * pixels.width() + x] = argb;
      }
    }
    return pixels;
  }

  private double strongest(Owners rows, int y, Owners columns, int x) {
    double strongest = values[rows.first[y]][columns.first[x]];
    double most = Math.abs(strongest);
    for (int row = rows.first[y]; row <= rows.last[y]; row++) {
      double[] line = values[row];
      for (int column = columns.first[x]; column <= columns.last[x]; column++) {
        double value = line[column];
        double size = Math.abs(value);
        if (!(most <= Double.MAX_VALUE) || (size > most && size <= Double.MAX_VALUE)) {
          strongest = value;
          most = size;
        }
      }
    }
    return strongest;
  }

  /// Which cells each pixel of a side shows.
  private record Owners(int[] first, int[] last) {
    static Owners of(int pixels, int cells, double from, double length) {
      var first = new int[pixels];
      var last = new int[pixels];
      for (int i = 0; i < pixels; i++) {
        // The same rule as for the edges of cells: a cell begins at the floor of its edge.
        first[i] = cell((from + (i + 0.5) / pixels * length) * cells, cells);
        double start = (from + (double) i / pixels * length) * cells;
        double end = (from + (double) (i + 1) / pixels * length) * cells;
        if (end - start > 1) {
          first[i] = cell(start, cells);
          last[i] = cell(Math.ceil(end) - 1, cells);
        } else {
          first[i] = cell(end - 1e-6, cells);
          last[i] = first[i];
        }
      }
      return new Owners(first, last);
    }

    private static int cell(double at, int cells) {
      return Math.clamp((int) Math.floor(at), 0, cells - 1);
    }

    /// Whether a pixel is the last one of its cell.
    boolean isLast(int i) {
      return i + 1 < first.length && first[i + 1] != first[i];
    }
  }

  /// Writes the values in the cells that are seen, where they fit.
  public void drawValues(Surface surface, CellGrid grid, Look look) {
    textSize(grid, look).ifPresent(size -> drawValues(surface, grid, look, size));
  }

  /// Whether values can be written in the cells of a grid.
  public static boolean hasRoom(CellGrid grid, Look look) {
    return textSize(grid, look).isPresent();
  }

  /// The size of the values' text, where they can be written at all: the widest usual one must fit.
  private static Optional<Double> textSize(CellGrid grid, Look look) {
    return textSize(new Box(0, 0, grid.cellWidth(), grid.cellHeight()), look);
  }

  /// The size of values' text in cells like one, where they can be written at all.
  public static Optional<Double> textSize(Box cell, Look look) {
    double size = Math.min(look.px(FONT), roomFor(cell, look));
    boolean present = look.density() == Look.Density.PRESENT;
    return size < Math.max(Look.LEGIBLE, look.px(present ? SMALLEST_PRESENTED : SMALLEST_FONT))
        ? Optional.empty()
        : Optional.of(size);
  }

  private static double roomFor(Box cell, Look look) {
    double byHeight = (cell.height() - look.px(Space.LINE)) / 1.15;
    double byWidth = (cell.width() - look.px(PADDING)) / (3 * 0.6);
    return Math.min(byHeight, byWidth);
  }

  /// In large cells the text is larger, as long as all that is seen fits.
  private double grown(Surface surface, CellGrid grid, Look look, double size) {
    double share = Math.min(look.px(LARGEST_FONT), grid.cellHeight() * SHARE);
    var cell = new Box(0, 0, grid.cellWidth(), grid.cellHeight());
    double wanted = Math.min(share, roomFor(cell, look));
    return wanted <= size ? size : Math.clamp(AIR * fitting(surface, grid, wanted), size, wanted);
  }

  private void drawValues(Surface surface, CellGrid grid, Look look, double least) {
    if (least * SQUEEZED < Look.LEGIBLE && fitting(surface, grid, least) < Look.LEGIBLE) {
      return;
    }
    double size = grown(surface, grid, look, least);
    for (int row = grid.firstRow(); row <= grid.lastRow(); row++) {
      for (int column = grid.firstColumn(); column <= grid.lastColumn(); column++) {
        if ((long) row * grid.columns() + column >= known) {
          return;
        }
        var cell = grid.cell(row, column);
        if (grid.box().contains(cell.centreX(), cell.centreY())) {
          var ink = colour(row, column, look.palette());
          write(surface, cell, text(row, column), values[row][column], size, ink);
        }
      }
    }
  }

  private String text(int row, int column) {
    return mask.hides(row, column) ? HIDDEN : CellText.of(values[row][column]);
  }

  /// The size in which the widest text that is seen fills its cell.
  ///
  /// @param wanted a size to measure by
  private double fitting(Surface surface, CellGrid grid, double wanted) {
    var type = new Type(Type.Face.MONO, wanted, Color.BLACK);
    double widest = 1;
    for (int row = grid.firstRow(); row <= grid.lastRow(); row++) {
      for (int column = grid.firstColumn(); column <= grid.lastColumn(); column++) {
        if ((long) row * grid.columns() + column < known) {
          widest = Math.max(widest, surface.textWidth(text(row, column), type));
        }
      }
    }
    return wanted * (grid.cellWidth() - 2) / widest;
  }

  private Color colour(int row, int column, Palette palette) {
    double value = values[row][column];
    if (mask.hides(row, column)) {
      return palette.muted();
    }
    if (Double.isFinite(value)) {
      return scale.textOn(value);
    }
    return Double.isNaN(value) || value > 0 ? palette.text() : palette.muted();
  }

  /// Writes a value in a cell, unless its digits don't fit.
  ///
  /// @param size of the text where there is room for it
  public static void drawValue(Surface surface, Box cell, double value, double size, Color colour) {
    write(surface, cell, CellText.of(value), value, size, colour);
  }

  private static void write(
      Surface surface, Box cell, String text, double value, double size, Color colour) {
    if (!fits(surface, cell, text, size, colour) && Math.abs(value) < 1) {
      fits(surface, cell, NEARLY_NOTHING, size, colour);
    }
  }

  /// Writes a text if it fits.
  ///
  /// @return whether it fits
  private static boolean fits(Surface surface, Box cell, String text, double size, Color colour) {
    var type = new Type(Type.Face.MONO, size, colour).centred();
    double room = (cell.width() - 2) / surface.textWidth(text, type);
    if (room < SQUEEZED) {
      return false;
    }
    // Neighbours are kept apart as long as what is kept apart can be read.
    double least = Math.max(SQUEEZED, Math.min(1, Math.min(room, Look.LEGIBLE / size)));
    double share = Math.clamp(room * AIR, least, 1);
    double y = cell.centreY() + type.drop() * share;
    surface.text(text, cell.centreX(), y, type.sized(share));
    return true;
  }
}
