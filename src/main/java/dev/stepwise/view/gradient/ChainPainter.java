package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFocus;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import dev.stepwise.view.gradient.GradientElement.OfNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/// Draws the chain of one number across the graph: the edges that its sum runs over, and the
/// factors on them.
final class ChainPainter {
  private static final int MOST_TAGS = 10;

  /// The width of the band below an edge.
  private static final double BAND = 11;

  /// How far a number is moved up or down to leave others free, the nearest place first.
  private static final List<Integer> SHIFTS = List.of(0, 5, -5, 10, -10, 15, -15, 20, -20);

  /// From a class to the arrow that leaves it.
  private static final double AFTER = 8;

  private final NetworkScene scene;
  private final Pen pen;
  private final Plates plates;
  private final NetworkFrame frame;
  private final Lens lens;
  private final GraphLayout layout;

  ChainPainter(NetworkScene scene, GraphLayout layout) {
    this.scene = scene;
    this.pen = scene.pen();
    this.plates = new Plates(pen);
    this.frame = scene.frame();
    this.lens = scene.lens();
    this.layout = layout;
  }

  /// The bands below the nodes.
  void paintUnder() {
    switch (frame.focus()) {
      case NetworkFocus.Cell(var tensor, int row, int column) -> bands(tensor, row, column);
      case NetworkFocus.ParameterUpdated(var place) -> band(place);
      default -> {}
    }
  }

  private void bands(Tensor tensor, int row, int column) {
    switch (tensor) {
      case Z1 -> into(Place.Of.W1, column);
      case Z2 -> into(Place.Of.W2, column);
      case DA1, DZ1, DB1 -> back(column);
      case DW1 -> {
        back(column);
        band(new Place(Place.Of.W1, row, column));
      }
      case DW2 -> band(new Place(Place.Of.W2, row, column));
      default -> {}
    }
  }

  private void into(Place.Of of, int unit) {
    for (int i = 0; i < layout.sources(of); i++) {
      band(new Place(of, i, unit));
    }
  }

  private void back(int unit) {
    for (int c = 0; c < layout.classes().size(); c++) {
      band(new Place(Place.Of.W2, unit, c));
    }
  }

  private boolean isDrawn(Place place) {
    var of = place.of();
    boolean first = of == Place.Of.W1;
    return (first || of == Place.Of.W2)
        && (place.row() < layout.sources(of)
            || (first && layout.image() == GraphLayout.Shape.IMAGE))
        && place.column() < layout.targets(of);
  }

  private void band(Place place) {
    if (isDrawn(place)) {
      double[] from = GraphLayout.start(layout.source(place));
      double[] to = GraphLayout.end(layout.target(place));
      var stroke = new Ink.Stroke(Pen.faded(accent(), 0.28), pen.px(BAND));
      pen.surface().line(from[0], from[1], to[0], to[1], stroke);
    }
  }

  /// The factors above the edges.
  void paintOver() {
    switch (frame.focus()) {
      case NetworkFocus.Cell(var tensor, int row, int column) -> factors(tensor, row, column);
      case NetworkFocus.ParameterUpdated(var place) ->
          tag(place, 0.5, Numbers.brief(frame.moment().parameters().at(place)), accent());
      default -> {}
    }
  }

  private Color accent() {
    return pen.palette().accent();
  }

  private void factors(Tensor tensor, int row, int column) {
    var at = lens.pass().at();
    switch (tensor) {
      case Z1 -> {
        int shown = Math.min(layout.inputs().size(), MOST_TAGS);
        if (layout.image() == GraphLayout.Shape.NUMBERS) {
          for (int i = 0; i < shown; i++) {
            tag(
                new Place(Place.Of.W1, i, column),
                0.35,
                Numbers.brief(at.w1()[i][column]),
                accent());
          }
        }
      }
      case Z2 -> {
        int shown = Math.min(layout.hidden().size(), MOST_TAGS);
        for (int j = 0; j < shown; j++) {
          tag(new Place(Place.Of.W2, j, column), 0.4, Numbers.brief(at.w2()[j][column]), accent());
        }
      }
      case DA1, DZ1, DB1 -> backFactors(column);
      case DW1 -> {
        backFactors(column);
        var place = new Place(Place.Of.W1, row, column);
        double share = lens.at(Tensor.X, row) * lens.at(Tensor.DZ1, column);
        var first = tag(place, 0.32, "share " + Numbers.brief(share), accent());
        double slope = frame.problem().slopeAt(lens.at(Tensor.Z1, column));
        tag(
            place,
            0.78,
            "f′ " + Numbers.brief(slope),
            pen.palette().muted(),
            first.stream().toList());
      }
      case DW2 -> {
        double share = lens.at(Tensor.A1, row) * lens.at(Tensor.DZ2, column);
        tag(new Place(Place.Of.W2, row, column), 0.5, "share " + Numbers.brief(share), accent());
      }
      default -> {}
    }
  }

  private void backFactors(int unit) {
    if (unit >= layout.hidden().size()) {
      return;
    }
    double[] weights = frame.wayBack(lens.pass())[unit];
    var terms = new ArrayList<Box>();
    for (int c = 0; c < Math.min(layout.classes().size(), MOST_TAGS); c++) {
      tag(new Place(Place.Of.W2, unit, c), 0.76, Numbers.brief(weights[c]), pen.palette().muted())
          .ifPresent(terms::add);
      var box = layout.classes().get(c);
      var to = layout.hidden().get(unit);
      new Arrow(box.x() - pen.px(AFTER), box.centreY(), to.right(), to.centreY())
          .draw(pen, accent());
    }
    sum(unit, terms);
  }

  /// The sum beside its unit.
  private void sum(int unit, List<Box> terms) {
    var box = layout.hidden().get(unit);
    double value = lens.at(Tensor.DA1, unit);
    var text = "Σ " + Numbers.brief(value);
    var plate = clear(plates.beside(text, box.right(), box.centreY()), terms);
    plates.draw(text, plate, accent());
    scene
        .sheet()
        .spots()
        .add(
            new OfNumber(lens.sample(), Tensor.DA1, unit),
            plate,
            "da1[%d] of point %d: %s".formatted(unit, lens.sample() + 1, Numbers.text(value)));
  }

  /// The place nearest to the wanted one at which a number leaves others free.
  private Box clear(Box plate, List<Box> others) {
    return SHIFTS.stream()
        .map(shift -> plate.moved(0, pen.px(shift)))
        .filter(moved -> moved.bottom() <= layout.body().bottom())
        .filter(moved -> others.stream().noneMatch(moved.inset(-pen.px(Space.LINE))::overlaps))
        .findFirst()
        .orElse(plate);
  }

  /// A number on an edge, not over the node where the edge starts.
  private Optional<Box> tag(Place place, double along, String text, Color colour) {
    return tag(place, along, text, colour, List.of());
  }

  private Optional<Box> tag(
      Place place, double along, String text, Color colour, List<Box> others) {
    if (!isDrawn(place)) {
      return Optional.empty();
    }
    double[] from = GraphLayout.start(layout.source(place));
    double[] to = GraphLayout.end(layout.target(place));
    var middle =
        plates.at(text, from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1]));
    double over = from[0] + pen.px(Space.TIGHT) - middle.x();
    var plate = clear(middle.moved(Math.max(0, over), 0), others);
    plates.draw(text, plate, colour);
    return Optional.of(plate);
  }
}
