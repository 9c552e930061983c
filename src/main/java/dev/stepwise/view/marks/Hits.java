package dev.stepwise.view.marks;

import dev.stepwise.view.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the elements of a picture are, in the order in which they were drawn: the last one drawn
/// is the first one hit. Small round and rectangular elements are easier to hit than they look.
public final class Hits {

  /// An element's place.
  ///
  /// @param description what a screen reader or tool tip says of it
  public record Hit(Element element, Box box, String description) {}

  private static final double REACH = 3;

  private final List<Hit> hits = new ArrayList<>();

  /// Notes an element's place.
  public void add(Element element, Box box, String description) {
    hits.add(new Hit(element, box, description));
  }

  /// What is at a place.
  public Optional<Hit> at(double x, double y) {
    for (int i = hits.size() - 1; i >= 0; i--) {
      var box = hits.get(i).box();
      if (box.inset(-REACH).contains(x, y)) {
        return Optional.of(hits.get(i));
      }
    }
    return Optional.empty();
  }

  /// The place of an element, if it was drawn.
  public Optional<Hit> of(Element element) {
    return hits.stream().filter(hit -> hit.element().equals(element)).findFirst();
  }

  /// All of them, first drawn first.
  public List<Hit> all() {
    return List.copyOf(hits);
  }
}
