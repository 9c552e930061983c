package dev.stepwise.export;

import dev.stepwise.draw.Palette;
import dev.stepwise.draw.TextWidths;
import dev.stepwise.draw.Type;
import java.util.ArrayList;
import java.util.List;

/// How a sheet looks, and its texts: in pixels of which 96 are an inch, on white paper.
final class SheetStyle {
  static final double WIDTH = 210 / 25.4 * 96;
  static final double HEIGHT = 297 / 25.4 * 96;
  static final double MARGIN = 60;

  /// The width between the margins.
  static final double COLUMN = WIDTH - 2 * MARGIN;

  static final Palette PALETTE = Palette.LIGHT;
  static final Type TITLE = new Type(Type.Face.BOLD, 21, PALETTE.text());
  static final Type HEADING = new Type(Type.Face.BOLD, 15, PALETTE.text());
  static final Type BODY = new Type(Type.Face.REGULAR, 13, PALETTE.text());
  static final Type NOTE = new Type(Type.Face.REGULAR, 11, PALETTE.muted());
  static final Type NAME = new Type(Type.Face.MONO_BOLD, 13, PALETTE.text());
  static final Type FIGURE = new Type(Type.Face.MONO, 12, PALETTE.text());
  static final Type ANSWER = new Type(Type.Face.MONO_BOLD, 13, PALETTE.accent());
  static final double FORMULA = 16;

  private static final double LEADING = 1.42;

  private final TextWidths widths = new TextWidths();

  /// The width of a text.
  double width(String text, Type type) {
    return widths.width(text, type);
  }

  /// A text cut off at a width.
  String cut(String text, Type type, double room) {
    if (width(text, type) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end) + "…", type) > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + "…";
  }

  /// A text in as many lines as it takes.
  SheetBlock paragraph(String text, Type type, double after) {
    var lines = lines(text, type);
    double leading = type.size() * LEADING;
    return new SheetBlock(
        COLUMN,
        lines.size() * leading + after,
        (surface, x, y) -> {
          for (int i = 0; i < lines.size(); i++) {
            surface.text(lines.get(i), x, y + i * leading + type.size(), type);
          }
        });
  }

  private List<String> lines(String text, Type type) {
    var lines = new ArrayList<String>();
    var line = "";
    for (var word : text.split(" ", -1)) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, type) > COLUMN && !line.isEmpty()) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines.stream().map(each -> cut(each, type, COLUMN)).toList();
  }

  /// Blocks beside each other as far as they have room, in rows.
  static List<SheetBlock> rows(List<SheetBlock> blocks, double gap) {
    var rows = new ArrayList<SheetBlock>();
    var row = new ArrayList<SheetBlock>();
    double used = 0;
    for (var block : blocks) {
      if (!row.isEmpty() && used + gap + block.width() > COLUMN) {
        rows.add(row(List.copyOf(row), gap));
        row.clear();
        used = 0;
      }
      used += (row.isEmpty() ? 0 : gap) + block.width();
      row.add(block);
    }
    if (!row.isEmpty()) {
      rows.add(row(List.copyOf(row), gap));
    }
    return rows;
  }

  private static SheetBlock row(List<SheetBlock> blocks, double gap) {
    double height = blocks.stream().mapToDouble(SheetBlock::height).max().orElse(0);
    return new SheetBlock(
        COLUMN,
        height,
        (surface, x, y) -> {
          double left = x;
          for (var block : blocks) {
            block.drawing().draw(surface, left, y);
            left += block.width() + gap;
          }
        });
  }
}
