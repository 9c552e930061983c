package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Outcome.Curve;
import dev.stepwise.compute.exercise.Outcome.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/// How good a clustering has become, and how long it took.
///
/// @param frame of the step
record KMeansOutcome(KMeansFrame frame) {

  /// From the first assignment on.
  Outcome outcome() {
    var clustering = frame.clustering();
    double[] inertias = clustering.inertias().stream().mapToDouble(each -> each).toArray();
    if (inertias.length == 0) {
      return Outcome.NONE;
    }
    var figures = new ArrayList<Figure>();
    figures.add(new Figure("the inertia", "inertia", inertias[inertias.length - 1]));
    figures.add(new Figure("the number of iterations", "iterations", clustering.iteration()));
    movement()
        .ifPresent(
            moved -> figures.add(new Figure("the centroids’ last movement", "moved", moved)));
    figures.add(new Figure("the size of the smallest cluster", "smallest cluster", smallest()));
    return new Outcome(
        figures, Optional.of(new Curve("Inertia", "after each assignment", 1, inertias)));
  }

  private Optional<Double> movement() {
    return switch (frame.focus()) {
      case IterationFocus.Iterated iterated -> Optional.of(iterated.movement());
      case IterationFocus.Finished finished -> Optional.of(finished.movement());
      case UpdateFocus.Updated updated -> Optional.of(updated.movement());
      default -> Optional.empty();
    };
  }

  private int smallest() {
    int[] sizes = KMeans.sizes(frame.clustering().labels(), frame.problem().k());
    return Arrays.stream(sizes).min().orElse(0);
  }
}
