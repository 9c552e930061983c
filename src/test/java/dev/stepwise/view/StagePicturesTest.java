package dev.stepwise.view;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pictures;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.bpe.BpeView;
import dev.stepwise.view.lstm.LstmView;
import dev.stepwise.view.plain.PlainView;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.feather.Feather;

/// What whole stages look like, against pictures that people have looked at.
@OneAtATime
class StagePicturesTest {
  @ParameterizedTest
  @CsvSource({
    "lstm, remember-bit, 24.6, LIGHT, 640, 600",
    "lstm, word, 6, DARK, 640, 600",
    "lstm, gru-bit, 24, LIGHT, 640, 520",
    "lstm, plain-rnn, 12, DARK, 560, 400",
    "bpe, low, 4.2, LIGHT, 640, 560",
    "bpe, unknown, last, DARK, 640, 560",
    "bpe, text-replacement, 5.3.2, LIGHT, 560, 480",
    "plain-attention, course-example, last, DARK, 760, 640",
    "plain-k-means, bad-start, 2, LIGHT, 760, 560"
  })
  void a_stage(String exercise, String preset, String step, Theme theme, int width, int height) {
    var name = exercise + "-" + preset + "-" + theme.name().toLowerCase(Locale.ROOT);
    var area = new Box(0, 0, width, height);
    switch (exercise) {
      case "lstm" -> check(new LstmView(), preset, step, theme, area, name);
      case "plain-attention" ->
          check(plain(new AttentionExercise()), preset, step, theme, area, name);
      case "plain-k-means" -> check(plain(new KMeansExercise()), preset, step, theme, area, name);
      default -> check(new BpeView(), preset, step, theme, area, name);
    }
  }

  /// The stage of any exercise.
  private static <P, F extends Frame> ExerciseView<P, F> plain(Exercise<P, F> exercise) {
    return new PlainView<>(
        exercise, new Card(8, exercise.id(), exercise.title(), "Plain", Feather.BOX, "", 5));
  }

  enum Theme {
    LIGHT,
    DARK
  }

  private static <P, F extends Frame> void check(
      ExerciseView<P, F> view, String preset, String at, Theme theme, Box area, String name) {
    var exercise = view.exercise();
    var chosen =
        Presets.of(exercise.id()).stream()
            .filter(each -> each.id().equals(preset))
            .findFirst()
            .orElseThrow();
    var navigator =
        new Navigator<>(exercise.run(exercise.problem(chosen.scenario(exercise).given())));
    Step<F> step = navigator.step(navigator.find(at).orElseThrow());
    var palette = theme == Theme.DARK ? Palette.DARK : Palette.LIGHT;
    var look = new Look(palette, 1, Look.Density.WINDOW);
    var picture =
        Pictures.drawn(
            (int) area.width(),
            (int) area.height(),
            look,
            surface -> view.painter().paint(surface, area, Shown.atRest(step, look)));
    Pictures.check("stage-" + name, picture);
  }
}
