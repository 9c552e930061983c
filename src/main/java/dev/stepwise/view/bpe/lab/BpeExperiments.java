package dev.stepwise.view.bpe.lab;

import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.draw.Look;
import dev.stepwise.job.Background;
import dev.stepwise.view.Lab;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.LabPane;
import java.util.List;
import javafx.scene.Node;

/// The lab of BPE: what keeping the counts saves, what merges buy, and how frequencies fall.
///
/// @param background where the experiments are computed
public record BpeExperiments(Background background) implements Lab<BpeProblem> {

  /// Computed on a thread of their own.
  public BpeExperiments() {
    this(Background.threadNamed("bpe lab"));
  }

  @Override
  public Node open(BpeProblem problem, Look look) {
    return new LabPane(experiments(problem), look, background);
  }

  /// The experiments with a problem, in the order in which they are shown.
  public static List<Experiment> experiments(BpeProblem problem) {
    return List.of(
        CountingTime.experiment(problem),
        CompressionByMerges.experiment(problem),
        Zipf.experiment(problem));
  }
}
