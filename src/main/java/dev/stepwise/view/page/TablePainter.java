package dev.stepwise.view.page;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Draws the table of a narration: columns as wide as what is in them, numbers flush right, smaller
/// where it would not fit, and no more rows than there is room for.
final class TablePainter {
  private static final double ROW = 1.75;
  private static final double GAP = 1.1;
  private static final double LEAST = 0.65;

  /// A text as wide as its column fits into it, however widths were rounded.
  private static final double ROUNDING = 0.5;

  /// In pixels, whatever the scale: what is smaller cannot be read from a small picture.
  private static final double LEGIBLE = 8.5;

  private final Pen pen;
  private final Narration.Table table;
  private final Box box;
  private final double size;
  private final double[] widths;

  TablePainter(Pen pen, Narration.Table table, Box box) {
    this.pen = pen;
    this.table = table;
    this.box = box;
    double wanted = pen.type(Role.DETAIL).size();
    double needed = Arrays.stream(natural(wanted)).sum();
    double room = box.width() - GAP * wanted * (table.head().size() - 1);
    double fitting = wanted * Math.max(LEAST, room / needed);
    this.size = needed <= room ? wanted : Math.max(LEGIBLE, fitting);
    this.widths = shared(natural(size));
  }

  /// How high a table of so many rows is, with its head.
  static double height(Pen pen, int rows) {
    return (rows + 1) * ROW * pen.type(Role.DETAIL).size();
  }

  /// Draws it and tells where it ends.
  double draw() {
    var all = new Rows(box, table.rows().size() + 1, size * ROW);
    int fitting = Math.min(table.rows().size(), (int) (box.height() / all.height()) - 1);
    if (fitting < 1) {
      return box.y();
    }
    row(table.head(), head(size), all.row(0));
    for (int i = 0; i < fitting; i++) {
      var row = all.row(i + 1.0);
      // One line alone goes to a number: a head above "and 6 more" would say nothing.
      if (i == fitting - 1 && fitting > 1 && fitting < table.rows().size()) {
        pen.write("and %d more".formatted(table.rows().size() - i), row, head(size));
        pen.rule(row.x(), row.right(), row.bottom());
      } else {
        row(table.rows().get(i), figures(size, i), row);
      }
    }
    return all.row(fitting).bottom();
  }

  private void row(List<String> cells, Type type, Box row) {
    double x = row.x();
    for (int i = 0; i < cells.size(); i++) {
      var cell = new Box(x, row.y(), widths[i] + ROUNDING, row.height());
      pen.write(cells.get(i), cell, isNumeric(i) ? type.right() : type);
      x += widths[i] + GAP * size;
    }
    pen.rule(row.x(), row.right(), row.bottom());
  }

  private Type head(double at) {
    return pen.type(Role.LABEL).at(at * pen.type(Role.LABEL).size() / pen.type(Role.DETAIL).size());
  }

  private Type figures(double at, int row) {
    var type = pen.type(Role.DETAIL).at(at).coloured(pen.palette().text());
    return row == table.telling() ? type.bold() : type;
  }

  private double[] natural(double at) {
    return IntStream.range(0, table.head().size())
        .mapToDouble(column -> {
          double widest = pen.width(table.head().get(column), head(at));
          for (int row = 0; row < table.rows().size(); row++) {
            var cells = table.rows().get(row);
            if (column < cells.size()) {
              widest = Math.max(widest, pen.width(cells.get(column), figures(at, row)));
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
