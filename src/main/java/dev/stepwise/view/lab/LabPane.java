package dev.stepwise.view.lab;

import dev.stepwise.draw.Look;
import dev.stepwise.job.Background;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Experiments as cards below and, where there is room, beside each other.
public final class LabPane extends ScrollPane {
  /// How wide a card is at least beside another one.
  private static final double CARD = 400;

  /// The cards of some experiments, none of which has run.
  public LabPane(List<Experiment> experiments, Look look, Background background) {
    this(
        experiments.stream()
            .<Node>map(experiment -> new ExperimentCard(experiment, look, background))
            .toList(),
        look);
  }

  /// Cards that are there already, such as one with controls of its own.
  public LabPane(List<Node> cards, Look look) {
    getStyleClass().add("lab");
    getStylesheets().add(LabPane.class.getResource("/assets/styles/lab.css").toExternalForm());
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(new CardGrid(cards, look.px(CARD)));
  }
}
