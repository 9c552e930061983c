package dev.stepwise.cli;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.export.Film;
import dev.stepwise.export.HandoutStop;
import dev.stepwise.export.SheetFile;
import dev.stepwise.export.SheetWriter;
import dev.stepwise.lecture.Stop;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionSource;
import dev.stepwise.scenario.LoadedScenario;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

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

  /// Draws the steps of one run.
  interface Drawing {
    /// Writes a step as PNG.
    ///
    /// @param position of the step, at any depth; the run has it
    /// @throws IOException where the stream fails
    void png(Position position, OutputStream out) throws IOException;

    /// Writes a step as PNG, with what a question asks about marked on the stage.
    ///
    /// @param position of the step, at any depth; the run has it
    /// @throws IOException where the stream fails
    void question(Position position, Question question, OutputStream out) throws IOException;

    /// Writes the whole window as PNG, as a person sees it at a step.
    ///
    /// @param position of the step, at any depth; the run has it
    /// @throws IOException where the stream fails
    void window(Position position, OutputStream out) throws IOException;

    /// Writes a step as SVG.
    ///
    /// @param position of the step, at any depth; the run has it
    /// @throws IOException where the stream fails
    void svg(Position position, OutputStream out) throws IOException;

    /// Writes a step as a PDF of one page.
    ///
    /// @param position of the step, at any depth; the run has it
    /// @throws IOException where the stream fails
    void pdf(Position position, OutputStream out) throws IOException;

    /// Writes steps of the top level as a GIF that moves.
    ///
    /// @throws IOException where the stream fails
    void gif(Film film, OutputStream out) throws IOException;

    /// Writes the pictures of a film as PNGs into a folder.
    ///
    /// @throws IOException where it cannot be written
    void frames(Film film, Path folder) throws IOException;
  }

  /// The questions of an exercise.
  <P, F extends Frame> QuestionSource<F> questions(Exercise<P, F> exercise);

  /// Writes a sheet to be worked out by hand, or its key, as PDF.
  ///
  /// @throws IOException where the stream fails
  void sheet(SheetFile sheet, SheetWriter.Copy copy, OutputStream out) throws IOException;

  /// A stop of a lecture, to be drawn on a handout; computes to its last step.
  ///
  /// @throws InvalidInput where its steps, choices or pins do not exist, with the place in the stop
  <P, F extends Frame> HandoutStop stop(Stop stop, LoadedScenario<P, F> loaded);

  /// Draws the steps of a run.
  ///
  /// @param navigator of the scenario's run
  <P, F extends Frame> Drawing drawing(
      LoadedScenario<P, F> loaded, Navigator<F> navigator, Format format);
}
