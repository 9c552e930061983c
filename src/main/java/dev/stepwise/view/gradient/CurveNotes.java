package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.Descent;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import java.util.List;
import javafx.scene.paint.Color;

/// What is written about a curve: the latest values above it, and where the rate was changed.
///
/// @param pen writes
record CurveNotes(Pen pen) {
  /// The radius of a curve's latest place.
  private static final double DOT = 4.5;

  /// A curve's name and its latest value.
  record Entry(String name, Color colour, String value) {}

  /// The heading: what is drawn, what it measures where there is room, and at the right the latest
  /// values.
  void heading(Box panel, String title, String what, List<Entry> entries) {
    pen.heading(panel, title);
    var word = pen.type(Role.NOTE).bold();
    var figure = pen.type(Role.DETAIL).bold().coloured(pen.palette().text());
    double baseline = panel.y() + pen.type(Role.HEADING).size();
    double right = panel.right();
    for (var entry : entries.reversed()) {
      pen.write(entry.value(), right, baseline, figure.right());
      right -= pen.width(entry.value(), figure) + pen.px(Space.SMALL);
      pen.write(entry.name(), right, baseline, word.coloured(entry.colour()).right());
      right -= pen.width(entry.name(), word) + pen.px(Space.GAP);
    }
    double left = panel.x() + pen.width(title, Role.HEADING) + pen.px(Space.GAP);
    var note = pen.type(Role.NOTE);
    pen.write(pen.brief(right - left, note, what, ""), left, baseline, right - left, note);
  }

  /// Marks where the rate was changed.
  ///
  /// @param baseline of the words, where the curve leaves room
  void rates(Descent descent, PlotFrame frame, double baseline) {
    var box = frame.box();
    for (var change : descent.changes()) {
      double x = frame.pixelX(change.epoch() - 1.0);
      if (x < box.x() || x > box.right()) {
        continue;
      }
      pen.surface()
          .line(x, box.y(), x, box.bottom(), pen.dashed(pen.palette().category(1), Space.LINE));
      beside("rate " + Numbers.text(change.rate()), x, baseline, frame);
    }
  }

  /// Words at the right of a place, or at its left where they would leave the plot.
  private void beside(String words, double x, double baseline, PlotFrame frame) {
    var label = pen.type(Role.LABEL);
    double apart = pen.px(Space.TIGHT);
    boolean fits = x + apart + pen.width(words, label) <= frame.box().right();
    pen.write(words, fits ? x + apart : x - apart, baseline, fits ? label : label.right());
  }

  /// Marks the latest place of a curve.
  void dot(double x, double y, Color colour) {
    var ink = Ink.filled(colour).withStroke(pen.palette().background(), pen.px(Space.LINE));
    pen.surface().circle(x, y, pen.px(DOT), ink);
  }
}
