package dev.stepwise.view.kmeans.lab;

import dev.stepwise.compute.kmeans.KMeansLab.Choice;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.LineChart;
import dev.stepwise.draw.Scale;
import dev.stepwise.view.lab.Drawing;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.List;
import java.util.stream.Collectors;

/// The inertia against the number of clusters.
final class Elbow {
  private Elbow() {}

  static Experiment experiment(KMeansProblem problem) {
    return new Experiment(
        "elbow",
        "Elbow: inertia against k",
        "With more clusters less inertia is left; look for the k after which the curve flattens.",
        "Across: the number of clusters k, from 1 to %d. Up: the inertia, the sum of squared "
                .formatted(Choices.greatest(problem))
            + "distances to the nearest centroid, as the best of %d k-means++ starts left it."
                .formatted(Choices.TRIES),
        progress -> finding(problem, Choices.of(problem, progress)));
  }

  private static Finding finding(KMeansProblem problem, List<Choice> choices) {
    double[] inertias = choices.stream().mapToDouble(Choice::inertia).toArray();
    var numbers =
        choices.stream()
            .map(choice ->
                "k = %2d   inertia %s".formatted(choice.k(), Numbers.text(choice.inertia())))
            .collect(Collectors.joining("\n"));
    return new Finding(
        List.of(
            new Finding.Picture("Linear", chart(problem.k(), inertias, Scale.Kind.LINEAR)),
            new Finding.Picture("Logarithmic", chart(problem.k(), inertias, Scale.Kind.LOG))),
        conclusion(problem.k(), inertias),
        numbers);
  }

  private static Drawing chart(int k, double[] inertias, Scale.Kind kind) {
    boolean shown = k <= inertias.length;
    return (surface, area, look) -> {
      var series =
          new LineChart.Series(
              "",
              look.palette().accent(),
              1,
              inertias,
              shown ? k - 1 : -1,
              shown ? "k = %d: %s".formatted(k, Numbers.text(inertias[k - 1])) : "");
      new LineChart(new Axes("k", "inertia"), kind, inertias.length, List.of(series))
          .draw(surface, area, look);
    };
  }

  private static String conclusion(int k, double[] inertias) {
    int last = inertias.length;
    if (k > last) {
      return "%s leaves an inertia of %s; the current %s lies beyond the chart."
          .formatted(Choices.words(last), Numbers.text(inertias[last - 1]), Choices.words(k));
    }
    var text =
        new StringBuilder(
            "The current %s leaves an inertia of %s"
                .formatted(Choices.words(k), Numbers.text(inertias[k - 1])));
    if (k > 1) {
      text.append(", %s less than %s".formatted(fall(inertias, k - 1), Choices.words(k - 1)));
    }
    if (k < last && inertias[k - 1] > 0) {
      text.append(
          "; %s would take away another %s".formatted(Choices.words(k + 1), fall(inertias, k)));
    }
    if (k == last && k > 1) {
      text.append("; the chart ends there, and so says nothing of a greater k");
    }
    return text.append('.').toString();
  }

  /// By how much one cluster more than k lowers the inertia.
  private static String fall(double[] inertias, int k) {
    double before = inertias[k - 1];
    double share = before > 0 ? (before - inertias[k]) / before : 0;
    return "%d\u00A0%%".formatted(Math.round(100 * share));
  }
}
