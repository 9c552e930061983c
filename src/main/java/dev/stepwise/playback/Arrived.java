package dev.stepwise.playback;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What a place looks like: the part of a [PlayerState] that takes computing.
record Arrived<F extends Frame>(
    Place place,
    Step<F> step,
    List<PlayerState.Crumb> crumbs,
    OptionalInt topLength,
    OptionalInt siblings,
    double fraction,
    boolean atEnd) {

  /// Computes it, in the calling thread.
  static <F extends Frame> Arrived<F> at(Place place, Navigator<F> navigator) {
    var position = place.position();
    var step = navigator.step(position);
    boolean atEnd = navigator.next(position, place.depth()).isEmpty();
    var crumbs =
        IntStream.rangeClosed(1, position.depth())
            .mapToObj(depth -> new Position(position.indices().subList(0, depth)))
            .map(at -> new PlayerState.Crumb(at, navigator.step(at).crumb()))
            .toList();
    var topLength = navigator.run().knownLength();
    double fraction =
        topLength.isPresent() ? navigator.fraction(position, topLength.getAsInt()) : 0;
    return new Arrived<>(
        place, step, crumbs, topLength, navigator.runOf(position).knownLength(), fraction, atEnd);
  }
}
