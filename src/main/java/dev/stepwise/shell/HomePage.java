package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.draw.Look;
import dev.stepwise.formula.Formulas;
import dev.stepwise.practice.Journal;
import dev.stepwise.quiz.Review.Part;
import dev.stepwise.quiz.Review.Progress;
import dev.stepwise.session.Workers;
import dev.stepwise.view.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All exercises on one page, and the way back to where the last one was left.
final class HomePage extends ScrollPane {
  private static final double LEAST_CARD = 190;
  private static final double MOST_WIDTH = 1720;
  private static final double GAP = 24;
  private static final double MARGINS = 72;

  /// What a card keeps around itself for the mark of the keyboard.
  private static final double FRAME = 4;

  private final GridPane grid = new GridPane(GAP - 2 * FRAME, 12);
  private final List<ExerciseCard> cards = new ArrayList<>();
  private final List<Region> bands = new ArrayList<>();
  private final LectureCard last;
  private final StackPane bandPlace = new StackPane();
  private final double scale;

  /// @param review opens the exercise of which something is due, and asks it
  /// @param interview opens the page of mock interviews
  /// @param lectures lectures to be opened, after the exercises
  /// @param remark said above all, where something was not as it should be at the start
  HomePage(
      Registry registry,
      Places places,
      Journal journal,
      Look look,
      Formulas formulas,
      Workers workers,
      Optional<String> remark,
      LectureCard lectures,
      Consumer<Card> open,
      Consumer<String> review,
      Runnable interview) {
    scale = look.scale();
    setId("home-page");
    getStyleClass().addAll("panel-body", "home-page");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    var title = Controls.label("Seven algorithms, one step at a time", Styles.TITLE_2);
    var mock =
        Controls.button(
            "open-interview",
            "Mock interview",
            Feather.CLOCK,
            "an exercise, a clock and a blank page",
            interview);
    mock.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT);
    var head = new HBox(14, title, mock, Controls.spring());
    head.getStyleClass().add("transport-group");
    for (var part : Part.values()) {
      head.getChildren().add(Controls.label(FourParts.name(part), "muted", "part-name"));
    }
    var box = new VBox(16, head);
    box.getStyleClass().add("page");
    box.setMinWidth(0);
    box.setMaxWidth(MOST_WIDTH * Math.max(1, scale));
    remark.ifPresent(text -> box.getChildren().add(Controls.paragraph(text, "remark")));
    // Their pictures come first: the one of where one left off may take long to compute.
    for (var entry : registry.entries()) {
      cards.add(
          switch (entry) {
            case Registry.Ready<?, ?> ready ->
                new ExerciseCard(
                    ready.card(),
                    Optional.of(Thumbnail.of(ready, look, formulas, workers)),
                    new FourParts(
                        places.place(ready.card()), journal.review().of(ready.card().id())),
                    () -> open.accept(ready.card()));
            case Registry.Planned(var planned) ->
                new ExerciseCard(
                    planned,
                    Optional.empty(),
                    new FourParts(Optional.empty(), Progress.NONE),
                    () -> open.accept(planned));
          });
    }
    places
        .last()
        .flatMap(registry::entry)
        .ifPresent(entry -> {
          if (entry instanceof Registry.Ready<?, ?> ready) {
            places
                .left(ready)
                .ifPresent(left ->
                    bands.add(
                        new ContinueBand(
                            ready.card(),
                            Thumbnail.of(ready, left, look, formulas, workers),
                            left,
                            () -> open.accept(ready.card()))));
          }
        });
    DueCard.of(registry, journal, review).forEach(bands::add);
    bands.forEach(band -> HBox.setHgrow(band, Priority.ALWAYS));
    if (!bands.isEmpty()) {
      box.getChildren().add(bandPlace);
    }
    last = lectures;
    grid.getChildren().addAll(cards);
    grid.getChildren().add(last);
    VBox.setMargin(grid, new Insets(0, -FRAME, 0, -FRAME));
    box.getChildren().add(grid);
    setContent(box);
    widthProperty().subscribe(width -> arrange(width.doubleValue()));
  }

  /// Four columns where there is room, else two, else one.
  private void arrange(double width) {
    double room = Math.min(width, MOST_WIDTH * Math.max(1, scale)) - MARGINS;
    int columns = fits(4, room) ? 4 : fits(2, room) ? 2 : 1;
    double card = (room - (columns - 1) * GAP) / columns;
    cards.forEach(each -> each.fit(card));
    if (grid.getColumnConstraints().size() == columns) {
      return;
    }
    grid.getColumnConstraints().clear();
    arrangeBands(columns);
    for (int i = 0; i < columns; i++) {
      var column = new ColumnConstraints();
      column.setMinWidth(0);
      column.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < cards.size(); i++) {
      GridPane.setConstraints(cards.get(i), i % columns, i / columns);
    }
    GridPane.setConstraints(last, cards.size() % columns, cards.size() / columns);
  }

  /// Where one was left off beside what is due, or above it where there is less room.
  private void arrangeBands(int columns) {
    Pane holder = columns == 4 ? new HBox(GAP) : new VBox(12);
    holder.setMinWidth(0);
    holder.getChildren().setAll(bands);
    bandPlace.getChildren().setAll(holder);
  }

  private boolean fits(int columns, double room) {
    return (room - (columns - 1) * GAP) / columns >= LEAST_CARD * scale;
  }
}
