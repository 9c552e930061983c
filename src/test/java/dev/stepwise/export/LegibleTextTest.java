package dev.stepwise.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Shown;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.bpe.BpeView;
import dev.stepwise.view.cosine.CosineView;
import dev.stepwise.view.gradient.GradientView;
import dev.stepwise.view.kmeans.KMeansView;
import dev.stepwise.view.lstm.LstmView;
import dev.stepwise.view.multihead.MultiHeadView;
import dev.stepwise.view.page.Page;
import dev.stepwise.view.page.PagePainter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// That the text of the pictures can be read and is not cut, in small ones and on slides: every
/// preset at the step where it opens.
@OneAtATime
class LegibleTextTest {
  /// In pixels; words are larger, figures in the cells of a small picture may be as small.
  private static final double SMALLEST = 8;

  private static final Formulas FORMULAS = new Formulas();

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
  <P, F extends Frame> void text_can_be_read_and_is_not_cut(ExerciseView<P, F> view)
      throws Exception {
    Toolkit.start();
    for (var preset : Presets.of(view.exercise().id())) {
      check(view, preset);
    }
  }

  private static <P, F extends Frame> void check(ExerciseView<P, F> view, Preset preset)
      throws Exception {
    var exercise = view.exercise();
    var scenario = preset.scenario(exercise);
    Navigator<F> navigator = new Navigator<>(exercise.run(exercise.problem(scenario.given())));
    Position position = navigator.find(preset.opens()).orElse(navigator.end());
    var page = Pages.of(exercise, scenario, navigator, position);
    check(view, page, preset.id(), new Box(0, 0, 800, 600), Look.Density.WINDOW);
    check(view, page, preset.id(), new Box(0, 0, 1920, 1080), Look.Density.PRESENT);
  }

  private static <P, F extends Frame> void check(
      ExerciseView<P, F> view, Page<F> page, String preset, Box area, Look.Density density)
      throws Exception {
    double scale = PagePainter.scale(area.width(), area.height(), density);
    var look = new Look(Palette.LIGHT, scale, density);
    var surface = new TextsSurface();
    Toolkit.call(() -> {
      new PagePainter<F>(view.painter(), FORMULAS)
          .paint(
              surface,
              area,
              page,
              new Shown<>(page.step(), Optional.empty(), 1, look, Interaction.NONE, new Hits()));
      return surface;
    });
    var name = "%s at %.0f x %.0f".formatted(preset, area.width(), area.height());
    assertThat(surface.texts()).as(name).isNotEmpty();
    assertThat(smallest(surface.texts())).as("too small in " + name).isEmpty();
    assertThat(surface.texts().stream().filter(text -> isCut(text, area)))
        .as("cut in " + name)
        .isEmpty();
  }

  private static List<TextsSurface.Words> smallest(List<TextsSurface.Words> texts) {
    return texts.stream().filter(text -> text.size() < SMALLEST).toList();
  }

  private static boolean isCut(TextsSurface.Words text, Box area) {
    return !isWithin(text.box(), area)
        || text.clips().stream().anyMatch(clip -> !isWithin(text.box(), clip));
  }

  private static boolean isWithin(Box box, Box outer) {
    return box.x() >= outer.x() - 1
        && box.right() <= outer.right() + 1
        && box.y() >= outer.y() - 1
        && box.bottom() <= outer.bottom() + 1;
  }
}
