package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFocus;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.view.gradient.GradientElement.OfNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/// Draws the chain of one number across the graph: the edges that its sum runs over, and the
/// factors on them.
final class ChainPainter {
  private static final int MOST_TAGS = 10;
  private static final List<Integer> SHIFTS = List.of(0, 5, -5, 10, -10, 15, -15, 20, -20);

  private final Brush brush;
  private final Look look;
  private final Hits hits;
  private final NetworkFrame frame;
  private final Lens lens;
  private final GraphLayout layout;

  ChainPainter(Brush brush, Hits hits, NetworkFrame frame, Lens lens, GraphLayout layout) {
    this.hits = hits;
    this.brush = brush;
    this.look = brush.look();
    this.frame = frame;
    this.lens = lens;
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
    int sources = of == Place.Of.W1 ? layout.inputs().size() : layout.hidden().size();
    for (int i = 0; i < sources; i++) {
      band(new Place(of, i, unit));
    }
  }

  private void back(int unit) {
    for (int c = 0; c < layout.classes().size(); c++) {
      band(new Place(Place.Of.W2, unit, c));
    }
  }

  private boolean isDrawn(Place place) {
    boolean first = place.of() == Place.Of.W1;
    int sources = first ? layout.inputs().size() : layout.hidden().size();
    int targets = first ? layout.hidden().size() : layout.classes().size();
    return (place.of() == Place.Of.W1 || place.of() == Place.Of.W2)
        && (place.row() < sources || (first && layout.image() == GraphLayout.Shape.IMAGE))
        && place.column() < targets;
  }

  private void band(Place place) {
    if (isDrawn(place)) {
      var ends = ends(place);
      var tint = look.palette().accent().deriveColor(0, 1, 1, 0.28);
      brush.surface().line(ends[0], ends[1], ends[2], ends[3], new Ink.Stroke(tint, look.px(11)));
    }
  }

  private double[] ends(Place place) {
    boolean first = place.of() == Place.Of.W1;
    double[] from = first ? layout.out(place.row()) : out(layout.hidden().get(place.row()));
    var to = first ? layout.hidden().get(place.column()) : layout.classes().get(place.column());
    return new double[] {from[0], from[1], to.x(), to.centreY()};
  }

  private static double[] out(Box box) {
    return new double[] {box.right(), box.centreY()};
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
    return look.palette().accent();
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
        double slope = frame.problem().activation().derivative(lens.at(Tensor.Z1, column));
        tag(
            place,
            0.78,
            "f′ " + Numbers.brief(slope),
            look.palette().muted(),
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
    var at = lens.pass().at();
    var terms = new ArrayList<Box>();
    for (int c = 0; c < Math.min(layout.classes().size(), MOST_TAGS); c++) {
      tag(
              new Place(Place.Of.W2, unit, c),
              0.76,
              Numbers.brief(at.w2()[unit][c]),
              look.palette().muted())
          .ifPresent(terms::add);
      var box = layout.classes().get(c);
      brush.arrow(
          box.x() - look.px(8),
          box.centreY(),
          layout.hidden().get(unit).right(),
          layout.hidden().get(unit).centreY(),
          accent());
    }
    sum(unit, terms);
  }

  /// The sum beside its unit.
  private void sum(int unit, List<Box> terms) {
    var box = layout.hidden().get(unit);
    double value = lens.at(Tensor.DA1, unit);
    var text = "Σ " + Numbers.brief(value);
    double x = box.right() + look.px(37);
    var plate = brush.tag(text, x, clear(text, x, box.centreY(), terms), accent());
    hits.add(
        new OfNumber(lens.sample(), Tensor.DA1, unit),
        plate,
        "da1[%d] of point %d: %s".formatted(unit, lens.sample() + 1, Numbers.text(value)));
  }

  /// The height nearest to the wanted one at which a number leaves others free.
  private double clear(String text, double x, double wanted, List<Box> others) {
    return SHIFTS.stream()
        .map(shift -> wanted + look.px(shift))
        .filter(y -> {
          var plate = brush.plate(text, x, y).inset(-look.px(1.5));
          return others.stream().noneMatch(other -> meet(plate, other));
        })
        .findFirst()
        .orElse(wanted);
  }

  private static boolean meet(Box one, Box other) {
    return one.x() < other.right()
        && other.x() < one.right()
        && one.y() < other.bottom()
        && other.y() < one.bottom();
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
    var ends = ends(place);
    double x = ends[0] + along * (ends[2] - ends[0]);
    double y = ends[1] + along * (ends[3] - ends[1]);
    double over = ends[0] + look.px(3) - brush.plate(text, x, y).x();
    x += Math.max(0, over);
    return Optional.of(brush.tag(text, x, clear(text, x, y, others), colour));
  }
}
