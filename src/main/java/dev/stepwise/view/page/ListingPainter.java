package dev.stepwise.view.page;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import java.util.ArrayList;
import java.util.List;

/// Draws as much of a listing as there is room for, around the current line.
final class ListingPainter {
  private static final double LARGEST = 11.2;
  private static final double SMALLEST = 9.8;
  private static final double LEADING = 1.5;

  /// Fewer rows say nothing.
  private static final int LEAST_ROWS = 3;

  /// How much deeper the rest of a line stands that is too long for one row, in characters.
  private static final int DEEPER = 4;

  private ListingPainter() {}

  /// A row of text.
  ///
  /// @param line the line that it is of or goes on with, from 0
  /// @param begins whether the line begins with it
  private record Row(int line, boolean begins, String text) {}

  static void draw(Pen pen, Box box, List<String> listing, int current) {
    double padding = pen.px(Space.SMALL);
    double size = size(pen, box.width() - 4 * padding, listing);
    var plain = pen.type(Role.VALUE).at(size);
    var bold = plain.bold();
    var number = pen.type(Role.DETAIL).at(size).right();
    int columns = (int) ((box.width() - 4 * padding) / pen.width("0", bold) + 1e-6) - 2;
    var rows = rows(listing, Math.max(20, columns));
    double height = size * LEADING;
    int seen = Math.min(rows.size(), (int) ((box.height() - 2 * padding) / height));
    if (seen < LEAST_ROWS) {
      return;
    }
    var card = box.inset(0, 0, box.height() - seen * height - 2 * padding, 0);
    pen.card(card);
    var places = new Rows(card.inset(padding, 0, padding, 0), seen, height);
    double gutter = card.x() + padding + pen.width("00", number);
    long middle = rows.stream().takeWhile(row -> row.line() < current - 1).count();
    int first = Math.clamp(middle - seen / 2, 0, rows.size() - seen);
    for (int i = 0; i < seen; i++) {
      var row = rows.get(first + i);
      var place = places.row(i);
      boolean lit = row.line() == current - 1;
      if (lit) {
        light(pen, place);
      }
      double baseline = place.centreY() + plain.drop();
      if (row.begins()) {
        pen.write(Integer.toString(row.line() + 1), gutter, baseline, number);
      }
      pen.write(row.text(), gutter + 1.5 * padding, baseline, lit ? bold : plain);
    }
  }

  private static void light(Pen pen, Box row) {
    var accent = pen.palette().accent();
    pen.surface().rectangle(row, 0, Ink.filled(Pen.faded(accent, 0.16)));
    double rest = row.width() - pen.px(Space.TIGHT);
    pen.surface().rectangle(row.inset(0, rest, 0, 0), 0, Ink.filled(accent));
  }

  private static List<Row> rows(List<String> listing, int columns) {
    var rows = new ArrayList<Row>();
    for (int line = 0; line < listing.size(); line++) {
      var rest = listing.get(line);
      int own = rest.length() - rest.stripLeading().length();
      // What goes on must get on, however deep its line stands.
      var indent = " ".repeat(Math.min(own + DEEPER, columns / 2));
      boolean begins = true;
      while (rest.length() > columns) {
        int cut = cut(rest, columns, indent.length());
        rows.add(new Row(line, begins, rest.substring(0, cut)));
        begins = false;
        rest = indent + rest.substring(cut).stripLeading();
      }
      rows.add(new Row(line, begins, rest));
    }
    return rows;
  }

  /// Where a line breaks: at its last space that fits, else beside its last sign, never within a
  /// name or a number unless that alone is longer than a row.
  private static int cut(String line, int columns, int indent) {
    int space = line.lastIndexOf(' ', columns);
    if (space > indent) {
      return space;
    }
    for (int at = columns; at > indent; at--) {
      if (!isOfName(line.charAt(at)) || !isOfName(line.charAt(at - 1))) {
        return at;
      }
    }
    return columns;
  }

  private static boolean isOfName(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '_' || sign == '.';
  }

  /// As large as the longest line allows; where it would be too small, long lines take two rows.
  private static double size(Pen pen, double width, List<String> listing) {
    double least = Math.max(Look.LEGIBLE, pen.px(SMALLEST));
    double largest = Math.max(least, pen.px(LARGEST));
    var type = pen.type(Role.TELLING).at(largest);
    double longest =
        listing.stream().mapToDouble(line -> pen.width("00" + line, type)).max().orElse(1);
    return Math.clamp(largest * width / longest, least, largest);
  }
}
