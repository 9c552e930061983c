package dev.stepwise.view.lstm.lab;

import dev.stepwise.compute.lstm.LstmProblem;
import dev.stepwise.draw.Look;
import dev.stepwise.job.Background;
import dev.stepwise.view.Lab;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.LabPane;
import java.util.List;
import javafx.scene.Node;

/// The lab of the LSTM cell: how far gradients reach, what the forget bias does to them, and what
/// the cells cost.
///
/// @param background where the experiments are computed
public record LstmExperiments(Background background) implements Lab<LstmProblem> {

  /// Computed on a thread of their own.
  public LstmExperiments() {
    this(Background.threadNamed("lstm lab"));
  }

  @Override
  public Node open(LstmProblem problem, Look look) {
    return new LabPane(experiments(problem), look, background);
  }

  /// The experiments with a problem, in the order in which they are shown.
  public static List<Experiment> experiments(LstmProblem problem) {
    return List.of(
        GradientByCell.experiment(problem),
        GradientByForgetBias.experiment(problem),
        ParametersBySize.experiment(problem));
  }
}
