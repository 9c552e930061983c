package dev.stepwise.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A key, alone or with modifiers.
sealed interface Chord {

  /// Whether an event is this chord.
  boolean matches(KeyEvent event);

  /// A key by its place on the keyboard.
  record Key(KeyCode code, Modifier modifier) implements Chord {
    @Override
    public boolean matches(KeyEvent event) {
      return event.getCode() == code
          && event.isShiftDown()
              == (modifier == Modifier.SHIFT || modifier == Modifier.SHORTCUT_SHIFT)
          && event.isShortcutDown()
              == (modifier == Modifier.SHORTCUT || modifier == Modifier.SHORTCUT_SHIFT)
          && !event.isAltDown();
    }
  }

  /// A key by the character it gives, for characters that sit elsewhere on other keyboards.
  record Typed(String text) implements Chord {
    @Override
    public boolean matches(KeyEvent event) {
      return event.getText().equals(text) && !event.isShortcutDown() && !event.isAltDown();
    }
  }

  /// What is held down with a key.
  enum Modifier {
    NONE,
    SHIFT,
    SHORTCUT,
    SHORTCUT_SHIFT
  }

  /// A key alone.
  static Chord of(KeyCode code) {
    return new Key(code, Modifier.NONE);
  }

  /// A key with Shift.
  static Chord shift(KeyCode code) {
    return new Key(code, Modifier.SHIFT);
  }
}
