package dev.stepwise.cli;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.Scenario;
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
  /// @param position of the step, at any depth; the navigator has it
  /// @throws IOException where the stream fails
  <P, F extends Frame> void render(
      Exercise<P, F> exercise,
      Scenario scenario,
      Navigator<F> navigator,
      Position position,
      Format format,
      OutputStream out)
      throws IOException;
}
