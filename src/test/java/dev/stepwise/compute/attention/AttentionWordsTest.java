package dev.stepwise.compute.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Navigator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the steps say where a sentence made for the usual case would be wrong: ties, one token, one
/// key, a mask, numbers that are none.
class AttentionWordsTest {
  private static final AttentionExercise EXERCISE = new AttentionExercise();

  private static final double[][] ONE = {{1}};

  private static Map<String, Object> scalars(double... x) {
    var rows = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      rows[i] = new double[] {x[i]};
    }
    return Map.of("X", rows, "W_q", ONE, "W_k", ONE, "W_v", ONE);
  }

  private static Narration at(Map<String, ?> inputs, Map<String, ?> parameters, String path) {
    return step(inputs, parameters, path).narration();
  }

  private static Step<AttentionFrame> step(
      Map<String, ?> inputs, Map<String, ?> parameters, String path) {
    var problem =
        EXERCISE.problem(new Given(new LinkedHashMap<>(inputs), new LinkedHashMap<>(parameters)));
    var navigator = new Navigator<>(EXERCISE.run(problem));
    return navigator.step(navigator.find(path).orElseThrow());
  }

  private static Map<String, Object> negativeKeys() {
    var inputs = new LinkedHashMap<>(scalars(40, 41));
    inputs.put("W_k", new double[][] {{-1}});
    return inputs;
  }

  private static final Map<String, Object> NAIVE = Map.of("softmax", "naive", "scale", false);

  @Test
  void exponentials_that_all_underflow_give_0_over_0_and_not_infinity_over_infinity() {
    for (var path : List.of("5", "5.1", "5.1.3")) {
      var told = at(negativeKeys(), NAIVE, path);
      assertThat(told.title()).as(path).contains("NaN");
      assertThat(told.caption()).as(path).contains("underflows to 0", "0/0").doesNotContain("∞");
      assertThat(told.formulas().getLast())
          .as(path)
          .contains("\\frac{0}{0}", "NaN")
          .doesNotContain("infty");
    }
    assertThat(at(negativeKeys(), NAIVE, "5.1.1").caption()).contains("underflows to 0");
    assertThat(at(negativeKeys(), NAIVE, "5.1.2").caption()).endsWith("divided by: 0.");
  }

  @Test
  void nan_is_no_mean_wherever_it_flows() {
    assertThat(at(negativeKeys(), NAIVE, "6").caption())
        .contains("neither does the output")
        .doesNotContain("mean");
    assertThat(at(negativeKeys(), NAIVE, "6.1").caption())
        .contains("not numbers")
        .doesNotContain("mean");
    assertThat(at(negativeKeys(), NAIVE, "6.1.2").caption()).contains("NaN");
    assertThat(at(negativeKeys(), NAIVE, "7").caption()).contains("0/0").doesNotContain("overflow");
    var last = step(negativeKeys(), NAIVE, "7").frame();
    assertThat(EXERCISE.why(last, Ref.of("output", 0, 0)).orElseThrow().sentence())
        .contains("NaN")
        .doesNotContain("A mean");
    assertThat(EXERCISE.why(last, Ref.of("attention_weights", 0, 0)).orElseThrow().sentence())
        .contains("0/0");
  }

  @Test
  void exponentials_that_overflow_give_infinity_over_infinity() {
    var told = at(scalars(40, 41), NAIVE, "5");
    assertThat(told.caption()).contains("∞/∞").doesNotContain("0/0");
    assertThat(told.formulas().getLast()).contains("\\frac{\\infty}{\\infty}");
    assertThat(at(scalars(40, 41), NAIVE, "7").caption()).contains("overflowed");
  }

  /// e^709.5 is a double, three times as much is not.
  @Test
  void a_sum_that_overflows_alone_leaves_weights_of_0_and_is_not_called_alike() {
    double x = Math.sqrt(709.5);
    var row = step(scalars(x, x, x), NAIVE, "5.1");
    assertThat(row.narration().title()).contains("all are 0");
    assertThat(row.narration().caption()).contains("sums to 0").doesNotContain("alike");
    assertThat(row.conditions())
        .contains(AttentionConditions.OVERFLOW)
        .doesNotContain(AttentionConditions.UNIFORM);
    assertThat(at(scalars(x, x, x), NAIVE, "6.1").caption()).contains("its output is 0");
  }

  @Test
  void keys_that_tie_are_all_named() {
    assertThat(at(scalars(1, 1, 0.5), Map.of(), "5.1").caption())
        .startsWith("“t0” looks most at “t0” and “t1” alike:")
        .contains("each");
    assertThat(at(scalars(1, 1, 0.5), Map.of(), "2.1").caption())
        .startsWith("It agrees best with “t0” and “t1” alike");
    assertThat(at(scalars(1, 1, 0.5), Map.of(), "5").table().rows().getFirst())
        .contains("“t0” and “t1” alike");
    assertThat(at(scalars(1, 1, 0.5), Map.of(), "5.1.1").caption()).contains("“t0” and “t1”");
    assertThat(at(scalars(1, 1, 0.5), Map.of(), "6.1").caption())
        .contains("The largest shares", "each, come from “t0” and “t1”.");
  }

  @Test
  void a_row_without_a_winner_has_none_in_the_table() {
    assertThat(at(scalars(1, 1, 1), Map.of(), "5").table().rows().getFirst())
        .contains("all its 3 keys alike");
    assertThat(at(scalars(1, 1, 1), Map.of(), "5.1").caption())
        .startsWith("All its scores are equal, so all 3 keys share it alike");
  }

  @Test
  void under_a_mask_a_row_can_have_no_more_entropy_than_the_keys_that_it_sees_allow() {
    var masked = Map.<String, Object>of("mask", "causal");
    var frame = step(scalars(1, 2, 3, 4), masked, "5").frame();
    double possible = (0 + 1 + Math.log(3) / Math.log(2) + 2) / 4;
    assertThat(Sharpness.meanMostEntropy(frame.pass().scores())).isCloseTo(possible, within(1e-12));
    assertThat(at(scalars(1, 2, 3, 4), masked, "5").caption()).contains("of 1.15 possible");
    assertThat(at(scalars(1, 1, 1), masked, "5.1").caption()).contains("sees one key only, itself");
    assertThat(at(scalars(1, 1, 1), masked, "5.2").caption())
        .contains("the 2 keys that it sees share it alike");
    assertThat(at(scalars(1, 1), masked, "4").caption()).contains("The 1 score above");
  }

  @Test
  void one_token_is_not_told_as_if_it_were_many() {
    for (var mask : List.of("none", "causal")) {
      for (var told : all(scalars(2), Map.of("mask", mask))) {
        assertThat(told.caption() + told.title())
            .doesNotContain(
                "Every query",
                "Every token",
                "every token",
                "Every score",
                "Each of",
                "all values",
                "1 tokens",
                "1 queries",
                "1 scores")
            .doesNotContain(
                "1 numbers", "0 scores", "1 terms", "1 multiplications", "tie", "alike");
      }
    }
  }

  @Test
  void with_d_k_of_1_scaling_changes_nothing_and_says_so() {
    assertThat(at(scalars(1, 2), Map.of(), "3").caption()).contains("changes nothing");
    assertThat(at(scalars(1, 2), Map.of("scale", false), "3").caption())
        .contains("would change nothing");
    assertThat(at(scalars(1, 2), Map.of(), "5").caption()).doesNotContain("dividing");
  }

  @Test
  void scaling_is_not_said_to_hold_whatever_d_k_is() {
    assertThat(at(Map.of("text", "a b c"), Map.of(), "3").caption())
        .doesNotContain("whatever")
        .containsPattern("goes from [0-9.]+ to [0-9.]+\\.");
  }

  @Test
  void scores_too_large_to_be_squared_have_a_standard_deviation() {
    assertThat(Spread.deviation(new double[][] {{1e240, -1e240}})).isCloseTo(1e240, within(1e228));
    assertThat(Spread.deviation(new double[][] {{3, 5}, {3, 5}})).isEqualTo(1);
  }

  @Test
  void a_table_shows_nothing_that_is_not_computed_yet() {
    assertThat(at(scalars(1, 2), Map.of(), "5.1.1").table().rows().getFirst())
        .containsExactly("“t0”", "1", "", "", "");
    assertThat(at(scalars(1, 2), Map.of(), "5.1.3").table().rows().getFirst())
        .endsWith("")
        .doesNotHaveDuplicates();
    assertThat(at(scalars(1, 2), Map.of(), "5.1.5").table().rows().getFirst()).doesNotContain("");
  }

  @Test
  void a_hidden_key_is_not_told_as_one_with_a_small_share() {
    var row = at(scalars(1, 2), Map.of("mask", "causal"), "5.1").table().rows().getLast();
    assertThat(row).endsWith("–");
  }

  @Test
  void a_token_that_shows_nothing_is_named_by_its_code_point() {
    var inputs = Map.of("tokens", List.of("a", "\u200D"));
    assertThat(at(inputs, Map.of(), "5.2").title()).contains("“U+200D”");
  }

  static Stream<Map<String, Object>> odd() {
    return Stream.of(
        scalars(0.0),
        scalars(-0.0, 0.0),
        scalars(1e60, -1e60, 1e-300),
        scalars(1, 1, 1, 1),
        Map.of("text", "ha ha ha"),
        Map.of("tokens", List.of("x".repeat(5000), "\u202E", "é")));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void every_step_of_odd_inputs_has_something_to_say(Map<String, Object> inputs) {
    for (var softmax : List.of("stable", "naive")) {
      for (var mask : List.of("none", "causal")) {
        for (var told : all(inputs, Map.of("softmax", softmax, "mask", mask))) {
          assertThat(told.title()).isNotBlank().hasSizeLessThan(120);
          assertThat(told.caption()).isNotBlank().doesNotContain("-", "  ", "..");
        }
      }
    }
  }

  private static List<Narration> all(Map<String, ?> inputs, Map<String, ?> parameters) {
    var problem =
        EXERCISE.problem(new Given(new LinkedHashMap<>(inputs), new LinkedHashMap<>(parameters)));
    var told = new ArrayList<Narration>();
    collect(EXERCISE.run(problem), told);
    return told;
  }

  private static void collect(Run<AttentionFrame> run, List<Narration> told) {
    for (int i = 0; run.has(i); i++) {
      var step = run.step(i);
      told.add(step.narration());
      if (step.isComposite()) {
        collect(step.inside(), told);
      }
    }
  }
}
