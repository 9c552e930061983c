package dev.stepwise.shell;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// Arrows among buttons of which one is chosen. Tab leads to one of them only, so the others need
/// keys of their own. They move the focus and choose nothing: Enter does, as with every button.
final class ToggleKeys {
  private ToggleKeys() {}

  /// Moves the focus to the next button of the group, or the one before.
  ///
  /// @param focused what has the focus
  /// @param key that was pressed
  /// @return false where the key is not meant so: no arrow, no such button, or one that was clicked
  static boolean move(@Nullable Node focused, KeyCode key) {
    if (!(focused instanceof ToggleButton button)
        || button.getToggleGroup() == null
        || !button.isFocusVisible()) {
      return false;
    }
    return switch (key) {
      case RIGHT, KP_RIGHT, DOWN, KP_DOWN -> move(button, 1);
      case LEFT, KP_LEFT, UP, KP_UP -> move(button, -1);
      default -> false;
    };
  }

  /// Whether a key is an arrow that moves among the buttons of a group.
  static boolean isMove(@Nullable Node focused, KeyCode key) {
    return focused instanceof ToggleButton button
        && button.getToggleGroup() != null
        && key.isArrowKey();
  }

  private static boolean move(ToggleButton from, int by) {
    var buttons =
        from.getToggleGroup().getToggles().stream()
            .map(Node.class::cast)
            .filter(button -> button.isVisible() && !button.isDisabled())
            .toList();
    int to = buttons.indexOf(from) + by;
    if (to >= 0 && to < buttons.size()) {
      from.requestFocusTraversal(direction(from, buttons.get(to)));
    }
    return true;
  }

  /// Only a focus that moves in a direction leaves a ring where it comes to.
  private static TraversalDirection direction(Node from, Node to) {
    var start = from.localToScene(from.getBoundsInLocal());
    var end = to.localToScene(to.getBoundsInLocal());
    double right = end.getCenterX() - start.getCenterX();
    double down = end.getCenterY() - start.getCenterY();
    if (Math.abs(right) > Math.abs(down)) {
      return right > 0 ? TraversalDirection.RIGHT : TraversalDirection.LEFT;
    }
    return down > 0 ? TraversalDirection.DOWN : TraversalDirection.UP;
  }
}
