package dev.stepwise.view.gradient;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import java.util.Optional;

/// An edge: hit anywhere near its line, not in the box around it.
///
/// @param from,to its ends
/// @param reach how near, in pixels
@SuppressWarnings("ArrayRecordComponent") // made for it, never written to
record EdgeHit(Element element, double[] from, double[] to, double reach, String description)
    implements Hits.Lookup {

  @Override
  public Optional<Hits.Hit> at(double x, double y) {
    double dx = to[0] - from[0];
    double dy = to[1] - from[1];
    double along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
    // Near its ends every edge meets others: there, none is hit.
    if (along < 0.08 || along > 0.92) {
      return Optional.empty();
    }
    double gap = Math.hypot(from[0] + along * dx - x, from[1] + along * dy - y);
    return gap <= reach ? Optional.of(hit(along)) : Optional.empty();
  }

  @Override
  public Optional<Hits.Hit> of(Element wanted) {
    return element.equals(wanted) ? Optional.of(hit(0.5)) : Optional.empty();
  }

  private Hits.Hit hit(double along) {
    double x = from[0] + along * (to[0] - from[0]);
    double y = from[1] + along * (to[1] - from[1]);
    return new Hits.Hit(element, new Box(x - reach, y - reach, 2 * reach, 2 * reach), description);
  }
}
