package dev.stepwise.shell;

import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Choosing from a box: in its open list the arrows move the choice, and a click, Enter or Space
/// takes it; leaving the list in another way keeps what was. Without this every arrow would take.
///
/// @param <T> what is chosen
final class Choosing<T> {
  private final ComboBox<T> box;
  private final Consumer<T> taken;
  private @Nullable T before;
  private boolean takes;
  private boolean quiet;
  private boolean heard;

  private Choosing(ComboBox<T> box, Consumer<T> taken) {
    this.box = box;
    this.taken = taken;
    box.showingProperty()
        .subscribe((_, showing) -> {
          if (showing) {
            opened();
          } else {
            closed();
          }
        });
    box.valueProperty()
        .subscribe((_, _) -> {
          if (!box.isShowing()) {
            take();
          }
        });
  }

  /// Watches a box.
  ///
  /// @param taken told of what was chosen by hand
  static <T> Choosing<T> in(ComboBox<T> box, Consumer<T> taken) {
    return new Choosing<>(box, taken);
  }

  /// Shows a value without telling of it.
  void show(@Nullable T value) {
    quietly(() -> box.setValue(value));
    before = value;
  }

  /// Changes the box, such as what it offers, without telling of it.
  void quietly(Runnable change) {
    quiet = true;
    change.run();
    quiet = false;
  }

  private void opened() {
    before = box.getValue();
    takes = false;
    if (!heard && box.getSkin() instanceof ComboBoxListViewSkin<?> skin) {
      heard = true;
      var list = skin.getPopupContent();
      list.addEventFilter(
          KeyEvent.KEY_PRESSED,
          event -> takes = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE);
      list.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> takes = true);
    }
  }

  private void closed() {
    if (!takes) {
      show(before);
    } else {
      take();
      Done.tell(box);
    }
  }

  private void take() {
    var value = box.getValue();
    if (!quiet && value != null && !value.equals(before)) {
      before = value;
      taken.accept(value);
    }
  }
}
