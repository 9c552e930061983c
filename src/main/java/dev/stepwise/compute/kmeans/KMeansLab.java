package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

/// Experiments on the points of a problem. All are deterministic, report their progress from 0 to 1
/// and stop with a [java.util.concurrent.CancellationException] soon after their thread is
/// interrupted. The i-th of several tries has the problem's seed plus i.
public final class KMeansLab {
  private KMeansLab() {}

  /// The best of several clusterings into k.
  ///
  /// @param inertia the least found
  /// @param silhouette the mean silhouette of that clustering, of a sample where there are more
  ///   than [Silhouette#LARGEST_SAMPLE] points; empty for one cluster
  public record Choice(int k, double inertia, OptionalDouble silhouette) {}

  /// The inertias that several tries end with.
  ///
  /// @param random with the random start
  /// @param plusPlus with k-means++
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Restarts(double[] random, double[] plusPlus) {}

  /// How many iterations a number of points took.
  ///
  /// @param iterations the mean over the tries
  public record Effort(int n, double iterations) {}

  /// The best of several k-means++ clusterings for each k from 1 to `greatest`, or to the number of
  /// points where there are fewer.
  public static List<Choice> elbow(
      KMeansProblem problem, int greatest, int tries, DoubleConsumer progress) {
    int last = Math.min(greatest, problem.points().length);
    var choices = new ArrayList<Choice>();
    for (int k = 1; k <= last; k++) {
      var best = KMeans.fit(variant(problem, problem.points(), k, Init.PLUS_PLUS, 0));
      for (int i = 1; i < tries; i++) {
        progress.accept((k - 1 + (double) i / tries) / last);
        var fit = KMeans.fit(variant(problem, problem.points(), k, Init.PLUS_PLUS, i));
        if (fit.inertia() < best.inertia()) {
          best = fit;
        }
      }
      var silhouette = Silhouette.mean(problem.points(), best.labels(), problem.seed());
      choices.add(new Choice(k, best.inertia(), silhouette));
      progress.accept((double) k / last);
    }
    return List.copyOf(choices);
  }

  /// The inertias of as many clusterings with the random start and with k-means++.
  public static Restarts restarts(KMeansProblem problem, int tries, DoubleConsumer progress) {
    var random = new double[tries];
    var plusPlus = new double[tries];
    for (int i = 0; i < tries; i++) {
      random[i] = inertia(problem, Init.RANDOM, i);
      plusPlus[i] = inertia(problem, Init.PLUS_PLUS, i);
      progress.accept((i + 1.0) / tries);
    }
    return new Restarts(random, plusPlus);
  }

  /// The mean number of iterations that samples of the points take with k-means++: from the
  /// smallest power of two that is at least 2k, doubled as long as there are more points, and all
  /// points.
  public static List<Effort> iterationsByPoints(
      KMeansProblem problem, int tries, DoubleConsumer progress) {
    var counts = counts(problem.points().length, problem.k());
    var efforts = new ArrayList<Effort>();
    for (int n : counts) {
      int total = 0;
      for (int i = 0; i < tries; i++) {
        progress.accept((efforts.size() + (double) i / tries) / counts.size());
        int[] sample = Sample.of(problem.points().length, n, problem.seed() + i);
        var points = new double[n][];
        for (int s = 0; s < n; s++) {
          points[s] = problem.points()[sample[s]];
        }
        total += KMeans.fit(variant(problem, points, problem.k(), Init.PLUS_PLUS, i)).iterations();
      }
      efforts.add(new Effort(n, (double) total / tries));
    }
    progress.accept(1);
    return List.copyOf(efforts);
  }

  private static List<Integer> counts(int all, int k) {
    var counts = new ArrayList<Integer>();
    for (long n = Math.max(2L, Long.highestOneBit(4L * k - 1)); n < all; n *= 2) {
      counts.add((int) n);
    }
    counts.add(all);
    return counts;
  }

  private static double inertia(KMeansProblem problem, Init init, int i) {
    return KMeans.fit(variant(problem, problem.points(), problem.k(), init, i)).inertia();
  }

  private static KMeansProblem variant(
      KMeansProblem problem, double[][] points, int k, Init init, int i) {
    return new KMeansProblem(
        points,
        null,
        k,
        init,
        problem.maximumIterations(),
        problem.tolerance(),
        problem.seed() + i);
  }
}
