package dev.stepwise.view.kmeans.lab;

import dev.stepwise.compute.kmeans.KMeansLab;
import dev.stepwise.compute.kmeans.KMeansLab.Effort;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Axes;
import dev.stepwise.view.lab.Curve;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.List;
import java.util.stream.Collectors;

/// The number of iterations against the number of points.
final class IterationsByPoints {
  private static final int TRIES = 20;

  private IterationsByPoints() {}

  static Experiment experiment(KMeansProblem problem) {
    return new Experiment(
        "iterations",
        "Iterations against n",
        "Look how slowly the iterations grow while the points double: each one costs time, few are "
            + "needed.",
        ("Across, logarithmic: the number of points n; each dot is a random sample twice as "
                + "large, the last has all. Up: "
                + "the iterations until convergence with k = %d, the mean of %d k-means++ starts; "
                + "a run may take at most %,d.")
            .formatted(problem.k(), TRIES, problem.maximumIterations()),
        progress -> finding(problem, KMeansLab.iterationsByPoints(problem, TRIES, progress)));
  }

  private static Finding finding(KMeansProblem problem, List<Effort> efforts) {
    double[] counts = efforts.stream().mapToDouble(Effort::n).toArray();
    double[] iterations = efforts.stream().mapToDouble(Effort::iterations).toArray();
    var numbers =
        efforts.stream()
            .map(effort ->
                "n = %,7d   %s iterations".formatted(effort.n(), Numbers.text(effort.iterations())))
            .collect(Collectors.joining("\n"));
    var curve = new Curve(new Axes("n", "iterations"), counts, iterations);
    return new Finding(
        List.of(new Finding.Picture("Logarithmic", curve)), conclusion(problem, efforts), numbers);
  }

  private static String conclusion(KMeansProblem problem, List<Effort> efforts) {
    var least = efforts.getFirst();
    var most = efforts.getLast();
    if (efforts.size() == 1) {
      return "All %,d points take %s iterations on average; there are too few for samples."
          .formatted(most.n(), Numbers.text(most.iterations()));
    }
    var text =
        "From %,d to %,d points the mean goes from %s to %s iterations."
            .formatted(
                least.n(),
                most.n(),
                Numbers.text(least.iterations()),
                Numbers.text(most.iterations()));
    return most.iterations() < problem.maximumIterations()
        ? text
        : text + " The limit of %,d cut them off.".formatted(problem.maximumIterations());
  }
}
