package dev.stepwise.view.marks;

import java.util.List;

/// The grid of a plot, the numbers at its edges and the names of its axes. The room for them
/// depends on the look alone, so that a plot stays where it is from step to step.
///
/// @param x what the numbers below mean, or empty
/// @param y what the numbers at the left mean, or empty; written above them
public record Axes(String x, String y) {
  private static final double FONT = 11;
  private static final double GAP = 6;

  /// What an area leaves for the inside of the plot.
  public Box inside(Box area, Look look) {
    if (look.density() == Look.Density.THUMBNAIL) {
      return area;
    }
    double top = y.isEmpty() ? 8 : 24;
    return area.inset(look.px(top), look.px(14), look.px(26), look.px(46));
  }

  /// Draws grid, numbers and names.
  public void draw(Surface surface, PlotFrame frame, Look look) {
    drawX(surface, frame, look);
    drawY(surface, frame, look);
  }

  /// Draws what belongs to the x axis alone.
  void drawX(Surface surface, PlotFrame frame, Look look) {
    var muted = look.palette().muted();
    var plain = new Type(Type.Face.REGULAR, look.px(FONT), muted).aligned(Type.Align.CENTRE);
    var name = new Type(Type.Face.ITALIC, look.px(FONT + 1), muted).aligned(Type.Align.RIGHT);
    var box = frame.box();
    double baseline = box.bottom() + look.px(18);
    double end = box.right() + look.px(x.isEmpty() ? 14 : 12);
    if (!x.isEmpty() && hasWords(look)) {
      surface.text(x, end, baseline, name);
      end -= surface.textWidth(x, name) + look.px(2 * GAP);
    }
    for (var tick : ticksThatFit(surface, frame, look, plain)) {
      double at = frame.pixelX(tick.value());
      surface.line(at, box.y(), at, box.bottom(), grid(look));
      if (hasWords(look) && at + surface.textWidth(tick.label(), plain) / 2 <= end) {
        surface.text(tick.label(), at, baseline, plain);
      }
    }
  }

  private static List<Scale.Tick> ticksThatFit(
      Surface surface, PlotFrame frame, Look look, Type type) {
    int most = Math.max(2, (int) (frame.box().width() / look.px(56)));
    var ticks = frame.x().ticks(most);
    while (most > 1 && collide(surface, frame, ticks, type, look.px(GAP))) {
      most--;
      ticks = frame.x().ticks(most);
    }
    return ticks;
  }

  private static boolean collide(
      Surface surface, PlotFrame frame, List<Scale.Tick> ticks, Type type, double gap) {
    double end = Double.NEGATIVE_INFINITY;
    for (var tick : ticks) {
      double half = surface.textWidth(tick.label(), type) / 2;
      double at = frame.pixelX(tick.value());
      if (at - half < end + gap) {
        return true;
      }
      end = at + half;
    }
    return false;
  }

  private void drawY(Surface surface, PlotFrame frame, Look look) {
    var muted = look.palette().muted();
    var plain = new Type(Type.Face.REGULAR, look.px(FONT), muted).aligned(Type.Align.RIGHT);
    var name = new Type(Type.Face.ITALIC, look.px(FONT + 1), muted);
    var box = frame.box();
    double room = look.px(46 - GAP);
    int most = Math.max(2, (int) (box.height() / look.px(40)));
    for (var tick : frame.y().ticks(most)) {
      double at = frame.pixelY(tick.value());
      surface.line(box.x(), at, box.right(), at, grid(look));
      if (hasWords(look)) {
        double width = surface.textWidth(tick.label(), plain);
        var fitting =
            width <= room
                ? plain
                : new Type(
                    plain.face(),
                    Math.max(Look.LEGIBLE, plain.size() * room / width),
                    plain.colour(),
                    plain.align(),
                    0);
        surface.text(tick.label(), box.x() - look.px(GAP), at + look.px(FONT * 0.36), fitting);
      }
    }
    if (!y.isEmpty() && hasWords(look)) {
      double left = Math.max(box.x() - room, box.x() - look.px(GAP) - surface.textWidth(y, name));
      surface.text(y, left, box.y() - look.px(11), name);
    }
  }

  private static boolean hasWords(Look look) {
    return look.density() != Look.Density.THUMBNAIL;
  }

  private static Ink.Stroke grid(Look look) {
    return new Ink.Stroke(look.palette().faint(), 1);
  }
}
