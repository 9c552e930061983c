package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.run.Cancellation;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;

/// Exact nearest-neighbour search: each document is compared with the query, O(n·d), and the best k
/// are selected, O(n log n) by sorting or O(n log k) with a heap. In float64, as it is stepped
/// through; [FloatIndex] is the way for large sets.
///
/// C. D. Manning, P. Raghavan and H. Schütze, *Introduction to Information Retrieval*, Cambridge
/// University Press 2008, chapters 6 and 7.
public final class CosineSearch {
  /// Below this, numbers have fewer digits, or soon will when they are multiplied.
  private static final double COARSE = 1e-290;

  /// Up to this, products can be added up without overflow.
  private static final double LARGEST_PRODUCT = 1e290;

  private CosineSearch() {}

  /// What a search computes on its way.
  ///
  /// @param norms of the documents
  /// @param queryNorm of the query
  /// @param unit the documents divided by their norms plus epsilon; the documents themselves where
  ///   the metric is not cosine
  /// @param unitQuery likewise
  /// @param similarities one a document, more is nearer; NaN for a zero vector without epsilon
  /// @param ranking all documents, best first
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Search(
      double[] norms,
      double queryNorm,
      double[][] unit,
      double[] unitQuery,
      double[] similarities,
      int[] ranking) {}

  /// The whole search.
  ///
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static Search search(CosineProblem problem) {
    double[][] documents = problem.documents();
    var norms = Arrays.stream(documents).mapToDouble(CosineSearch::norm).toArray();
    double queryNorm = norm(problem.query());
    double[][] unit = documents;
    double[] unitQuery = problem.query();
    if (problem.metric() == Metric.COSINE) {
      unit = new double[documents.length][];
      for (int i = 0; i < documents.length; i++) {
        Cancellation.checkpoint();
        unit[i] = normalised(documents[i], norms[i], problem.epsilon());
      }
      unitQuery = normalised(problem.query(), queryNorm, problem.epsilon());
    }
    var similarities = new double[documents.length];
    for (int i = 0; i < documents.length; i++) {
      Cancellation.checkpoint();
      similarities[i] = similarity(unit[i], unitQuery, problem.metric());
    }
    return new Search(norms, queryNorm, unit, unitQuery, similarities, ranking(similarities));
  }

  /// The best k documents, best first, in the way that the problem asks for.
  public static int[] topK(double[] similarities, int k, Selection selection) {
    return switch (selection) {
      case SORT -> Arrays.copyOf(ranking(similarities), k);
      case PARTITION -> {
        var heap = new TopKHeap(similarities, k);
        for (int i = 0; i < similarities.length; i++) {
          heap.offer(i);
        }
        yield heap.bestFirst();
      }
    };
  }

  /// The Euclidean norm, 0 for the zero vector alone: numbers whose squares would overflow or
  /// vanish are scaled before they are squared.
  public static double norm(double[] vector) {
    int exponent = Scaling.exponent(Scaling.largest(vector));
    return Math.scalb(scaledNorm(vector, exponent), exponent);
  }

  private static double scaledNorm(double[] vector, int exponent) {
    double squares = 0;
    for (double value : vector) {
      double scaled = exponent == 0 ? value : Math.scalb(value, -exponent);
      squares += scaled * scaled;
    }
    return Math.sqrt(squares);
  }

  /// A vector divided by its norm plus epsilon: `0/0 = NaN` for a zero vector without epsilon.
  ///
  /// @param norm of the vector; near the least numbers there are it is too coarse to divide by, and
  ///   the scaled one is taken instead
  public static double[] normalised(double[] vector, double norm, double epsilon) {
    int exponent = norm == 0 || norm > COARSE ? 0 : Scaling.exponent(Scaling.largest(vector));
    double divisor =
        exponent == 0
            ? norm + epsilon
            : scaledNorm(vector, exponent) + Math.scalb(epsilon, -exponent);
    var unit = new double[vector.length];
    for (int j = 0; j < vector.length; j++) {
      unit[j] = (exponent == 0 ? vector[j] : Math.scalb(vector[j], -exponent)) / divisor;
    }
    return unit;
  }

  /// The angle between two vectors in degrees, 0 to 180, whatever their lengths and epsilon are;
  /// NaN where one of them is zero. Precise for the smallest angles too, where the inverse cosine
  /// is not.
  ///
  /// W. Kahan, "How Futile are Mindless Assessments of Roundoff in Floating-Point Computation?",
  /// 2006, section 12.
  public static double degrees(double[] one, double[] other) {
    double[] u = normalised(one, norm(one), 0);
    double[] v = normalised(other, norm(other), 0);
    double difference = 0;
    double sum = 0;
    for (int j = 0; j < u.length; j++) {
      difference += (u[j] - v[j]) * (u[j] - v[j]);
      sum += (u[j] + v[j]) * (u[j] + v[j]);
    }
    return FastMath.toDegrees(2 * FastMath.atan2(Math.sqrt(difference), Math.sqrt(sum)));
  }

  /// The cosine of that angle, −1 to 1; NaN where there is none.
  public static double cosine(double[] one, double[] other) {
    double[] u = normalised(one, norm(one), 0);
    double[] v = normalised(other, norm(other), 0);
    return Math.clamp(sumOfTerms(u, v, u.length, Metric.COSINE), -1.0, 1.0);
  }

  /// How near a document is to the query: their dot product, or their negated distance.
  ///
  /// @param document,query normalised where the metric is cosine
  public static double similarity(double[] document, double[] query, Metric metric) {
    return sumOfTerms(document, query, document.length, metric);
  }

  /// What one coordinate contributes: a product, or a squared difference.
  public static double term(double document, double query, Metric metric) {
    double gap = document - query;
    return metric == Metric.EUCLIDEAN ? gap * gap : document * query;
  }

  /// The similarity over the first coordinates alone.
  ///
  /// @param count how many of them
  public static double sumOfTerms(double[] document, double[] query, int count, Metric metric) {
    return metric == Metric.EUCLIDEAN
        // 0 − 0, not −0, for a document at the query's place.
        ? 0 - norm(gaps(document, query, count))
        : product(document, query, count);
  }

  private static double[] gaps(double[] document, double[] query, int count) {
    var gaps = new double[count];
    for (int j = 0; j < count; j++) {
      gaps[j] = document[j] - query[j];
    }
    return gaps;
  }

  private static double product(double[] document, double[] query, int count) {
    double largest = Scaling.largest(document) * Scaling.largest(query);
    boolean safe = largest == 0 || (largest > COARSE && largest < LARGEST_PRODUCT);
    int ofDocument = safe ? 0 : Math.getExponent(Scaling.largest(document));
    int ofQuery = safe ? 0 : Math.getExponent(Scaling.largest(query));
    double sum = 0;
    for (int j = 0; j < count; j++) {
      sum +=
          safe
              ? document[j] * query[j]
              : Math.scalb(document[j], -ofDocument) * Math.scalb(query[j], -ofQuery);
    }
    return safe ? sum : Math.scalb(sum, ofDocument + ofQuery);
  }

  /// Whether a document ranks before another: it is more similar, or equally similar with the lower
  /// index. What is not a number ranks after all numbers.
  public static boolean ranksBefore(double[] similarities, int document, int other) {
    double mine = similarities[document];
    double theirs = similarities[other];
    if (Double.isNaN(mine) || Double.isNaN(theirs)) {
      return Double.isNaN(mine) == Double.isNaN(theirs) ? document < other : Double.isNaN(theirs);
    }
    return mine == theirs ? document < other : mine > theirs;
  }

  /// All documents, best first.
  public static int[] ranking(double[] similarities) {
    return IntStream.range(0, similarities.length)
        .boxed()
        .sorted((one, other) -> {
          if (one.equals(other)) {
            return 0;
          }
          return ranksBefore(similarities, one, other) ? -1 : 1;
        })
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
