package dev.stepwise.view.page;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Draws the table of a narration: columns as wide as what is in them, numbers flush right, smaller
/// where it would not fit, and no more rows than there is room for.
final class TablePainter {
  static final double ROW = 1.75;
  private static final double GAP = 1.1;
  private static final double HEAD = 0.92;
  private static final double LEAST = 0.65;

  /// In pixels, whatever the scale: what is smaller cannot be read from a small picture.
  private static final double LEGIBLE = 8.5;

  private final Surface surface;
  private final Look look;
  private final Narration.Table table;
  private final Box box;
  private final double size;
  private final double[] widths;

  /// @param size of the font, in pixels, where everything fits
  TablePainter(Surface surface, Look look, Narration.Table table, Box box, double size) {
    this.surface = surface;
    this.look = look;
    this.table = table;
    this.box = box;
    double needed = Arrays.stream(natural(size)).sum();
    double room = box.width() - GAP * size * (table.head().size() - 1);
    this.size = needed <= room ? size : Math.max(LEGIBLE, size * Math.max(LEAST, room / needed));
    this.widths = shared(natural(this.size));
  }

  /// Draws it and tells where it ends.
  double draw() {
    double height = size * ROW;
    int fitting = Math.min(table.rows().size(), (int) (box.height() / height) - 1);
    double y = box.y();
    if (fitting < 1) {
      return y;
    }
    row(table.head(), head(size), y);
    for (int i = 0; i < fitting; i++) {
      y += height;
      // One line alone goes to a number: a head above "and 6 more" would say nothing.
      if (i == fitting - 1 && fitting > 1 && fitting < table.rows().size()) {
        var more = "and %d more".formatted(table.rows().size() - i);
        surface.text(more, box.x(), y + size * 1.2, head(size));
        rule(y + height);
      } else {
        row(table.rows().get(i), figures(size, i), y);
      }
    }
    return y + height;
  }

  private void row(List<String> cells, Type type, double y) {
    double x = box.x();
    for (int i = 0; i < cells.size(); i++) {
      boolean flushRight = isNumeric(i);
      surface.text(
          cut(cells.get(i), type, widths[i]),
          flushRight ? x + widths[i] : x,
          y + size * 1.2,
          type.aligned(flushRight ? Type.Align.RIGHT : Type.Align.LEFT));
      x += widths[i] + GAP * size;
    }
    rule(y + size * ROW);
  }

  private void rule(double y) {
    surface.line(box.x(), y, box.right(), y, new Ink.Stroke(look.palette().faint(), 1));
  }

  private String cut(String text, Type type, double width) {
    if (surface.textWidth(text, type) <= width + 0.5) {
      return text;
    }
    int end = text.length();
    while (end > 0 && surface.textWidth(text.substring(0, end) + "…", type) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + "…";
  }

  private Type head(double at) {
    return new Type(Type.Face.REGULAR, at * HEAD, look.palette().muted());
  }

  private Type figures(double at, int row) {
    var face = row == table.telling() ? Type.Face.MONO_BOLD : Type.Face.MONO;
    return new Type(face, at, look.palette().text());
  }

  private double[] natural(double at) {
    return IntStream.range(0, table.head().size())
        .mapToDouble(column -> {
          double widest = surface.textWidth(table.head().get(column), head(at));
          for (int row = 0; row < table.rows().size(); row++) {
            var cells = table.rows().get(row);
            if (column < cells.size()) {
              widest = Math.max(widest, surface.textWidth(cells.get(column), figures(at, row)));
            }
          }
          return widest;
        })
        .toArray();
  }

  /// What is left over is shared by all columns but the first; what is missing is taken from the
  /// widest.
  private double[] shared(double[] natural) {
    var shared = natural.clone();
    double left = box.width() - GAP * size * (natural.length - 1) - Arrays.stream(natural).sum();
    if (left >= 0) {
      double most = 5 * size; // farther apart, a row is hard to follow
      for (int i = 1; i < shared.length; i++) {
        shared[i] += Math.min(most, left / (shared.length - 1));
      }
      return shared;
    }
    int widest =
        IntStream.range(0, shared.length)
            .boxed()
            .max((a, b) -> Double.compare(natural[a], natural[b]))
            .orElse(0);
    shared[widest] = Math.max(2 * size, shared[widest] + left);
    return shared;
  }

  private boolean isNumeric(int column) {
    return column > 0
        && table.rows().stream()
            .allMatch(row ->
                column < row.size()
                    && row.get(column)
                        .matches("[-−+]?[0-9.,eE−+-]+ ?%?|[-−]?∞|NaN|≈ ?[-−]?[01]|–|…|"));
  }
}
