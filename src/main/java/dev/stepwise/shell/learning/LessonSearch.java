package dev.stepwise.shell.learning;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.layout.VBox;

/// The search over all lessons on a page of its own.
public final class LessonSearch extends VBox {
  private final Finder finder;
  private final BooleanBinding empty;

  /// @param read told which place was chosen
  public LessonSearch(Library library, Consumer<LearnPane.Find> read) {
    super(8);
    finder =
        new Finder(
            text -> library.find(text, "", Finder.MOST),
            library,
            (hit, text) -> read.accept(new LearnPane.Find(hit, text)));
    finder.open();
    finder.setOnClose(finder::clear);
    empty = Bindings.createBooleanBinding(finder::isEmpty, finder.textProperty());
    setMinWidth(0);
    getChildren().setAll(finder.field(), finder.list());
  }

  /// Whether nothing is searched for.
  public BooleanBinding isEmptyProperty() {
    return empty;
  }

  /// Puts the keyboard into the field.
  public void focus() {
    finder.focus();
  }
}
