package dev.stepwise.testing;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;

/// A mouse over a node, whose places are the node's own. On the JavaFX thread.
public record Pointer(Node node) {

  /// Presses and lets go at one place.
  public void click(double x, double y) {
    press(x, y);
    release(x, y);
  }

  /// Presses the first button.
  public void press(double x, double y) {
    fire(MouseEvent.MOUSE_PRESSED, x, y, false);
  }

  /// Presses the first button while Shift is held down.
  public void pressWithShift(double x, double y) {
    fire(MouseEvent.MOUSE_PRESSED, x, y, true);
  }

  /// Moves with the button down.
  public void drag(double x, double y) {
    fire(MouseEvent.MOUSE_DRAGGED, x, y, false);
  }

  /// Lets the button go.
  public void release(double x, double y) {
    fire(MouseEvent.MOUSE_RELEASED, x, y, false);
  }

  /// Moves with no button down.
  public void move(double x, double y) {
    fire(MouseEvent.MOUSE_MOVED, x, y, false);
  }

  private void fire(EventType<MouseEvent> type, double x, double y, boolean shift) {
    boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
    var button = type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : MouseButton.PRIMARY;
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            button,
            1,
            shift,
            false,
            false,
            false,
            down,
            false,
            false,
            true,
            false,
            true,
            new PickResult(node, x, y)));
  }

  /// Turns the wheel.
  public void scroll(double x, double y, double deltaX, double deltaY) {
    Event.fireEvent(
        node,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            x,
            y,
            x,
            y,
            false,
            false,
            false,
            false,
            false,
            false,
            deltaX,
            deltaY,
            deltaX,
            deltaY,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            new PickResult(node, x, y)));
  }
}
