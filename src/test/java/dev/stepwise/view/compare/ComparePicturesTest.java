package dev.stepwise.view.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.compare.Both;
import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pictures;
import dev.stepwise.lesson.Comparison;
import dev.stepwise.lesson.Comparisons;
import dev.stepwise.playback.Navigator;
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
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What two stages beside each other look like, against pictures that people have looked at.
class ComparePicturesTest {
  private static final Box AREA = new Box(0, 0, 1180, 640);

  /// One with many thousand merges takes too long here.
  private static final List<String> LONG = List.of("merges");

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

  private record Drawn<P, F extends Frame>(
      CompareView<P, F> view, Step<Both<F>> step, Hits hits, Look look) {

    static <P, F extends Frame> Drawn<P, F> of(
        ExerciseView<P, F> each, Comparison pair, Look look) {
      var view = new CompareView<>(each);
      var compared = view.exercise();
      var problem = compared.problem(pair.scenario(each.exercise()).given());
      var navigator = new Navigator<>(compared.run(problem));
      var step = navigator.step(navigator.find(pair.opens()).orElseThrow());
      return new Drawn<>(view, step, new Hits(), look);
    }

    BufferedImage picture() {
      return Pictures.drawn(
          (int) AREA.width(),
          (int) AREA.height(),
          look,
          surface ->
              view.painter()
                  .paint(
                      surface,
                      AREA,
                      new Shown<>(step, Optional.empty(), 1, look, Interaction.NONE, hits)));
    }
  }

  private static Look look(Palette palette) {
    return new Look(palette, 1, Look.Density.WINDOW);
  }

  private static Comparison pair(ExerciseView<?, ?> view, String id) {
    return Comparisons.of(view.exercise()).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_random_start_beside_k_means_plus_plus() {
    var view = new KMeansView();
    var drawn = Drawn.of(view, pair(view, "random-or-plus-plus"), look(Palette.LIGHT));
    Pictures.check("compare-random-or-plus-plus-light", drawn.picture());
  }

  @Test
  void scores_scaled_and_not() {
    var view = new AttentionView();
    var drawn = Drawn.of(view, pair(view, "scaled-or-not"), look(Palette.DARK));
    Pictures.check("compare-scaled-or-not-dark", drawn.picture());
  }

  @ParameterizedTest
  @MethodSource("views")
  void numbers_of_both_stages_of_every_pair_can_be_asked_about(ExerciseView<?, ?> each) {
    askBoth(each);
  }

  private static <P, F extends Frame> void askBoth(ExerciseView<P, F> each) {
    for (var pair : Comparisons.of(each.exercise())) {
      if (LONG.contains(pair.id())) {
        continue;
      }
      var drawn = Drawn.of(each, pair, look(Palette.LIGHT));
      assertThat(drawn.picture()).as(pair.id()).isNotNull();
      for (var side : Side.values()) {
        var asked =
            drawn.hits().all().stream()
                .map(Hits.Hit::element)
                .filter(element -> Sided.on(side, element).isPresent())
                .filter(element -> drawn.view().explain(drawn.step(), element).isPresent())
                .findFirst();
        assertThat(asked).as(pair.id() + " " + side).isPresent();
      }
    }
  }

  @Test
  void the_same_number_has_an_address_on_either_side() {
    var view = new KMeansView();
    var drawn = Drawn.of(view, pair(view, "random-or-plus-plus"), look(Palette.LIGHT));
    var first = Ref.of("inertia");
    var second = Both.shared(Side.SECOND, first);
    var variables = drawn.step().frame().variables();
    assertThat(first.in(variables)).hasValueCloseTo(532.17, offset());
    assertThat(second.in(variables)).hasValueCloseTo(182.87, offset());
    assertThat(drawn.view().drawn(drawn.step(), second)).isInstanceOf(Sided.class);
  }

  private static Offset<Double> offset() {
    return Offset.offset(0.01);
  }
}
