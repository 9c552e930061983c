package dev.stepwise.view.page;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Type;

/// Draws the way through a run: a bar with a mark for each step of the top level, named where there
/// is room.
final class TimelinePainter {
  private static final int MOST_MARKS = 120;
  private static final double MARK = 7;
  private static final double NAMES = 26;

  private final Pen pen;
  private final Box box;

  /// The bar, from its first mark to its last.
  private final Box bar;

  TimelinePainter(Pen pen, Box box) {
    this.pen = pen;
    this.box = box;
    double top = pen.px(Space.SMALL) + pen.px(Space.LINE);
    this.bar = box.inset(top, pen.px(Space.SMALL), 0, pen.px(Space.SMALL));
  }

  void draw(Page<?> page) {
    var palette = pen.palette();
    double at = x(page.fraction());
    pen.surface()
        .line(bar.x(), bar.y(), bar.right(), bar.y(), pen.stroke(palette.faint(), Space.TIGHT));
    pen.surface().line(bar.x(), bar.y(), at, bar.y(), pen.stroke(palette.accent(), Space.TIGHT));
    int steps = page.phases().size();
    if (steps > 1 && steps <= MOST_MARKS) {
      marks(page);
    }
    var knob = Ink.filled(palette.accent()).withStroke(palette.background(), pen.px(Space.LINE));
    pen.surface().circle(at, bar.y(), pen.px(MARK), knob);
  }

  private double x(double share) {
    return bar.x() + share * bar.width();
  }

  /// Where a name stands: below its mark, but never beyond the ends.
  private record Name(double left, double right) {
    boolean isClearOf(Name other, double gap) {
      return right + gap < other.left || left > other.right + gap;
    }
  }

  private Name name(String text, double x, Type type) {
    double width = pen.width(text, type);
    double left = Math.max(box.x(), Math.min(x - width / 2, box.right() - width));
    return new Name(left, left + width);
  }

  private void marks(Page<?> page) {
    var palette = pen.palette();
    var plain = pen.type(Role.NOTE);
    var bold = plain.bold().coloured(palette.accent());
    double last = page.phases().size() - 1.0;
    double reach = x(page.fraction()) + 0.5;
    var current = name(page.phases().get(page.phase()), x(page.phase() / last), bold);
    var before = new Name(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    double gap = pen.px(Space.GAP);
    double baseline = bar.y() + pen.px(NAMES);
    for (int i = 0; i <= last; i++) {
      double x = x(i / last);
      var colour = x <= reach ? palette.accent() : palette.muted();
      double mark = pen.px(MARK);
      pen.surface().line(x, bar.y() - mark, x, bar.y() + mark, pen.stroke(colour, Space.LINE));
      var text = page.phases().get(i);
      boolean isCurrent = i == page.phase();
      var name = isCurrent ? current : name(text, x, plain);
      if (isCurrent || (name.isClearOf(before, gap) && name.isClearOf(current, gap))) {
        pen.write(text, name.left(), baseline, isCurrent ? bold : plain);
        before = name;
      }
    }
  }
}
