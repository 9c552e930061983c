package dev.stepwise.compute.lstm;

import static dev.stepwise.compute.lstm.Sequences.EXERCISE;
import static dev.stepwise.compute.lstm.Sequences.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.lstm.TimeStep.Change;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is said is true of ties, zeros, one unit and huge numbers too.
class LstmWordsTest {

  /// One unit whose gates and candidate are those of their biases, from a cell state.
  private static LstmProblem constant(double forget, double input, double candidate, double c) {
    return EXERCISE.problem(
        given(
            Map.of(
                "X", new double[][] {{0}},
                "W_f", new double[1][2],
                "W_i", new double[1][2],
                "W_c", new double[1][2],
                "W_o", new double[1][2],
                "b_f", new double[] {forget},
                "b_i", new double[] {input},
                "b_c", new double[] {candidate},
                "c_0", new double[] {c}),
            Map.of("hidden_size", 1L)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 1, FADES", // a gate at 0.50 halves: nothing is kept
    "9, -9, 0, 1, HOLDS",
    "9, 9, 9, 3, GROWS", // counting on
    "9, 9, 9, 30, GROWS",
    "-9, 9, 9, -1, OVERWRITES",
    "9, 9, -9, 0.5, TURNS",
    "9, 9, 9, 0, FILLS",
    "9, 9, 0, 0, STAYS_EMPTY",
    "-9, -9, 0, 1, FADES",
  })
  void what_happens_to_a_memory_is_what_its_numbers_do(
      double forget, double input, double candidate, double c, Change change) {
    var problem = constant(forget, input, candidate, c);
    assertThat(new TimeStep(problem, problem.history(), 0).change(0)).isEqualTo(change);
  }

  @Test
  void a_change_is_told_with_the_digits_that_tell_it() {
    assertThat(Signs.change(-0.5012, -0.5039)).isEqualTo("goes from −0.501 to −0.504");
    assertThat(Signs.change(0.5, 0.5)).isEqualTo("stays at 0.50");
    assertThat(Signs.change(1.25, 1.25 + 1e-9)).isEqualTo("stays near 1.25, moving by 1e−9");
    assertThat(Signs.range(0.5, 0.5)).isEqualTo("are all 0.50");
    assertThat(Signs.range(0.5012, 0.5039)).isEqualTo("go from 0.501 to 0.504");
  }

  @Test
  void a_share_is_0_or_100_percent_only_where_it_is() {
    assertThat(Signs.percent(0.5)).isEqualTo("50 %");
    assertThat(Signs.percent(0.99753)).isEqualTo("99.8 %");
    assertThat(Signs.percent(0.99997)).isEqualTo("99.997 %");
    assertThat(Signs.percent(1)).isEqualTo("100 %");
    assertThat(Signs.percent(1e-9)).isEqualTo("almost 0 %");
    assertThat(Signs.percent(0.0002)).isEqualTo("0.02 %");
    assertThat(Figures.text(Vectors.sigmoid(6))).isEqualTo("0.998");
    assertThat(Figures.text(Math.nextDown(1.0))).isEqualTo("≈ 1");
  }

  @Test
  void where_all_products_are_0_none_is_the_largest() {
    var problem = constant(0.5, 0, 0, 1);
    var frame = LstmRun.of(problem).step(0).frame();
    var said = new Neuron(frame, Quantity.F, 0).weightedSum().narration();
    assertThat(said.caption()).isEqualTo("All 2 products are 0, so the sum is the bias, 0.50.");
    assertThat(said.table().telling()).isEqualTo(-1);
    assertThat(new Neuron(frame, Quantity.F, 0).product(0).sentence()).contains("it adds nothing.");
  }

  @Test
  void a_tie_of_the_largest_is_said_to_be_one() {
    var problem =
        EXERCISE.problem(
            given(
                Map.of(
                    "X", new double[][] {{1, -1}},
                    "W_f", new double[][] {{2, 2, 0}},
                    "features", List.of("a", "b")),
                Map.of("hidden_size", 1L)));
    var frame = LstmRun.of(problem).step(0).frame();
    assertThat(new Neuron(frame, Quantity.F, 0).weightedSum().sentence())
        .endsWith("a and b have the largest shares, equal in size.");
  }

  @Test
  void the_grus_candidate_does_not_see_the_state_itself() {
    var inside = LstmRun.of(Sequences.generated(Cell.GRU, 2, 2, 1)).step(1).inside();
    assertThat(inside.step(0).narration().caption()).contains("Those of the candidate don't");
    assertThat(
            LstmRun.of(Sequences.generated(Cell.LSTM, 1, 2, 1))
                .step(0)
                .inside()
                .step(0)
                .narration()
                .caption())
        .contains("All four weight matrices act on it", "at the start");
  }

  private static List<Narration> everything(LstmProblem problem) {
    var said = new ArrayList<Narration>();
    var run = LstmRun.of(problem);
    for (int t = 0; t < run.length(); t++) {
      collect(run.step(t), said);
    }
    return said;
  }

  private static void collect(Step<LstmFrame> step, List<Narration> said) {
    said.add(step.narration());
    if (step.isComposite()) {
      for (int k = 0; k < step.inside().length(); k++) {
        collect(step.inside().step(k), said);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void numbers_at_the_limits_stay_numbers(Cell cell) {
    double huge = 1e100;
    var problem =
        EXERCISE.problem(
            given(
                Map.of(
                    "X", new double[][] {{huge}, {-huge}},
                    "W_f", new double[][] {{huge, -huge}},
                    "W_h", new double[][] {{huge, huge}},
                    "W_n", new double[][] {{-huge, huge}},
                    "b_i", new double[] {huge},
                    "h_0", new double[] {-huge},
                    "c_0", new double[] {huge}),
                Map.of("cell", cell.word(), "hidden_size", 1L)));
    for (var said : everything(problem)) {
      assertThat(said.title() + said.caption() + said.formulas() + said.table())
          .doesNotContain("NaN", "null");
    }
  }

  @ParameterizedTest
  @EnumSource
  void one_unit_is_one(Cell cell) {
    var problem =
        EXERCISE.problem(
            given(
                Map.of("X", new double[][] {{0.5}}),
                Map.of("cell", cell.word(), "hidden_size", 1L)));
    for (var said : everything(problem)) {
      assertThat(said.title() + " " + said.caption())
          .doesNotContain("1 units", "1 numbers", "1 are", " 1 of 1 ", "units move");
    }
  }

  @Test
  void letters_are_what_people_count() {
    assertThat(Generated.letters("e\u0301e\u0301")).containsExactly("é", "é");
    assertThat(Generated.letters("न\u092e\u0938\u094d\u0924े")).hasSizeLessThan(6);
    assertThat(Generated.letters("a👩‍👩‍👧b👍🏽")).containsExactly("a", "👩‍👩‍👧", "b", "👍🏽");
    var problem = EXERCISE.problem(given(Map.of("text", "👍🏽a👍🏽"), Map.of()));
    assertThat(problem.features()).containsExactly("👍🏽", "a");
    assertThat(problem.x()).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}, {1, 0}});
    assertThat(Generated.label("\u200d")).isEqualTo("U+200D");
    assertThat(Generated.label(" ")).isEqualTo("␣");
  }
}
