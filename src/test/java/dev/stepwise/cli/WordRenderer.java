package dev.stepwise.cli;

import dev.stepwise.compute.exercise.Exercise;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes what it was asked to draw.
final class WordRenderer implements Renderer {
  @Override
  public void sheet(SheetFile sheet, SheetWriter.Copy copy, OutputStream out) throws IOException {
    write(copy + " of " + sheet.sheet().blanks().size() + " blanks", out);
  }

  @Override
  public <P, F extends Frame> HandoutStop stop(Stop stop, LoadedScenario<P, F> loaded) {
    throw new UnsupportedOperationException("a handout is made of pictures");
  }

  @Override
  public <P, F extends Frame> QuestionSource<F> questions(Exercise<P, F> exercise) {
    return QuestionSource.none();
  }

  @Override
  public <P, F extends Frame> Drawing drawing(
      LoadedScenario<P, F> loaded, Navigator<F> navigator, Format format) {
    return new Drawing() {
      @Override
      public void png(Position position, OutputStream out) throws IOException {
        write(navigator.step(position).crumb() + " " + format, out);
      }

      @Override
      public void question(Position position, Question question, OutputStream out)
          throws IOException {
        write(navigator.step(position).crumb() + " " + format, out);
      }

      @Override
      public void window(Position position, OutputStream out) throws IOException {
        write("window " + navigator.step(position).crumb() + " " + format, out);
      }

      @Override
      public void svg(Position position, OutputStream out) throws IOException {
        write("svg " + navigator.step(position).crumb() + " " + format, out);
      }

      @Override
      public void pdf(Position position, OutputStream out) throws IOException {
        write("pdf " + navigator.step(position).crumb() + " " + format, out);
      }

      @Override
      public void gif(Film film, OutputStream out) throws IOException {
        write(film + " " + format, out);
      }

      @Override
      public void frames(Film film, Path pictures) throws IOException {
        Files.writeString(Files.createDirectories(pictures).resolve("0001.png"), film.toString());
      }
    };
  }

  private static void write(String words, OutputStream out) throws IOException {
    out.write(words.getBytes(StandardCharsets.UTF_8));
  }
}
