package dev.stepwise.view.kmeans.lab;

import dev.stepwise.compute.kmeans.KMeansLab.Choice;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.kmeans.Silhouette;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.LineChart;
import dev.stepwise.draw.Scale;
import dev.stepwise.view.lab.Drawing;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.List;
import java.util.stream.Collectors;

/// The mean silhouette against the number of clusters.
final class SilhouetteByK {
  private SilhouetteByK() {}

  static Experiment experiment(KMeansProblem problem) {
    return new Experiment(
        "silhouette",
        "Silhouette against k",
        "A point's silhouette compares its own cluster with the next one; look for the highest k.",
        ("Across: the number of clusters k, from 2 to %d. Up: the mean silhouette, from −1 (in the "
                + "wrong cluster) through 0 (between two clusters) to 1 (far from every other).%s")
            .formatted(Math.max(2, Choices.greatest(problem)), sampling(problem)),
        progress -> finding(problem, Choices.of(problem, progress)));
  }

  private static String sampling(KMeansProblem problem) {
    int n = problem.points().length;
    return n <= Silhouette.LARGEST_SAMPLE
        ? ""
        : " Taken over a random sample of %,d of the %,d points."
            .formatted(Silhouette.LARGEST_SAMPLE, n);
  }

  private static Finding finding(KMeansProblem problem, List<Choice> choices) {
    // One cluster has no silhouette: there is no other cluster to compare it with.
    double[] means =
        choices.stream().skip(1).mapToDouble(c -> c.silhouette().orElse(Double.NaN)).toArray();
    var numbers =
        choices.stream()
            .skip(1)
            .map(choice ->
                "k = %2d   silhouette %s"
                    .formatted(choice.k(), text(choice.silhouette().orElse(Double.NaN))))
            .collect(Collectors.joining("\n"));
    int best = best(means);
    return new Finding(
        List.of(new Finding.Picture("Linear", chart(means, best))),
        conclusion(problem, means, best),
        numbers);
  }

  private static String text(double silhouette) {
    return Double.isNaN(silhouette) ? "not defined" : Numbers.text(silhouette);
  }

  /// The index of the highest mean, of equally high ones the first; -1 where there is none.
  private static int best(double[] means) {
    int best = -1;
    for (int i = 0; i < means.length; i++) {
      if (!Double.isNaN(means[i]) && (best < 0 || means[i] > means[best])) {
        best = i;
      }
    }
    return best;
  }

  private static Drawing chart(double[] means, int best) {
    var label = best < 0 ? "" : "k = %d: %s".formatted(best + 2, Numbers.text(means[best]));
    return (surface, area, look) -> {
      var series = new LineChart.Series("", look.palette().category(2), 2, means, best, label);
      new LineChart(
              new Axes("k", "mean silhouette"),
              Scale.Kind.LINEAR,
              means.length + 1,
              List.of(series))
          .draw(surface, area, look);
    };
  }

  /// What lies beyond the highest one where the chart ends with it.
  private static String end(KMeansProblem problem, double[] means, int best) {
    if (best < means.length - 1 || means.length == 1) {
      return "";
    }
    return best + 2 < problem.points().length
        ? " That is the end of the chart, not a peak: a greater k may be higher."
        : " There cannot be more clusters than points.";
  }

  private static String conclusion(KMeansProblem problem, double[] means, int best) {
    if (best < 0) {
      return "No k from 2 up gives two clusters that differ, so there is no silhouette: there %s."
          .formatted(
              problem.points().length == 1 ? "is one point" : "are too few different points");
    }
    var text =
        "The mean silhouette is highest at %s: %s.%s"
            .formatted(
                Choices.words(best + 2), Numbers.text(means[best]), end(problem, means, best));
    int current = problem.k() - 2;
    if (current == best || current >= means.length) {
      return text;
    }
    return current < 0
        ? text + " One cluster has none: there is no other to compare with."
        : text
            + " The current %s has %s.".formatted(Choices.words(problem.k()), text(means[current]));
  }
}
