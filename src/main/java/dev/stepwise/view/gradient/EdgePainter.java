package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import dev.stepwise.view.gradient.GradientElement.OfParameter;
import javafx.scene.paint.Color;

/// Draws the edges of the network: the larger a number, the thicker and the more solid its edge, in
/// the colour of its sign.
///
/// @param scene the step
/// @param layout where the nodes are
record EdgePainter(NetworkScene scene, GraphLayout layout) {
  private static final double THINNEST = 0.7;
  private static final double THICKEST = 3.9;

  /// How near the pointer has to be.
  private static final double REACH = 5;

  private static final int MOST_HITS = 600;

  /// Draws the edges of a layer; from an image, where they come from.
  ///
  /// @param layer its weights
  /// @param values what its edges show
  void paint(Place.Of layer, double[][] values) {
    if (layer == Place.Of.W1 && layout.image() == GraphLayout.Shape.IMAGE) {
      fromImage();
      return;
    }
    var map = ColourMap.diverging(scene.pen().palette());
    var scale = ColourScale.centred(map, values);
    int sources = layout.sources(layer);
    int targets = layout.targets(layer);
    boolean hits = sources * targets <= MOST_HITS;
    for (int i = 0; i < sources; i++) {
      for (int j = 0; j < targets; j++) {
        var place = new Place(layer, i, j);
        edge(place, values[i][j], scale);
        if (hits) {
          hit(place, values[i][j]);
        }
      }
    }
  }

  private void fromImage() {
    var pen = scene.pen();
    var from = GraphLayout.start(layout.inputs().getFirst());
    var stroke = pen.stroke(pen.palette().faint(), Space.HAIR);
    for (var box : layout.hidden()) {
      pen.surface().line(from[0], from[1], box.x(), box.centreY(), stroke);
    }
  }

  private void edge(Place place, double value, ColourScale scale) {
    var pen = scene.pen();
    boolean known = Double.isFinite(value);
    double share = known ? Math.abs(value) / scale.values().to() : 1;
    double width = pen.px(THINNEST + (THICKEST - THINNEST) * share);
    if (scene.isLookedAt(new OfParameter(place))) {
      line(place, pen.palette().accent(), width + pen.px(Space.TIGHT));
    }
    var colour =
        share == 0
            ? pen.palette().faint()
            : known ? Pen.faded(scale.colour(value), 0.35 + 0.6 * share) : pen.palette().alarm();
    line(place, colour, width);
  }

  private void line(Place place, Color colour, double width) {
    var from = GraphLayout.start(layout.source(place));
    var to = GraphLayout.end(layout.target(place));
    scene.pen().surface().line(from[0], from[1], to[0], to[1], new Ink.Stroke(colour, width));
  }

  private void hit(Place place, double value) {
    var edge =
        new EdgeHit(
            new OfParameter(place),
            GraphLayout.start(layout.source(place)),
            GraphLayout.end(layout.target(place)),
            scene.pen().px(REACH),
            "%s = %s".formatted(place.name(), Numbers.text(value)));
    scene.sheet().shown().hits().add(edge);
  }
}
