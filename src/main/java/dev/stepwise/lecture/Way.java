package dev.stepwise.lecture;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The way through a stop: the steps that a clicker visits, from where the stop begins to where it
/// ends.
///
/// @param steps at least one, in the order of the run
public record Way(List<Position> steps) {
  /// The most steps that are visited: nobody clicks further through one stop.
  public static final int MOST = 12;

  private static final int LONGEST = 2000;

  /// Copies the steps.
  public Way {
    steps = List.copyOf(steps);
  }

  /// Walks from the first step of a stop to its last, at the depth at which it begins. Of a long
  /// way every so many steps are visited, the first and the last among them.
  ///
  /// @throws InvalidInput where the run lacks its first or its last step, or the way is too long;
  ///   with its place in the stop
  public static <F extends Frame> Way of(Stop stop, Navigator<F> navigator) {
    check(navigator, stop.begins(), "/at/step");
    check(navigator, stop.ends(), "/until");
    var steps = new ArrayList<Position>();
    var next = Optional.of(stop.begins());
    while (next.isPresent() && next.get().compareTo(stop.ends()) < 0) {
      Cancellation.checkpoint();
      if (steps.size() == LONGEST) {
        throw new InvalidInput(
            "/until", "is more than " + LONGEST + " steps on", "end the stop earlier");
      }
      steps.add(next.get());
      next = navigator.next(next.get(), stop.begins().depth());
    }
    steps.add(stop.ends());
    return new Way(thinned(steps));
  }

  private static List<Position> thinned(List<Position> steps) {
    int gaps = Math.min(steps.size(), MOST) - 1;
    return IntStream.rangeClosed(0, gaps)
        .mapToObj(i -> steps.get(gaps == 0 ? 0 : i * (steps.size() - 1) / gaps))
        .toList();
  }

  private static void check(Navigator<?> navigator, Position position, String place) {
    if (!navigator.has(position)) {
      throw new InvalidInput(
          place,
          "is step " + position + ", which the run does not have",
          "its last step is " + navigator.end());
    }
  }

  /// The first step of the way after a position; empty at its end.
  public Optional<Position> after(Position here) {
    return steps.stream().filter(step -> step.compareTo(here) > 0).findFirst();
  }

  /// The last step of the way before a position; empty at its start.
  public Optional<Position> before(Position here) {
    return steps.reversed().stream().filter(step -> step.compareTo(here) < 0).findFirst();
  }

  /// Which step of the way a position is at, from 1; between two of them, the earlier.
  public int number(Position here) {
    return (int) Math.max(1, steps.stream().filter(step -> step.compareTo(here) <= 0).count());
  }
}
