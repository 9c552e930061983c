package dev.stepwise.view.page;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;

/// Draws the way through a run: a bar with a mark for each step of the top level, named where there
/// is room.
final class TimelinePainter {
  private static final int MOST_MARKS = 120;

  private TimelinePainter() {}

  static void draw(Surface surface, Box box, Page<?> page, Look look) {
    var palette = look.palette();
    double y = box.y() + look.px(10);
    double inset = look.px(8);
    double left = box.x() + inset;
    double width = box.width() - 2 * inset;
    double at = left + width * page.fraction();
    surface.line(left, y, left + width, y, new Ink.Stroke(palette.faint(), look.px(4)));
    surface.line(left, y, at, y, new Ink.Stroke(palette.accent(), look.px(4)));
    int steps = page.phases().size();
    if (steps > 1 && steps <= MOST_MARKS) {
      marks(surface, left, width, y, page, look);
    }
    surface.circle(
        at,
        y,
        look.px(7),
        Ink.filled(palette.accent()).withStroke(palette.background(), look.px(2)));
  }

  private static void marks(
      Surface surface, double left, double width, double y, Page<?> page, Look look) {
    var palette = look.palette();
    var plain =
        new Type(Type.Face.REGULAR, look.px(12.5), palette.muted()).aligned(Type.Align.CENTRE);
    var current =
        new Type(Type.Face.BOLD, look.px(12.5), palette.accent()).aligned(Type.Align.CENTRE);
    int last = page.phases().size() - 1;
    double currentX = left + width * page.phase() / last;
    double currentHalf = surface.textWidth(page.phases().get(page.phase()), current) / 2;
    double currentLeft =
        Math.clamp(
                currentX,
                left - look.px(8) + currentHalf,
                Math.max(left - look.px(8) + currentHalf, left + width + look.px(8) - currentHalf))
            - currentHalf;
    double end = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= last; i++) {
      double x = left + width * i / last;
      boolean passed = x <= left + width * page.fraction() + 0.5;
      surface.line(
          x,
          y - look.px(7),
          x,
          y + look.px(7),
          new Ink.Stroke(passed ? palette.accent() : palette.muted(), look.px(1.6)));
      boolean isCurrent = i == page.phase();
      var type = isCurrent ? current : plain;
      String name = page.phases().get(i);
      double half = surface.textWidth(name, type) / 2;
      double centre =
          Math.clamp(
              x,
              left - look.px(8) + half,
              Math.max(left - look.px(8) + half, left + width + look.px(8) - half));
      boolean fits =
          isCurrent
              || (centre - half > end + look.px(10)
                  && (centre + half < currentLeft - look.px(10)
                      || centre - half > currentLeft + 2 * currentHalf + look.px(10)));
      if (fits) {
        surface.text(name, centre, y + look.px(26), type);
        end = centre + half;
      }
    }
  }
}
