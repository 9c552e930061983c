package dev.stepwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.lesson.Presets;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.testing.PresetSteps;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.bpe.BpeView;
import dev.stepwise.view.cosine.CosineView;
import dev.stepwise.view.gradient.GradientView;
import dev.stepwise.view.kmeans.KMeansView;
import dev.stepwise.view.lstm.LstmView;
import dev.stepwise.view.multihead.MultiHeadView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the pointer is over, is lit, picked or pinned: the picture can be drawn.
@OneAtATime
class PointedTest {
  private static final int WIDTH = 880;
  private static final int HEIGHT = 640;
  private static final int WAYS = 2;
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);

  static Stream<ExerciseView<?, ?>> views() {
    return Stream.of(
        new AttentionView(),
        new MultiHeadView(),
        new LstmView(),
        new KMeansView(),
        new GradientView(),
        new BpeView(),
        new CosineView());
  }

  @ParameterizedTest
  @MethodSource("views")
  <P, F extends Frame> void a_picture_of_every_step_can_be_drawn_with_anything_pointed_at(
      ExerciseView<P, F> view) {
    int pointed = 0;
    for (var preset : Presets.of(view.exercise().id()).subList(0, 2)) {
      var steps = PresetSteps.of(view.exercise(), preset, WAYS);
      for (var step : steps.values()) {
        pointed += Fx.call(() -> pointAtEach(view, step));
      }
    }
    assertThat(pointed).isGreaterThan(20);
  }

  /// One element of each kind that the picture has.
  private static <P, F extends Frame> int pointAtEach(ExerciseView<P, F> view, Step<F> step) {
    var painter = view.painter();
    var hits = paint(painter, step, Interaction.NONE);
    Map<String, Element> kinds = new LinkedHashMap<>();
    for (int x = 1; x < WIDTH; x += 23) {
      for (int y = 1; y < HEIGHT; y += 17) {
        hits.at(x, y)
            .map(Hits.Hit::element)
            .ifPresent(element -> kinds.putIfAbsent(kind(element), element));
      }
    }
    for (var element : kinds.values()) {
      paint(painter, step, Interaction.NONE.pointing(Optional.of(element)));
      paint(painter, step, Interaction.NONE.explaining(element, Set.of(element)));
      if (view.pins(element)) {
        paint(painter, step, Interaction.NONE.togglingPin(element));
      }
    }
    return kinds.size();
  }

  /// Elements of a kind are drawn alike: what differs is where, which the digits say.
  private static String kind(Element element) {
    return element.toString().replaceAll("\\d+", "");
  }

  private static <F extends Frame> Hits paint(
      StagePainter<F> painter, Step<F> step, Interaction touched) {
    var canvas = new Canvas(WIDTH, HEIGHT);
    var surface = new CanvasSurface(canvas.getGraphicsContext2D());
    var hits = new Hits();
    painter.paint(
        surface,
        new Box(0, 0, WIDTH, HEIGHT),
        new Shown<>(step, Optional.empty(), 1, LOOK, touched, hits));
    return hits;
  }
}
