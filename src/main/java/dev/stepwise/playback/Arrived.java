package dev.stepwise.playback;

import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// What a place looks like: the part of a [PlayerState] that takes computing.
///
/// @param ended the steps around it that end with it, by their positions, with what happened in
///   them
record Arrived<F extends Frame>(
    Place place,
    Step<F> step,
    List<PlayerState.Crumb> crumbs,
    OptionalInt topLength,
    OptionalInt siblings,
    double along,
    boolean atEnd,
    Map<Position, Set<Condition>> ended) {

  /// Computes it, in the calling thread.
  static <F extends Frame> Arrived<F> at(Place place, Navigator<F> navigator) {
    var position = place.position();
    var step = navigator.step(position);
    step.frame().prepare();
    boolean atEnd = navigator.next(position, place.depth()).isEmpty();
    var crumbs =
        IntStream.rangeClosed(1, position.depth())
            .mapToObj(depth -> new Position(position.indices().subList(0, depth)))
            .map(at -> new PlayerState.Crumb(at, navigator.step(at).crumb()))
            .toList();
    var topLength = navigator.run().knownLength();
    return new Arrived<>(
        place,
        step,
        crumbs,
        topLength,
        navigator.runOf(position).knownLength(),
        navigator.along(position),
        atEnd,
        ended(position, navigator));
  }

  /// What is shown already.
  ///
  /// @param topLength what is known of the run's length by now
  static <F extends Frame> Arrived<F> again(PlayerState<F> shown, OptionalInt topLength) {
    return new Arrived<>(
        new Place(shown.position(), shown.depth()),
        shown.step(),
        shown.crumbs(),
        topLength,
        shown.siblings(),
        shown.along(),
        shown.atEnd(),
        Map.of());
  }

  /// The step. Where the run stood here already it is the object that was shown: a run makes its
  /// steps anew whenever it is asked, and who shows them would move from the step to itself.
  Step<F> stepAfter(Optional<PlayerState<F>> before) {
    return before
        .filter(shown -> shown.position().equals(place.position()))
        .map(PlayerState::step)
        .orElse(step);
  }

  private static <F extends Frame> Map<Position, Set<Condition>> ended(
      Position position, Navigator<F> navigator) {
    var ended = new HashMap<Position, Set<Condition>>();
    var at = position;
    while (at.depth() > 1 && !navigator.runOf(at).has(at.last() + 1)) {
      at = at.parent().orElseThrow();
      ended.put(at, navigator.step(at).conditions());
    }
    return ended;
  }
}
