package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.view.gradient.GradientElement.OfNumber;
import dev.stepwise.view.gradient.GradientElement.OfParameter;
import dev.stepwise.view.gradient.GradientElement.OfSample;
import java.util.List;
import java.util.Optional;

/// Where numbers belong that have no mark of their own in the graph: a bias and an error at their
/// unit, a weight of an image or of a unit without room at what it leads to, and a sample of more
/// dimensions than can be seen. They can be asked for by the keyboard and are not under the
/// pointer.
///
/// @param layout of the nodes drawn
/// @param area of the graph
record NodePlaces(GraphLayout layout, Box area) implements Hits.Lookup {
  @Override
  public Optional<Hits.Hit> at(double x, double y) {
    return Optional.empty();
  }

  @Override
  public Optional<Hits.Hit> of(Element element) {
    return switch (element) {
      case OfParameter(var place) -> Optional.of(new Hits.Hit(element, at(place), place.name()));
      case OfNumber(int sample, var tensor, int column) ->
          Optional.of(
              new Hits.Hit(
                  element,
                  at(tensor, column),
                  "%s[%d] of point %d".formatted(tensor.code(), column, sample + 1)));
      case OfSample(int sample) ->
          Optional.of(new Hits.Hit(element, area, "point %d".formatted(sample + 1)));
      default -> Optional.empty();
    };
  }

  private Box at(Place place) {
    boolean first = place.of() == Place.Of.W1 || place.of() == Place.Of.B1;
    return node(first ? layout.hidden() : layout.classes(), place.column());
  }

  private Box at(Tensor tensor, int column) {
    return switch (tensor) {
      case Z1, A1, DA1, DZ1 -> node(layout.hidden(), column);
      case Z2, P, DZ2 -> node(layout.classes(), column);
      case X -> node(layout.inputs(), column);
      case LOSS -> layout.loss();
      default -> area;
    };
  }

  private Box node(List<Box> nodes, int index) {
    return index < nodes.size() ? nodes.get(index) : area;
  }
}
