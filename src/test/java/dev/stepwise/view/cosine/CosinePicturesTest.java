package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pictures;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Shown;
import org.junit.jupiter.api.Test;

/// What the stages look like, against pictures that people have looked at.
@OneAtATime
class CosinePicturesTest {

  private static void check(String preset, String at, Palette palette, int width, int height) {
    var exercise = new CosineExercise();
    var given =
        Presets.of("cosine-search").stream()
            .filter(each -> each.id().equals(preset))
            .findFirst()
            .orElseThrow()
            .scenario(exercise)
            .given();
    var navigator = new Navigator<>(exercise.run(exercise.problem(given)));
    var step = navigator.step(navigator.find(at).orElseThrow());
    var look = new Look(palette, 1, Look.Density.WINDOW);
    var picture =
        Pictures.drawn(
            width,
            height,
            look,
            surface ->
                new CosinePainter()
                    .paint(surface, new Box(0, 0, width, height), Shown.atRest(step, look)));
    Pictures.check(
        "cosine-%s-%s".formatted(preset, palette.equals(Palette.DARK) ? "dark" : "light"), picture);
  }

  @Test
  void a_ranking_of_sentences() {
    check("no-word-in-common", "last", Palette.LIGHT, 760, 560);
  }

  @Test
  void a_heap_takes_the_room_of_the_angle_where_there_is_none_for_the_map() {
    check("heap", "4.9", Palette.DARK, 600, 520);
  }

  @Test
  void a_zero_vector_has_no_angle() {
    check("zero-vector", "2.2", Palette.LIGHT, 760, 460);
  }
}
