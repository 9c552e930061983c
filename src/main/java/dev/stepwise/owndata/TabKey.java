package dev.stepwise.owndata;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Tab in a field of several lines. By itself it would write over what is selected and never lead
/// out, to the buttons; text with tabs in it can still be pasted.
final class TabKey {
  private TabKey() {}

  /// Lets Tab and Shift+Tab lead out of a field, as they do everywhere else.
  static void leadsOutOf(TextArea field) {
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            field.requestFocusTraversal(
                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
          }
        });
  }
}
