package dev.stepwise.playback;

import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Frame;
import java.util.Optional;
import java.util.Set;

/// What a player's worker does: it goes from place to place, as far as a gate lets it, and computes
/// what it finds there.
record Walker<F extends Frame>(Navigator<F> navigator) {

  /// How many steps a search for a line looks at; some seconds of a long run.
  private static final int MOST_SEARCHED = 100_000;

  /// A move of the worker.
  interface Move {
    Optional<Place> from(Place place);
  }

  /// What a move led to.
  ///
  /// @param kept where the gate kept the player from going, and what is done instead
  record Outcome<F extends Frame>(Arrived<F> arrived, boolean moved, Optional<Kept> kept) {}

  /// A place that is not gone to yet.
  record Kept(Place from, Runnable instead) {}

  /// The next stop of a walk.
  Optional<Place> next(Place place) {
    return navigator
        .next(place.position(), place.depth())
        .map(position -> new Place(position, place.depth()));
  }

  /// The first stop inside a position at a depth.
  Place inside(Position position, int depth) {
    return new Place(navigator.firstInside(position, depth), depth);
  }

  /// Goes somewhere, unless the gate keeps it; stays where there is nowhere to go.
  Errands.Found<Outcome<F>> found(Place from, Optional<Place> to, Gate<F> asked) {
    var kept = to.flatMap(place -> kept(place, asked));
    var at = kept.isPresent() ? from : to.orElse(from);
    return new Errands.Found<>(
        at, new Outcome<>(Arrived.at(at, navigator), to.isPresent() && kept.isEmpty(), kept));
  }

  /// Goes to the first step inside of one. Where the gate keeps it, it goes to the stop before the
  /// one that it opens; where there is none, no gate is asked.
  Errands.Found<Outcome<F>> opened(Place from, Gate<F> asked) {
    var to = navigator.into(from.position()).map(at -> new Place(at, at.depth()));
    var before = navigator.previous(from.position(), from.position().depth());
    var kept = before.isEmpty() ? Optional.<Kept>empty() : to.flatMap(place -> kept(place, asked));
    if (kept.isEmpty()) {
      return found(from, to, Gate.open());
    }
    var at = new Place(before.get(), from.depth());
    return new Errands.Found<>(at, new Outcome<>(Arrived.at(at, navigator), true, kept));
  }

  /// Walks on until a gate keeps it.
  Errands.Found<Outcome<F>> walked(Place from, Gate<F> asked, Runnable nothing) {
    var at = from;
    for (var next = next(at); next.isPresent(); next = next(at)) {
      Cancellation.checkpoint();
      var kept = kept(next.get(), asked);
      if (kept.isPresent()) {
        return new Errands.Found<>(at, new Outcome<>(Arrived.at(at, navigator), true, kept));
      }
      at = next.get();
    }
    return stayed(from, nothing);
  }

  /// What executes a line next.
  Execution execution(Place from, Set<String> anchors) {
    return new LineSearch<>(navigator, MOST_SEARCHED).after(from.position(), anchors);
  }

  private Errands.Found<Outcome<F>> stayed(Place from, Runnable told) {
    var here = Optional.of(new Kept(from, told));
    return new Errands.Found<>(from, new Outcome<>(Arrived.at(from, navigator), false, here));
  }

  private Optional<Kept> kept(Place place, Gate<F> asked) {
    return asked
        .before(place.position(), navigator.step(place.position()))
        .map(instead -> new Kept(place, instead));
  }
}
