package dev.stepwise.view.gradient.lab;

import dev.stepwise.compute.gradient.GradientLab;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Scale;
import dev.stepwise.view.gradient.lab.Traces.Line;
import dev.stepwise.view.gradient.lab.Traces.Trace;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.List;
import java.util.stream.Collectors;

/// How the check of a gradient depends on its step.
final class StepWidth {
  private StepWidth() {}

  static Experiment experiment(NetworkProblem problem) {
    return new Experiment(
        "gradient-check",
        "Numeric against analytic gradient",
        "A large step bends away from the slope, a tiny one drowns in rounding; look for the valley"
            + " between.",
        "Across, logarithmic: the step h of (L(θ+h) − L(θ−h)) / 2h. Up, logarithmic: the relative"
            + " error against backpropagation, for the parameter with the largest gradient.",
        _ -> finding(GradientLab.check(problem)));
  }

  private static Finding finding(GradientLab.Check check) {
    var points = check.errors();
    var drawing =
        new Traces(
            new Axes("step h", "error"),
            Scale.Kind.LOG,
            Scale.Kind.LOG,
            List.of(
                new Trace(
                    "", 0, Line.MEASURED, GradientLab.sizes(points), GradientLab.values(points))));
    var best = GradientLab.best(points);
    boolean right = best.value() < 1e-4;
    var conclusion =
        "%s has the gradient %s. Measured at h = %s it agrees within %s of it: %s."
            .formatted(
                check.place().name(),
                Numbers.text(check.analytic()),
                Numbers.text(best.size()),
                Numbers.text(best.value()),
                right ? "backpropagation is right" : "backpropagation is wrong here");
    var numbers =
        points.stream()
            .map(point ->
                "h %-9s error %s"
                    .formatted(Numbers.text(point.size()), Numbers.text(point.value())))
            .collect(Collectors.joining("\n"));
    return new Finding(List.of(new Finding.Picture("Logarithmic", drawing)), conclusion, numbers);
  }
}
