package dev.stepwise.view;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Surface;

/// Draws the stage of an exercise. The picture is a function of what it is given: the same step
/// always looks the same, on the screen and in a file.
public interface StagePainter<F extends Frame> {

  /// Paints the stage into an area of a surface.
  void paint(Surface surface, Box area, Shown<F> shown);

  /// Whether words stand beside the picture, where there is room for both.
  default Words words() {
    return Words.BESIDE;
  }

  /// Where what a step says is to be read.
  enum Words {
    /// Beside the picture.
    BESIDE,
    /// In the picture itself, which takes all the room.
    WITHIN
  }
}
