package dev.stepwise.view;

import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The elements of a picture as they are read: line by line from the top, each from left to right.
///
/// @param hits where they are
record ReadingOrder(Hits hits) {
  /// What is no further apart in height stands in one line.
  private static final double LINE = 8;

  private static final Comparator<Hits.Hit> READING =
      Comparator.<Hits.Hit>comparingDouble(hit -> Math.floor(hit.box().centreY() / LINE))
          .thenComparingDouble(hit -> hit.box().x());

  /// All of them that are listed.
  List<Hits.Hit> all() {
    return hits.all().stream().sorted(READING).toList();
  }

  /// One, and then all that follow it, those before it last. All, where it was not drawn.
  List<Hits.Hit> from(Element element) {
    var following = new ArrayList<Hits.Hit>();
    hits.of(element).ifPresent(following::add);
    following.addAll(after(element));
    return following;
  }

  /// All that follow one, those before it and itself last. All, where it was not drawn.
  List<Hits.Hit> after(Element element) {
    var here = hits.of(element);
    if (here.isEmpty()) {
      return all();
    }
    var later = new ArrayList<Hits.Hit>();
    var earlier = new ArrayList<Hits.Hit>();
    for (var hit : all()) {
      boolean follows = !hit.element().equals(element) && READING.compare(hit, here.get()) >= 0;
      (follows ? later : earlier).add(hit);
    }
    later.addAll(earlier);
    return later;
  }
}
