package dev.stepwise.view.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.compare.Two;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.view.kmeans.KMeansView;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Editing on one of two stages.
class CompareEditorTest {
  private static final Box AREA = new Box(0, 0, 1200, 640);
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final double[][] POINTS = {{0, 0}, {0, 1}, {5, 5}, {6, 5}, {1, 0}};

  private final CompareView<KMeansProblem, KMeansFrame> view = new CompareView<>(new KMeansView());

  private static Map<String, Object> parameters(long seed) {
    return Map.of("k", 2L, "init", "random", "seed", seed);
  }

  private static KMeansProblem problem(double[][] points, long seed) {
    var given =
        new Given(new LinkedHashMap<>(Map.of("X", points)), new LinkedHashMap<>(parameters(seed)));
    return new KMeansView().exercise().problem(given);
  }

  /// A point is drawn at a place.
  private Two<KMeansProblem> drawn(Two<KMeansProblem> begun, double x) {
    var editor = view.editor().orElseThrow();
    var tool = editor.tools().getFirst();
    assertThat(tool.id()).isEqualTo("draw");
    var step = view.exercise().run(begun).step(0);
    var gesture = editor.press(tool, begun, step, LOOK, AREA, x, 250).orElseThrow();
    gesture.drag(x, 250);
    return gesture.release(x, 250);
  }

  @Test
  void a_point_drawn_on_either_stage_is_in_both_runs_where_they_have_the_same_data() {
    var begun = new Two<>(problem(POINTS, 1), problem(POINTS, 2));
    for (double x : new double[] {250, 850}) {
      var after = drawn(begun, x);
      for (var side : Side.values()) {
        assertThat(after.of(side).points()).as(side + " at " + x).hasNumberOfRows(6);
        assertThat(after.of(side).points()[5]).isEqualTo(after.first().points()[5]);
      }
      assertThat(view.exercise().given(after).variation().orElseThrow().parameters())
          .containsOnlyKeys("seed");
    }
  }

  @Test
  void data_that_differ_are_edited_where_they_are() {
    double[][] fewer = {{0, 0}, {0, 1}, {5, 5}, {6, 5}};
    var begun = new Two<>(problem(POINTS, 1), problem(fewer, 1));
    var after = drawn(begun, 850);
    assertThat(after.first()).isSameAs(begun.first());
    assertThat(after.second().points()).hasNumberOfRows(5);
  }
}
