package dev.stepwise.shell;

import atlantafx.base.controls.ToggleSwitch;
import dev.stepwise.panel.OwnKeys;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of a window, taken before any control gets them, except while somebody types or picks
/// from a list. Enter presses the focused button, since Space plays. Arrows move among buttons that
/// stand together once Tab has led to one of them.
final class KeyMap {
  private static final Set<KeyCode> CHOICES =
      Set.of(KeyCode.UP, KeyCode.DOWN, KeyCode.KP_UP, KeyCode.KP_DOWN);

  private final Scene scene;
  private final Predicate<Command> perform;
  private final BooleanSupplier runOpen;
  private final BooleanSupplier anyKey;
  private final Predicate<KeyEvent> answers;
  private boolean spaceTaken;

  /// @param perform does what a key asks for; false where it does not apply now
  /// @param runOpen whether a run is open
  /// @param anyKey asked first with any key: true where that was what was waited for
  /// @param answers asked before all commands, unless somebody types: true where the key answers a
  ///   question
  KeyMap(
      Scene scene,
      Predicate<Command> perform,
      BooleanSupplier runOpen,
      BooleanSupplier anyKey,
      Predicate<KeyEvent> answers) {
    this.scene = scene;
    this.perform = perform;
    this.runOpen = runOpen;
    this.anyKey = anyKey;
    this.answers = answers;
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode().isModifierKey()) {
      return;
    }
    if (anyKey.getAsBoolean()) {
      event.consume();
      return;
    }
    var focused = scene.getFocusOwner();
    if (isTyping(focused)) {
      return;
    }
    if (focused instanceof OwnKeys own && own.takes(event)) {
      event.consume();
      return;
    }
    if (!(focused instanceof ButtonBase && event.getCode() == KeyCode.ENTER)
        && answers.test(event)) {
      event.consume();
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      pressFocused(focused, event);
      return;
    }
    if (focused instanceof ComboBox<?> box && CHOICES.contains(event.getCode())) {
      box.show(); // the next arrows move the choice in the open list
      event.consume();
      return;
    }
    if (ToggleKeys.move(focused, event.getCode())) {
      event.consume();
      return;
    }
    if (event.getCode() == KeyCode.SPACE && !runOpen.getAsBoolean()) {
      return;
    }
    KeyBinding.command(event)
        .ifPresent(command -> {
          if (perform.test(command)) {
            event.consume();
            spaceTaken |= event.getCode() == KeyCode.SPACE;
          }
        });
    if (!event.isConsumed() && ToggleKeys.isMove(focused, event.getCode())) {
      event.consume(); // else JavaFX would select the next one, without anybody being told
    }
  }

  /// A button that did not see Space go down must not see it go up.
  private void released(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && spaceTaken) {
      spaceTaken = false;
      event.consume();
    }
  }

  private static boolean isTyping(@Nullable Node focused) {
    return switch (focused) {
      case TextInputControl _ -> true;
      case ComboBoxBase<?> box -> box.isShowing() || box.isEditable();
      case MenuButton menu -> menu.isShowing();
      case null, default -> false;
    };
  }

  private static void pressFocused(@Nullable Node focused, Event event) {
    switch (focused) {
      case MenuButton menu -> {
        menu.show();
        event.consume();
      }
      case ToggleButton button when button.getToggleGroup() != null -> {
        button.fire();
        event.consume();
        Done.tell(button); // the arrows are the run's again
      }
      case ButtonBase button -> {
        button.fire();
        event.consume();
      }
      case ComboBoxBase<?> box -> {
        box.show();
        event.consume();
      }
      case ToggleSwitch toggle -> {
        toggle.fire();
        event.consume();
      }
      case null, default -> {}
    }
  }
}
