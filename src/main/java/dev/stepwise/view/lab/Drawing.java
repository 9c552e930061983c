package dev.stepwise.view.lab;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;

/// A picture that can be drawn at any size and in any look.
@FunctionalInterface
public interface Drawing {
  /// Draws into an area of a surface.
  void draw(Surface surface, Box area, Look look);
}
