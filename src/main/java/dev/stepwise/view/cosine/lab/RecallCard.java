package dev.stepwise.view.cosine.lab;

import dev.stepwise.draw.Look;
import dev.stepwise.job.Background;
import dev.stepwise.view.cosine.lab.RecallBySpeed.Dials;
import dev.stepwise.view.lab.ExperimentCard;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The card of the approximate search: its sliders choose the graph and how it is searched. Once it
/// has run, a slider that is let go runs it again.
final class RecallCard {
  private static final int[] COUNTS = {1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000};
  private static final Dials AT_FIRST = new Dials(10_000, 16, 40);

  /// What comes before the sliders in a card: title, hint.
  private static final int ABOVE = 2;

  private volatile Dials dials = AT_FIRST;
  private final ExperimentCard card;
  private final GridPane grid = new GridPane(10, 6);
  private boolean ran;

  private RecallCard(Look look, Background background) {
    card = new ExperimentCard(new RecallBySpeed(() -> dials).experiment(), look, background);
    var count = slider("vectors n", 0, COUNTS.length - 1, 3, 0);
    var neighbours = slider("neighbours M", 4, 48, AT_FIRST.neighbours(), 1);
    var candidates = slider("candidates ef", 10, 400, AT_FIRST.candidates(), 2);
    count.setBlockIncrement(1);
    count.setMajorTickUnit(1);
    count.setMinorTickCount(0);
    count.setSnapToTicks(true);
    Runnable read =
        () ->
            dials =
                new Dials(
                    COUNTS[(int) Math.round(count.getValue())],
                    (int) Math.round(neighbours.getValue()),
                    (int) Math.round(candidates.getValue()));
    for (var slider : new Slider[] {count, neighbours, candidates}) {
      slider
          .valueProperty()
          .subscribe(_ -> {
            read.run();
            show();
            again(slider);
          });
      slider.valueChangingProperty().subscribe(_ -> again(slider));
    }
    // Arms the sliders: moving one before the first run computes nothing.
    card.addEventFilter(ActionEvent.ACTION, _ -> ran = true);
    card.getChildren().add(ABOVE, grid);
    show();
  }

  /// The card.
  static Node of(Look look, Background background) {
    return new RecallCard(look, background).card;
  }

  private void again(Slider slider) {
    if (ran && !slider.isValueChanging()) {
      card.run();
    }
  }

  private Slider slider(String name, double least, double most, double value, int row) {
    var slider = new Slider(least, most, value);
    slider.setId("recall-" + row);
    slider.setAccessibleText(name);
    GridPane.setHgrow(slider, Priority.ALWAYS);
    var label = new Label(name);
    label.setMinWidth(Label.USE_PREF_SIZE);
    label.setLabelFor(slider);
    var figures = new Label();
    figures.setMinWidth(64);
    figures.getStyleClass().add("experiment-numbers");
    grid.addRow(row, label, slider, figures);
    return slider;
  }

  private void show() {
    var now = dials;
    int[] values = {now.count(), now.neighbours(), now.candidates()};
    for (int row = 0; row < values.length; row++) {
      for (var node : grid.getChildren()) {
        if (GridPane.getRowIndex(node) == row
            && GridPane.getColumnIndex(node) == 2
            && node instanceof Label figures) {
          figures.setText("%,d".formatted(values[row]));
        }
      }
    }
  }
}
