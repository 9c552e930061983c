package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.view.marks.Formulas;
import dev.stepwise.view.marks.Look;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All exercises on one page, and the way back to where the last one was left.
final class HomePage extends ScrollPane {
  private static final double CARD_WIDTH = 225;
  private static final double GAP = 20;
  private static final double MARGINS = 56;

  private final GridPane grid = new GridPane(GAP, 36);

  /// @param remark said above all, where something was not as it should be at the start
  HomePage(
      Registry registry,
      Settings settings,
      Look look,
      Formulas formulas,
      Workers workers,
      Optional<String> remark,
      Consumer<Card> open) {
    setId("home-page");
    getStyleClass().addAll("panel-body", "home-page");
    setFitToWidth(true);
    var box = new VBox(22, Controls.label("Seven algorithms, one step at a time", Styles.TITLE_1));
    box.getStyleClass().add("page");
    remark.ifPresent(text -> box.getChildren().add(Controls.paragraph(text, "remark")));
    settings
        .lastExercise()
        .flatMap(registry::entry)
        .ifPresent(entry -> {
          var place = settings.places().get(entry.card().id());
          if (entry instanceof Registry.Ready<?, ?> ready && place != null) {
            box.getChildren().add(new ContinueBand(ready, place, () -> open.accept(entry.card())));
          }
        });
    for (var entry : registry.entries()) {
      var place = Optional.ofNullable(settings.places().get(entry.card().id()));
      var card =
          switch (entry) {
            case Registry.Ready<?, ?> ready ->
                new ExerciseCard(
                    ready.card(),
                    Optional.of(Thumbnail.of(ready, look, formulas, workers)),
                    place,
                    () -> open.accept(ready.card()));
            case Registry.Planned(var planned) ->
                new ExerciseCard(
                    planned, Optional.empty(), Optional.empty(), () -> open.accept(planned));
          };
      grid.getChildren().add(card);
    }
    box.getChildren().add(grid);
    setContent(box);
    widthProperty().subscribe(width -> arrange(width.doubleValue()));
  }

  private void arrange(double width) {
    int columns = (int) Math.clamp((width - MARGINS + GAP) / (CARD_WIDTH + GAP), 1, 4);
    if (grid.getColumnConstraints().size() == columns) {
      return;
    }
    grid.getColumnConstraints().clear();
    for (int i = 0; i < columns; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      column.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < grid.getChildren().size(); i++) {
      GridPane.setConstraints(grid.getChildren().get(i), i % columns, i / columns);
    }
  }
}
