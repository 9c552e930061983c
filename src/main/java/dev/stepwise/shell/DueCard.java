package dev.stepwise.shell;

import dev.stepwise.compute.text.Phrases;
import dev.stepwise.practice.Journal;
import dev.stepwise.quiz.Tally;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is due for review: the kinds of questions that went wrong or are some days old.
final class DueCard extends VBox {
  private static final int SHOWN = 3;
  private static final double WIDTH = 426;

  /// A kind of question that is due.
  ///
  /// @param title of the kind
  private record Due(String exercise, String name, String title, Tally tally) {}

  private DueCard(List<Due> due, LocalDate today, Consumer<String> review) {
    super(8);
    setId("due-card");
    getStyleClass().add("due-card");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    var button =
        Controls.button(
            "review",
            "Review",
            Feather.REPEAT,
            "be asked what is due of " + due.getFirst().name(),
            () -> review.accept(due.getFirst().exercise()));
    var head =
        new HBox(
            8,
            Controls.label("Due for review", "card-title"),
            Controls.label(Phrases.count(due.size(), "kind"), "muted"),
            Controls.spring(),
            button);
    head.getStyleClass().add("transport-group");
    var grid = new GridPane(12, 8);
    var wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    wide.setMinWidth(0);
    var last = new ColumnConstraints();
    last.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().setAll(wide, new ColumnConstraints(), last);
    for (var one : due.subList(0, Math.min(SHOWN, due.size()))) {
      var title = new Label(one.title());
      title.setMinWidth(0);
      grid.addRow(
          grid.getRowCount(),
          title,
          Controls.label(one.name(), "muted"),
          Controls.label(when(one.tally(), today), "muted"));
    }
    getChildren().addAll(head, grid);
  }

  /// The card; none where nothing is due.
  ///
  /// @param review told the exercise whose questions are wanted
  static Stream<DueCard> of(Registry registry, Journal journal, Consumer<String> review) {
    var today = journal.today();
    var due =
        registry.entries().stream()
            .filter(Registry.Ready.class::isInstance)
            .map(entry -> (Registry.Ready<?, ?>) entry)
            .flatMap(entry -> due(entry, journal, today))
            .toList();
    return due.isEmpty() ? Stream.empty() : Stream.of(new DueCard(due, today, review));
  }

  private static Stream<Due> due(Registry.Ready<?, ?> entry, Journal journal, LocalDate today) {
    var progress = journal.review().of(entry.card().id());
    var titles = entry.view().questions().kinds();
    return progress.due(today).stream()
        .filter(titles::containsKey)
        .flatMap(kind ->
            Optional.ofNullable(progress.kinds().get(kind)).stream()
                .map(tally ->
                    new Due(
                        entry.card().id(),
                        entry.card().shortTitle(),
                        titles.getOrDefault(kind, kind),
                        tally)));
  }

  private static String when(Tally tally, LocalDate today) {
    long days = Math.max(0, ChronoUnit.DAYS.between(tally.last(), today));
    var ago = days == 0 ? "today" : days == 1 ? "yesterday" : days + " days ago";
    return tally.wasRight() ? ago : "missed " + ago;
  }
}
