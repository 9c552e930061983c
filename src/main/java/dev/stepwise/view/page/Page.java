package dev.stepwise.view.page;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.lesson.Listing;
import java.util.List;

/// What a page shows.
///
/// @param heading the exercise and the scenario
/// @param crumbs the way to the step, the top level first
/// @param step the step
/// @param listing the exercise's listing
/// @param phases names of the top level's steps, as far as they are known
/// @param phase the index of the top level's step
/// @param fraction how far along the run the step is, 0 to 1
public record Page<F extends Frame>(
    String heading,
    List<String> crumbs,
    Step<F> step,
    Listing listing,
    List<String> phases,
    int phase,
    double fraction) {

  /// Copies the lists.
  public Page {
    crumbs = List.copyOf(crumbs);
    phases = List.copyOf(phases);
  }
}
