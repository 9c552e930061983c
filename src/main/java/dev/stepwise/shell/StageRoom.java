package dev.stepwise.shell;

import dev.stepwise.view.marks.Look;

/// How large type is on a stage. The stage's size comes first: text grows with what it has room
/// for, and a larger text size set by hand holds as far as the picture still has a place for its
/// parts.
final class StageRoom {
  private static final double ROOMY_WIDTH = 1000;
  private static final double ROOMY_HEIGHT = 720;
  private static final double MOST_GROWTH = 2;

  /// What a picture needs at a scale of 1.
  private static final double NEEDED_WIDTH = 560;

  private static final double NEEDED_HEIGHT = 420;

  private StageRoom() {}

  /// The look of a stage of a size.
  ///
  /// @param window what holds around it
  static Look look(Look window, double width, double height) {
    if (width <= 0 || height <= 0) {
      return window;
    }
    double growth =
        Math.clamp(Math.min(width / ROOMY_WIDTH, height / ROOMY_HEIGHT), 1, MOST_GROWTH);
    double most = Math.max(1, Math.min(width / NEEDED_WIDTH, height / NEEDED_HEIGHT));
    double scale = Math.min(window.scale() * growth, Math.max(most, Math.min(1, window.scale())));
    // In steps, so that a window whose edge is dragged does not draw each width in another size.
    double stepped = Math.max(Math.min(1, window.scale()), Math.floor(scale * 20) / 20);
    return new Look(window.palette(), stepped, window.density());
  }
}
