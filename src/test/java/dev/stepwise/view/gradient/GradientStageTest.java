package dev.stepwise.view.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.GradientMistake;
import dev.stepwise.compute.gradient.GradientProblem;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.gradient.RegressionFocus;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.RegressionProblem;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.Tensors;
import dev.stepwise.compute.run.Numbers;
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
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.testing.Fx;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StageEditor;
import dev.stepwise.view.gradient.GradientElement.OfEpochAccuracy;
import dev.stepwise.view.gradient.GradientElement.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientStageTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final Box AREA = new Box(0, 0, 780, 700);

  private final GradientView view = new GradientView();

  static List<Preset> presets() {
    return Presets.of("gradient-descent").stream()
        .filter(preset -> !preset.id().equals("digits") && !preset.id().equals("spiral"))
        .toList();
  }

  private static GradientProblem problem(String id) {
    var exercise = new GradientExercise();
    var preset =
        Presets.of("gradient-descent").stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    return exercise.problem(preset.scenario(exercise).given());
  }

  private Hits painted(Step<GradientFrame> step, Box area) {
    return Fx.call(() -> {
      var canvas = new Canvas(area.width(), area.height());
      var shown = Shown.atRest(step, LOOK);
      view.painter().paint(new CanvasSurface(canvas.getGraphicsContext2D()), area, shown);
      return shown.hits();
    });
  }

  private static void collect(Run<GradientFrame> run, int depth, List<Step<GradientFrame>> steps) {
    for (int i = 0; i < 8 && run.has(i); i++) {
      var step = run.step(i);
      steps.add(step);
      if (depth > 1 && step.isComposite() && i < 4) {
        collect(step.inside(), depth - 1, steps);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void whatever_can_be_clicked_at_any_depth_is_explained(Preset preset) {
    var steps = new ArrayList<Step<GradientFrame>>();
    collect(view.exercise().run(problem(preset.id())), 2, steps);
    for (var step : steps.subList(0, Math.min(14, steps.size()))) {
      var hits = painted(step, AREA).all();
      // Every seventh: the next step asks about others.
      for (int i = steps.indexOf(step) % 7; i < hits.size(); i += 7) {
        var hit = hits.get(i);
        assertThat(view.explain(step, hit.element()))
            .as("%s at %s", hit.element(), step.crumb())
            .isPresent();
      }
    }
  }

  @Test
  void every_number_of_a_batch_is_explained() {
    var batch = view.exercise().run(problem("three-blobs")).step(1).inside().step(1);
    var steps = new ArrayList<Step<GradientFrame>>();
    collect(batch.inside(), 2, steps);
    for (var step : steps) {
      var hits = painted(step, AREA).all();
      assertThat(hits).hasSizeGreaterThan(20);
      for (var hit : hits) {
        var explanation = view.explain(step, hit.element()).orElseThrow();
        assertThat(explanation.narration().caption()).isNotBlank().doesNotContain("null");
      }
    }
  }

  @Test
  void one_sum_stands_beside_the_unit_whose_error_is_followed() {
    var number =
        new Navigator<>(view.exercise().run(problem("three-blobs")))
            .step(Position.parse("8.4.2.6.4").orElseThrow());
    var plates =
        painted(number, AREA).all().stream()
            .filter(hit ->
                hit.element() instanceof GradientElement.OfNumber(int _, var tensor, int _)
                    && (tensor == Tensor.DA1 || tensor == Tensor.DZ1))
            .toList();
    assertThat(plates).hasSize(1);
    assertThat(plates.getFirst().description()).startsWith("da1[3] of point 282: 0.0152");
  }

  @Test
  void a_pinned_point_outside_the_batch_leaves_no_picture_of_the_way_back_empty() {
    var batch = view.exercise().run(problem("three-blobs")).step(1).inside().step(1);
    var whole = (NetworkFrame) batch.inside().step(1).frame();
    var forward = (NetworkFrame) batch.inside().step(0).frame();
    int outside =
        IntStream.of(whole.problem().data().training())
            .filter(sample -> whole.moment().pass().orElseThrow().rowOf(sample) < 0)
            .findFirst()
            .orElseThrow();
    Optional<Element> pinned = Optional.of(new GradientElement.OfSample(outside));

    assertThat(Lens.of(whole, pinned).knows(Tensor.DZ2)).isTrue();
    assertThat(Lens.of(forward, pinned).sample()).isEqualTo(outside);
  }

  @Test
  void the_step_of_a_number_shows_its_own_sample_whichever_is_pinned() {
    var batch = view.exercise().run(problem("three-blobs")).step(1).inside().step(1);
    var number = (NetworkFrame) batch.inside().step(0).inside().step(0).inside().step(6).frame();
    int[] samples = number.moment().pass().orElseThrow().samples();

    Optional<Element> pinned = Optional.of(new GradientElement.OfSample(samples[5]));
    assertThat(Lens.of(number, pinned).sample()).isEqualTo(samples[1]);
  }

  @Test
  void the_chip_of_a_tensor_opens_its_numbers_and_all_can_be_copied() {
    var batch = view.exercise().run(problem("three-blobs")).step(1).inside().step(1);
    var p = view.explain(batch, new GradientElement.OfTensor(Tensor.P)).orElseThrow();
    double[][] values =
        Tensors.values(((NetworkFrame) batch.frame()).moment().pass().orElseThrow(), Tensor.P);

    assertThat(p.narration().table().rows()).hasSizeBetween(8, 10);
    assertThat(p.copied().rows()).hasSize(values.length);
    assertThat(Double.parseDouble(p.copied().rows().get(3).get(1))).isEqualTo(values[3][0]);
  }

  @Test
  void a_small_stage_and_a_thumbnail_are_drawn_too() {
    for (var preset : presets()) {
      var step = view.exercise().run(problem(preset.id())).step(1);
      painted(step, new Box(0, 0, 380, 420));
      painted(step, new Box(0, 0, 260, 160));
    }
    assertThat(presets()).hasSizeGreaterThan(10);
  }

  @Test
  void a_brush_adds_points_of_its_class_and_delete_takes_them_away() {
    var problem = (NetworkProblem) problem("three-blobs");
    var step = view.exercise().run(problem).step(0);
    var plot = PlanePainter.plot(problem, LOOK, NetworkLayout.of(problem, LOOK, AREA).plane());
    double x = plot.box().centreX();
    double y = plot.box().y() + 5;
    var painted = (NetworkProblem) edited(GradientEditor.brush(3), problem, step, x, y);
    assertThat(painted.data().y()).hasSize(problem.data().y().length + 1);
    assertThat(painted.data().y()[painted.data().y().length - 1]).isEqualTo(3);
    assertThat(painted.data().classes()).isEqualTo(4);
    var deleted = (NetworkProblem) edited(GradientEditor.DELETE, painted, step, x, y);
    assertThat(deleted.data().classes()).isEqualTo(3);
  }

  private GradientProblem edited(
      StageEditor.Tool tool,
      GradientProblem problem,
      Step<GradientFrame> step,
      double x,
      double y) {
    var gesture = new GradientEditor().press(tool, problem, step, LOOK, AREA, x, y).orElseThrow();
    gesture.drag(x, y);
    return gesture.release(x, y);
  }

  @Test
  void the_rate_is_changed_where_the_chart_is_pressed() {
    var problem = (NetworkProblem) problem("three-blobs");
    var step = view.exercise().run(problem).step(0);
    var curve = NetworkLayout.of(problem, LOOK, AREA).curve().orElseThrow();
    var inside = CurvePainter.plotBox(curve, LOOK);
    var changed =
        (NetworkProblem)
            edited(GradientEditor.RATE, problem, step, inside.centreX() + 1, inside.centreY());
    assertThat(changed.descent().changes()).hasSize(1);
    var change = changed.descent().changes().getFirst();
    assertThat(change.epoch()).isEqualTo(21);
    assertThat(change.rate()).isLessThan(problem.descent().rate());
    var cleared =
        (NetworkProblem)
            edited(GradientEditor.RATE, changed, step, inside.centreX(), inside.bottom() + 5);
    assertThat(cleared.descent().changes()).isEmpty();
  }

  @Test
  void the_answers_of_a_table_become_classes_or_targets() {
    var rows = new double[][] {{1, 2}, {3, 4}, {5, 6}};
    var data = new ImportedData("mine", rows, List.of("a", "b"), List.of("10", "9", "10"), "y");
    var source = new GradientData(new GradientExercise());
    var before = problem("three-blobs");
    var network = (NetworkProblem) source.withSamples(before, data, GradientProblem.Model.MLP);
    assertThat(network.data().y()).containsExactly(1, 0, 1);
    assertThat(network.data().dimensions()).isEqualTo(2);
    var line =
        (RegressionProblem)
            source.withSamples(before, data, GradientProblem.Model.LINEAR_REGRESSION);
    assertThat(line.y()).containsExactly(10, 9, 10);
    var words =
        new ImportedData("mine", rows, List.of("a", "b"), List.of("cat", "ant", "bee"), "y");
    var named = (NetworkProblem) source.withSamples(before, words, GradientProblem.Model.MLP);
    assertThat(named.data().y()).containsExactly(2, 0, 1);
  }

  @Test
  void a_column_with_too_many_classes_is_refused_with_a_remedy() {
    var rows = new double[30][1];
    var answers = java.util.stream.IntStream.range(0, 30).mapToObj(Integer::toString).toList();
    var data = new ImportedData("mine", rows, List.of("a"), answers, "y");
    var source = new GradientData(new GradientExercise());
    assertThatThrownBy(
            () -> source.withSamples(problem("three-blobs"), data, GradientProblem.Model.MLP))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("30 different ones")
        .hasMessageContaining("at most 20");
  }

  private Hits painted(Step<GradientFrame> step, Interaction interaction) {
    return Fx.call(() -> {
      var canvas = new Canvas(AREA.width(), AREA.height());
      var shown = new Shown<>(step, Optional.empty(), 1, LOOK, interaction, new Hits());
      view.painter().paint(new CanvasSurface(canvas.getGraphicsContext2D()), AREA, shown);
      return shown.hits();
    });
  }

  @Test
  void each_point_of_the_accuracy_curve_tells_whose_it_is() {
    var step = view.exercise().run(problem("xor")).step(3);
    var hits = painted(step, Interaction.NONE.choosing(GradientView.CURVE, GradientView.ACCURACY));
    var training = new OfEpochAccuracy(Part.TRAINING, 2);
    var held = new OfEpochAccuracy(Part.HELD_OUT, 3);
    for (var element : List.of(training, held)) {
      var place = hits.of(element).orElseThrow().box();
      assertThat(hits.at(place.centreX(), place.centreY())).isPresent();
    }
    assertThat(hits.of(new OfEpochAccuracy(Part.TRAINING, 3))).isEmpty();
    assertThat(view.explain(step, training).orElseThrow().narration().title())
        .isEqualTo("Training accuracy in epoch 3");
    assertThat(view.explain(step, held).orElseThrow().narration().caption())
        .startsWith("50 of the 50 samples held out were right");
  }

  private static GradientProblem mistaken(String preset, GradientMistake mistake) {
    return new GradientExercise().changed(problem(preset), Mistakes.PARAMETER, mistake.id());
  }

  @Test
  void the_shares_that_are_drawn_are_those_that_are_computed_whatever_mistake_is_made() {
    var mistakes = List.of(GradientMistake.NONE, GradientMistake.NOT_DIVIDED);
    for (var mistake : mistakes) {
      var step =
          new Navigator<>(view.exercise().run(mistaken("line", mistake)))
              .step(Position.parse("2.3.1").orElseThrow());
      var frame = (RegressionFrame) step.frame();
      assertThat(frame.focus()).isInstanceOf(RegressionFocus.DerivativeTaken.class);
      var bars =
          painted(step, AREA).all().stream()
              .filter(hit -> hit.element() instanceof GradientElement.OfRow)
              .map(Hits.Hit::description)
              .filter(description -> !description.contains("predicted"))
              .toList();
      assertThat(bars).hasSize(frame.problem().y().length);
      int[] samples = frame.pass().orElseThrow().samples();
      for (int row = 0; row < samples.length; row++) {
        assertThat(bars.get(samples[row])).endsWith(": " + Numbers.text(frame.share(row, 0)));
      }
    }
  }

  @Test
  void only_ways_of_looking_that_make_a_difference_are_offered() {
    var line = problem("line");
    assertThat(view.options().stream().filter(option -> view.offers(option, line)))
        .containsExactly(GradientView.AXIS);
    var network = problem("xor");
    assertThat(view.options().stream().filter(option -> view.offers(option, network)))
        .containsExactly(GradientView.CURVE);
    var regression = problem("linear-regression");
    assertThat(view.options().stream().filter(option -> view.offers(option, regression)))
        .containsExactly(GradientView.AXIS, GradientView.PLANE);
  }

  @Test
  void xor_is_solved_within_nine_steps_of_playing() {
    var run = view.exercise().run(problem("xor"));
    var frame = (NetworkFrame) run.step(9).frame();
    assertThat(frame.moment().curves().heldAccuracies().last()).isEqualTo(1);
    assertThat(frame.moment().curves().accuracies().last()).isGreaterThan(0.98);
  }
}
