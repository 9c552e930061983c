package dev.stepwise.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Where the elements of a picture are, in the order in which they were drawn: the last one drawn
/// is the first one hit. Small round and rectangular elements are easier to hit than they look.
public final class Hits {

  /// An element's place.
  ///
  /// @param description what a screen reader or tool tip says of it
  public record Hit(Element element, Box box, String description) implements Lookup {
    @Override
    public Optional<Hit> at(double x, double y) {
      return box.inset(-REACH).contains(x, y) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Optional<Hit> of(Element wanted) {
      return element.equals(wanted) ? Optional.of(this) : Optional.empty();
    }
  }

  /// Finds the places of elements that are too many to be listed, such as a hundred thousand
  /// points.
  public interface Lookup {
    /// What is at a place.
    Optional<Hit> at(double x, double y);

    /// The place of an element, if it was drawn.
    Optional<Hit> of(Element element);
  }

  /// A drawing of which a part can be seen larger.
  ///
  /// @param id by which the painter asks what part of it is seen
  public record Zoomable(String id, Box box) {}

  /// A row of which a part is seen.
  ///
  /// @param id by which the painter asks what part of it is seen
  /// @param from where what is seen begins, as a share of the whole
  /// @param share how much of the whole is seen
  public record Scrollable(String id, Box box, double from, double share) {}

  /// A drawing along which time, or whatever else the steps of a run follow, runs from left to
  /// right.
  ///
  /// @param along what stands at an x; asked inside the box only
  public record Track(Box box, DoubleFunction<Element> along) {
    /// What stands at an x; beyond an end, what stands there.
    public Element at(double x) {
      return along.apply(Math.clamp(x, box.x(), Math.max(box.x(), box.right() - 1e-3)));
    }
  }

  private static final double REACH = 3;

  private final List<Lookup> hits = new ArrayList<>();
  private final List<Zoomable> zoomables = new ArrayList<>();
  private final List<Track> tracks = new ArrayList<>();
  private final List<Scrollable> scrollables = new ArrayList<>();

  /// Notes an element's place.
  public void add(Element element, Box box, String description) {
    hits.add(new Hit(element, box, description));
  }

  /// Notes the places of many elements, drawn at once.
  public void add(Lookup lookup) {
    hits.add(lookup);
  }

  /// Notes that the wheel zooms a drawing and that dragging moves it.
  ///
  /// @param id by which the painter asks what part of it is seen
  public void zoomable(String id, Box box) {
    zoomables.add(new Zoomable(id, box));
  }

  /// The drawing at a place that can be zoomed.
  public Optional<Zoomable> zoomableAt(double x, double y) {
    return zoomables.reversed().stream().filter(each -> each.box().contains(x, y)).findFirst();
  }

  /// Notes that dragging along a drawing goes through the steps that its elements lead to.
  ///
  /// @param along what stands at an x; asked inside the box only, also after another picture has
  ///   been drawn
  public void track(Box box, DoubleFunction<Element> along) {
    tracks.add(new Track(box, along));
  }

  /// Notes that the wheel and dragging move a row. With the next step it is seen again where the
  /// painter wants it.
  public void scrollable(Scrollable row) {
    scrollables.add(row);
  }

  /// The rows that can be moved.
  public List<Scrollable> scrollables() {
    return List.copyOf(scrollables);
  }

  /// The drawing at a place along which one can drag.
  public Optional<Track> trackAt(double x, double y) {
    return tracks.reversed().stream().filter(each -> each.box().contains(x, y)).findFirst();
  }

  /// What is at a place.
  public Optional<Hit> at(double x, double y) {
    return hits.reversed().stream().flatMap(hit -> hit.at(x, y).stream()).findFirst();
  }

  /// The place of an element, if it was drawn.
  public Optional<Hit> of(Element element) {
    return hits.stream().flatMap(hit -> hit.of(element).stream()).findFirst();
  }

  /// Takes over what another picture noted, which is a part of this one.
  ///
  /// @param outer what an element of the part is called here
  /// @param inner the opposite; empty for an element of another part
  public void add(
      Hits part, UnaryOperator<Element> outer, Function<Element, Optional<Element>> inner) {
    part.hits.forEach(lookup ->
        hits.add(lookup instanceof Hit hit ? renamed(hit, outer) : new Part(lookup, outer, inner)));
    zoomables.addAll(part.zoomables);
    scrollables.addAll(part.scrollables);
    part.tracks.forEach(
        track -> tracks.add(new Track(track.box(), x -> outer.apply(track.along().apply(x)))));
  }

  private static Hit renamed(Hit hit, UnaryOperator<Element> outer) {
    return new Hit(outer.apply(hit.element()), hit.box(), hit.description());
  }

  private record Part(
      Lookup lookup, UnaryOperator<Element> outer, Function<Element, Optional<Element>> inner)
      implements Lookup {
    @Override
    public Optional<Hit> at(double x, double y) {
      return lookup.at(x, y).map(hit -> renamed(hit, outer));
    }

    @Override
    public Optional<Hit> of(Element element) {
      return inner.apply(element).flatMap(lookup::of).map(hit -> renamed(hit, outer));
    }
  }

  /// Those that were noted one by one, first drawn first.
  public List<Hit> all() {
    return hits.stream().filter(Hit.class::isInstance).map(Hit.class::cast).toList();
  }
}
