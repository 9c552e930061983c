package dev.stepwise.view.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionProblem;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.owndata.TextReading.Usable;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Shown;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.matrices.MatrixElement.OfEntropy;
import dev.stepwise.view.matrices.MatrixElement.OfToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;

@OneAtATime
class AttentionViewTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);

  private final AttentionView view = new AttentionView();

  private static AttentionProblem problem(Map<String, Object> parameters) {
    return new AttentionExercise()
        .problem(new Given(new LinkedHashMap<>(), new LinkedHashMap<>(parameters)));
  }

  private Step<AttentionFrame> step(AttentionProblem problem, int index) {
    return view.exercise().run(problem).step(index);
  }

  private Hits painted(Step<AttentionFrame> step) {
    return Fx.call(() -> {
      var shown = Shown.atRest(step, LOOK);
      var canvas = new Canvas(800, 640);
      var surface = new CanvasSurface(canvas.getGraphicsContext2D());
      view.painter().paint(surface, new Box(0, 0, 800, 640), shown);
      return shown.hits();
    });
  }

  /// At each stop every cell of every matrix that is shown can be found and explains itself.
  @Test
  void every_cell_that_is_there_is_shown_and_explained() {
    var problem = problem(Map.of("mask", "causal"));
    for (int index = 0; index < 7; index++) {
      var step = step(problem, index);
      var hits = painted(step);
      boolean projecting = index == 0;
      for (var tensor : Tensor.values()) {
        boolean given = tensor.compareTo(Tensor.W_V) <= 0;
        double[][] values = step.frame().values(tensor);
        int known = step.frame().known(tensor);
        for (int cell = 0; cell < Math.min(known, values.length * values[0].length); cell++) {
          var element = new OfCell(tensor, cell / values[0].length, cell % values[0].length);
          assertThat(view.explain(step, element)).as(element + " at " + index).isPresent();
          boolean shownHere = projecting ? tensor.compareTo(Tensor.V) <= 0 : !given;
          if (shownHere) {
            assertThat(hits.of(element)).as(element + " at " + index).isPresent();
          }
        }
      }
    }
  }

  @Test
  void a_cell_is_hit_where_it_is_drawn() {
    var step = step(problem(Map.of()), 4);
    var hits = painted(step);
    for (var element :
        List.of(
            new OfCell(Tensor.WEIGHTS, 8, 1),
            new OfCell(Tensor.K, 3, 2),
            new OfCell(Tensor.Q, 10, 0))) {
      var box = hits.of(element).orElseThrow().box();
      assertThat(hits.at(box.centreX(), box.centreY()).orElseThrow().element()).isEqualTo(element);
    }
  }

  @Test
  void a_weight_is_explained_from_its_row_and_the_entropy_from_the_weights() {
    var step = step(problem(Map.of()), 4);
    var explanation = view.explain(step, new OfCell(Tensor.WEIGHTS, 2, 1)).orElseThrow();
    assertThat(explanation.sources()).hasSize(11).contains(new OfCell(Tensor.SCORES, 2, 0));
    assertThat(view.explain(step, new OfEntropy(2)).orElseThrow().narration().formulas())
        .isNotEmpty();
    assertThat(view.pins(new OfToken(3))).isTrue();
  }

  @Test
  void a_cell_that_is_not_there_yet_has_no_explanation() {
    assertThat(view.explain(step(problem(Map.of()), 1), new OfCell(Tensor.OUTPUT, 0, 0))).isEmpty();
  }

  @Test
  void a_typed_sentence_becomes_a_problem() {
    var read = AttentionData.sentence(problem(Map.of("mask", "causal")), "It's a dog, no?");
    assertThat(read)
        .isInstanceOfSatisfying(
            Usable.class, usable -> assertThat(usable.outcome()).isEqualTo("6 tokens, 36 scores"));
    assertThatThrownBy(() -> AttentionData.sentence(problem(Map.of()), " "))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no token");
    assertThatThrownBy(() -> AttentionData.sentence(problem(Map.of()), "w ".repeat(10_000)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("10,000 tokens");
  }

  @Test
  void pasted_matrices_become_a_problem() {
    var read = AttentionData.PASTED.read(problem(Map.of()), "1 2\n[3, 4]\n\n1 0 0\n0 1 0\n");
    assertThat(read)
        .isInstanceOfSatisfying(
            Usable.class, usable -> assertThat(usable.outcome()).isEqualTo("X is 2×2, d_k is 3"));
    assertThatThrownBy(() -> AttentionData.PASTED.read(problem(Map.of()), "1 2\n3"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("row 2 of X has 1 number,");
    assertThatThrownBy(() -> AttentionData.PASTED.read(problem(Map.of()), "1 x"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("“x” in row 1");
  }
}
