package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.compute.kmeans.KMeansProblem.Names;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Changes of a problem's points by hand. What was drawn stays with the points that stay, so that
/// an edit changes what it touches and nothing else.
public final class PointEdits {
  private static final String UNKNOWN = "";

  private PointEdits() {}

  /// The problem with other points. Draws on points that are gone are made anew from the seed; new
  /// points belong to no known class.
  ///
  /// @param points the new points; at least k
  /// @param origins where each of them stood among the points before; -1 for a new one
  public static KMeansProblem withPoints(KMeansProblem problem, double[][] points, int[] origins) {
    var classes = problem.names().classes();
    var names =
        new Names(
            problem.names().columns(),
            classes.isEmpty()
                ? classes
                : Arrays.stream(origins)
                    .mapToObj(from -> from < 0 ? UNKNOWN : classes.get(from))
                    .toList());
    if (problem.init() == Init.MANUAL) {
      return with(problem, points, names, null);
    }
    int[] places = new int[problem.points().length];
    Arrays.fill(places, -1);
    for (int i = 0; i < origins.length; i++) {
      if (origins[i] >= 0) {
        places[origins[i]] = i;
      }
    }
    int[] kept =
        Arrays.stream(Seeding.drawAll(problem).points()).map(drawn -> places[drawn]).toArray();
    int[] drawn = Seeding.drawAll(with(problem, points, names, kept)).points();
    return with(problem, points, names, drawn);
  }

  private static KMeansProblem with(
      KMeansProblem problem, double[][] points, Names names, int @Nullable [] drawn) {
    return new KMeansProblem(
        points,
        problem.start(),
        problem.k(),
        problem.init(),
        problem.maximumIterations(),
        problem.tolerance(),
        problem.seed(),
        names,
        drawn);
  }
}
