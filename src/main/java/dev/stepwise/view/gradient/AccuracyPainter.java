package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.Evaluation;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Shown;
import dev.stepwise.view.gradient.GradientElement.OfAccuracy;
import dev.stepwise.view.gradient.GradientElement.Part;
import javafx.scene.paint.Color;

/// Draws how many samples are right, measured with the parameters of the step.
final class AccuracyPainter {
  private final Brush brush;
  private final Shown<?> shown;
  private final NetworkFrame frame;

  AccuracyPainter(Brush brush, Shown<?> shown, NetworkFrame frame) {
    this.brush = brush;
    this.shown = shown;
    this.frame = frame;
  }

  void paint(Box area) {
    var look = brush.look();
    double end = brush.heading("Accuracy", area.x(), area.y() + look.px(12));
    brush.remark("by the parameters now", end + look.px(10), area.y() + look.px(12), area.right());
    var data = frame.problem().data();
    double row = (area.height() - look.px(20)) / (data.held().length > 0 ? 2 : 1);
    var at = frame.moment().parameters();
    bar(
        Part.TRAINING,
        "training",
        Evaluation.of(frame.problem(), data.training(), at),
        look.palette().accent(),
        new Box(area.x(), area.y() + look.px(20), area.width(), row));
    if (data.held().length > 0) {
      bar(
          Part.HELD_OUT,
          "held-out",
          Evaluation.of(frame.problem(), data.held(), at),
          look.palette().category(4),
          new Box(area.x(), area.y() + look.px(20) + row, area.width(), row));
    }
  }

  private void bar(Part part, String name, Evaluation evaluation, Color colour, Box row) {
    var look = brush.look();
    double size = 12.5;
    double baseline = row.centreY() + look.px(4.5);
    double label = look.px(66);
    double figures = look.px(152);
    boolean roomy = row.width() > label + figures + look.px(40);
    var surface = brush.surface();
    surface.text(
        name, row.x(), baseline, new Type(Type.Face.REGULAR, look.px(size), look.palette().text()));
    double start = row.x() + label;
    double length = Math.max(look.px(20), row.right() - start - (roomy ? figures : look.px(60)));
    double height = look.px(9);
    var track = new Box(start, row.centreY() - height / 2, length, height);
    surface.rectangle(track, height / 2, Ink.filled(look.palette().faint()));
    double width = length * evaluation.accuracy();
    if (width > 1) {
      surface.rectangle(
          new Box(start, track.y(), width, height),
          Math.min(height, width) / 2,
          Ink.filled(colour));
    }
    var bold = new Type(Type.Face.MONO_BOLD, look.px(size), look.palette().text());
    double x = track.right() + look.px(56);
    surface.text(
        Evaluation.percent(evaluation.accuracy()), x, baseline, bold.aligned(Type.Align.RIGHT));
    if (roomy) {
      surface.text(
          "%d of %d".formatted(evaluation.correct(), evaluation.count()),
          row.right(),
          baseline,
          brush.mono(12).coloured(look.palette().muted()).aligned(Type.Align.RIGHT));
    }
    shown
        .hits()
        .add(
            new OfAccuracy(part),
            row,
            "%d of %d %s samples are right"
                .formatted(evaluation.correct(), evaluation.count(), name));
  }
}
