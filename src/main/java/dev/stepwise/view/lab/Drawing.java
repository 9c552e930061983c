package dev.stepwise.view.lab;

import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Surface;

/// A picture that can be drawn at any size and in any look.
@FunctionalInterface
public interface Drawing {
  /// Draws into an area of a surface.
  void draw(Surface surface, Box area, Look look);
}
