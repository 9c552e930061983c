package dev.stepwise.view.matrices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.TextWidths;
import dev.stepwise.draw.Type;
import dev.stepwise.draw.WordsSurface;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Shown;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be read from the last row of a lecture hall, and in a window of usual size.
@OneAtATime
class LectureHallTest {
  /// The stage of a page of 1920×1080 pixels, and its scale.
  private static final Box STAGE = new Box(0, 0, 1162, 940);

  private static final Look PRESENTED = new Look(Palette.LIGHT, 1.8, Look.Density.PRESENT);

  private record Words(String text, double x, double y, Type type) {}

  private static final class Recorder extends WordsSurface {
    private final TextWidths widths = new TextWidths();
    private final List<Words> texts = new ArrayList<>();

    @Override
    public void text(String text, double x, double y, Type type) {
      texts.add(new Words(text, x, y, type));
    }

    @Override
    public double textWidth(String text, Type type) {
      return widths.width(text, type);
    }
  }

  /// The box of the n×n matrix, and the sizes of the figures in it.
  private record Seen(Box matrix, List<Double> sizes) {}

  private static Seen seen(String preset, String path, Box stage, Look look) {
    var view = new AttentionView();
    var exercise = view.exercise();
    var chosen =
        Presets.of(exercise.id()).stream()
            .filter(each -> each.id().equals(preset))
            .findFirst()
            .orElseThrow();
    var problem = exercise.problem(chosen.scenario(exercise).given());
    var navigator = new Navigator<>(exercise.run(problem));
    var step = navigator.step(navigator.find(path).orElseThrow());
    var shown = Shown.atRest(step, look);
    var surface = new Recorder();
    view.painter().paint(surface, stage, shown);
    int n = problem.length();
    var first = shown.hits().of(new OfCell(Tensor.SCORES, 0, 0)).orElseThrow().box();
    var last = shown.hits().of(new OfCell(Tensor.SCORES, n - 1, n - 1)).orElseThrow().box();
    var matrix = new Box(first.x(), first.y(), last.right() - first.x(), last.bottom() - first.y());
    var sizes =
        surface.texts.stream()
            .filter(words -> matrix.contains(words.x(), words.y()))
            .map(words -> words.type().size())
            .toList();
    return new Seen(matrix, sizes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it-finds-its-noun",
        "previous-token",
        "causal-mask",
        "course-example",
        "identical-tokens"
      })
  void the_weights_are_700_pixels_high_and_their_figures_20(String preset) {
    var seen = Fx.call(() -> seen(preset, "5", STAGE, PRESENTED));
    assertThat(seen.matrix().height()).isGreaterThanOrEqualTo(700);
    assertThat(seen.sizes())
        .isNotEmpty()
        .allSatisfy(size -> assertThat(size).isGreaterThanOrEqualTo(20));
  }

  /// The stages of windows of 1280×800, 1024×700 and 800×600 pixels.
  @ParameterizedTest
  @CsvSource({"885, 668, 11.5", "968, 550, 11.5", "744, 468, 9.5"})
  void a_window_shows_the_numbers_of_the_first_preset(int width, int height, double least) {
    var look = new Look(Palette.DARK, 1, Look.Density.WINDOW);
    var seen = Fx.call(() -> seen("it-finds-its-noun", "5.9", new Box(0, 0, width, height), look));
    assertThat(seen.sizes())
        .hasSizeGreaterThanOrEqualTo(11 * 11)
        .allSatisfy(size -> assertThat(size).isGreaterThanOrEqualTo(least));
  }
}
