package dev.stepwise.view.matrices;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pictures;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Shown;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.multihead.MultiHeadView;
import org.junit.jupiter.api.Test;

/// What the stages of both attention exercises look like, against pictures that people have looked
/// at.
@OneAtATime
class AttentionPicturesTest {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 500;
  private static final Look LIGHT = new Look(Palette.LIGHT, 0.8, Look.Density.WINDOW);
  private static final Look DARK = new Look(Palette.DARK, 0.8, Look.Density.WINDOW);

  @Test
  void a_row_on_its_way_through_softmax() {
    check(new AttentionView(), "it-finds-its-noun", "5.9", LIGHT);
  }

  @Test
  void a_cell_of_the_projection() {
    check(new AttentionView(), "course-example", "1.1.7", DARK);
  }

  @Test
  void the_heads_with_their_habits() {
    check(new MultiHeadView(), "four-specialists", "4", DARK);
  }

  @Test
  void the_wrong_reshape_beside_the_right_one() {
    check(new MultiHeadView(), "wrong-reshape", "2", LIGHT);
  }

  private static <P, F extends Frame> void check(
      ExerciseView<P, F> view, String id, String path, Look look) {
    var exercise = view.exercise();
    var preset =
        Presets.of(exercise.id()).stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    var run = exercise.run(exercise.problem(preset.scenario(exercise).given()));
    var navigator = new Navigator<>(run);
    var step = navigator.step(navigator.find(path).orElseThrow());
    var picture =
        Pictures.drawn(
            WIDTH,
            HEIGHT,
            look,
            surface ->
                view.painter()
                    .paint(surface, new Box(0, 0, WIDTH, HEIGHT), Shown.atRest(step, look)));
    Pictures.check(id + (look.palette().dark() ? "-dark" : "-light"), picture);
  }
}
