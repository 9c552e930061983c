package dev.stepwise.view.gradient.lab;

import dev.stepwise.compute.gradient.Descent;
import dev.stepwise.compute.gradient.GradientLab;
import dev.stepwise.compute.gradient.GradientProblem;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.gradient.ProbeProblem;
import dev.stepwise.compute.gradient.RegressionProblem;
import dev.stepwise.draw.Look;
import dev.stepwise.job.Background;
import dev.stepwise.view.Lab;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.LabPane;
import java.util.List;
import javafx.scene.Node;

/// The lab of gradient descent: how large a rate, how noisy a batch, how right a gradient, how deep
/// a start carries.
///
/// @param background where the experiments are computed
public record GradientExperiments(Background background) implements Lab<GradientProblem> {

  /// Computed on a thread of their own.
  public GradientExperiments() {
    this(Background.threadNamed("gradient descent lab"));
  }

  @Override
  public Node open(GradientProblem problem, Look look) {
    return new LabPane(experiments(problem), look, background);
  }

  /// The experiments with a problem, in the order in which they are shown.
  public static List<Experiment> experiments(GradientProblem problem) {
    return switch (problem) {
      case NetworkProblem network ->
          List.of(
              rates(network, network.descent()),
              Batches.experiment(network),
              StepWidth.experiment(network),
              StartsByDepth.experiment(network.descent().seed()));
      case RegressionProblem regression ->
          List.of(
              rates(regression, regression.descent()),
              StartsByDepth.experiment(regression.descent().seed()));
      case ProbeProblem probe -> List.of(StartsByDepth.experiment(probe.seed()));
    };
  }

  private static Experiment rates(GradientProblem problem, Descent descent) {
    return RatesTried.experiment(problem, descent.rate(), GradientLab.epochs(descent));
  }
}
