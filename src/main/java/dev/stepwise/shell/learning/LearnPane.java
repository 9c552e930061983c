package dev.stepwise.shell.learning;

import dev.stepwise.draw.Look;
import dev.stepwise.formula.Formulas;
import dev.stepwise.formula.InlineFormula;
import dev.stepwise.lesson.Lesson;
import dev.stepwise.lesson.Part;
import dev.stepwise.lesson.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page of one lesson: its sections above it, or its outline beside it where there is room, and
/// the search over all lessons. What takes a while, reading and setting formulas, is done off the
/// window's thread when the page is first shown. Style class: `learn-pane`.
public final class LearnPane extends BorderPane {
  /// What a page needs of the window.
  ///
  /// @param follow told which link was followed
  /// @param go told which place of which lesson was chosen from a search, and what was searched
  public record Ways(Consumer<Target> follow, Consumer<Find> go, Consumer<Throwable> failed) {}

  /// Which sections of the lesson are ticked off.
  ///
  /// @param before those that were read earlier
  /// @param read told of one that was read now
  public record Ticks(Set<Part> before, Consumer<Part> read) {
    /// Copies the set.
    public Ticks {
      before = Set.copyOf(before);
    }
  }

  /// A place of a lesson where a text was found.
  public record Find(Library.Hit hit, String text) {}

  private static final double OUTLINE_NEEDS = 860;
  private static final double LINE = 48;

  private final String exerciseId;
  private final Library library;
  private final Formulas formulas;
  private final ObservableValue<Look> look;
  private final Ways ways;
  private final Contents contents;
  private final Finder finder;
  private final Reader reader = new Reader(this::readOn);
  private final VBox head = new VBox();
  private final List<Consumer<Article>> waiting = new ArrayList<>();
  private Map<String, Double> sizes = Map.of();
  private @Nullable Article article;
  private @Nullable Selecting selecting;
  private Optional<Double> scaleShown = Optional.empty();
  private boolean loading;

  /// @param exerciseId whose lesson
  /// @param look its scale sets the size of the text
  /// @param ticks those of its sections
  public LearnPane(
      String exerciseId,
      Library library,
      Formulas formulas,
      ObservableValue<Look> look,
      Ticks ticks,
      Ways ways) {
    this.exerciseId = exerciseId;
    this.library = library;
    this.formulas = formulas;
    this.look = look;
    this.ways = ways;
    contents = new Contents(ticks.before(), this::show, ticks.read());
    finder = new Finder(text -> library.find(text, exerciseId, Finder.MOST), library, this::go);
    setId("learn");
    getStyleClass().add("learn-pane");
    setMinSize(0, 0);
    head.getStyleClass().add("learn-head");
    head.setMinWidth(0);
    finder.setOnClose(this::closeSearch);
    setTop(head);
    setCenter(new Label("The lesson is being set …"));
    arrange();
    widthProperty().subscribe((_, _) -> Platform.runLater(this::arrange));
    look.subscribe((_, _) -> refresh());
    sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            refresh();
          }
        });
  }

  private void arrange() {
    boolean wide = getWidth() >= OUTLINE_NEEDS * look.getValue().scale();
    head.getChildren().setAll(wide ? List.of() : List.of(contents.pills()));
    if (finder.isOpen()) {
      head.getChildren().add(finder.field());
    }
    setLeft(wide ? contents.outline() : null);
    head.setVisible(!head.getChildren().isEmpty());
    head.setManaged(head.isVisible());
  }

  /// Sets the lesson, once it is wanted, and anew for another size of text.
  private void refresh() {
    double scale = look.getValue().scale();
    if (getScene() == null || loading || scaleShown.filter(shown -> shown == scale).isPresent()) {
      return;
    }
    loading = true;
    var _ =
        CompletableFuture.supplyAsync(
                () -> {
                  var lesson = library.lesson(exerciseId);
                  lesson.ifPresent(this::setFormulas);
                  return lesson;
                })
            .whenComplete((lesson, failure) ->
                Platform.runLater(() -> {
                  loading = false;
                  scaleShown = Optional.of(scale);
                  if (failure != null) {
                    ways.failed().accept(failure);
                  } else {
                    lesson.ifPresentOrElse(
                        found -> hold(found, scale),
                        () -> setCenter(new Label("There is no lesson on this exercise yet.")));
                  }
                }));
  }

  private void setFormulas(Lesson lesson) {
    var displays = new HashSet<>(lesson.displays().toList());
    displays.forEach(formulas::of);
    lesson
        .formulas()
        .filter(latex -> !displays.contains(latex))
        .forEach(latex -> formulas.of(InlineFormula.source(latex)));
  }

  private void hold(Lesson lesson, double scale) {
    double at = reader.place();
    var shown = look.getValue();
    var set = new Article(lesson, new Setting(formulas, shown, sizes, ways.follow()));
    article = null; // until it is laid out
    selecting = new Selecting(set);
    contents.show(set.outline(), scale);
    reader.hold(set, shown.px(760));
    if (!finder.isOpen()) {
      setCenter(reader.node());
    }
    arrange();
    Platform.runLater(() -> {
      applyCss();
      layout(); // places are known only once it is laid out
      reader.goTo(at);
      article = set;
      set.count(sizes);
      var todo = List.copyOf(waiting);
      waiting.clear();
      todo.forEach(each -> each.accept(set));
      readOn();
    });
    if (scale != look.getValue().scale()) {
      refresh();
    }
  }

  private void whenThere(Consumer<Article> what) {
    var there = article;
    if (there != null && scaleShown.isPresent()) {
      what.accept(there);
    } else {
      waiting.add(what);
    }
  }

  /// Whether the lesson is there to be read.
  public boolean isReady() {
    return article != null && waiting.isEmpty() && !loading;
  }

  /// Shows the counts of the run that is open.
  public void count(Map<String, Double> others) {
    sizes = Map.copyOf(others);
    if (article != null) {
      article.count(sizes);
    }
  }

  /// Goes to a section.
  public void show(Part part) {
    whenThere(there -> show(there.head(part)));
  }

  private void show(Node node) {
    closeSearch();
    reader.show(node);
  }

  private void readOn() {
    if (article != null) {
      contents.mark(reader.at(article));
    }
  }

  private void go(Library.Hit hit, String text) {
    closeSearch();
    if (hit.exerciseId().equals(exerciseId)) {
      reveal(hit.passage(), text);
    } else {
      ways.go().accept(new Find(hit, text));
    }
  }

  /// Goes to a stretch of text, hidden answer or not, and selects what was searched for.
  ///
  /// @param passage its number among those of the lesson
  public void reveal(int passage, String text) {
    whenThere(there -> {
      var wanted = there.passages().get(passage);
      there.uncover(wanted);
      reader.show(wanted.node());
      if (selecting != null) {
        selecting.select(passage, text);
      }
      requestFocus();
    });
  }

  /// Opens the search, or puts the keyboard into it again.
  public void search() {
    finder.open();
    setCenter(finder.results());
    arrange();
    finder.focus();
  }

  private void closeSearch() {
    if (finder.isOpen()) {
      finder.close();
      arrange();
      setCenter(reader.node());
      requestFocus();
    }
  }

  /// Copies what is selected; false where nothing is.
  public boolean copy() {
    return selecting != null && selecting.copy();
  }

  @Override
  public void requestFocus() {
    whenThere(_ -> reader.node().requestFocus());
  }

  private boolean hasFocus(@Nullable Node owner) {
    for (Node node = owner; node != null; node = node.getParent()) {
      if (node == this) {
        return true;
      }
    }
    return false;
  }

  /// Scrolls or selects with a key, where the keyboard is on the page; false for any other key.
  public boolean takes(KeyEvent event) {
    if (getScene() == null || finder.isOpen() || !hasFocus(getScene().getFocusOwner())) {
      return false;
    }
    if (event.isShortcutDown()) {
      if (event.getCode() == KeyCode.A && selecting != null) {
        selecting.all();
        return true;
      }
      return false;
    }
    double page = reader.pageHeight();
    switch (event.getCode()) {
      case DOWN, KP_DOWN -> reader.scroll(LINE * look.getValue().scale());
      case UP, KP_UP -> reader.scroll(-LINE * look.getValue().scale());
      case PAGE_DOWN -> reader.scroll(page);
      case PAGE_UP -> reader.scroll(-page);
      case SPACE -> reader.scroll(event.isShiftDown() ? -page : page);
      case HOME -> reader.goTo(0);
      case END -> reader.goTo(Double.MAX_VALUE);
      default -> {
        return false;
      }
    }
    return true;
  }
}
