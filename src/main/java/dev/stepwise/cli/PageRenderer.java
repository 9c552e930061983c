package dev.stepwise.cli;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.export.PictureWriter;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Palette;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Draws pictures with the painters of the exercises' views.
final class PageRenderer implements Renderer {
  private final List<ExerciseView<?, ?>> views;
  private final PictureWriter pictures = new PictureWriter();

  PageRenderer(List<ExerciseView<?, ?>> views) {
    this.views = List.copyOf(views);
  }

  @Override
  public <P, F extends Frame> void render(
      Exercise<P, F> exercise,
      Scenario scenario,
      Navigator<F> navigator,
      Position position,
      Format format,
      OutputStream out)
      throws IOException {
    var palette =
        switch (format.theme()) {
          case LIGHT -> Palette.LIGHT;
          case DARK -> Palette.DARK;
        };
    var density =
        switch (format.occasion()) {
          case DESK -> Look.Density.WINDOW;
          case LECTURE -> Look.Density.PRESENT;
        };
    pictures.writePng(
        exercise,
        painterOf(exercise),
        scenario,
        navigator,
        position,
        format.width(),
        format.height(),
        palette,
        density,
        out);
  }

  @SuppressWarnings("unchecked") // a view draws the frames of its own exercise
  private <F extends Frame> StagePainter<F> painterOf(Exercise<?, F> exercise) {
    return views.stream()
        .filter(view -> view.exercise().id().equals(exercise.id()))
        .map(view -> (StagePainter<F>) view.painter())
        .findFirst()
        .orElseThrow();
  }
}
