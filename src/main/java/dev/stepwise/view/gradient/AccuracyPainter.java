package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.Evaluation;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import dev.stepwise.view.gradient.GradientElement.OfAccuracy;
import dev.stepwise.view.gradient.GradientElement.Part;
import javafx.scene.paint.Color;

/// Draws how many samples are right, measured with the parameters of the step.
///
/// @param scene the step
record AccuracyPainter(NetworkScene scene) {
  private static final double BAR = 9;
  private static final double LEAST_BAR = 40;
  private static final double ROW = 30;

  /// The columns around the bar: whose it is, the share, and the counts.
  private static final double NAME = 66;

  private static final double SHARE = 58;
  private static final double COUNTS = 94;

  void paint(Box area) {
    var pen = scene.pen();
    pen.heading(area, "Accuracy", "by the parameters now");
    var below = pen.below(area);
    int parts = scene.holdsOut() ? 2 : 1;
    var rows = Rows.of(below, parts, below.height() / parts, pen.px(ROW));
    var data = scene.frame().problem().data();
    bar(Part.TRAINING, "training", data.training(), pen.palette().accent(), rows.row(0));
    if (scene.holdsOut()) {
      bar(Part.HELD_OUT, "held-out", data.held(), pen.palette().category(4), rows.row(1));
    }
  }

  private void bar(Part part, String name, int[] samples, Color colour, Box row) {
    var pen = scene.pen();
    var frame = scene.frame();
    var evaluation = Evaluation.of(frame.problem(), samples, frame.moment().parameters());
    double label = pen.px(NAME);
    double counts = pen.px(COUNTS);
    boolean roomy = row.width() > label + pen.px(SHARE) + counts + pen.px(LEAST_BAR);
    pen.write(name, row, pen.type(Role.BODY));
    var figures = row.inset(0, roomy ? counts : 0, 0, label);
    pen.write(Evaluation.percent(evaluation.accuracy()), figures, pen.type(Role.TELLING).right());
    if (roomy) {
      var counted = "%d of %d".formatted(evaluation.correct(), evaluation.count());
      var room = row.inset(0, 0, 0, row.width() - counts + pen.px(Space.TIGHT));
      pen.write(counted, room, pen.type(Role.DETAIL).right());
    }
    double height = pen.px(BAR);
    double length = Math.max(height, figures.width() - pen.px(SHARE));
    var track = new Box(figures.x(), row.centreY() - height / 2, length, height);
    pen.surface().rectangle(track, height / 2, Ink.filled(pen.palette().faint()));
    double width = length * evaluation.accuracy();
    if (width > 1) {
      var bar = new Box(track.x(), track.y(), width, height);
      pen.surface().rectangle(bar, Math.min(height, width) / 2, Ink.filled(colour));
    }
    var description =
        "%d of %d %s samples are right".formatted(evaluation.correct(), evaluation.count(), name);
    scene.sheet().spots().add(new OfAccuracy(part), row, description);
  }
}
