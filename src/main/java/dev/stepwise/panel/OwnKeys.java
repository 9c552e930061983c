package dev.stepwise.panel;

import javafx.scene.input.KeyEvent;

/// A node that has keys of its own while it has the focus, before those of the window.
@FunctionalInterface
public interface OwnKeys {

  /// Does what a pressed key asks for; false where it is none of its own.
  boolean takes(KeyEvent event);
}
