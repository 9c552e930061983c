package dev.stepwise.view.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.lstm.LstmFrame;
import dev.stepwise.compute.lstm.Quantity;
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
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Shown;
import dev.stepwise.view.lstm.LstmElement.OfInput;
import dev.stepwise.view.lstm.LstmElement.OfTime;
import dev.stepwise.view.lstm.LstmElement.OfUnit;
import dev.stepwise.view.lstm.LstmElement.OfValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A preset may be opened while the stage shows any step of any other: a cell of another kind, of
/// another size, on a shorter sequence. Nothing is asked of the one that the other has.
@OneAtATime
class ChangedProblemTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final LstmExercise EXERCISE = new LstmExercise();
  private static final Box AREA = new Box(0, 0, 760, 560);
  private static final int DEPTHS = 5;

  record Opened(String id, List<List<Step<LstmFrame>>> byDepth) {
    @Override
    public String toString() {
      return id;
    }
  }

  private static final List<Opened> OPENED =
      Presets.of("lstm").stream().map(ChangedProblemTest::opened).toList();

  static List<Opened> presets() {
    return OPENED;
  }

  private static Opened opened(Preset preset) {
    var problem = EXERCISE.problem(preset.scenario(EXERCISE).given());
    var byDepth = new ArrayList<List<Step<LstmFrame>>>();
    for (int depth = 0; depth < DEPTHS; depth++) {
      byDepth.add(new ArrayList<>());
    }
    var run = EXERCISE.run(problem);
    for (int index : Set.of(0, run.length() - 1)) {
      collect(run.step(index), 0, byDepth);
    }
    return new Opened(preset.id(), byDepth);
  }

  /// A step, every operation inside it, the last unit of each, and of that all parts and the last
  /// term.
  private static void collect(
      Step<LstmFrame> step, int depth, List<List<Step<LstmFrame>>> byDepth) {
    byDepth.get(depth).add(step);
    if (!step.isComposite()) {
      return;
    }
    Run<LstmFrame> inside = step.inside();
    boolean all = depth == 0 || depth == 2;
    for (int index = all ? 0 : inside.length() - 1; index < inside.length(); index++) {
      collect(inside.step(index), depth + 1, byDepth);
    }
  }

  private static Hits paint(
      LstmPainter painter, Step<LstmFrame> before, Step<LstmFrame> step, Interaction interaction) {
    var shown = new Shown<>(step, Optional.of(before), 0.4, LOOK, interaction, new Hits());
    var canvas = new Canvas(AREA.width(), AREA.height());
    painter.paint(new CanvasSurface(canvas.getGraphicsContext2D()), AREA, shown);
    return shown.hits();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void each_preset_can_follow_any_step_of_any_other(Opened before) {
    Fx.run(() -> {
      var painter = new LstmPainter();
      int turn = 0;
      for (var after : OPENED) {
        for (var left : before.byDepth()) {
          for (var entered : after.byDepth()) {
            // Another one each time: all steps get their turn.
            var from = left.get(turn % left.size());
            var to = entered.get(turn++ % entered.size());
            var hits = paint(painter, from, to, Interaction.NONE);
            assertThat(hits.all()).as("%s, then %s", from.crumb(), to.crumb()).isNotEmpty();
          }
        }
      }
    });
  }

  /// Everything that could have been asked about, pinned or lit at any preset, and what no preset
  /// has.
  private static List<Element> elements() {
    return Stream.of(-1, 0, 3, 43, 1000)
        .flatMap(t ->
            Stream.of(-1, 0, 2, 7, 1000)
                .flatMap(unit ->
                    Stream.concat(
                        Stream.of(Quantity.values()).map(each -> new OfValue(each, t, unit)),
                        Stream.of(new OfInput(t, unit), new OfTime(t), new OfUnit(unit)))))
        .map(Element.class::cast)
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void what_was_asked_of_another_cell_has_no_answer_instead_of_a_wrong_one(Opened opened) {
    var view = new LstmView();
    for (var steps : opened.byDepth()) {
      for (var step : steps) {
        var frame = step.frame();
        for (var element : elements()) {
          var answer = view.explain(step, element);
          if (element instanceof OfValue(var quantity, int t, int unit)) {
            boolean known =
                t < 0 ? frame.startsWith(quantity, unit) : frame.knows(quantity, t, unit);
            assertThat(answer.isPresent()).as("%s at %s", element, step.crumb()).isEqualTo(known);
            assertThat(known && frame.time().cell().maker(quantity).isEmpty()).isFalse();
          }
          view.leadsTo(step, element)
              .ifPresent(place ->
                  assertThat(place.toString())
                      .isNotEqualTo(Integer.toString(frame.problem().x().length + 1)));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void what_is_pinned_or_lit_of_another_cell_is_drawn_nowhere(Opened opened) {
    var lit = Set.copyOf(elements());
    var step = opened.byDepth().getFirst().getLast();
    Fx.run(() -> {
      for (var asked :
          List.<Element>of(
              new OfValue(Quantity.C, 1000, 7),
              new OfValue(Quantity.Z, 0, 7),
              new OfInput(1000, 7),
              new OfUnit(1000),
              new OfUnit(-1))) {
        var interaction =
            Interaction.NONE.explaining(asked, lit).togglingPin(asked).pointing(Optional.of(asked));
        var hits = paint(new LstmPainter(), step, step, interaction);
        assertThat(lit)
            .allSatisfy(element ->
                hits.of(element)
                    .ifPresent(hit -> assertThat(AREA.contains(hit.box().centreX(), 9)).isTrue()));
      }
    });
  }

  @Test
  void every_depth_was_entered() {
    assertThat(OPENED).hasSizeGreaterThan(5);
    assertThat(OPENED)
        .allSatisfy(opened ->
            assertThat(opened.byDepth()).allSatisfy(steps -> assertThat(steps).isNotEmpty()));
  }
}
