package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineSearch.Search;
import dev.stepwise.draw.LinearScale;
import java.util.Arrays;
import java.util.stream.Stream;

/// What all pictures of one search share, computed once: how far colours and bars reach, and the
/// map.
///
/// @param largest the greatest size of a number of the vectors as given
/// @param largestUnit the same after normalising
/// @param bars the axis of the similarities as they are shown
/// @param longest the greatest norm, the query's included
/// @param letters how many the longest text has
record Prepared(
    CosineProblem problem,
    Search search,
    double largest,
    double largestUnit,
    LinearScale bars,
    double longest,
    int letters,
    VectorMap map) {
  /// Of more documents than these, this many stand for all.
  private static final int SAMPLE = 20_000;

  /// No cosine is greater, whatever rounding does.
  private static final double BEYOND = 1.001;

  static Prepared of(CosineFrame frame) {
    var problem = frame.problem();
    var search = frame.search();
    return new Prepared(
        problem,
        search,
        largest(problem.documents(), problem.query()),
        largest(search.unit(), search.unitQuery()),
        bars(problem.metric(), search.similarities()),
        Math.max(search.queryNorm(), Arrays.stream(search.norms()).max().orElse(1)),
        letters(problem),
        VectorMap.of(problem, search));
  }

  @SuppressWarnings("ReferenceEquality") // computed once for a run
  boolean isOf(CosineFrame frame) {
    return search == frame.search() && problem == frame.problem();
  }

  private static int letters(CosineProblem problem) {
    return problem
        .texts()
        .map(texts ->
            Stream.concat(Stream.of(texts.query()), texts.model().texts().stream())
                .limit(SAMPLE)
                .mapToInt(text -> text.strip().length())
                .max()
                .orElse(0))
        .orElse(0);
  }

  private static double largest(double[][] rows, double[] query) {
    double largest = largest(query, 0);
    for (int i = 0; i < Math.min(rows.length, SAMPLE); i++) {
      largest = largest(rows[i], largest);
    }
    return largest == 0 ? 1 : largest;
  }

  private static double largest(double[] row, double before) {
    double largest = before;
    for (double value : row) {
      largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
    }
    return largest;
  }

  private static LinearScale bars(Metric metric, double[] similarities) {
    double least = 0;
    double most = 0;
    for (double similarity : similarities) {
      if (Double.isFinite(similarity)) {
        double shown = metric == Metric.EUCLIDEAN ? -similarity : similarity;
        least = Math.min(least, shown);
        most = Math.max(most, shown);
      }
    }
    if (metric == Metric.COSINE) {
      // A search that makes a mistake may get beyond what a cosine can be.
      return new LinearScale(
          least < -BEYOND ? least : least < 0 ? Math.max(-1, least * 1.05) : 0,
          most > BEYOND ? most : 1);
    }
    return least == 0 && most == 0 ? new LinearScale(0, 1) : new LinearScale(least, most);
  }
}
