package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import java.util.ArrayList;
import java.util.List;

/// Where the nodes of the network are: inputs at the left, hidden units in the middle, classes at
/// the right, the loss at the far right. Of more nodes than have room, the first ones are drawn.
///
/// @param inputs the boxes of the inputs drawn; one large one where the samples are images
/// @param hidden the boxes of the hidden units drawn
/// @param classes the boxes of the classes drawn
/// @param loss the box of the loss
/// @param image whether the inputs are an image of 8×8
record GraphLayout(List<Box> inputs, List<Box> hidden, List<Box> classes, Box loss, Shape image) {
  private static final double LEAST_PITCH = 16;
  private static final double TALLEST = 30;

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

  static GraphLayout of(NetworkFrame frame, Look look, Box area) {
    int d = frame.problem().data().dimensions();
    var body = area.inset(look.px(22), 0, look.px(20), 0);
    double node = Math.clamp(body.width() * 0.13, look.px(66), look.px(104));
    var shape = d == 64 ? Shape.IMAGE : Shape.NUMBERS;
    double left = body.x();
    double middle = body.x() + body.width() * 0.38 - node / 2;
    double right = body.x() + body.width() * 0.72 - node / 2;
    double lossWidth = look.px(70);
    var loss =
        new Box(body.right() - lossWidth, body.centreY() - look.px(17), lossWidth, look.px(34));
    List<Box> inputs;
    if (shape == Shape.IMAGE) {
      double side = Math.min(body.height() * 0.7, body.width() * 0.2);
      inputs = List.of(new Box(left, body.centreY() - side / 2, side, side));
    } else {
      inputs = column(d, left, node, body, look);
    }
    return new GraphLayout(
        inputs,
        column(frame.moment().parameters().hidden(), middle, node, body, look),
        column(frame.moment().parameters().classes(), right, node, body, look),
        loss,
        shape);
  }

  private static List<Box> column(int count, double x, double width, Box body, Look look) {
    int most = Math.max(1, (int) (body.height() / look.px(LEAST_PITCH)));
    int shown = Math.min(count, most);
    double pitch = Math.min(body.height() / shown, look.px(62));
    double height = Math.min(pitch * 0.82, look.px(TALLEST));
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

  /// Where an edge leaves an input.
  double[] out(int input) {
    var box = image == Shape.IMAGE ? inputs.getFirst() : inputs.get(input);
    return new double[] {box.right(), box.centreY()};
  }
}
