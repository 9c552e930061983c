package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pictures;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Shown;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the stages look like, against pictures that people have looked at.
@OneAtATime
class GradientPicturesTest {
  private static final int WIDTH = 660;
  private static final int HEIGHT = 560;

  private static void check(String preset, String at, Palette palette, Interaction interaction) {
    var exercise = new GradientExercise();
    var given =
        Presets.of("gradient-descent").stream()
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
            WIDTH,
            HEIGHT,
            look,
            surface ->
                new GradientPainter()
                    .paint(
                        surface,
                        new Box(0, 0, WIDTH, HEIGHT),
                        new Shown<>(step, Optional.empty(), 1, look, interaction, new Hits())));
    Pictures.check(
        "gradient-%s-%s".formatted(preset, palette.equals(Palette.DARK) ? "dark" : "light"),
        picture);
  }

  @Test
  void one_weights_chain_of_factors() {
    check("three-blobs", "8.4.2.6.4", Palette.LIGHT, Interaction.NONE);
  }

  @Test
  void the_accuracy_of_a_trained_network() {
    var chosen = Interaction.NONE.choosing(GradientView.CURVE, GradientView.ACCURACY);
    check("xor", "last", Palette.DARK, chosen);
  }

  @Test
  void a_line_its_loss_surface_and_its_errors() {
    check("line", "8", Palette.LIGHT, Interaction.NONE);
  }

  @Test
  void a_descent_that_diverges() {
    check("line-diverges", "last", Palette.DARK, Interaction.NONE);
  }
}
