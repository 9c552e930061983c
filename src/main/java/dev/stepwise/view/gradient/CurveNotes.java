package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.Descent;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Type;
import java.util.List;
import javafx.scene.paint.Color;

/// What is written about a curve: the latest values above it, and where the rate was changed.
///
/// @param brush draws
record CurveNotes(Brush brush) {

  /// A curve's name and its latest value.
  record Entry(String name, Color colour, String value) {}

  /// The latest values at the right of the heading, and what they measure where there is room.
  ///
  /// @param what is measured
  /// @param from where the heading ends
  void legend(List<Entry> entries, String what, double from, Box area) {
    var look = brush.look();
    var surface = brush.surface();
    double baseline = area.y() + look.px(12);
    double right = area.right();
    for (var entry : entries.reversed()) {
      var figure = new Type(Type.Face.MONO_BOLD, look.px(12), look.palette().text());
      double width = surface.textWidth(entry.value(), figure);
      surface.text(entry.value(), right - width, baseline, figure);
      var word = new Type(Type.Face.MEDIUM, look.px(12), entry.colour());
      double named = surface.textWidth(entry.name(), word);
      surface.text(entry.name(), right - width - named - look.px(6), baseline, word);
      right -= width + named + look.px(20);
    }
    brush.remark(what, from, baseline, right);
  }

  /// A mark where the rate was changed.
  ///
  /// @param baseline of its words, where the curve leaves room
  void rates(Descent descent, PlotFrame frame, double baseline) {
    var look = brush.look();
    var box = frame.box();
    for (var change : descent.changes()) {
      double x = frame.pixelX(change.epoch() - 1.0);
      if (x < box.x() || x > box.right()) {
        continue;
      }
      var stroke = new Ink.Stroke(look.palette().category(1), look.px(1.6), look.px(5), look.px(4));
      brush.surface().line(x, box.y(), x, box.bottom(), stroke);
      var text = "rate " + Numbers.text(change.rate());
      double width = brush.surface().textWidth(text, brush.muted(11));
      boolean fits = x + look.px(4) + width <= box.right();
      brush
          .surface()
          .text(
              text,
              x + look.px(fits ? 4 : -4),
              baseline,
              brush.muted(11).aligned(fits ? Type.Align.LEFT : Type.Align.RIGHT));
    }
  }
}
