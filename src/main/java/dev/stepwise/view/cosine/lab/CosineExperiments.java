package dev.stepwise.view.cosine.lab;

import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.draw.Look;
import dev.stepwise.job.Background;
import dev.stepwise.view.Lab;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.ExperimentCard;
import dev.stepwise.view.lab.LabPane;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/// The lab of cosine search: exact against approximate, float32 against float64, sort against heap.
///
/// @param background where the experiments are computed
public record CosineExperiments(Background background) implements Lab<CosineProblem> {

  /// Computed on a thread of their own.
  public CosineExperiments() {
    this(Background.threadNamed("cosine lab"));
  }

  @Override
  public Node open(CosineProblem problem, Look look) {
    var cards = new ArrayList<Node>();
    cards.add(RecallCard.of(look, background));
    for (var experiment : experiments(problem)) {
      cards.add(new ExperimentCard(experiment, look, background));
    }
    return new LabPane(cards, look);
  }

  /// The experiments without sliders, in the order in which they are shown.
  static List<Experiment> experiments(CosineProblem problem) {
    return List.of(
        TimeByCount.experiment(), Precision.experiment(problem), SortOrHeap.experiment());
  }
}
