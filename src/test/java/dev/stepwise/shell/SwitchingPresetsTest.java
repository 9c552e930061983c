package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.formula.Formulas;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Offer;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.StageModel;
import dev.stepwise.view.StageNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever stands inside a step chooses another preset: nothing of the one before may be read as if
/// it belonged to the other.
@OneAtATime
class SwitchingPresetsTest {
  /// By then a run has left its start behind; a training need not come to its end.
  private static final Position EARLY = Position.top(3);

  private static final Registry REGISTRY = TestWindow.everyExercise();

  static Stream<String> exercises() {
    return TestWindow.ids();
  }

  /// The one whose presets differ most: three cells, each with variables of its own. The stage
  /// alone goes through all presets, see below.
  @ParameterizedTest
  @ValueSource(strings = "lstm")
  void the_window_goes_from_preset_to_preset_while_inside_a_step(String exercise)
      throws TimeoutException {
    var settings = TestWindow.still(now -> now.withMotion(Settings.Motion.FULL));
    var window = TestWindow.show(1000, 900, settings, REGISTRY);
    window.run(() -> window.window.open(exercise));
    window.waitUntil(window.window::isSettled);
    var presets =
        box(window).getItems().stream()
            .filter(
                preset -> List.of("forget-bias-0", "plain-rnn", "gru-bit").contains(preset.id()))
            .toList();
    assertThat(presets).hasSize(3);
    for (var next : presets.reversed()) {
      window.run(() -> box(window).setValue(next));
      window.waitUntil(window.window::isSettled);
      for (var command : List.of(Command.INTO, Command.INTO, Command.WHY)) {
        window.run(() -> window.window.perform(command));
        window.waitUntil(window.window::isSettled);
      }
      assertThat(window.failures).as("to " + next.id()).isEmpty();
    }
    window.close();
  }

  @SuppressWarnings("unchecked") // what the bar offers
  private static ComboBox<Offer> box(TestWindow window) {
    return (ComboBox<Offer>) window.find("#presets", ComboBox.class);
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void the_stage_goes_from_every_preset_to_every_other_while_two_levels_inside_a_step(
      String exercise) {
    switchAll((Registry.Ready<?, ?>) REGISTRY.entry(exercise).orElseThrow());
  }

  /// A preset, and a step two levels inside an early one.
  private record Stop<P, F extends Frame>(String id, P problem, Step<F> step) {}

  private static <P, F extends Frame> void switchAll(Registry.Ready<P, F> entry) {
    var stops = entry.presets().stream().map(preset -> stop(entry, preset)).toList();
    var failures = new ArrayList<String>();
    Fx.run(() -> {
      var look = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
      var stage = new StageNode<>(new StageModel<>(entry.view()), new Formulas(), look);
      stage.setMotion(Duration.ofMillis(300));
      Fx.scene(stage, 700, 500, Palette.LIGHT);
      var way = new ArrayList<String>();
      stage.setOnFailure(failure -> failures.add(way + ": " + failure));
      for (var stop : everyPair(stops)) {
        way.add(stop.id());
        show(stage, stop);
        stage.explainNext();
        way.subList(0, way.size() - 1).clear();
      }
    });
    assertThat(failures).isEmpty();
  }

  /// A way that goes from every one to every other: each there and back with all that follow it.
  private static <T> List<T> everyPair(List<T> all) {
    var way = new ArrayList<T>();
    for (int i = 0; i < all.size(); i++) {
      way.add(all.get(i));
      for (var other : all.subList(i + 1, all.size())) {
        way.addAll(List.of(other, all.get(i)));
      }
    }
    return way;
  }

  private static <P, F extends Frame> void show(StageNode<P, F> stage, Stop<P, F> stop) {
    stage.model().setProblem(stop.problem());
    stage.model().show(stop.step());
    stage.requestLayout();
    stage.layout(); // paints the beginning of a movement, where there is one
  }

  private static <P, F extends Frame> Stop<P, F> stop(Registry.Ready<P, F> entry, Offer preset) {
    var exercise = entry.view().exercise();
    var problem = exercise.problem(preset.given().get());
    var navigator = new Navigator<>(exercise.run(problem));
    var at = navigator.has(EARLY) ? EARLY : navigator.end();
    at = navigator.into(at).orElse(at);
    at = navigator.into(at).orElse(at);
    return new Stop<>(preset.id(), problem, navigator.step(at));
  }
}
