package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.attention.AttentionProblem;
import dev.stepwise.compute.attention.AttentionProblem.Mask;
import dev.stepwise.compute.attention.AttentionProblem.Settings;
import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;
import dev.stepwise.compute.attention.Sharpness;
import dev.stepwise.compute.multihead.MultiHead;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.playback.Navigator;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Each preset of the two attention exercises makes the point that it claims to make.
class AttentionPresetsTest {
  private final AttentionExercise single = new AttentionExercise();
  private final MultiHeadExercise many = new MultiHeadExercise();

  @Test
  void it_looks_at_animal() {
    var problem = problem("it-finds-its-noun");
    var weights = Attention.pass(problem).weights();
    int it = problem.tokens().indexOf("it");
    assertThat(problem.tokens().get(Sharpness.winner(weights[it]))).isEqualTo("animal");
    assertThat(weights[it][1]).isGreaterThan(0.85);
  }

  @Test
  void every_token_looks_at_the_one_before() {
    var weights = Attention.pass(problem("previous-token")).weights();
    for (int i = 1; i < weights.length; i++) {
      assertThat(Sharpness.winner(weights[i])).isEqualTo(i - 1);
      assertThat(weights[i][i - 1]).isGreaterThan(0.9);
    }
  }

  @Test
  void without_scaling_softmax_saturates() {
    var problem = problem("no-scaling");
    assertThat(problem.keyWidth()).isEqualTo(64);
    assertThat(problem.settings().scale()).isFalse();
    var plain = Attention.pass(problem).weights();
    var scaled = Attention.pass(problem.with(Settings.STANDARD)).weights();
    assertThat(Sharpness.meanEntropy(plain)).isLessThan(0.4 * Sharpness.meanEntropy(scaled));
    assertThat(Sharpness.meanGradient(plain)).isLessThan(0.5 * Sharpness.meanGradient(scaled));
  }

  @Test
  void the_mask_hides_what_comes_later() {
    var weights = Attention.pass(problem("causal-mask")).weights();
    for (int i = 0; i < weights.length; i++) {
      for (int j = i + 1; j < weights.length; j++) {
        assertThat(weights[i][j]).isZero();
      }
      assertThat(Arrays.stream(weights[i]).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void the_naive_softmax_overflows_where_the_stable_one_does_not() {
    var problem = problem("overflow");
    var naive = Attention.pass(problem).weights();
    assertThat(naive[3]).contains(Double.NaN);
    assertThat(naive[0]).doesNotContain(Double.NaN);
    var stable =
        Attention.pass(problem.with(new Settings(true, Mask.NONE, SoftmaxKind.STABLE))).weights();
    assertThat(stable[3][3]).isCloseTo(1, within(1e-9));
  }

  /// Only the weights whose own exponential is infinite are NaN: a row's first may look sound.
  @Test
  void the_rows_that_overflowed_are_named_and_no_key_is_said_to_win_them() {
    var run = single.run(problem("overflow"));
    var softmax = run.step(4).narration();
    assertThat(softmax.title()).isEqualTo("Softmax: 2 of 4 rows with NaN");
    assertThat(softmax.table().rows().get(2)).contains("none", "NaN");
    assertThat(run.step(4).inside().step(2).narration().title()).contains("has no weights: NaN");
    assertThat(run.step(6).narration().title()).isEqualTo("The end: not a number");
  }

  @Test
  void identical_tokens_share_alike() {
    for (double[] row : Attention.pass(problem("identical-tokens")).weights()) {
      assertThat(row).containsOnly(1.0 / 6);
    }
  }

  @Test
  void sizes_are_those_that_the_sentences_name() {
    var course = problem("course-example");
    assertThat(course.x()).hasDimensions(5, 8);
    assertThat(Attention.pass(course).output()).hasDimensions(5, 4);
    assertThat(problem("long-sequence").length()).isEqualTo(512);
    var large = heads("course-size");
    assertThat(large.headWidth()).isEqualTo(64);
    assertThat(large.parameters()).isEqualTo(1_048_576);
  }

  @Test
  void each_specialist_has_its_habit() {
    var problem = heads("four-specialists");
    var passes = MultiHead.pass(problem).heads();
    int[] partner = {7, -1, -1, 5, -1, 3, -1, 0};
    for (int i = 0; i < 8; i++) {
      assertThat(Sharpness.winner(passes.get(0).weights()[i])).isEqualTo(Math.max(0, i - 1));
      int same = Sharpness.winner(passes.get(1).weights()[i]);
      assertThat(problem.tokens().get(same)).isEqualTo(problem.tokens().get(i));
      if (partner[i] >= 0) {
        assertThat(Sharpness.winner(passes.get(2).weights()[i])).isEqualTo(partner[i]);
      }
      assertThat(Sharpness.winner(passes.get(3).weights()[i])).isZero();
    }
  }

  @Test
  void the_wrong_reshape_loses_the_habits() {
    var right = MultiHead.pass(heads("four-specialists")).heads();
    var wrong = MultiHead.pass(heads("wrong-reshape")).heads();
    for (int head = 0; head < 4; head++) {
      int kept = 0;
      for (int i = 0; i < 8; i++) {
        int habit = Sharpness.winner(right.get(head).weights()[i]);
        kept += Sharpness.winner(wrong.get(head).weights()[i]) == habit ? 1 : 0;
      }
      assertThat(kept).as("head " + head).isLessThan(5);
    }
  }

  @Test
  void one_head_is_exercise_1() {
    var problem = heads("one-head");
    var pass = MultiHead.pass(problem);
    var same =
        single.problem(
            many.given(problem)
                .withoutInputs("W_o")
                .withInputs(
                    Map.of(
                        "X", problem.x(),
                        "W_q", problem.queries(),
                        "W_k", problem.keys(),
                        "W_v", problem.values()))
                .withParameters(Map.of("d_k", 8L)));
    assertThat(pass.heads().getFirst().weights()).isDeepEqualTo(Attention.pass(same).weights());
    for (int i = 0; i < problem.length(); i++) {
      assertThat(pass.output()[i]).containsExactly(Attention.pass(same).output()[i], within(1e-12));
    }
  }

  @Test
  void every_preset_opens_where_its_point_shows() {
    for (var preset : Presets.of("self-attention")) {
      var run = single.run(problem(preset.id()));
      assertThat(new Navigator<>(run).find(preset.opens())).as(preset.id()).isPresent();
    }
    for (var preset : Presets.of("multi-head-attention")) {
      var run = many.run(heads(preset.id()));
      assertThat(new Navigator<>(run).find(preset.opens())).as(preset.id()).isPresent();
    }
  }

  private AttentionProblem problem(String id) {
    return single.problem(preset("self-attention", id).scenario(single).given());
  }

  private MultiHeadProblem heads(String id) {
    return many.problem(preset("multi-head-attention", id).scenario(many).given());
  }

  private static Preset preset(String exercise, String id) {
    return Presets.of(exercise).stream()
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
