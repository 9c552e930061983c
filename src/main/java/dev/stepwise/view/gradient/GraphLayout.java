package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import java.util.ArrayList;
import java.util.List;

/// Where the nodes of the network are: inputs at the left, hidden units in the middle, classes at
/// the right, the loss at the far right. Of more nodes than have room, the first ones are drawn.
///
/// @param body what is between the heading and the foot
/// @param inputs the boxes of the inputs drawn; one large one where the samples are images
/// @param hidden the boxes of the hidden units drawn
/// @param classes the boxes of the classes drawn
/// @param loss the box of the loss
/// @param image whether the inputs are an image of 8×8
record GraphLayout(
    Box body, List<Box> inputs, List<Box> hidden, List<Box> classes, Box loss, Shape image) {
  private static final double LEAST_PITCH = 14.5;
  private static final double MOST_PITCH = 62;
  private static final double TALLEST = 30;
  private static final double NARROWEST = 66;
  private static final double WIDEST = 104;
  private static final double LOSS_WIDTH = 70;
  private static final double LOSS_HEIGHT = 34;

  /// What the inputs are.
  enum Shape {
    NUMBERS,
    IMAGE
  }

  /// From the centre of a node to that of the one below it.
  static double pitch(List<Box> nodes) {
    return nodes.size() < 2
        ? Double.POSITIVE_INFINITY
        : nodes.get(1).centreY() - nodes.get(0).centreY();
  }

  static GraphLayout of(NetworkFrame frame, Pen pen, Box area) {
    int d = frame.problem().data().dimensions();
    var body = pen.above(pen.below(area)).inset(0, 0, pen.px(Space.TIGHT), 0);
    double node = Math.clamp(body.width() * 0.13, pen.px(NARROWEST), pen.px(WIDEST));
    var shape = d == 64 ? Shape.IMAGE : Shape.NUMBERS;
    double left = body.x();
    double middle = body.x() + body.width() * 0.38 - node / 2;
    double right = body.x() + body.width() * 0.72 - node / 2;
    double lossWidth = pen.px(LOSS_WIDTH);
    double lossHeight = pen.px(LOSS_HEIGHT);
    var loss =
        new Box(body.right() - lossWidth, body.centreY() - lossHeight / 2, lossWidth, lossHeight);
    List<Box> inputs;
    if (shape == Shape.IMAGE) {
      double side = Math.min(body.height() * 0.7, body.width() * 0.2);
      inputs = List.of(new Box(left, body.centreY() - side / 2, side, side));
    } else {
      inputs = column(d, left, node, body, pen);
    }
    return new GraphLayout(
        body,
        inputs,
        column(frame.moment().parameters().hidden(), middle, node, body, pen),
        column(frame.moment().parameters().classes(), right, node, body, pen),
        loss,
        shape);
  }

  private static List<Box> column(int count, double x, double width, Box body, Pen pen) {
    int most = Math.max(1, (int) (body.height() / pen.px(LEAST_PITCH)));
    int shown = Math.min(count, most);
    double pitch = Math.min(body.height() / shown, pen.px(MOST_PITCH));
    double height = Math.min(pitch * 0.82, pen.px(TALLEST));
    double top = body.centreY() - pitch * shown / 2;
    var boxes = new ArrayList<Box>();
    for (int i = 0; i < shown; i++) {
      boxes.add(new Box(x, top + i * pitch + (pitch - height) / 2, width, height));
    }
    return boxes;
  }

  /// Whether a word fits between a class and the one above it.
  boolean hasRoomAbove(Box node) {
    int at = classes.indexOf(node);
    return at <= 0 || node.y() - classes.get(at - 1).bottom() >= node.height() * 0.45;
  }

  /// The box that an edge begins at.
  Box source(Place place) {
    boolean first = place.of() == Place.Of.W1;
    return first ? inputs.get(image == Shape.IMAGE ? 0 : place.row()) : hidden.get(place.row());
  }

  /// The box that an edge ends at.
  Box target(Place place) {
    return (place.of() == Place.Of.W1 ? hidden : classes).get(place.column());
  }

  /// Where an edge begins: at the right of a box.
  static double[] start(Box source) {
    return new double[] {source.right(), source.centreY()};
  }

  /// Where an edge ends: at the left of a box.
  static double[] end(Box target) {
    return new double[] {target.x(), target.centreY()};
  }

  /// How many boxes the edges of a layer begin at.
  int sources(Place.Of layer) {
    return (layer == Place.Of.W1 ? inputs : hidden).size();
  }

  /// How many boxes the edges of a layer end at.
  int targets(Place.Of layer) {
    return (layer == Place.Of.W1 ? hidden : classes).size();
  }
}
