package dev.stepwise.cli;

import javafx.stage.Stage;

/// A start for its own sake, asked for by the system property `stepwise.rehearsal`: the window
/// closes as soon as its first frame has been shown. The installers make their cache of classes
/// from it, and measure with it.
final class Rehearsal {
  private Rehearsal() {}

  /// Whether this start is one.
  static boolean isOne() {
    return Boolean.getBoolean("stepwise.rehearsal");
  }

  /// Whether it is to be held without a display.
  static boolean isHeadless() {
    return isOne() && "Headless".equals(System.getProperty("glass.platform"));
  }

  /// Ends it, and tells when the first frame was shown, in milliseconds since 1970.
  static void end(Stage window) {
    System.out.println("first frame at " + System.currentTimeMillis());
    window.close();
  }
}
