package dev.stepwise.shell;

import dev.stepwise.draw.Surface;
import dev.stepwise.export.PictureFormat;
import java.util.Optional;
import java.util.function.Consumer;

/// A step, ready to be drawn small.
///
/// @param title what it says, in a line
/// @param painting paints its page, on the JavaFX thread
record Sketch(String title, Consumer<Surface> painting) {

  /// What computes one.
  @FunctionalInterface
  interface Source {
    /// Computes it, off the window's thread; empty where there is no such step.
    Optional<Sketch> sketch(PictureFormat format);
  }
}
