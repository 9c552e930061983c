package dev.stepwise.export;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Surface;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lecture.Stop;
import dev.stepwise.lecture.Way;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Remembered;
import java.util.List;
import java.util.function.Consumer;

/// A stop of a lecture with its run, to be drawn on a handout.
public final class HandoutStop {
  private final Stop stop;
  private final String exercise;
  private final Pictures<?> pictures;

  private HandoutStop(Stop stop, String exercise, Pictures<?> pictures) {
    this.stop = stop;
    this.exercise = exercise;
    this.pictures = pictures;
  }

  /// Runs a stop; computes to its last step.
  ///
  /// @param view of its exercise
  /// @param formulas sets the formulas
  /// @throws InvalidInput where its steps, choices or pins do not exist, with the place in the stop
  public static <P, F extends Frame> HandoutStop of(
      Stop stop, LoadedScenario<P, F> loaded, ExerciseView<P, F> view, Formulas formulas) {
    var navigator = new Navigator<>(loaded.run());
    var way = Way.of(stop, navigator);
    var at = stop.bookmark();
    var seen = Remembered.of(view, at.choices(), at.pins()).interaction();
    return new HandoutStop(
        stop,
        loaded.exercise().title(),
        new Pictures<>(loaded, navigator, way, view, formulas, seen));
  }

  /// What is drawn of it.
  private record Pictures<F extends Frame>(
      LoadedScenario<?, F> loaded,
      Navigator<F> navigator,
      Way way,
      ExerciseView<?, F> view,
      Formulas formulas,
      Interaction interaction) {

    PictureWriter<F> writer(int width, int height, Look.Density density) {
      return writer(new PictureFormat(width, height, Palette.LIGHT, density));
    }

    PictureWriter<F> writer(PictureFormat format) {
      return new PictureWriter<>(
          loaded.exercise(),
          loaded.scenario(),
          navigator,
          view.painter(),
          formulas,
          format,
          interaction);
    }

    Narration narration(Position position) {
      return navigator.step(position).narration();
    }
  }

  Stop stop() {
    return stop;
  }

  /// What it shows: the exercise, and the title of the scenario.
  String shows() {
    var title = stop.bookmark().scenario().title();
    return title.isBlank() ? exercise : exercise + " · " + title;
  }

  List<Position> steps() {
    return pictures.way().steps();
  }

  Narration narration(Position position) {
    return pictures.narration(position);
  }

  /// Paints its last step as it is on the wall, on the JavaFX thread.
  Consumer<Surface> wall(int width, int height) {
    return pictures.writer(width, height, Look.Density.PRESENT).painting(stop.ends());
  }

  /// Where it begins.
  public Position begins() {
    return stop.begins();
  }

  /// What a step says, in a line.
  public String says(Position position) {
    return narration(position).title();
  }

  /// Computes what paints the page of a step, on the JavaFX thread.
  ///
  /// @param position of the step; the run has it
  public Consumer<Surface> painting(Position position, PictureFormat format) {
    return pictures.writer(format).painting(position);
  }

  /// A step as an SVG element.
  ///
  /// @param ids begins every id in it
  String svg(Position position, int width, int height, String ids) {
    return pictures.writer(width, height, Look.Density.WINDOW).svgInside(position, ids);
  }
}
