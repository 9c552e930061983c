package dev.stepwise.view.cosine.lab;

import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineSearch;
import dev.stepwise.compute.cosine.FloatIndex;
import dev.stepwise.compute.cosine.Geometry;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.timing.Comparison;
import dev.stepwise.compute.timing.Stopwatch;
import dev.stepwise.draw.HistogramMark;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/// What half the memory costs in digits: the cosines of the open documents in float32 and float64.
final class Precision {
  private static final int BINS = 24;

  private Precision() {}

  static Experiment experiment(CosineProblem problem) {
    return new Experiment(
        "precision",
        "float32 against float64",
        "A float32 takes half the memory, and memory is what a search waits for. Look how small "
            + "the differences are, and whether they change who is among the best.",
        "Across: the decimal digits in which the float32 cosine of each of the %,d documents agrees with the float64 one. Up: how many documents."
            .formatted(problem.count()),
        progress -> finding(problem, progress));
  }

  private static Finding finding(CosineProblem problem, DoubleConsumer progress) {
    var documents = problem.documents();
    double epsilon = problem.epsilon() == 0 ? 1e-8 : problem.epsilon();
    var unitQuery = Geometry.normalised(problem.query(), Geometry.norm(problem.query()), epsilon);
    var unit =
        Arrays.stream(documents)
            .map(row -> Geometry.normalised(row, Geometry.norm(row), epsilon))
            .toArray(double[][]::new);
    progress.accept(0.3);
    var exact =
        Arrays.stream(unit)
            .mapToDouble(row -> CosineSearch.similarity(row, unitQuery, Metric.COSINE))
            .toArray();
    var index = FloatIndex.of(problem.count(), problem.dimensions(), epsilon, i -> documents[i]);
    float[] rounded = index.similarities(problem.query(), epsilon, FloatIndex.Threads.ONE);
    progress.accept(0.5);
    var times =
        Stopwatch.system()
            .compare(
                _ -> {
                  double sum = 0;
                  for (double[] row : unit) {
                    sum += CosineSearch.similarity(row, unitQuery, Metric.COSINE);
                  }
                  return sum;
                },
                _ -> index.similarities(problem.query(), epsilon, FloatIndex.Threads.ONE)[0]);
    progress.accept(1);
    var gaps =
        IntStream.range(0, exact.length)
            .mapToDouble(i -> Math.abs(rounded[i] - exact[i]))
            .toArray();
    double worst = Arrays.stream(gaps).max().orElse(0);
    var digits =
        Arrays.stream(gaps).map(gap -> gap == 0 ? 16 : Math.min(16, -Math.log10(gap))).toArray();
    return new Finding(
        List.of(
            new Finding.Picture(
                "Digits",
                (surface, area, look) ->
                    new HistogramMark(
                            "digits that agree",
                            BINS,
                            List.of(
                                new HistogramMark.Group(
                                    "documents", look.palette().category(0), digits)))
                        .draw(surface, area, look))),
        conclusion(problem, exact, rounded, worst, times),
        "greatest difference %s\nfloat64 %s   float32 %s"
            .formatted(
                Numbers.text(worst), times.baseline().withSpread(), times.work().withSpread()));
  }

  private static String conclusion(
      CosineProblem problem, double[] exact, float[] rounded, double worst, Comparison times) {
    var wideAgain =
        IntStream.range(0, rounded.length).mapToDouble(i -> (double) rounded[i]).toArray();
    var best = Arrays.copyOf(CosineSearch.ranking(exact), problem.k());
    var bestRounded = Arrays.copyOf(CosineSearch.ranking(wideAgain), problem.k());
    return "No cosine differs by more than %s; %s. One pass over all documents takes %s in float64, row after row, and %s in float32, in blocks that the processor adds up side by side: it %s."
        .formatted(
            Numbers.text(worst),
            (problem.k() == 1 ? "the best one is " : "the best %d are ".formatted(problem.k()))
                + (Arrays.equals(best, bestRounded)
                    ? "the same"
                    : "not the same: near ties fell otherwise"),
            times.baseline().text(),
            times.work().text(),
            times.verdict());
  }
}
