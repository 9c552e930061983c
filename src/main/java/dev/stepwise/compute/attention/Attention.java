package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionProblem.Mask;
import dev.stepwise.compute.attention.AttentionProblem.Settings;
import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;
import dev.stepwise.compute.linear.Bands;
import dev.stepwise.compute.linear.Matrices;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Cancellation;
import java.util.Arrays;

/// Scaled dot-product attention: every token asks with its query, every token answers with its key,
/// and what flows back is a mean of the values, weighted by how well query and key agree: softmax(Q
/// Kᵀ / √d_k) V.
///
/// With n tokens it takes n²·d_k multiplications for the scores and as many for the output, and
/// memory for n² weights. No method writes to its arguments; rows of results may be shared with
/// them. Long computations stop with a [java.util.concurrent.CancellationException] soon after
/// their thread is interrupted.
///
/// A. Vaswani and others, *Attention is all you need*, NIPS 2017, section 3.2.
public final class Attention {
  /// About how many multiplications an exponential takes the time of.
  private static final long OPERATIONS_OF_EXP = 50;

  private Attention() {}

  /// Queries, keys and values.
  ///
  /// @param q n×d_k
  /// @param k n×d_k
  /// @param v n×d_k
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Projections(double[][] q, double[][] k, double[][] v) {}

  /// All that one pass computes.
  ///
  /// @param q n×d_k
  /// @param k n×d_k
  /// @param v n×d_k
  /// @param products Q Kᵀ, n×n
  /// @param scaled divided by √d_k, n×n; the products themselves where nothing is scaled
  /// @param scores what softmax gets: scaled and masked, −∞ where a key is hidden
  /// @param weights n×n, rows that sum to 1; NaN where softmax overflowed
  /// @param output n×d_k
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Pass(
      double[][] q,
      double[][] k,
      double[][] v,
      double[][] products,
      double[][] scaled,
      double[][] scores,
      double[][] weights,
      double[][] output) {
    private static final double[][] NOTHING = {{}};

    /// A pass that has come no further than its queries, keys and values.
    static Pass begun(Projections projections) {
      return new Pass(
          projections.q(),
          projections.k(),
          projections.v(),
          NOTHING,
          NOTHING,
          NOTHING,
          NOTHING,
          NOTHING);
    }
  }

  /// The whole pass.
  public static Pass pass(AttentionProblem problem) {
    return pass(project(problem), problem.settings());
  }

  /// The pass from queries, keys and values on.
  public static Pass pass(Projections projections, Settings settings) {
    double[][] q = projections.q();
    double[][] k = projections.k();
    double[][] v = projections.v();
    Cancellation.checkpoint();
    double[][] products = Matrices.multiplyByTransposed(q, k);
    double[][] scaled = settings.scale() ? scale(products, k[0].length) : products;
    double[][] scores = masked(scaled, settings.mask());
    double[][] weights = softmax(scores, settings.softmax());
    Cancellation.checkpoint();
    double[][] output = Matrices.multiply(weights, v);
    return new Pass(q, k, v, products, scaled, scores, weights, output);
  }

  /// The weights that products of queries and keys would become under settings.
  ///
  /// @param products Q Kᵀ, n×n
  /// @param keyWidth d_k
  static double[][] weights(double[][] products, int keyWidth, Settings settings) {
    double[][] scaled = settings.scale() ? scale(products, keyWidth) : products;
    return softmax(masked(scaled, settings.mask()), settings.softmax());
  }

  private static double[][] masked(double[][] scores, Mask mask) {
    return mask == Mask.CAUSAL ? hideFuture(scores) : scores;
  }

  /// The three projections of X.
  public static Projections project(AttentionProblem problem) {
    double[][] x = problem.x();
    return new Projections(
        Matrices.multiply(x, problem.queries()),
        Matrices.multiply(x, problem.keys()),
        Matrices.multiply(x, problem.values()));
  }

  /// Every product divided by √d_k, so that its spread does not grow with d_k.
  public static double[][] scale(double[][] products, int keyWidth) {
    double root = Math.sqrt(keyWidth);
    var scaled = new double[products.length][];
    for (int i = 0; i < scaled.length; i++) {
      Cancellation.checkpoint();
      scaled[i] = new double[products[i].length];
      for (int j = 0; j < scaled[i].length; j++) {
        scaled[i][j] = products[i][j] / root;
      }
    }
    return scaled;
  }

  /// Every score of a key that comes after its query becomes −∞.
  public static double[][] hideFuture(double[][] scores) {
    var hidden = new double[scores.length][];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = scores[i].clone();
      Arrays.fill(hidden[i], i + 1, hidden[i].length, Double.NEGATIVE_INFINITY);
    }
    return hidden;
  }

  /// Softmax of every row.
  public static double[][] softmax(double[][] scores, SoftmaxKind kind) {
    var weights = new double[scores.length][];
    long operations = OPERATIONS_OF_EXP * scores.length * scores[0].length;
    Bands.computeEach(
        weights.length,
        operations,
        i ->
            weights[i] =
                switch (kind) {
                  case STABLE -> Softmax.stable(scores[i]);
                  case NAIVE -> Softmax.naive(scores[i]);
                });
    return weights;
  }
}
