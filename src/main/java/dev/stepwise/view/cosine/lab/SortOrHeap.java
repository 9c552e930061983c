package dev.stepwise.view.cosine.lab;

import static dev.stepwise.view.lab.LogCurves.Style.MEASURED;

import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.cosine.CosineSearch;
import dev.stepwise.compute.timing.Comparison;
import dev.stepwise.compute.timing.Stopwatch;
import dev.stepwise.compute.timing.Timing;
import dev.stepwise.draw.Axes;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import dev.stepwise.view.lab.LogCurves;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well19937c;

/// The time of selecting the best few, by sorting all and with a heap.
final class SortOrHeap {
  private static final int K = 10;
  private static final int LEAST = 1_000;
  private static final int SIZES = 5;

  private SortOrHeap() {}

  static Experiment experiment() {
    return new Experiment(
        "selection",
        "Full sort against a heap",
        "To know the best ten nobody has to sort the rest; look how the gap widens with n.",
        "Across, logarithmic: the number of similarities n, drawn at random. Up, logarithmic: the time to select the best %d, measured here."
            .formatted(K),
        SortOrHeap::finding);
  }

  private static Finding finding(DoubleConsumer progress) {
    int[] counts = IntStream.range(0, SIZES).map(i -> LEAST << (2 * i)).toArray();
    var times = new ArrayList<Comparison>();
    var random = new Well19937c(11);
    for (int size = 0; size < SIZES; size++) {
      var similarities = new double[counts[size]];
      for (int i = 0; i < similarities.length; i++) {
        similarities[i] = 2 * random.nextDouble() - 1;
      }
      times.add(
          Stopwatch.system()
              .compare(
                  _ -> CosineSearch.topK(similarities, K, Selection.SORT)[0],
                  _ -> CosineSearch.topK(similarities, K, Selection.PARTITION)[0]));
      progress.accept((size + 1.0) / SIZES);
    }
    int last = SIZES - 1;
    var lines =
        new LogCurves(
            new Axes("n", "seconds"),
            IntStream.of(counts).asDoubleStream().toArray(),
            List.of(
                new LogCurves.Line(
                    "full sort, O(n log n)", 4, medians(times, Comparison::baseline), MEASURED),
                new LogCurves.Line(
                    "heap of %d, O(n log k)".formatted(K),
                    0,
                    medians(times, Comparison::work),
                    MEASURED)));
    return new Finding(
        List.of(new Finding.Picture("Logarithmic", lines)),
        "Of %,d similarities the sort selects the best %d in %s, the heap in %s: the heap %s. Each is the median of several rounds after a warm-up."
            .formatted(
                counts[last],
                K,
                times.get(last).baseline().withSpread(),
                times.get(last).work().withSpread(),
                times.get(last).verdict()),
        IntStream.range(0, SIZES)
            .mapToObj(i ->
                "n %,7d   sort %s   heap %s"
                    .formatted(
                        counts[i], times.get(i).baseline().text(), times.get(i).work().text()))
            .collect(Collectors.joining("\n")));
  }

  /// The medians of one way.
  static double[] medians(List<Comparison> times, Function<Comparison, Timing> way) {
    return times.stream().map(way).mapToDouble(Timing::median).toArray();
  }
}
