package dev.stepwise.cli;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.export.Film;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.platform.AtomicFile;
import dev.stepwise.platform.FileProblem;
import dev.stepwise.playback.Navigator;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.view.ExerciseView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Pictures of every exercise at the steps where its presets make their points, a moving picture of
/// each, and a page that shows them.
final class Tour {
  private static final Renderer.Format PICTURE =
      new Renderer.Format(1280, 800, Renderer.Theme.LIGHT, Renderer.Occasion.DESK);
  private static final Renderer.Format FILM =
      new Renderer.Format(960, 600, Renderer.Theme.LIGHT, Renderer.Occasion.DESK);
  private static final int FILM_STEPS = 16;
  private static final int FILM_SPEED = 8;

  private final List<ExerciseView<?, ?>> views;
  private final Renderer renderer;

  Tour(List<ExerciseView<?, ?>> views, Renderer renderer) {
    this.views = List.copyOf(views);
    this.renderer = renderer;
  }

  /// Draws into a folder: for each exercise one picture and one moving picture of its first preset,
  /// one picture of each preset, and `index.html`.
  ///
  /// @throws CommandException where it cannot be written
  void draw(Path folder) throws CommandException {
    try {
      Files.createDirectories(folder);
      var chapters = new ArrayList<TourPage.Chapter>();
      for (var view : views) {
        chapters.add(chapter(view, folder));
      }
      AtomicFile.write(
          folder.resolve("index.html"),
          out -> out.write(TourPage.of(chapters).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new CommandException(
          folder.toAbsolutePath()
              + ": cannot be written: "
              + FileProblem.of(e)
              + "; start in a folder that is yours");
    }
  }

  private <P, F extends Frame> TourPage.Chapter chapter(ExerciseView<P, F> view, Path folder)
      throws IOException {
    var id = view.exercise().id();
    var film = id + ".gif";
    var stops = new ArrayList<TourPage.Stop>();
    for (var preset : Presets.of(id)) {
      var loaded = loaded(view, preset);
      var navigator = new Navigator<>(loaded.run());
      var position = navigator.find(preset.opens()).orElse(navigator.end());
      var drawing = renderer.drawing(loaded, navigator, PICTURE);
      var picture = folder.resolve(id + "-" + preset.id() + ".png");
      AtomicFile.write(picture, out -> drawing.png(position, out));
      if (stops.isEmpty()) {
        var first = folder.resolve(id + ".png");
        AtomicFile.write(first, out -> Files.copy(picture, out));
        int last = Math.min(FILM_STEPS, navigator.run().length()) - 1;
        AtomicFile.write(
            folder.resolve(film),
            out ->
                renderer.drawing(loaded, navigator, FILM).gif(new Film(0, last, FILM_SPEED), out));
      }
      stops.add(
          new TourPage.Stop(preset.title(), preset.point(), String.valueOf(picture.getFileName())));
    }
    return new TourPage.Chapter(view.exercise().title(), film, stops);
  }

  private static <P, F extends Frame> LoadedScenario<P, F> loaded(
      ExerciseView<P, F> view, Preset preset) {
    var exercise = view.exercise();
    var scenario = preset.scenario(exercise);
    return new LoadedScenario<>(exercise, scenario, exercise.problem(scenario.given()));
  }
}
