package dev.stepwise.view.gradient.lab;

import dev.stepwise.compute.gradient.GradientLab;
import dev.stepwise.compute.gradient.GradientLab.Point;
import dev.stepwise.compute.gradient.GradientProblem;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Scale;
import dev.stepwise.view.gradient.lab.Traces.Line;
import dev.stepwise.view.gradient.lab.Traces.Trace;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.List;
import java.util.stream.Collectors;

/// The loss against the learning rate.
final class RatesTried {
  private RatesTried() {}

  static Experiment experiment(GradientProblem problem, double current, int epochs) {
    return new Experiment(
        "rates",
        "Loss against learning rate",
        "Too small a rate gets nowhere, too large a one diverges; look how near the best rate is to"
            + " the cliff.",
        ("Across, logarithmic: the learning rate. Up, logarithmic: the mean loss of epoch %d. "
                + "Crosses: trainings that diverged.")
            .formatted(epochs),
        progress -> finding(GradientLab.rates(problem, progress), current, epochs));
  }

  private static Finding finding(List<Point> points, double current, int epochs) {
    var trace =
        new Trace("", 0, Line.MEASURED, GradientLab.sizes(points), GradientLab.values(points));
    var drawing =
        new Traces(new Axes("rate", "loss"), Scale.Kind.LOG, Scale.Kind.LOG, List.of(trace));
    var numbers =
        points.stream()
            .map(point ->
                "rate %-9s loss %s"
                    .formatted(
                        Numbers.text(point.size()),
                        Double.isFinite(point.value()) ? Numbers.text(point.value()) : "diverged"))
            .collect(Collectors.joining("\n"));
    var best = GradientLab.best(points);
    var cliff =
        points.stream()
            .filter(point -> !Double.isFinite(point.value()))
            .findFirst()
            .map(point -> " From %s on it diverges.".formatted(Numbers.text(point.size())))
            .orElse(" None of them diverges.");
    var conclusion =
        "Of the rates tried, %s leaves the least loss after %d epochs: %s. The current one is %s.%s"
            .formatted(
                Numbers.text(best.size()),
                epochs,
                Numbers.text(best.value()),
                Numbers.text(current),
                cliff);
    return new Finding(List.of(new Finding.Picture("Logarithmic", drawing)), conclusion, numbers);
  }
}
