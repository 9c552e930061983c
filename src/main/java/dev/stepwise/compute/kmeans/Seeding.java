package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.compute.run.Cancellation;
import java.util.Arrays;
import org.apache.commons.math3.random.Well19937c;
import org.jspecify.annotations.Nullable;

/// The drawing of centroids among the points, one at a time. With k-means++ a point weighs D², its
/// squared distance to the nearest centroid so far; with the random start 1, or 0 once taken. The
/// first draw is even in both.
///
/// D. Arthur and S. Vassilvitskii, *k-means++: the advantages of careful seeding*, SODA 2007,
/// 1027–1035. The random numbers are those of WELL19937c (Panneton, L'Ecuyer and Matsumoto 2006),
/// which are the same on every platform.
final class Seeding {
  private final double[][] points;
  private final Init init;
  private final boolean[] taken;
  private int count;
  private double[] squaredDistances;

  /// Nothing drawn yet.
  Seeding(KMeansProblem problem) {
    points = problem.points();
    init = problem.init();
    taken = new boolean[points.length];
    squaredDistances = new double[points.length];
    Arrays.fill(squaredDistances, Double.POSITIVE_INFINITY);
  }

  /// All k draws.
  ///
  /// @param points the points drawn, in order
  /// @param randoms the random number behind each
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  record Seeds(int[] points, double[] randoms) {}

  /// Draws k centroids from the problem's seed, or finds again those that are known. A random
  /// number that does not fall on a known point gives way to the middle of what falls on it. A
  /// known point below 0 is gone, and drawn anew.
  static Seeds drawAll(KMeansProblem problem) {
    var random = new Well19937c(problem.seed());
    var seeding = new Seeding(problem);
    var drawn = new int[problem.k()];
    var randoms = new double[problem.k()];
    int @Nullable [] known = problem.drawn();
    for (int j = 0; j < drawn.length; j++) {
      Cancellation.checkpoint();
      randoms[j] = random.nextDouble();
      if (known != null && known[j] >= 0) {
        randoms[j] = seeding.fallingOn(known[j], randoms[j]);
      }
      drawn[j] = seeding.chosen(seeding.draw(randoms[j]));
      seeding.take(drawn[j]);
    }
    return new Seeds(drawn, randoms);
  }

  /// A random number that falls on a point: the one given where it does, else the middle of those
  /// that do. A point without weight, because it lies on a centroid by now, cannot be drawn; the
  /// number that was given stays.
  private double fallingOn(int point, double random) {
    var draw = draw(random);
    double[] cumulative = draw.cumulative();
    double before = point == 0 ? 0 : cumulative[point - 1];
    double middle = before + (cumulative[point] - before) / 2;
    double other = middle / cumulative[cumulative.length - 1];
    boolean falls = other < 1 && chosen(draw(other)) == point;
    return chosen(draw) == point || !falls ? random : other;
  }

  /// The draw of the next centroid with a random number in [0, 1).
  Draw draw(double random) {
    var weights = weights();
    var cumulative = new double[weights.length];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      total += weights[i];
      cumulative[i] = total;
    }
    // Rounding may lift the product to the total itself, which no cumulative weight exceeds.
    double target = Math.min(random * total, Math.max(0, Math.nextDown(total)));
    return new Draw(weighing(), weights, cumulative, random, target);
  }

  /// The point that a draw falls on: the first whose cumulative weight exceeds the target. Where
  /// nothing has weight, because every point lies on a centroid, the first that is not taken.
  int chosen(Draw draw) {
    double[] cumulative = draw.cumulative();
    if (cumulative[cumulative.length - 1] == 0) {
      return firstNotTaken();
    }
    int i = 0;
    while (cumulative[i] <= draw.target()) {
      i++;
    }
    return i;
  }

  /// Makes a point the next centroid.
  void take(int point) {
    taken[point] = true;
    count++;
    if (init == Init.PLUS_PLUS) {
      var nearer = new double[points.length];
      for (int i = 0; i < nearer.length; i++) {
        nearer[i] = Math.min(squaredDistances[i], KMeans.squaredDistance(points[i], points[point]));
      }
      squaredDistances = nearer;
    }
  }

  private Draw.Weighing weighing() {
    return init == Init.PLUS_PLUS && count > 0 ? Draw.Weighing.SQUARED : Draw.Weighing.EVEN;
  }

  private double[] weights() {
    if (weighing() == Draw.Weighing.SQUARED) {
      return squaredDistances;
    }
    var even = new double[points.length];
    for (int i = 0; i < even.length; i++) {
      even[i] = taken[i] ? 0 : 1;
    }
    return even;
  }

  private int firstNotTaken() {
    int i = 0;
    while (taken[i]) {
      i++;
    }
    return i;
  }
}
