package dev.stepwise.view.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.GradientProblem;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.RegressionProblem;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.owndata.ImportedData;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StageEditor;
import dev.stepwise.view.gradient.GradientElement.OfRow;
import dev.stepwise.view.gradient.GradientElement.OfSample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OneAtATime
class GradientEditingTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final Box AREA = new Box(0, 0, 780, 700);

  private final GradientView view = new GradientView();
  private final GradientExercise exercise = new GradientExercise();

  static List<Preset> presets() {
    return Presets.of("gradient-descent");
  }

  private static GradientProblem problem(String id) {
    return problem(
        presets().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow());
  }

  private static GradientProblem problem(Preset preset) {
    var exercise = new GradientExercise();
    return exercise.problem(preset.scenario(exercise).given());
  }

  private Hits painted(Step<GradientFrame> step, Optional<Step<GradientFrame>> edited) {
    return Fx.call(() -> {
      var canvas = new Canvas(AREA.width(), AREA.height());
      var shown =
          new Shown<>(step, Optional.empty(), 1, LOOK, Interaction.NONE, new Hits(), edited);
      view.painter().paint(new CanvasSurface(canvas.getGraphicsContext2D()), AREA, shown);
      return shown.hits();
    });
  }

  private Box place(Step<GradientFrame> step, Optional<Step<GradientFrame>> edited, Element what) {
    return painted(step, edited).of(what).orElseThrow().box();
  }

  private void holdsStill(GradientProblem before, GradientProblem after, Element sample) {
    var began = view.exercise().run(before).step(1);
    var now = view.exercise().run(after).step(1);
    var where = place(began, Optional.empty(), sample);
    assertThat(place(now, Optional.of(began), sample)).isEqualTo(where);
    assertThat(place(now, Optional.empty(), sample)).isNotEqualTo(where);
  }

  @Test
  void axes_hold_still_while_somebody_draws_and_fit_the_data_afterwards() {
    var network = (NetworkProblem) problem("three-blobs");
    var far = Samples.of(network).with(5, 5, 1).problem();
    holdsStill(network, far, new OfSample(3));
    var line = (RegressionProblem) problem("line");
    holdsStill(line, Samples.of(line).with(9, 20, 0).problem(), new OfRow(3));
  }

  @Test
  void what_is_drawn_at_the_edge_of_the_largest_numbers_can_be_run() {
    var largest = new double[][] {{-1e100, 1e100}, {1e100, -1e100}, {0, 0}};
    var given =
        exercise
            .given(problem("three-blobs"))
            .withInputs(Map.of("X", largest, "y", new int[] {0, 1, 2}));
    var network = (NetworkProblem) exercise.problem(given);
    var box = PlanePainter.plot(network, LOOK, NetworkLayout.of(network, LOOK, AREA).plane()).box();
    assertEdgesAccepted(network, box, 3);
    var one = new double[][] {{-1e100}, {1e100}};
    var line =
        (RegressionProblem)
            exercise.problem(
                exercise
                    .given(problem("line"))
                    .withInputs(Map.of("X", one, "y", new double[] {1e100, -1e100})));
    var plot = FitPainter.plot(line, LOOK, RegressionLayout.of(LOOK, AREA).data()).box();
    assertEdgesAccepted(line, plot, 2);
  }

  private void assertEdgesAccepted(GradientProblem problem, Box plot, int before) {
    var step = view.exercise().run(problem).step(0);
    for (double x : new double[] {plot.x(), plot.right() - 1e-6}) {
      for (double y : new double[] {plot.y(), plot.bottom() - 1e-6}) {
        var gesture =
            new GradientEditor()
                .press(GradientEditor.brush(1), problem, step, LOOK, AREA, x, y)
                .orElseThrow();
        gesture.drag(x, y);
        var edited = exercise.problem(exercise.given(gesture.release(x, y)));
        var samples =
            edited instanceof NetworkProblem network
                ? network.data().x().length
                : ((RegressionProblem) edited).y().length;
        assertThat(samples).isEqualTo(before + 1);
      }
    }
  }

  @Test
  void columns_of_a_table_name_the_axes() {
    var rows = new double[][] {{1, 2}, {3, 4}, {5, 6}};
    var data =
        new ImportedData("mine", rows, List.of("length", "width"), List.of("1", "0", "1"), "kind");
    var source = new GradientData(exercise);
    var before = problem("three-blobs");
    var network = (NetworkProblem) source.withSamples(before, data, GradientProblem.Model.MLP);
    assertThat(network.data().names().columns()).containsExactly("length", "width");
    assertThat(network.data().names().answer()).isEqualTo("kind");
    var line =
        (RegressionProblem)
            source.withSamples(before, data, GradientProblem.Model.LINEAR_REGRESSION);
    assertThat(line.names()).isEqualTo(network.data().names());
    var edited = (NetworkProblem) Samples.of(network).with(2, 2, 1).problem();
    assertThat(edited.data().names()).isEqualTo(network.data().names());
  }

  /// One step of each kind, at every depth.
  private static void collect(
      Run<GradientFrame> run, int depth, Map<String, Step<GradientFrame>> kinds) {
    for (int i = 0; i < 14 && run.has(i); i++) {
      var step = run.step(i);
      boolean known = kinds.putIfAbsent(depth + step.phase(), step) != null;
      if (!known && step.isComposite()) {
        collect(step.inside(), depth + 1, kinds);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void asking_why_begins_with_what_the_step_wrote(Preset preset) {
    var kinds = new LinkedHashMap<String, Step<GradientFrame>>();
    collect(view.exercise().run(problem(preset)), 1, kinds);
    assertThat(kinds).hasSizeGreaterThan(3);
    for (var step : kinds.values()) {
      var first = view.first(step).orElseThrow();
      assertThat(view.explain(step, first)).as("%s at %s", first, step.crumb()).isPresent();
      assertThat(painted(step, Optional.empty()).of(first))
          .as("%s at %s", first, step.crumb())
          .isPresent();
    }
  }

  @Test
  void a_path_that_does_not_diverge_stays_inside_its_axes() {
    for (var id : List.of("line", "rate-drop", "linear-regression")) {
      var run = view.exercise().run(problem(id));
      int last = 0;
      while (run.has(last + 1)) {
        last++;
      }
      var end = (RegressionFrame) run.step(last).frame();
      for (int i = 0; i < end.path().size(); i++) {
        var reach = end.reach().get(i);
        for (double value : end.path().get(i).toArray()) {
          assertThat(value).as(id).isBetween(reach.least(), reach.most());
        }
      }
      assertThat(((RegressionFrame) run.step(0).frame()).reach()).isEqualTo(end.reach());
    }
  }

  @Test
  void a_point_that_is_drawn_leaves_those_held_out_where_they_are() {
    var network = (NetworkProblem) problem("three-blobs");
    var step = view.exercise().run(network).step(0);
    var plot = PlanePainter.plot(network, LOOK, NetworkLayout.of(network, LOOK, AREA).plane());
    StageEditor.Gesture<GradientProblem> gesture =
        new GradientEditor()
            .press(
                GradientEditor.brush(0),
                network,
                step,
                LOOK,
                AREA,
                plot.box().centreX(),
                plot.box().centreY())
            .orElseThrow();
    var drawn = (NetworkProblem) gesture.drag(plot.box().centreX(), plot.box().centreY());
    assertThat(drawn.data().held()).startsWith(network.data().held());
  }

  private List<StageEditor.Tool> offered(String preset) {
    var editor = new GradientEditor();
    return editor.tools().stream().filter(tool -> editor.offers(tool, problem(preset))).toList();
  }

  @Test
  void only_tools_that_can_do_something_are_offered() {
    assertThat(offered("three-blobs")).isEqualTo(new GradientEditor().tools());
    assertThat(offered("digits")).containsExactly(GradientEditor.RATE);
    assertThat(offered("line"))
        .containsExactly(GradientEditor.brush(0), GradientEditor.DELETE, GradientEditor.RATE);
    assertThat(offered("linear-regression")).containsExactly(GradientEditor.RATE);
    assertThat(offered("depth-probe")).isEmpty();
  }
}
