package dev.stepwise.draw;

import java.util.ArrayList;
import java.util.List;

/// A text broken into lines at its spaces, so that no line is wider than a column.
public record Paragraph(List<String> lines, Type type, double lineHeight) {
  private static final double LEADING = 1.42;

  /// Breaks a text.
  ///
  /// @param width of the column, in pixels
  public static Paragraph of(Pen pen, String text, Type type, double width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && pen.width(longer, type) > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return new Paragraph(List.copyOf(lines), type, type.size() * LEADING);
  }

  /// How high it is.
  public double height() {
    return lines.size() * lineHeight;
  }

  /// Draws it and tells where it ends.
  ///
  /// @param x,y its top left corner
  public double draw(Pen pen, double x, double y) {
    double baseline = y + type.size() * 1.05;
    for (var line : lines) {
      pen.write(line, x, baseline, type);
      baseline += lineHeight;
    }
    return y + height();
  }
}
