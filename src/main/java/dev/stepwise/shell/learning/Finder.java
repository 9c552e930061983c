package dev.stepwise.shell.learning;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The search over all lessons: a field, and what was found below each other, each leading to its
/// place. Style classes: `finder`, `hit`, `hit-where`, `hit-excerpt`.
final class Finder {
  /// So many places are listed.
  static final int MOST = 60;

  private final TextField text = new TextField();
  private final HBox field = new HBox(6);
  private final VBox hits = new VBox(2);
  private final ScrollPane results = new ScrollPane(hits);
  private final Function<String, List<Library.Hit>> find;
  private final Library library;
  private final BiConsumer<Library.Hit, String> go;
  private Runnable closed = () -> {};
  private Optional<Library.Hit> first = Optional.empty();
  private boolean open;

  /// @param find what a text is found in
  /// @param library names the lessons
  /// @param go goes to a place
  Finder(
      Function<String, List<Library.Hit>> find,
      Library library,
      BiConsumer<Library.Hit, String> go) {
    this.find = find;
    this.library = library;
    this.go = go;
    text.setId("lesson-search");
    text.setPromptText("Search all lessons");
    text.setAccessibleText("Search all lessons");
    text.textProperty().subscribe((_, now) -> list(now));
    text.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    HBox.setHgrow(text, Priority.ALWAYS);
    var close = new Button("", new FontIcon(Feather.X));
    close.getStyleClass().addAll("flat", "button-icon");
    close.setAccessibleText("Close the search");
    close.setOnAction(_ -> closed.run());
    field.getStyleClass().add("finder");
    field.getChildren().setAll(text, close);
    hits.getStyleClass().add("hits");
    results.setFitToWidth(true);
    results.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    results.getStyleClass().add("panel-body");
  }

  void setOnClose(Runnable listener) {
    closed = listener;
  }

  Region field() {
    return field;
  }

  /// What was found, without a scroll bar of its own.
  Region list() {
    results.setContent(null);
    return hits;
  }

  StringProperty textProperty() {
    return text.textProperty();
  }

  /// Whether nothing is searched for.
  boolean isEmpty() {
    return text.getText().isBlank();
  }

  void clear() {
    text.clear();
  }

  Region results() {
    return results;
  }

  boolean isOpen() {
    return open;
  }

  void open() {
    open = true;
    list(text.getText());
  }

  void close() {
    open = false;
  }

  void focus() {
    text.requestFocus();
    text.selectAll();
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> {
        closed.run();
        event.consume();
      }
      case ENTER -> {
        first.ifPresent(hit -> go.accept(hit, text.getText().strip()));
        event.consume();
      }
      case DOWN -> {
        if (first.isPresent()) {
          hits.getChildren().getFirst().requestFocus();
        }
        event.consume();
      }
      default -> {}
    }
  }

  private void list(String wanted) {
    hits.getChildren().clear();
    first = Optional.empty();
    if (!open || wanted.isBlank()) {
      return;
    }
    var _ =
        CompletableFuture.supplyAsync(() -> find.apply(wanted))
            .thenAccept(found -> Platform.runLater(() -> show(found, wanted)));
  }

  /// Lists what was found, unless something else is searched for by now.
  private void show(List<Library.Hit> found, String wanted) {
    if (!wanted.equals(text.getText())) {
      return;
    }
    first = found.stream().findFirst();
    hits.getChildren().setAll(found.stream().map(hit -> line(hit, wanted.strip())).toList());
    if (found.isEmpty()) {
      hits.getChildren().add(new Label("No lesson says “" + wanted.strip() + "”."));
    }
  }

  private Node line(Library.Hit hit, String wanted) {
    var title = library.title(hit.exerciseId());
    var where = new Label(title + " › " + hit.where());
    where.getStyleClass().add("hit-where");
    where.setWrapText(true);
    where.setMinHeight(Region.USE_PREF_SIZE);
    var excerpt = new Label(hit.excerpt());
    excerpt.getStyleClass().add("hit-excerpt");
    excerpt.setWrapText(true);
    excerpt.setMinHeight(Region.USE_PREF_SIZE);
    var box = new VBox(2, where, excerpt);
    box.getStyleClass().setAll("hit");
    box.setMinWidth(0);
    box.setFocusTraversable(true);
    box.setAccessibleRole(AccessibleRole.BUTTON);
    box.setAccessibleText(where.getText() + ": " + excerpt.getText());
    Follow.by(box, () -> go.accept(hit, wanted));
    box.addEventHandler(KeyEvent.KEY_PRESSED, event -> walk(box, event));
    return box;
  }

  /// Goes from one place that was found to its neighbours, or leaves the search.
  private void walk(Node from, KeyEvent event) {
    int at = hits.getChildren().indexOf(from);
    switch (event.getCode()) {
      case ESCAPE -> closed.run();
      case DOWN ->
          hits.getChildren().get(Math.min(at + 1, hits.getChildren().size() - 1)).requestFocus();
      case UP -> (at == 0 ? text : hits.getChildren().get(at - 1)).requestFocus();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
