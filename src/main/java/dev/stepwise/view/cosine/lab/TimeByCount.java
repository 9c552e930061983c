package dev.stepwise.view.cosine.lab;

import static dev.stepwise.view.lab.LogCurves.Style.MEASURED;

import dev.stepwise.compute.cosine.FloatIndex;
import dev.stepwise.compute.timing.Comparison;
import dev.stepwise.compute.timing.Stopwatch;
import dev.stepwise.draw.Axes;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import dev.stepwise.view.lab.LogCurves;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The time of a query against the number of vectors, exact and approximate.
final class TimeByCount {
  private static final int LEAST = 500;
  private static final int SIZES = 6;
  private static final int NEIGHBOURS = 16;
  private static final int CANDIDATES = 40;

  private TimeByCount() {}

  static Experiment experiment() {
    return new Experiment(
        "time",
        "Time of a query against n",
        "Brute force asks every vector: twice as many take twice as long. The graph's path grows "
            + "far more slowly.",
        "Across, logarithmic: the number of vectors n, in %d dimensions. Up, logarithmic: the time of one query for the best %d on one thread, measured here; the graph has M = %d and ef = %d."
            .formatted(Vectors.DIMENSIONS, RecallBySpeed.K, NEIGHBOURS, CANDIDATES),
        TimeByCount::finding);
  }

  private static Finding finding(DoubleConsumer progress) {
    int[] counts = IntStream.range(0, SIZES).map(i -> LEAST << i).toArray();
    var times = new ArrayList<Comparison>();
    for (int size = 0; size < SIZES; size++) {
      var vectors = Vectors.of(counts[size]);
      var exact = vectors.exact();
      double from = Math.pow(2, size) / Math.pow(2, SIZES);
      var built =
          GraphIndex.build(
              vectors.unit(), NEIGHBOURS, share -> progress.accept(from * (1 + share) * 0.95));
      var queries = vectors.queries();
      times.add(
          Stopwatch.system()
              .compare(
                  i ->
                      exact
                          .search(
                              Vectors.wide(queries[i % queries.length]),
                              RecallBySpeed.K,
                              0,
                              FloatIndex.Threads.ONE)[0],
                  i ->
                      built
                          .search(queries[i % queries.length], RecallBySpeed.K, CANDIDATES)
                          .visited()));
    }
    progress.accept(1);
    double[] brute = SortOrHeap.medians(times, Comparison::baseline);
    double[] graph = SortOrHeap.medians(times, Comparison::work);
    var lines =
        new LogCurves(
            new Axes("n", "seconds"),
            IntStream.of(counts).asDoubleStream().toArray(),
            List.of(
                new LogCurves.Line("brute force, O(n·d)", 4, brute, MEASURED),
                new LogCurves.Line("HNSW graph", 0, graph, MEASURED)));
    int last = SIZES - 1;
    return new Finding(
        List.of(new Finding.Picture("Logarithmic", lines)),
        "From %,d to %,d vectors brute force goes from %s to %s, the graph from %s to %s. Against brute force the graph %s with the fewest and %s with the most vectors; each time is the median of several rounds after a warm-up."
            .formatted(
                counts[0],
                counts[last],
                times.getFirst().baseline().text(),
                times.getLast().baseline().withSpread(),
                times.getFirst().work().text(),
                times.getLast().work().withSpread(),
                times.getFirst().verdict(),
                times.getLast().verdict()),
        IntStream.range(0, SIZES)
            .mapToObj(i ->
                "n %,7d   brute force %s   graph %s"
                    .formatted(
                        counts[i], times.get(i).baseline().text(), times.get(i).work().text()))
            .collect(Collectors.joining("\n")));
  }
}
