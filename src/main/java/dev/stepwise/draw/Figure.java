package dev.stepwise.draw;

import dev.stepwise.compute.run.Numbers;

/// A number as it is written where the room is given.
///
/// @param text its digits
/// @param type in which they are set
public record Figure(String text, Type type) {

  /// A number in a room: with all its digits, smaller where they need it; with fewer digits where
  /// they would be too small to be read.
  ///
  /// @param type at its full size
  public static Figure of(Surface surface, double value, Type type, double room) {
    var full = Numbers.text(value);
    double size = fitting(surface, full, type, room);
    if (size >= Look.LEGIBLE) {
      return new Figure(full, type.at(size));
    }
    var brief = Numbers.brief(value);
    size = fitting(surface, brief, type, room);
    if (size >= Look.LEGIBLE) {
      return new Figure(brief, type.at(size));
    }
    var least = CellText.of(value);
    double smallest = Math.max(Look.LEGIBLE, fitting(surface, least, type, room));
    return new Figure(least, type.at(smallest));
  }

  private static double fitting(Surface surface, String text, Type type, double room) {
    double width = surface.textWidth(text, type);
    return width <= room ? type.size() : type.size() * Math.max(0, room) / width;
  }
}
