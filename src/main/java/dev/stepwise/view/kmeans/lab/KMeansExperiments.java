package dev.stepwise.view.kmeans.lab;

import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.draw.Look;
import dev.stepwise.job.Background;
import dev.stepwise.view.Lab;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.LabPane;
import java.util.List;
import javafx.scene.Node;

/// The lab of k-means: how many clusters, how good a start, how many iterations.
///
/// @param background where the experiments are computed
public record KMeansExperiments(Background background) implements Lab<KMeansProblem> {

  /// Computed on a thread of their own.
  public KMeansExperiments() {
    this(Background.threadNamed("k-means lab"));
  }

  @Override
  public Node open(KMeansProblem problem, Look look) {
    return new LabPane(experiments(problem), look, background);
  }

  /// The experiments with a problem, in the order in which they are shown.
  public static List<Experiment> experiments(KMeansProblem problem) {
    return List.of(
        Elbow.experiment(problem),
        SilhouetteByK.experiment(problem),
        RestartHistograms.experiment(problem),
        IterationsByPoints.experiment(problem));
  }
}
