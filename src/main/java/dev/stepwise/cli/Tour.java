package dev.stepwise.cli;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.view.ExerciseView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Pictures of every exercise at the steps where its presets make their points.
final class Tour {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private final List<ExerciseView<?, ?>> views;
  private final Renderer renderer;

  Tour(List<ExerciseView<?, ?>> views, Renderer renderer) {
    this.views = List.copyOf(views);
    this.renderer = renderer;
  }

  /// Draws into a folder: for each exercise one picture of its first preset, and one of each
  /// preset.
  void draw(Path folder) throws IOException, CommandException {
    Files.createDirectories(folder);
    for (var view : views) {
      var presets = Presets.of(view.exercise().id());
      for (int i = 0; i < presets.size(); i++) {
        var preset = presets.get(i);
        draw(view, preset, folder.resolve(view.exercise().id() + "-" + preset.id() + ".png"));
        if (i == 0) {
          draw(view, preset, folder.resolve(view.exercise().id() + ".png"));
        }
      }
    }
  }

  private <P, F extends Frame> void draw(ExerciseView<P, F> view, Preset preset, Path file)
      throws IOException {
    var exercise = view.exercise();
    var scenario = preset.scenario(exercise);
    var loaded = new LoadedScenario<>(exercise, scenario, exercise.problem(scenario.given()));
    var navigator = new Navigator<>(loaded.run());
    var position = navigator.find(preset.opens()).orElse(navigator.end());
    var format = new Renderer.Format(WIDTH, HEIGHT, Renderer.Theme.LIGHT, Renderer.Occasion.DESK);
    try (var out = Files.newOutputStream(file)) {
      renderer.drawing(loaded, navigator, format).png(position, out);
    }
  }
}
