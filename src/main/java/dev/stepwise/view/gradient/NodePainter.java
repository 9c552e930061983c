package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Subscripts;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Figure;
import dev.stepwise.draw.GreyImageMark;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.MarkerShape;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.gradient.GradientElement.OfNumber;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;

/// Draws the nodes of the network with one sample's values in them.
final class NodePainter {
  /// What the text takes of a node's height.
  private static final double TEXT = 0.72;

  private static final double CAPTION = 16;

  private final NetworkScene scene;
  private final Pen pen;
  private final Lens lens;
  private final GraphLayout layout;

  NodePainter(NetworkScene scene, GraphLayout layout) {
    this.scene = scene;
    this.pen = scene.pen();
    this.lens = scene.lens();
    this.layout = layout;
  }

  void paint() {
    if (layout.image() == GraphLayout.Shape.IMAGE) {
      image(layout.inputs().getFirst());
    } else {
      nodes(layout.inputs(), "x", Tensor.X);
    }
    nodes(layout.hidden(), latest(Tensor.A1, Tensor.Z1));
    nodes(layout.classes(), latest(Tensor.P, Tensor.Z2));
  }

  private Tensor latest(Tensor later, Tensor earlier) {
    return lens.knows(later) ? later : earlier;
  }

  private void nodes(List<Box> boxes, Tensor tensor) {
    nodes(boxes, tensor.code().substring(0, 1), tensor);
  }

  private void nodes(List<Box> boxes, String name, Tensor tensor) {
    for (int i = 0; i < boxes.size(); i++) {
      node(boxes.get(i), name, i, tensor);
    }
  }

  private void image(Box box) {
    double[] pixels = lens.pass().forward().x()[lens.row()];
    new GreyImageMark(pixels, 8, Math.max(1, Arrays.stream(pixels).max().orElse(1)))
        .draw(pen.surface(), box, pen.look());
    var caption = new Box(box.x(), box.bottom(), box.width(), pen.px(CAPTION));
    pen.write("class %d".formatted(lens.label()), caption, pen.type(Role.NOTE));
  }

  private void node(Box box, String name, int index, Tensor tensor) {
    boolean isClass = tensor == Tensor.P || tensor == Tensor.Z2;
    boolean target = isClass && lens.label() == index;
    boolean known = lens.knows(tensor);
    double value = known ? lens.at(tensor, index) : Double.NaN;
    boolean off = tensor == Tensor.A1 && known && value <= 0 && scene.frame().problem().leak() < 1;
    var element = new OfNumber(lens.sample(), tensor, index);
    boolean lit = scene.isLookedAt(element);
    var palette = pen.palette();
    var edge =
        lit
            ? palette.accent()
            : isClass ? palette.category(index) : off ? palette.faint() : palette.muted();
    var ink =
        Ink.filled(off ? palette.raised() : palette.background())
            .withStroke(edge, pen.px(target || lit ? Space.LINE : Space.HAIR));
    pen.surface().rectangle(box, box.height() / 2, ink);
    var inside = isClass ? marked(box, index) : box;
    var colour = off ? palette.muted() : palette.text();
    var rest = named(name + Subscripts.of(index), inside, colour);
    if (known) {
      figure(value, rest, colour);
    }
    scene
        .sheet()
        .shown()
        .hits()
        .add(
            element,
            box,
            "%s[%d] of point %d%s"
                .formatted(
                    tensor.code(),
                    index,
                    lens.sample() + 1,
                    known ? ": " + Numbers.text(value) : ", not computed yet"));
    if (target && layout.hasRoomAbove(box)) {
      double baseline = box.y() - pen.px(Space.TIGHT);
      pen.write("target", box.centreX(), baseline, pen.type(Role.LABEL).centred());
    }
  }

  private double size(Box box) {
    double full = pen.type(Role.VALUE).size();
    return Math.max(Math.min(full, Look.LEGIBLE), Math.min(full, box.height() * TEXT));
  }

  /// The marker of a class; gives what it leaves of the node.
  private Box marked(Box box, int index) {
    double size = size(box);
    MarkerShape.of(index)
        .draw(
            pen.surface(),
            box.x() + size * 0.75,
            box.centreY(),
            size * 0.36,
            Ink.filled(pen.palette().category(index)));
    return box.inset(0, 0, 0, size * 0.7);
  }

  /// The name of a node; gives what it leaves of it.
  private Box named(String name, Box box, Color colour) {
    double size = size(box);
    var type = pen.type(Role.SYMBOL).at(size).coloured(colour);
    var inside = box.inset(0, size * 0.6, 0, size * 0.75);
    pen.write(name, inside, type);
    return inside.inset(0, 0, 0, pen.width(name, type) + pen.px(Space.TIGHT));
  }

  private void figure(double value, Box box, Color colour) {
    var type = pen.type(Role.VALUE).at(Math.max(Look.LEGIBLE, 0.95 * size(box))).coloured(colour);
    var figure = Figure.of(pen.surface(), value, type, box.width());
    pen.write(figure.text(), box, figure.type().right());
  }
}
