package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFocus;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.Space;
import dev.stepwise.view.gradient.GradientElement.OfNumber;

/// Draws the errors that walk back, on plates in the colours of their signs: those of the classes
/// on the way from the loss, those of the hidden units at their right.
///
/// @param scene the step
/// @param layout where the nodes are
record ErrorPlates(NetworkScene scene, GraphLayout layout) {

  /// Those of the classes: half way to the loss; of many classes beside them, where the plates have
  /// room.
  void ofClasses() {
    var plates = new Plates(scene.pen());
    var classes = layout.classes();
    double pitch = GraphLayout.pitch(classes);
    var loss = layout.loss();
    for (int c = 0; c < classes.size(); c++) {
      var box = classes.get(c);
      var text = text(Tensor.DZ2, c);
      double half = (box.centreY() + loss.centreY()) / 2;
      var plate = plates.at(text, (box.right() + loss.x()) / 2, half);
      boolean many = pitch < 2 * (plate.height() + scene.pen().px(Space.HAIR));
      draw(Tensor.DZ2, c, many ? plates.at(text, plate.centreX(), box.centreY()) : plate, pitch);
    }
  }

  /// Those of the hidden units. Where the step follows one of them, its sum and the sum's terms
  /// need the room.
  void ofHidden() {
    if (isFollowed() || !scene.lens().knows(Tensor.DA1)) {
      return;
    }
    var tensor = scene.lens().knows(Tensor.DZ1) ? Tensor.DZ1 : Tensor.DA1;
    var plates = new Plates(scene.pen());
    double pitch = GraphLayout.pitch(layout.hidden());
    for (int j = 0; j < layout.hidden().size(); j++) {
      var box = layout.hidden().get(j);
      draw(tensor, j, plates.beside(text(tensor, j), box.right(), box.centreY()), pitch);
    }
  }

  private boolean isFollowed() {
    return scene.frame().focus() instanceof NetworkFocus.Cell(var tensor, int _, int _)
        && switch (tensor) {
          case DA1, DZ1, DW1, DB1 -> true;
          default -> false;
        };
  }

  private String text(Tensor tensor, int index) {
    return Numbers.brief(scene.lens().at(tensor, index));
  }

  private void draw(Tensor tensor, int index, Box plate, double pitch) {
    var pen = scene.pen();
    var plates = new Plates(pen);
    double value = scene.lens().at(tensor, index);
    var colours = ColourMap.diverging(pen.palette());
    var edge = value == 0 ? pen.palette().faint() : colours.colour(value < 0 ? 0.12 : 0.88);
    var fitted = plates.within(plate, pitch - pen.px(Space.HAIR));
    plates.draw(Numbers.brief(value), fitted, edge);
    int point = scene.lens().sample();
    scene
        .sheet()
        .spots()
        .add(
            new OfNumber(point, tensor, index),
            fitted,
            "%s[%d] of point %d: %s"
                .formatted(tensor.code(), index, point + 1, Numbers.text(value)));
  }
}
