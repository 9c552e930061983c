package dev.stepwise.compute.kmeans;

import static dev.stepwise.compute.kmeans.KMeansParameters.CENTROIDS;
import static dev.stepwise.compute.kmeans.KMeansParameters.K;
import static dev.stepwise.compute.kmeans.KMeansParameters.SEED;
import static dev.stepwise.compute.kmeans.KMeansParameters.X;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.linear.WholeNumbers;
import java.util.random.RandomGenerator;

/// Few points on a small grid and two clusters to part them; for every other drawing also where a
/// start by hand places them. Points may lie on each other, and so a cluster may be empty.
final class SmallPoints {
  private static final int CLUSTERS = 2;
  private static final int DIMENSIONS = 2;
  private static final int FARTHEST = 4;
  private static final int SEEDS = 100;

  private SmallPoints() {}

  /// With one point more than the size.
  static Given of(int size, RandomGenerator random) {
    var points =
        Given.nothing()
            .with(X, WholeNumbers.matrix(size + 1, DIMENSIONS, 0, FARTHEST, random))
            .with(K, CLUSTERS)
            .with(SEED, (long) random.nextInt(SEEDS));
    return random.nextBoolean()
        ? points
        : points.with(CENTROIDS, WholeNumbers.matrix(CLUSTERS, DIMENSIONS, 0, FARTHEST, random));
  }
}
