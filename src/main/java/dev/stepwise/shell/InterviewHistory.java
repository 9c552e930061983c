package dev.stepwise.shell;

import dev.stepwise.compute.text.Phrases;
import dev.stepwise.interview.Criterion;
import dev.stepwise.interview.Interview;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The interviews that were held, the newest first, with what was written in them.
final class InterviewHistory extends VBox {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final int PAGE_ROWS = 14;

  private final VBox page = new VBox(6);

  /// @param past the oldest first
  /// @param titles of the exercises, by their ids
  InterviewHistory(List<Interview> past, Map<String, String> titles) {
    super(10);
    setId("interview-history");
    setMinWidth(0);
    var grid = new GridPane(18, 8);
    grid.addRow(0, head("Day"), head("Exercise"), head("Time"), head("Nudges"));
    int column = 4;
    for (var criterion : Criterion.values()) {
      grid.add(centred(head(criterion.title())), column++, 0);
    }
    grid.add(head("Sum"), column, 0);
    int row = 1;
    for (var one : past.reversed()) {
      add(grid, row++, one, titles.getOrDefault(one.exerciseId(), one.exerciseId()));
    }
    var scroll = new ScrollPane(grid);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToHeight(true);
    scroll.setMinHeight(USE_PREF_SIZE);
    scroll.setMinWidth(0);
    scroll.getStyleClass().add("panel-body");
    getChildren()
        .setAll(
            Controls.label(Phrases.count(past.size(), "interview") + " so far", "card-title"),
            scroll,
            page);
  }

  private void add(GridPane grid, int row, Interview one, String title) {
    grid.addRow(
        row,
        Controls.label(DAY.format(one.day())),
        Controls.label(title),
        Controls.label("%d of %d min".formatted(one.spent().toMinutes(), one.minutes())),
        Controls.label(one.nudges() == 0 ? "none" : Integer.toString(one.nudges())));
    int column = 4;
    for (var criterion : Criterion.values()) {
      var given = one.ratings().get(criterion);
      grid.add(centred(Controls.label(given == null ? "–" : given.toString())), column++, row);
    }
    var sum = "%d of %d".formatted(one.points(), Criterion.MOST * Criterion.values().length);
    grid.add(Controls.label(one.ratings().isEmpty() ? "–" : sum, "setting-title"), column++, row);
    var read = new Button("Pages");
    read.getStyleClass().addAll("small", "flat");
    read.setMinWidth(USE_PREF_SIZE);
    read.setAccessibleText("Show what you wrote on %s, %s".formatted(DAY.format(one.day()), title));
    read.setOnAction(_ -> show(one, title));
    grid.add(read, column, row);
  }

  private void show(Interview one, String title) {
    var area = new TextArea(one.notes() + "\n\n" + one.code());
    area.setEditable(false);
    area.setPrefRowCount(PAGE_ROWS);
    area.getStyleClass().add("interview-code");
    area.setAccessibleText("What you wrote");
    page.getChildren()
        .setAll(Controls.label("%s, %s".formatted(title, DAY.format(one.day())), "muted"), area);
  }

  private static Label head(String words) {
    return Controls.label(words, "muted");
  }

  private static Node centred(Label label) {
    GridPane.setHalignment(label, HPos.CENTER);
    GridPane.setValignment(label, VPos.CENTER);
    return label;
  }
}
