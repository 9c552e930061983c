package dev.stepwise.view.cosine.lab;

import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.cosine.CosineSearch;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import dev.stepwise.view.marks.Axes;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well19937c;

/// The time of selecting the best few, by sorting all and with a heap.
final class SortOrHeap {
  private static final int K = 10;
  private static final int LEAST = 1_000;
  private static final int SIZES = 8;

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
    int[] counts = IntStream.range(0, SIZES).map(i -> LEAST << i).toArray();
    var sort = new double[SIZES];
    var heap = new double[SIZES];
    var random = new Well19937c(11);
    for (int size = 0; size < SIZES; size++) {
      var similarities = new double[counts[size]];
      for (int i = 0; i < similarities.length; i++) {
        similarities[i] = 2 * random.nextDouble() - 1;
      }
      sort[size] = Stopwatch.seconds(_ -> CosineSearch.topK(similarities, K, Selection.SORT)[0]);
      heap[size] =
          Stopwatch.seconds(_ -> CosineSearch.topK(similarities, K, Selection.PARTITION)[0]);
      progress.accept((size + 1.0) / SIZES);
    }
    int last = SIZES - 1;
    var lines =
        new LogLines(
            new Axes("n", "seconds"),
            IntStream.of(counts).asDoubleStream().toArray(),
            List.of(
                new LogLines.Series("full sort, O(n log n)", sort, 4),
                new LogLines.Series("heap of %d, O(n log k)".formatted(K), heap, 0)));
    return new Finding(
        List.of(new Finding.Picture("Logarithmic", lines)),
        "Of %,d similarities the heap selects the best %d in %s, the sort in %s: %s."
            .formatted(
                counts[last],
                K,
                Times.text(heap[last]),
                Times.text(sort[last]),
                Times.factor(sort[last] / heap[last])),
        IntStream.range(0, SIZES)
            .mapToObj(i ->
                "n %,7d   sort %s   heap %s"
                    .formatted(counts[i], Times.text(sort[i]), Times.text(heap[i])))
            .collect(Collectors.joining("\n")));
  }
}
