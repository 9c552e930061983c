package dev.stepwise.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Arrays are told by their values.
class MatchesTest {
  private static final Tensor EXPECTED = Tensor.matrix(Drawn.gaussian(3, 4, 1, new Random(1)));

  private static Fit.Layout fit(Tensor yours) {
    return Fit.of(new Held.Numbers(EXPECTED), Seen.after("a", "f", 1, new Held.Numbers(yours)));
  }

  @Test
  void an_array_is_found_transposed_batched_and_as_a_part() {
    assertThat(fit(EXPECTED)).isEqualTo(Fit.Layout.SAME);
    assertThat(fit(EXPECTED.permuted(1, 0))).isEqualTo(Fit.Layout.TURNED);
    assertThat(fit(Tensor.stacked(List.of(EXPECTED)))).isEqualTo(Fit.Layout.SAME);
    var other = Tensor.matrix(Drawn.gaussian(3, 4, 1, new Random(2)));
    assertThat(fit(Tensor.stacked(List.of(other, EXPECTED)))).isEqualTo(Fit.Layout.PART);
    assertThat(fit(other)).isEqualTo(Fit.Layout.NONE);
  }

  @Test
  void single_precision_is_no_mistake_and_a_small_factor_is() {
    double[] rounded = EXPECTED.data().clone();
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) rounded[i];
    }
    assertThat(fit(new Tensor(EXPECTED.shape(), rounded, Tensor.Kind.SINGLE)))
        .isEqualTo(Fit.Layout.SAME);
    double[] scaled = EXPECTED.data().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= 1.001;
    }
    assertThat(fit(new Tensor(EXPECTED.shape(), scaled, Tensor.Kind.DOUBLE)))
        .isEqualTo(Fit.Layout.NONE);
  }

  @Test
  void what_a_later_stage_is_computed_from_is_excused() {
    var other = Tensor.matrix(Drawn.gaussian(3, 4, 1, new Random(3)));
    var stages =
        new StageList()
            .add("a", "", "1", List.of(new Held.Numbers(EXPECTED)), List.of())
            .add("b", "", "2", List.of(new Held.Numbers(other)), List.of(), "a@")
            .all();
    var matches =
        Matches.of(
            stages,
            List.of(Seen.after("x", "f", 1, new Held.Numbers(other))),
            Map.of("a", Set.of()));
    assertThat(matches.has(0)).isFalse();
    assertThat(matches.has(1)).isTrue();
    assertThat(matches.excused()).containsExactly(0);
  }

  @Test
  void a_constant_factor_and_a_shifted_row_are_told() {
    double[] twice = EXPECTED.data().clone();
    for (int i = 0; i < twice.length; i++) {
      twice[i] *= 2;
    }
    var cause = Slips.of("scores", EXPECTED, new Tensor(EXPECTED.shape(), twice, EXPECTED.kind()));
    assertThat(cause.orElseThrow().text()).contains("yours ÷ run = 2.00 in all 12");
  }

  @Test
  void pairs_and_words_are_told_in_each_way_of_writing_them() {
    assertThat(Held.canonical("l o")).isEqualTo(Held.canonical(List.of("l", "o")));
    assertThat(
            Held.canonical(
                new Held.Entries(List.of(List.of("l o", 2.0), List.of(List.of("a", "b"), 0.0)))))
        .isEqualTo("{['l','o']:2}");
  }
}
