package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.run.Numbers;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// A text field for a number in a range. What is typed is checked as it is typed, and taken over
/// with Enter or when the field is left; a wrong number is marked, and the right one comes back
/// when the field is left. Up and down count whole numbers.
final class NumberField {
  private static final int MOST_COLUMNS = 12;

  private final TextField text = new TextField();
  private final Function<String, Optional<Object>> reader;
  private final boolean counts;
  private Consumer<Object> changed = _ -> {};
  private @Nullable Object value;

  NumberField(String label, Kind.Whole kind) {
    this(
        typed -> readWhole(typed, kind),
        label + ": a whole number from " + kind.least() + " to " + kind.most(),
        true);
    widen(Math.clamp(Long.toString(kind.most()).length(), 2, 4));
  }

  NumberField(String label, Kind.Real kind) {
    this(
        typed -> readReal(typed, kind),
        label + ": a number from " + words(kind.least()) + " to " + words(kind.most()),
        false);
    widen(7);
  }

  private NumberField(Function<String, Optional<Object>> reader, String demand, boolean counts) {
    this.reader = reader;
    this.counts = counts;
    text.getStyleClass().add("number");
    text.setAccessibleText(demand);
    text.setTooltip(Controls.tip(demand));
    text.textProperty()
        .subscribe((_, typed) ->
            text.pseudoClassStateChanged(Styles.STATE_DANGER, reader.apply(typed).isEmpty()));
    text.setOnAction(_ -> {
      take();
      if (reader.apply(text.getText()).isPresent()) {
        Done.tell(text);
      }
    });
    text.focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            take();
            restore();
          }
        });
    text.addEventHandler(KeyEvent.KEY_PRESSED, this::count);
  }

  /// Gives the field so many columns, and more where what stands in it needs more: a number that is
  /// cut off is a wrong number.
  private void widen(int columns) {
    text.textProperty()
        .subscribe(
            typed -> text.setPrefColumnCount(Math.clamp(typed.length(), columns, MOST_COLUMNS)));
  }

  TextField node() {
    return text;
  }

  void setOnChange(Consumer<Object> listener) {
    changed = listener;
  }

  /// Shows a value without telling of it.
  void show(Object shown) {
    value = shown;
    text.setText(words(shown));
  }

  private void take() {
    reader
        .apply(text.getText())
        .filter(typed -> !typed.equals(value))
        .ifPresent(typed -> {
          value = typed;
          changed.accept(typed);
        });
  }

  private void restore() {
    if (value != null) {
      text.setText(words(value));
    }
  }

  private void count(KeyEvent event) {
    int by = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
    if (by == 0 || !counts) {
      return;
    }
    reader
        .apply(text.getText())
        .flatMap(typed -> reader.apply(Long.toString((Long) typed + by)))
        .ifPresent(next -> {
          text.setText(words(next));
          take();
        });
    event.consume();
  }

  /// As a person would write it, and as it can be read back: `0.3`, `20`, `1e6`.
  static String words(Object shown) {
    return shown instanceof Double number ? Numbers.given(number) : shown.toString();
  }

  private static Optional<Object> readWhole(String typed, Kind.Whole kind) {
    try {
      long number = Long.parseLong(typed.strip());
      return number >= kind.least() && number <= kind.most()
          ? Optional.of(number)
          : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<Object> readReal(String typed, Kind.Real kind) {
    try {
      double number = Double.parseDouble(typed.strip());
      return number >= kind.least() && number <= kind.most()
          ? Optional.of(number)
          : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
