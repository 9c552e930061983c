package dev.stepwise.view.kmeans.lab;

import dev.stepwise.compute.kmeans.KMeansLab;
import dev.stepwise.compute.kmeans.KMeansLab.Restarts;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.HistogramMark;
import dev.stepwise.view.lab.Drawing;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// How the final inertia depends on the start: many runs with the random start and with k-means++.
final class RestartHistograms {
  private static final int TRIES = 50;
  private static final int BINS = 24;

  /// A run this near the best one found counts as having reached it.
  private static final double NEAR = 1.01;

  private RestartHistograms() {}

  static Experiment experiment(KMeansProblem problem) {
    return new Experiment(
        "restarts",
        "%d restarts: random against k-means++".formatted(TRIES),
        "The same points end differently by where the centroids start; look how far right each "
            + "start strays.",
        ("Across: the inertia at the end of a run with k = %d; further left is better. Up: how "
                + "many of the %d runs ended there, on the same bins for both.")
            .formatted(problem.k(), TRIES),
        progress -> finding(KMeansLab.restarts(problem, TRIES, progress)));
  }

  private static Finding finding(Restarts restarts) {
    return new Finding(
        List.of(new Finding.Picture("Histograms", histograms(restarts))),
        conclusion(restarts),
        "Final inertias, ascending\nrandom:    %s\nk-means++: %s"
            .formatted(ascending(restarts.random()), ascending(restarts.plusPlus())));
  }

  private static String ascending(double[] inertias) {
    return Arrays.stream(inertias)
        .sorted()
        .mapToObj(Numbers::text)
        .collect(Collectors.joining("  "));
  }

  private static Drawing histograms(Restarts restarts) {
    return (surface, area, look) ->
        new HistogramMark(
                "final inertia",
                BINS,
                List.of(
                    new HistogramMark.Group(
                        "random start", look.palette().category(4), restarts.random()),
                    new HistogramMark.Group(
                        "k-means++", look.palette().category(0), restarts.plusPlus())))
            .draw(surface, area, look);
  }

  private static String conclusion(Restarts restarts) {
    double best =
        least(DoubleStream.concat(stream(restarts.random()), stream(restarts.plusPlus())));
    double worst = stream(restarts.random()).max().orElse(best);
    var text =
        "The best inertia found is %s. Within 1\u00A0%% of it ended %d of %d random starts and %d of %d with k-means++."
            .formatted(
                Numbers.text(best),
                reached(restarts.random(), best),
                restarts.random().length,
                reached(restarts.plusPlus(), best),
                restarts.plusPlus().length);
    return best > 0 && worst > NEAR * best
        ? text
            + " The worst random start ended at %s, %s times the best."
                .formatted(Numbers.text(worst), Numbers.text(worst / best))
        : text;
  }

  private static DoubleStream stream(double[] values) {
    return Arrays.stream(values);
  }

  private static double least(DoubleStream values) {
    return values.min().orElse(0);
  }

  private static long reached(double[] inertias, double best) {
    return stream(inertias).filter(inertia -> inertia <= NEAR * best).count();
  }
}
