package dev.stepwise.draw;

import java.util.List;

/// The key to a colour scale: an upright bar with numbers at its right.
///
/// @param title above the bar; may be empty
public record ColourBar(ColourScale scale, String title) {
  private static final double THICKNESS = 12;
  private static final double NUMBERS = 46;
  private static final double APART = 36;

  /// How much room a bar takes.
  public static double width(Look look) {
    return look.px(THICKNESS + NUMBERS);
  }

  /// Draws it.
  public void draw(Surface surface, Box area, Look look) {
    var pen = new Pen(surface, look);
    var type = pen.type(Role.LABEL);
    double top = title.isEmpty() ? 0 : room(look);
    pen.write(title, area.x(), area.y() + type.size(), type);
    int left = (int) Math.round(area.x());
    int start = (int) Math.round(area.y() + top);
    var pixels =
        new Pixels(
            (int) look.px(THICKNESS), (int) Math.round(area.height() - top - look.px(Space.TIGHT)));
    for (int y = 0; y < pixels.height(); y++) {
      int argb = scale.map().argb(1 - (y + 0.5) / pixels.height());
      for (int x = 0; x < pixels.width(); x++) {
        pixels.argb()[y * pixels.width() + x] = argb;
      }
    }
    surface.pixels(pixels, left, start);
    double right = left + pixels.width();
    for (var tick : ticks(pixels.height(), look)) {
      double y = start + (1 - scale.values().place(tick.value())) * pixels.height();
      double end = right + look.px(Space.TIGHT);
      surface.line(right, y, end, y, pen.stroke(look.palette().muted(), Space.HAIR));
      pen.write(tick.label(), end + look.px(Space.LINE), y + type.drop(), type);
    }
  }

  /// What a title takes: as large as type is in a lecture hall, more.
  private static double room(Look look) {
    boolean presents = look.density() == Look.Density.PRESENT;
    return look.px(Space.WIDE) + (presents ? look.px(Space.TIGHT) : 0);
  }

  /// Even numbers, two at least.
  private List<Scale.Tick> ticks(double height, Look look) {
    return scale.values().ticks(Math.max(2, (int) (height / look.px(APART))));
  }
}
