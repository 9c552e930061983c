package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.run.Cancellation;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Exact nearest-neighbour search: each document is compared with the query, O(n·d), and the best k
/// are selected, O(n log n) by sorting or O(n log k) with a heap. In float64, as it is stepped
/// through; [FloatIndex] is the way for large sets.
///
/// C. D. Manning, P. Raghavan and H. Schütze, *Introduction to Information Retrieval*, Cambridge
/// University Press 2008, chapters 6 and 7.
public final class CosineSearch {
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
  /// @param plane where the vectors are shown on a map
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Search(
      double[] norms,
      double queryNorm,
      double[][] unit,
      double[] unitQuery,
      double[] similarities,
      int[] ranking,
      Plane plane) {}

  /// The whole search.
  ///
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static Search search(CosineProblem problem) {
    double[][] documents = problem.documents();
    var way = problem.made();
    var norms = Arrays.stream(documents).mapToDouble(way::norm).toArray();
    double queryNorm = way.norm(problem.query());
    double[][] unit = documents;
    double[] unitQuery = problem.query();
    if (problem.metric() == Metric.COSINE) {
      unit = new double[documents.length][];
      for (int i = 0; i < documents.length; i++) {
        Cancellation.checkpoint();
        unit[i] = way.document(documents[i], norms[i], queryNorm, problem.epsilon());
      }
      unitQuery = way.query(problem.query(), queryNorm, problem.epsilon());
    }
    var similarities = new double[documents.length];
    for (int i = 0; i < documents.length; i++) {
      Cancellation.checkpoint();
      similarities[i] = way.sumOfTerms(unit[i], unitQuery, unitQuery.length, problem.metric());
    }
    return new Search(
        norms,
        queryNorm,
        unit,
        unitQuery,
        similarities,
        ranking(similarities),
        new Plane(unit, problem.query()));
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
        ? 0 - Geometry.distance(document, query, count)
        : Geometry.dot(document, query, count);
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
