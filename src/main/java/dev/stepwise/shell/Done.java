package dev.stepwise.shell;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;

/// Tells whoever holds a control that what was set in it by the keyboard has been taken over: the
/// keyboard can go back to the run.
final class Done extends Event {
  private static final long serialVersionUID = 1L;

  static final EventType<Done> SETTING = new EventType<>(Event.ANY, "SETTING_DONE");

  private Done() {
    super(SETTING);
  }

  static void tell(Node control) {
    control.fireEvent(new Done());
  }
}
