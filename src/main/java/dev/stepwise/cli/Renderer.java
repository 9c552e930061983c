package dev.stepwise.cli;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.scenario.LoadedScenario;
import java.io.IOException;
import java.io.OutputStream;

/// Draws pictures. The command line knows no more of it.
public interface Renderer {

  /// How a picture is to look.
  ///
  /// @param width in pixels
  /// @param height in pixels
  record Format(int width, int height, Theme theme, Occasion occasion) {}

  /// The colours.
  enum Theme {
    LIGHT,
    DARK
  }

  /// What the picture is for.
  enum Occasion {
    /// To be read at a desk.
    DESK,
    /// To be read from the last row: larger type, fewer words.
    LECTURE
  }

  /// Draws a step and writes it as PNG.
  ///
  /// @param loaded the scenario that the step belongs to
  /// @param step one of its run's steps, at any depth
  /// @throws IOException where the stream fails
  <P, F extends Frame> void render(
      LoadedScenario<P, F> loaded, Step<F> step, Format format, OutputStream out)
      throws IOException;
}
