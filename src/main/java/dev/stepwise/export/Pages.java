package dev.stepwise.export;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.lesson.Listing;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.view.page.Page;
import java.util.ArrayList;
import java.util.List;

/// Makes the page of a step.
final class Pages {
  private static final int MOST_PHASES = 120;

  private Pages() {}

  static <F extends Frame> Page<F> of(
      Exercise<?, F> exercise, Scenario scenario, Navigator<F> navigator, Position position) {
    int length = navigator.run().length();
    var crumbs = new ArrayList<String>();
    for (int depth = 1; depth <= position.depth(); depth++) {
      crumbs.add(navigator.step(new Position(position.indices().subList(0, depth))).crumb());
    }
    return new Page<>(
        exercise.title() + " · " + scenario.title(),
        crumbs,
        navigator.step(position),
        Listing.of(exercise.id()),
        phases(navigator, length),
        position.first(),
        navigator.fraction(position, length));
  }

  private static <F extends Frame> List<String> phases(Navigator<F> navigator, int length) {
    var phases = new ArrayList<String>();
    for (int i = 0; i < length && length <= MOST_PHASES; i++) {
      phases.add(navigator.run().step(i).crumb());
    }
    return phases;
  }
}
