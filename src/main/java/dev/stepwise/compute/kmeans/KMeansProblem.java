package dev.stepwise.compute.kmeans;

import org.jspecify.annotations.Nullable;

/// Everything that determines a k-means run. The arrays are shared and never written to.
///
/// @param points n×d
/// @param start k×d, the hand-placed centroids; null where [#init] draws them
/// @param k how many clusters, 1 to n
/// @param init how the centroids are placed at first
/// @param maximumIterations at least 1
/// @param tolerance at least 0
/// @param seed of the draws, and of the points where they were generated
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record KMeansProblem(
    double[][] points,
    double @Nullable [][] start,
    int k,
    Init init,
    int maximumIterations,
    double tolerance,
    long seed) {

  /// How the centroids are placed at first.
  public enum Init {
    /// k-means++: the next one drawn with probability proportional to D².
    PLUS_PLUS("k-means++"),
    /// k different points, drawn evenly.
    RANDOM("random"),
    /// Placed by hand.
    MANUAL("manual");

    private final String word;

    Init(String word) {
      this.word = word;
    }

    /// Its word in a scenario.
    public String word() {
      return word;
    }
  }
}
