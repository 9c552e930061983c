package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Subscripts;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.gradient.GradientElement.OfNumber;

/// Draws the loss of one sample, what it comes from, and where its error goes back to.
final class LossPainter {
  /// The room below the loss for its formula.
  private static final double FORMULA = 20;

  /// From a class to the arrow that comes to it.
  private static final double BEFORE = 6;

  private final NetworkScene scene;
  private final Pen pen;
  private final GraphLayout layout;

  LossPainter(NetworkScene scene, GraphLayout layout) {
    this.scene = scene;
    this.pen = scene.pen();
    this.layout = layout;
  }

  void paint() {
    var lens = scene.lens();
    boolean back = lens.knows(Tensor.DZ2);
    for (int c = 0; c < layout.classes().size(); c++) {
      if (back || c == lens.label()) {
        edge(layout.classes().get(c), c == lens.label(), back);
      }
    }
    box(layout.loss());
    // Over all of it: between narrow neighbours a number counts more than their edges.
    if (back) {
      new ErrorPlates(scene, layout).ofClasses();
    }
  }

  private void edge(Box from, boolean right, boolean back) {
    var loss = layout.loss();
    var palette = pen.palette();
    var stroke =
        right ? pen.stroke(palette.text(), Space.LINE) : pen.stroke(palette.faint(), Space.HAIR);
    pen.surface().line(from.right(), from.centreY(), loss.x(), loss.centreY(), stroke);
    if (back) {
      double before = pen.px(BEFORE);
      double share = before / Math.max(1, loss.x() - from.right());
      double y = from.centreY() + share * (loss.centreY() - from.centreY());
      new Arrow(from.right() + before, y, from.right(), from.centreY()).draw(pen, palette.accent());
    }
  }

  private void box(Box box) {
    var lens = scene.lens();
    var palette = pen.palette();
    boolean known = lens.knows(Tensor.LOSS);
    double dash = pen.px(Space.TIGHT);
    pen.surface()
        .rectangle(
            box,
            dash,
            known
                ? Ink.filled(palette.text())
                : Ink.stroked(palette.faint(), pen.px(Space.HAIR), dash, dash));
    pen.write(
        known ? "L " + Numbers.brief(lens.at(Tensor.LOSS, 0)) : "L",
        box.inset(0, dash, 0, dash),
        pen.type(Role.HEADING).coloured(known ? palette.background() : palette.muted()).centred());
    var below = new Box(box.x(), box.bottom(), box.width(), pen.px(FORMULA));
    pen.write("−ln p" + Subscripts.of(lens.label()), below, pen.type(Role.NOTE).centred());
    scene
        .sheet()
        .spots()
        .add(
            new OfNumber(lens.sample(), Tensor.LOSS, 0),
            box,
            "loss of point %d".formatted(lens.sample() + 1));
  }
}
