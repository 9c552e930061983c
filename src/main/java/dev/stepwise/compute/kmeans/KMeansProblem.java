package dev.stepwise.compute.kmeans;

import java.util.List;
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
/// @param names what the points and their columns are called; nothing is computed from them
/// @param drawn which points a drawn start falls on, k different indices, where it is known: an
///   edit of the points keeps the draws made before it; null where the seed draws them
/// @param mistake that is made on purpose
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record KMeansProblem(
    double[][] points,
    double @Nullable [][] start,
    int k,
    Init init,
    int maximumIterations,
    double tolerance,
    long seed,
    Names names,
    int @Nullable [] drawn,
    KMeansMistake mistake) {

  /// Without a mistake.
  public KMeansProblem(
      double[][] points,
      double @Nullable [][] start,
      int k,
      Init init,
      int maximumIterations,
      double tolerance,
      long seed,
      Names names,
      int @Nullable [] drawn) {
    this(
        points,
        start,
        k,
        init,
        maximumIterations,
        tolerance,
        seed,
        names,
        drawn,
        KMeansMistake.NONE);
  }

  /// Without names, and with draws from the seed.
  public KMeansProblem(
      double[][] points,
      double @Nullable [][] start,
      int k,
      Init init,
      int maximumIterations,
      double tolerance,
      long seed) {
    this(points, start, k, init, maximumIterations, tolerance, seed, Names.NONE, null);
  }

  /// How many coordinates a point has.
  public int dimensions() {
    return points[0].length;
  }

  /// What points and columns are called, for people.
  ///
  /// @param columns of the d columns of the points; empty where they have no names
  /// @param classes what each of the n points is known to be, such as its species, for its colour;
  ///   empty where nothing is known
  public record Names(List<String> columns, List<String> classes) {
    /// No names.
    public static final Names NONE = new Names(List.of(), List.of());

    /// Copies the lists.
    public Names {
      columns = List.copyOf(columns);
      classes = List.copyOf(classes);
    }

    /// What a column is called: its name, or `x1` for the first.
    public String column(int index) {
      return columns.isEmpty() ? "x" + (index + 1) : columns.get(index);
    }
  }

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
