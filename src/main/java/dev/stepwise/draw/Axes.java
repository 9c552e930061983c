package dev.stepwise.draw;

import java.util.List;
import java.util.Optional;

/// The grid of a plot, the numbers at its edges and the names of its axes. The room for them
/// depends on the look alone, so that a plot stays where it is from step to step.
///
/// @param x what the numbers below mean, or empty
/// @param y what the numbers at the left mean, or empty; written above them
public record Axes(String x, String y) {
  private static final double GAP = 6;

  /// For the numbers at the left, and for half a number at the right.
  private static final double LEFT = 46;

  private static final double RIGHT = 14;

  /// How far apart numbers stand that need no care not to touch.
  private static final double APART_ACROSS = 56;

  private static final double APART_DOWN = 40;
  private static final double NUMBERS = 18;

  /// How far the name of the x axis stands below its numbers.
  private static final double LINE = 15;

  /// How far below a plot its numbers stand.
  public static double baseline(Look look) {
    return look.px(NUMBERS);
  }

  /// What an area leaves for the inside of the plot.
  public Box inside(Box area, Look look) {
    if (!look.speaks()) {
      return area;
    }
    double top = y.isEmpty() ? 8 : 24;
    double bottom = x.isEmpty() ? 26 : 26 + LINE;
    return area.inset(look.px(top), look.px(RIGHT), look.px(bottom), look.px(LEFT));
  }

  /// Draws grid, numbers and names. Where a scale is no axis, this is said in its place.
  public void draw(Surface surface, PlotFrame frame, Look look) {
    drawX(surface, frame, look);
    drawY(surface, frame, look);
    if (look.speaks() && !(frame.x().isAxis() && frame.y().isAxis())) {
      drawAbsence(surface, frame, look);
    }
  }

  private void drawAbsence(Surface surface, PlotFrame frame, Look look) {
    boolean across = !frame.x().isAxis();
    var scale = across ? frame.x() : frame.y();
    var name = across ? x : y;
    var words =
        (name.isEmpty() ? "No axis: no value is " : "No axis for " + name + ": no value is ")
            + (scale instanceof LogScale ? "positive and finite" : "finite");
    new Pen(surface, look).write(words, frame.box(), Role.NOTE.in(look).centred());
  }

  /// Marks a value of x on the axis, such as the one that a text speaks of. The numbers that it
  /// would touch give way.
  record Cited(double value, String label) {}

  /// Draws grid, numbers and names, with the number of a value of x among them.
  void draw(Surface surface, PlotFrame frame, Look look, Cited cited) {
    drawX(surface, frame, look, Optional.of(cited));
    drawY(surface, frame, look);
    if (look.speaks() && !frame.y().isAxis()) {
      drawAbsence(surface, frame, look);
    }
  }

  /// Draws what belongs to the x axis alone, where heights mean nothing.
  public void drawX(Surface surface, PlotFrame frame, Look look) {
    drawX(surface, frame, look, Optional.empty());
  }

  private void drawX(Surface surface, PlotFrame frame, Look look, Optional<Cited> cited) {
    var plain = Role.LABEL.in(look).centred();
    var box = frame.box();
    double baseline = box.bottom() + baseline(look);
    if (!x.isEmpty() && look.speaks()) {
      var name = Role.AXIS.in(look).right();
      surface.text(x, box.right() + look.px(Space.GAP), baseline + look.px(LINE), name);
    }
    var told =
        cited
            .filter(each -> look.speaks() && isOn(frame.x(), each.value()))
            .map(each -> Label.of(surface, frame, look, each.value(), each.label(), plain));
    for (var tick : ticksThatFit(surface, frame, look, plain)) {
      double at = frame.pixelX(tick.value());
      surface.line(at, box.y(), at, box.bottom(), grid(look));
      var label = label(surface, frame, look, tick, plain);
      if (look.speaks() && told.filter(each -> each.touches(label, look.px(GAP))).isEmpty()) {
        surface.text(label.text, label.centre, baseline, plain);
      }
    }
    told.ifPresent(each -> {
      var bold = plain.bold().coloured(look.palette().text());
      surface.text(each.text, each.centre, baseline, bold);
    });
  }

  private static boolean isOn(Scale scale, double value) {
    double place = scale.place(value);
    return place > -1e-9 && place < 1 + 1e-9;
  }

  /// A number below the axis: under its place, but never beyond what the plot has beside it.
  private record Label(String text, double centre, double half) {

    static Label of(
        Surface surface, PlotFrame frame, Look look, double value, String text, Type type) {
      double half = surface.textWidth(text, type) / 2;
      double first = frame.box().x() - look.px(LEFT) + half;
      double last = frame.box().right() + look.px(RIGHT) - half;
      double at = frame.pixelX(value);
      return new Label(text, Math.max(first, Math.min(last, at)), half);
    }

    boolean touches(Label other, double gap) {
      return Math.abs(centre - other.centre) < half + other.half + gap;
    }
  }

  private static List<Scale.Tick> ticksThatFit(
      Surface surface, PlotFrame frame, Look look, Type type) {
    int most = Math.max(2, (int) (frame.box().width() / look.px(APART_ACROSS)));
    var ticks = frame.x().ticks(most);
    while (most > 1 && collide(surface, frame, look, ticks, type)) {
      most--;
      ticks = frame.x().ticks(most);
    }
    return ticks;
  }

  private static boolean collide(
      Surface surface, PlotFrame frame, Look look, List<Scale.Tick> ticks, Type type) {
    for (int i = 1; i < ticks.size(); i++) {
      if (label(surface, frame, look, ticks.get(i - 1), type)
          .touches(label(surface, frame, look, ticks.get(i), type), look.px(GAP))) {
        return true;
      }
    }
    return false;
  }

  private static Label label(
      Surface surface, PlotFrame frame, Look look, Scale.Tick tick, Type type) {
    return Label.of(surface, frame, look, tick.value(), tick.label(), type);
  }

  private void drawY(Surface surface, PlotFrame frame, Look look) {
    var plain = Role.LABEL.in(look).right();
    var name = Role.AXIS.in(look);
    var box = frame.box();
    double room = look.px(LEFT - GAP);
    int most = Math.max(2, (int) (box.height() / look.px(APART_DOWN)));
    for (var tick : frame.y().ticks(most)) {
      double at = frame.pixelY(tick.value());
      surface.line(box.x(), at, box.right(), at, grid(look));
      if (look.speaks()) {
        double width = surface.textWidth(tick.label(), plain);
        var fitting =
            width <= room ? plain : plain.at(Math.max(Look.LEGIBLE, plain.size() * room / width));
        surface.text(tick.label(), box.x() - look.px(GAP), at + plain.drop(), fitting);
      }
    }
    if (!y.isEmpty() && look.speaks()) {
      double left = Math.max(box.x() - room, box.x() - look.px(GAP) - surface.textWidth(y, name));
      surface.text(y, left, box.y() - look.px(Space.GAP), name);
    }
  }

  private static Ink.Stroke grid(Look look) {
    return new Ink.Stroke(look.palette().faint(), 1);
  }
}
