package dev.stepwise.view.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.compute.kmeans.KMeansRun;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StageEditor;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;

@OneAtATime
final class KMeansEditorTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final Box AREA = new Box(0, 0, 800, 600);
  private static final KMeansProblem PROBLEM =
      new KMeansProblem(
          new double[][] {{0, 0}, {0, 2}, {6, 0}, {6, 4}},
          new double[][] {{0, 1}, {6, 1}},
          2,
          Init.MANUAL,
          10,
          0,
          1);

  private final KMeansEditor editor = new KMeansEditor();

  private static PlotFrame plot() {
    return KMeansLayout.of(PROBLEM, Projection.of(PROBLEM), LOOK, AREA).plot();
  }

  private Optional<StageEditor.Gesture<KMeansProblem>> press(
      StageEditor.Tool tool, double dataX, double dataY) {
    return editor.press(
        tool,
        PROBLEM,
        KMeansRun.of(PROBLEM).step(0),
        LOOK,
        AREA,
        plot().pixelX(dataX),
        plot().pixelY(dataY));
  }

  @Test
  void a_click_with_the_pen_adds_a_point_where_it_was() {
    var gesture = press(KMeansEditor.DRAW, 3, 3).orElseThrow();
    var drawn = gesture.drag(plot().pixelX(3), plot().pixelY(3));
    assertThat(drawn.points()).hasDimensions(5, 2);
    assertThat(drawn.points()[4][0]).isCloseTo(3, within(1e-9));
    assertThat(drawn.points()[4][1]).isCloseTo(3, within(1e-9));
    assertThat(PROBLEM.points()).hasDimensions(4, 2);
  }

  @Test
  void dragging_a_point_moves_it_and_no_other() {
    var gesture = press(KMeansEditor.MOVE, 6, 4).orElseThrow();
    var moved = gesture.release(plot().pixelX(5), plot().pixelY(3.5));
    assertThat(moved.points()[3][0]).isCloseTo(5, within(1e-9));
    assertThat(moved.points()[3][1]).isCloseTo(3.5, within(1e-9));
    assertThat(moved.points()[2]).containsExactly(6, 0);
  }

  @Test
  void dragging_a_centroid_makes_a_start_by_hand() {
    var gesture = press(KMeansEditor.MOVE, 0, 1).orElseThrow();
    var moved = gesture.release(plot().pixelX(2), plot().pixelY(2));
    assertThat(moved.init()).isEqualTo(Init.MANUAL);
    var start = Objects.requireNonNull(moved.start());
    assertThat(start[0][0]).isCloseTo(2, within(1e-9));
    assertThat(start[1]).containsExactly(6, 1);
  }

  @Test
  void what_is_dragged_out_of_the_plot_stays_at_its_edge() {
    var gesture = press(KMeansEditor.MOVE, 6, 4).orElseThrow();
    var moved = gesture.release(10_000, -10_000);
    assertThat(moved.points()[3][0]).isCloseTo(plot().x().to(), within(1e-9));
    assertThat(moved.points()[3][1]).isCloseTo(plot().y().to(), within(1e-9));
  }

  @Test
  void what_is_dragged_beyond_the_largest_coordinate_stays_at_it() {
    double most = KMeansExercise.LARGEST_COORDINATE;
    var wide =
        new KMeansProblem(
            new double[][] {{-most, -most}, {most, most}}, null, 1, Init.RANDOM, 9, 0, 1);
    var frame = KMeansLayout.of(wide, Projection.of(wide), LOOK, AREA).plot();
    var gesture =
        editor
            .press(
                KMeansEditor.MOVE,
                wide,
                KMeansRun.of(wide).step(0),
                LOOK,
                AREA,
                frame.pixelX(most),
                frame.pixelY(most))
            .orElseThrow();
    var moved = gesture.release(10_000, -10_000);
    assertThat(moved.points()[1]).containsExactly(most, most);
    var exercise = new KMeansExercise();
    assertThat(exercise.problem(exercise.given(moved)).points()).isDeepEqualTo(moved.points());
  }

  @Test
  void axes_hold_still_while_a_point_is_dragged_and_fit_the_points_afterwards() {
    var far = PROBLEM.points().clone();
    far[3] = new double[] {60, 40};
    var after = new KMeansProblem(far, PROBLEM.start(), 2, Init.MANUAL, 10, 0, PROBLEM.seed());
    var began = KMeansRun.of(PROBLEM).step(0);
    var now = KMeansRun.of(after).step(0);
    var place = place(began, Optional.empty());
    assertThat(place(now, Optional.of(began))).isEqualTo(place);
    assertThat(place(now, Optional.empty())).isNotEqualTo(place);
  }

  private static Box place(Step<KMeansFrame> step, Optional<Step<KMeansFrame>> edited) {
    return Fx.call(() -> {
      var canvas = new Canvas(AREA.width(), AREA.height());
      var shown =
          new Shown<>(step, Optional.empty(), 1, LOOK, Interaction.NONE, new Hits(), edited);
      new KMeansView()
          .painter()
          .paint(new CanvasSurface(canvas.getGraphicsContext2D()), AREA, shown);
      return shown.hits().of(new KMeansElement.OfPoint(0)).orElseThrow().box();
    });
  }

  @Test
  void deleting_never_leaves_fewer_points_than_clusters() {
    var gesture = press(KMeansEditor.DELETE, 0, 0).orElseThrow();
    KMeansProblem left = PROBLEM;
    for (var point : PROBLEM.points()) {
      left = gesture.drag(plot().pixelX(point[0]), plot().pixelY(point[1]));
    }
    assertThat(left.points()).hasDimensions(2, 2);
  }

  @Test
  void one_click_deletes_one_point_however_near_others_are() {
    var near =
        new KMeansProblem(
            new double[][] {{0, 0}, {0.01, 0}, {0.02, 0}, {6, 4}}, null, 1, Init.RANDOM, 9, 0, 1);
    var frame = KMeansLayout.of(near, Projection.of(near), LOOK, AREA).plot();
    double x = frame.pixelX(0);
    double y = frame.pixelY(0);
    var gesture =
        editor
            .press(KMeansEditor.DELETE, near, KMeansRun.of(near).step(0), LOOK, AREA, x, y)
            .orElseThrow();
    gesture.drag(x, y);
    gesture.drag(x + 1, y);
    assertThat(gesture.release(x + 1, y).points()).hasDimensions(3, 2);
  }

  @Test
  void a_click_with_the_hand_changes_nothing() {
    var gesture = press(KMeansEditor.MOVE, 0, 1).orElseThrow();
    assertThat(gesture.release(plot().pixelX(0) + 1, plot().pixelY(1))).isSameAs(PROBLEM);
  }

  @Test
  void nothing_is_edited_outside_the_plot() {
    assertThat(
            editor.press(
                KMeansEditor.DRAW, PROBLEM, KMeansRun.of(PROBLEM).step(0), LOOK, AREA, 1, 1))
        .isEmpty();
  }
}
