package dev.stepwise.cli;

import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.export.Film;
import dev.stepwise.export.FilmWriter;
import dev.stepwise.export.HandoutStop;
import dev.stepwise.export.PictureFormat;
import dev.stepwise.export.PictureWriter;
import dev.stepwise.export.SheetFile;
import dev.stepwise.export.SheetWriter;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lecture.Stop;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionSource;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.shell.Registry;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.QuestionMarks;
import dev.stepwise.view.compare.CompareView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// Draws pictures with the painters of the exercises' views.
final class PageRenderer implements Renderer {
  private final Registry registry;
  private final List<ExerciseView<?, ?>> views;
  private final Formulas formulas = new Formulas();

  PageRenderer(Exercises exercises) {
    this.registry = exercises.registry();
    this.views = exercises.views();
  }

  @Override
  public <P, F extends Frame> Drawing drawing(
      LoadedScenario<P, F> loaded, Navigator<F> navigator, Format format) {
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
    var pictures =
        new PictureWriter<>(
            loaded.exercise(),
            loaded.scenario(),
            navigator,
            viewOf(loaded.exercise()).painter(),
            formulas,
            new PictureFormat(format.width(), format.height(), palette, density),
            Interaction.NONE);
    return new PageDrawing<>(
        viewOf(loaded.exercise()),
        navigator,
        pictures,
        new FilmWriter<>(pictures, navigator),
        new WindowPicture(registry, formulas, loaded.scenario(), format));
  }

  private record PageDrawing<F extends Frame>(
      ExerciseView<?, F> view,
      Navigator<F> navigator,
      PictureWriter<F> pictures,
      FilmWriter<F> films,
      WindowPicture window)
      implements Drawing {

    @Override
    public void png(Position position, OutputStream out) throws IOException {
      pictures.writePng(position, out);
    }

    @Override
    public void question(Position position, Question question, OutputStream out)
        throws IOException {
      var marks = new QuestionMarks<>(view, navigator.step(position)).offered(question);
      pictures.writePng(position, marks, out);
    }

    @Override
    public void window(Position position, OutputStream out) throws IOException {
      window.write(position, out);
    }

    @Override
    public void svg(Position position, OutputStream out) throws IOException {
      pictures.writeSvg(position, out);
    }

    @Override
    public void pdf(Position position, OutputStream out) throws IOException {
      pictures.writePdf(position, out);
    }

    @Override
    public void gif(Film film, OutputStream out) throws IOException {
      films.writeGif(film, out, _ -> {});
    }

    @Override
    public void frames(Film film, Path folder) throws IOException {
      films.writeFrames(film, folder);
    }
  }

  @Override
  public void sheet(SheetFile sheet, SheetWriter.Copy copy, OutputStream out) throws IOException {
    SheetWriter.write(sheet, formulas, copy, out);
  }

  @Override
  public <P, F extends Frame> HandoutStop stop(Stop stop, LoadedScenario<P, F> loaded) {
    return HandoutStop.of(stop, loaded, viewOf(loaded.exercise()), formulas);
  }

  @Override
  public <P, F extends Frame> QuestionSource<F> questions(Exercise<P, F> exercise) {
    return viewOf(exercise).questions();
  }

  @SuppressWarnings("unchecked") // a view draws the frames of its own exercise
  private <P, F extends Frame> ExerciseView<P, F> viewOf(Exercise<P, F> exercise) {
    return views.stream()
        .filter(view -> view.exercise().id().equals(exercise.id()))
        .map(view ->
            (ExerciseView<P, F>) (exercise instanceof Compared ? new CompareView<>(view) : view))
        .findFirst()
        .orElseThrow();
  }
}
