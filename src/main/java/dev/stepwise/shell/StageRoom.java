package dev.stepwise.shell;

import dev.stepwise.draw.Look;
import dev.stepwise.view.StageNode;

/// How large type is on a stage. The stage's size comes first: text grows with what it has room
/// for, and a larger text size set by hand holds as far as the picture still has a place for its
/// parts.
final class StageRoom {
  private static final double ROOMY_WIDTH = 1000;
  private static final double ROOMY_HEIGHT = 720;
  private static final double MOST_GROWTH = 2;

  /// What a picture needs at a scale of 1.
  private static final double NEEDED_WIDTH = 720;

  private static final double NEEDED_HEIGHT = 540;

  /// What an exercise's whole screen needs at a text scale of 1.
  private static final double SCREEN_WIDTH = 900;

  private static final double SCREEN_HEIGHT = 640;

  private StageRoom() {}

  /// The text scale of what stands above and below a stage. The one that was set by hand holds as
  /// far as the window has room: bars that take half of it would leave a picture without its
  /// numbers.
  ///
  /// @param wanted set by hand
  /// @param width,height of the whole screen of an exercise; nothing is known of it at 0
  static double aroundScale(double wanted, double width, double height) {
    if (width <= 0 || height <= 0) {
      return wanted;
    }
    double most = Math.max(1, Math.min(width / SCREEN_WIDTH, height / SCREEN_HEIGHT));
    return Math.min(wanted, Math.floor(most * 20) / 20);
  }

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

  /// Gives a stage the look that fits its room.
  static void fit(StageNode<?, ?> stage, Look window) {
    var fitting = look(window, stage.getWidth(), stage.getHeight());
    if (!fitting.equals(stage.look())) {
      stage.setLook(fitting);
    }
  }
}
