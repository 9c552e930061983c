package dev.stepwise.view.multihead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.CellText;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Type;
import dev.stepwise.draw.WordsSurface;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Shown;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfStation;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import dev.stepwise.view.multihead.MultiHeadElement.Station;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OneAtATime
class MultiHeadViewTest {
  private static final Look LOOK = new Look(Palette.DARK, 1, Look.Density.WINDOW);

  private final MultiHeadView view = new MultiHeadView();

  private Step<MultiHeadFrame> step(int index) {
    return step(5, index);
  }

  private static Step<MultiHeadFrame> step(long tokens, int index) {
    var exercise = new MultiHeadExercise();
    var parameters = new LinkedHashMap<String, Object>(Map.of("seq_len", tokens, "num_heads", 4L));
    return exercise.run(exercise.problem(new Given(new LinkedHashMap<>(), parameters))).step(index);
  }

  private Hits painted(Step<MultiHeadFrame> step) {
    return Fx.call(() -> {
      var shown = Shown.atRest(step, LOOK);
      var canvas = new Canvas(800, 640);
      var surface = new CanvasSurface(canvas.getGraphicsContext2D());
      view.painter().paint(surface, new Box(0, 0, 800, 640), shown);
      return shown.hits();
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void all_that_is_shown_explains_itself(int index) {
    var step = step(index);
    var hits = painted(step);
    for (var hit : hits.all()) {
      boolean pinned = view.pins(hit.element());
      assertThat(pinned || view.explain(step, hit.element()).isPresent())
          .as(hit.description())
          .isTrue();
    }
    for (double x = 5; x < 800; x += 23) {
      for (double y = 5; y < 640; y += 17) {
        hits.at(x, y)
            .ifPresent(hit ->
                assertThat(
                        view.pins(hit.element()) || view.explain(step, hit.element()).isPresent())
                    .as(hit.description())
                    .isTrue());
      }
    }
  }

  @Test
  void the_steps_show_the_matrices_that_they_are_about() {
    assertThat(painted(step(0)).of(new OfWhole(Whole.W_Q, 3, 4))).isPresent();
    assertThat(painted(step(3)).of(new OfHead(2))).isPresent();
    assertThat(painted(step(3)).of(new InHead(2, new OfCell(Tensor.WEIGHTS, 1, 1)))).isPresent();
    assertThat(painted(step(4)).of(new InHead(3, new OfCell(Tensor.OUTPUT, 4, 1)))).isPresent();
    assertThat(painted(step(5)).of(new OfWhole(Whole.OUTPUT, 4, 7))).isPresent();
    assertThat(painted(step(1)).of(new OfStation(Station.RESHAPED))).isPresent();
  }

  @Test
  void inside_a_head_its_cells_explain_themselves() {
    var inside = step(3).inside().step(1).inside().step(3);
    var hits = painted(inside);
    var weight = new InHead(1, new OfCell(Tensor.WEIGHTS, 2, 2));
    assertThat(hits.of(weight)).isPresent();
    assertThat(view.explain(inside, weight).orElseThrow().sources())
        .contains(new InHead(1, new OfCell(Tensor.SCORES, 2, 0)));
  }

  @Test
  void in_a_lecture_hall_the_small_heads_show_their_numbers_too() {
    var step = step(8, 3);
    var look = new Look(Palette.LIGHT, 1.8, Look.Density.PRESENT);
    var shown = Shown.atRest(step, look);
    var words = new ArrayList<String>();
    var surface =
        new WordsSurface() {
          @Override
          public void text(String text, double x, double y, Type type) {
            words.add(text);
          }

          @Override
          public double textWidth(String text, Type type) {
            return text.length() * type.size() * 0.55;
          }
        };
    view.painter().paint(surface, new Box(0, 0, 1170, 950), shown);
    for (var pass : step.frame().pass().heads()) {
      for (double[] row : pass.weights()) {
        assertThat(words).containsSubsequence(Arrays.stream(row).mapToObj(CellText::of).toList());
      }
    }
  }
}
