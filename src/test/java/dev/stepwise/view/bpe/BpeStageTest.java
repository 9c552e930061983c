package dev.stepwise.view.bpe;

import static dev.stepwise.testing.Written.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Shown;
import dev.stepwise.view.bpe.BpeElement.OfMerge;
import dev.stepwise.view.bpe.BpeElement.OfPair;
import dev.stepwise.view.bpe.BpeElement.OfToken;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the stage draws can be asked about, and lies inside it.
@OneAtATime
class BpeStageTest {
  private static final Look WINDOW = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private final BpeView view = new BpeView();

  static Stream<Preset> presets() {
    return Presets.of("bpe").stream();
  }

  private Navigator<BpeFrame> open(Preset preset) {
    var exercise = new BpeExercise();
    return new Navigator<>(exercise.run(exercise.problem(preset.scenario(exercise).given())));
  }

  private Hits painted(
      Step<BpeFrame> step, Optional<Step<BpeFrame>> before, double progress, Box area) {
    return Fx.call(() -> {
      var canvas = new Canvas(area.width(), area.height());
      var hits = new Hits();
      view.painter()
          .paint(
              new CanvasSurface(canvas.getGraphicsContext2D()),
              area,
              new Shown<>(step, before, progress, WINDOW, Interaction.NONE, hits));
      return hits;
    });
  }

  private static List<String> places(Preset preset) {
    return preset.id().equals("constitution")
        ? List.of("1", "40", "40.1.7", "40.2", "40.3.1", "last")
        : List.of("1", "1.1", "2", "3.1", "3.1.2", "3.2", "3.3", "3.3.1", "last", preset.opens());
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everything_on_the_stage_lies_in_it_and_says_why_or_leads_there(Preset preset) {
    var navigator = open(preset);
    for (var place : places(preset)) {
      var step = navigator.step(navigator.find(place).orElseThrow());
      for (var area : List.of(new Box(0, 0, 760, 640), new Box(0, 0, 420, 420))) {
        var hits = painted(step, Optional.empty(), 1, area);
        assertThat(hits.all()).as(preset.id() + " " + place).isNotEmpty();
        for (var hit : hits.all()) {
          var why = view.explain(step, hit.element());
          if (why.isEmpty()) {
            assertThat(view.leadsTo(step, hit.element())).as(place + " " + hit).isPresent();
          }
          why.ifPresent(given -> assertThat(given.narration().caption()).isNotBlank());
          assertThat(hit.box().x()).isBetween(0.0, area.width());
          assertThat(hit.box().bottom()).as(place + " " + hit).isLessThanOrEqualTo(area.height());
        }
      }
    }
  }

  @Test
  void a_moving_picture_can_be_drawn_at_every_moment_between_all_kinds_of_steps() {
    var navigator = open(presets().findFirst().orElseThrow());
    var places =
        List.of("1", "2", "2.1", "2.2", "2.3", "2.3.1", "3", "last", "10.1", "10.1.2", "1");
    for (int i = 1; i < places.size(); i++) {
      var before = navigator.step(navigator.find(places.get(i - 1)).orElseThrow());
      var step = navigator.step(navigator.find(places.get(i)).orElseThrow());
      for (double progress : new double[] {0, 0.3, 0.9}) {
        assertThat(painted(step, Optional.of(before), progress, new Box(0, 0, 700, 600)).all())
            .isNotEmpty();
      }
    }
  }

  @Test
  void a_count_is_explained_by_the_words_that_hold_the_pair() {
    var navigator = open(presets().findFirst().orElseThrow());
    var step = navigator.step(navigator.find("4.2").orElseThrow());

    var why = view.explain(step, new OfPair(pair("e", "r"))).orElseThrow();

    assertThat(why.narration().formulas())
        .containsExactly("\\text{count}(\\text{e},\\text{r})=2\\cdot 1=\\mathbf{2}");
    assertThat(why.narration().table().rows()).containsExactly(List.of("lower", "2 · 1", "2"));
  }

  @Test
  void a_token_is_explained_by_the_merges_that_made_it() {
    var navigator = open(presets().findFirst().orElseThrow());
    var step = navigator.step(navigator.find("4").orElseThrow());

    var why = view.explain(step, new OfToken(0, 0)).orElseThrow();

    assertThat(why.narration().title()).isEqualTo("Token low</w>");
    assertThat(why.narration().table().rows())
        .containsExactly(
            List.of("1", "(l, o)", "6"),
            List.of("2", "(lo, w)", "6"),
            List.of("3", "(low, </w>)", "3"));
    assertThat(why.sources()).contains(new OfMerge(2));
  }
}
