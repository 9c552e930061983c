package dev.stepwise.view.marks;

import java.util.List;

/// The key to a colour scale: an upright bar with numbers at its right.
///
/// @param title above the bar; may be empty
public record ColourBar(ColourScale scale, String title) {
  private static final double THICKNESS = 12;
  private static final double FONT = 11;

  /// How much room a bar takes.
  public static double width(Look look) {
    return look.px(THICKNESS + 46);
  }

  /// Draws it.
  public void draw(Surface surface, Box area, Look look) {
    var type = new Type(Type.Face.REGULAR, look.px(FONT), look.palette().muted());
    double top = title.isEmpty() ? 0 : look.px(20);
    if (!title.isEmpty()) {
      surface.text(title, area.x(), area.y() + look.px(11), type);
    }
    int left = (int) Math.round(area.x());
    int start = (int) Math.round(area.y() + top);
    var pixels =
        new Pixels((int) look.px(THICKNESS), (int) Math.round(area.height() - top - look.px(4)));
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
      surface.line(
          right, y, right + look.px(4), y, new Ink.Stroke(look.palette().muted(), look.px(1)));
      surface.text(tick.label(), right + look.px(7), y + look.px(FONT * 0.36), type);
    }
  }

  /// Even numbers, two at least.
  private List<Scale.Tick> ticks(double height, Look look) {
    return scale.values().ticks(Math.max(2, (int) (height / look.px(36))));
  }
}
