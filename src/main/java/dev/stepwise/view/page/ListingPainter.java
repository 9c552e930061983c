package dev.stepwise.view.page;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import java.util.ArrayList;
import java.util.List;

/// Draws as much of a listing as there is room for, around the current line.
final class ListingPainter {
  private static final double LARGEST = 12.5;
  private static final double SMALLEST = 11;
  private static final double LEADING = 1.5;

  /// How much deeper the rest of a line stands that is too long for one row, in characters.
  private static final int DEEPER = 4;

  private ListingPainter() {}

  /// A row of text.
  ///
  /// @param line the line that it is of or goes on with, from 0
  /// @param begins whether the line begins with it
  private record Row(int line, boolean begins, String text) {}

  static void draw(Surface surface, Box box, List<String> listing, int current, Look look) {
    var palette = look.palette();
    double padding = look.px(10);
    double room = box.width() - 3 * padding;
    double size = size(surface, room, listing, look);
    double lineHeight = size * LEADING;
    var bold = new Type(Type.Face.MONO_BOLD, size, palette.text());
    int columns = (int) (room / surface.textWidth("0", bold) + 1e-6) - 2;
    var rows = rows(listing, Math.max(20, columns));
    int seen = Math.min(rows.size(), (int) ((box.height() - 2 * padding) / lineHeight));
    if (seen < 3) {
      return;
    }
    var card = new Box(box.x(), box.y(), box.width(), seen * lineHeight + 2 * padding);
    surface.rectangle(
        card, look.px(6), Ink.filled(palette.raised()).withStroke(palette.faint(), 1));
    var number = new Type(Type.Face.MONO, size, palette.muted()).aligned(Type.Align.RIGHT);
    double gutter = surface.textWidth("00", number) + padding;
    long middle = rows.stream().takeWhile(row -> row.line() < current - 1).count();
    int first = Math.clamp(middle - seen / 2, 0, rows.size() - seen);
    for (int i = 0; i < seen; i++) {
      var row = rows.get(first + i);
      double top = card.y() + padding + i * lineHeight;
      boolean lit = row.line() == current - 1;
      if (lit) {
        surface.rectangle(
            new Box(card.x(), top, card.width(), lineHeight),
            0,
            Ink.filled(palette.accent().deriveColor(0, 1, 1, 0.16)));
        surface.rectangle(
            new Box(card.x(), top, look.px(3), lineHeight), 0, Ink.filled(palette.accent()));
      }
      double baseline = top + size * 1.12;
      if (row.begins()) {
        surface.text(Integer.toString(row.line() + 1), card.x() + gutter, baseline, number);
      }
      surface.text(
          row.text(),
          card.x() + gutter + padding,
          baseline,
          lit ? bold : new Type(Type.Face.MONO, size, palette.text()));
    }
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
  private static double size(Surface surface, double width, List<String> listing, Look look) {
    double largest = look.px(LARGEST);
    var type = new Type(Type.Face.MONO_BOLD, largest, look.palette().text());
    double longest =
        listing.stream().mapToDouble(line -> surface.textWidth("00" + line, type)).max().orElse(1);
    return Math.clamp(largest * width / longest, look.px(SMALLEST), largest);
  }
}
