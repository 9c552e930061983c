package dev.stepwise.compute.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.attention.AttentionProblem.Mask;
import dev.stepwise.compute.attention.AttentionProblem.Settings;
import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttentionTest {
  private static final AttentionExercise EXERCISE = new AttentionExercise();

  static AttentionProblem random(int n, long seed, Map<String, Object> more) {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("seq_len", (long) n);
    parameters.put("seed", seed);
    parameters.putAll(more);
    return EXERCISE.problem(new Given(new LinkedHashMap<>(), parameters));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void rows_of_weights_sum_to_1_and_outputs_lie_among_the_values(long seed) {
    var pass = Attention.pass(random(9, seed, Map.of("mask", seed % 2 == 0 ? "causal" : "none")));
    for (int i = 0; i < 9; i++) {
      assertThat(Arrays.stream(pass.weights()[i]).sum()).isCloseTo(1, within(1e-12));
      for (int c = 0; c < 4; c++) {
        int column = c;
        var values = Arrays.stream(pass.v()).mapToDouble(row -> row[column]).summaryStatistics();
        assertThat(pass.output()[i][c]).isBetween(values.getMin() - 1e-12, values.getMax() + 1e-12);
      }
    }
  }

  /// Without places, attention doesn't know the order of its keys.
  @Test
  void permuting_tokens_permutes_the_output() {
    double[][] x = random(6, 3, Map.of()).x();
    double[][] turned = {x[3], x[0], x[5], x[1], x[4], x[2]};
    var problem = random(6, 3, Map.of());
    var other = withX(problem, turned);
    double[][] one = Attention.pass(problem).output();
    double[][] two = Attention.pass(other).output();
    int[] from = {3, 0, 5, 1, 4, 2};
    for (int i = 0; i < 6; i++) {
      assertThat(two[i]).containsExactly(one[from[i]], within(1e-12));
    }
  }

  private static AttentionProblem withX(AttentionProblem problem, double[][] x) {
    return new AttentionProblem(
        problem.tokens(),
        x,
        problem.queries(),
        problem.keys(),
        problem.values(),
        problem.settings(),
        problem.origin(),
        problem.names());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void under_a_causal_mask_later_tokens_change_nothing_before_them(long seed) {
    var problem = random(8, seed, Map.of("mask", "causal"));
    double[][] x = problem.x().clone();
    x[7] = new double[] {9, -9, 9, -9, 9, -9, 9, -9};
    double[][] before = Attention.pass(problem).output();
    double[][] after = Attention.pass(withX(problem, x)).output();
    for (int i = 0; i < 7; i++) {
      assertThat(after[i]).containsExactly(before[i]);
    }
    assertThat(after[7]).isNotEqualTo(before[7]);
    assertThat(Attention.pass(problem).weights()[0]).startsWith(1, 0, 0);
  }

  @Test
  void scaling_divides_by_the_root_of_the_key_width() {
    var pass = Attention.pass(random(5, 1, Map.of("d_k", 16L)));
    assertThat(pass.scaled()[2][3]).isEqualTo(pass.products()[2][3] / 4);
    var off = Attention.pass(random(5, 1, Map.of("d_k", 16L, "scale", false)));
    assertThat(off.scores()).isDeepEqualTo(off.products());
  }

  @Test
  void naive_softmax_agrees_with_the_stable_one_until_it_overflows() {
    var small = random(6, 2, Map.of());
    var naive = small.with(new Settings(true, Mask.NONE, SoftmaxKind.NAIVE));
    for (int i = 0; i < 6; i++) {
      assertThat(Attention.pass(naive).weights()[i])
          .containsExactly(Attention.pass(small).weights()[i], within(1e-12));
    }
    var huge = withX(small, scaled(small.x(), 300));
    var overflowed = Attention.pass(huge.with(new Settings(true, Mask.NONE, SoftmaxKind.NAIVE)));
    assertThat(Arrays.stream(overflowed.weights()).flatMapToDouble(Arrays::stream))
        .anyMatch(weight -> Double.isNaN(weight));
    assertThat(Arrays.stream(Attention.pass(huge).weights()).flatMapToDouble(Arrays::stream))
        .noneMatch(weight -> Double.isNaN(weight));
  }

  private static double[][] scaled(double[][] x, double factor) {
    return Arrays.stream(x)
        .map(row -> Arrays.stream(row).map(value -> factor * value).toArray())
        .toArray(double[][]::new);
  }

  @Test
  void entropy_and_gradient_know_the_extremes() {
    assertThat(Sharpness.entropy(new double[] {0, 1, 0, 0})).isZero();
    assertThat(Sharpness.entropy(new double[] {0.25, 0.25, 0.25, 0.25}))
        .isCloseTo(2, within(1e-12));
    assertThat(Sharpness.gradient(new double[] {0.5, 0.5})).isEqualTo(0.25);
    assertThat(Sharpness.gradient(new double[] {0, 1})).isZero();
  }

  /// p(1 − p) is the derivative of the winner's weight by its own score.
  @Test
  void the_gradient_is_what_a_small_change_of_the_score_says() {
    double[] scores = {0.3, 1.7, -0.4, 0.9};
    double[] moved = {0.3, 1.7 + 1e-6, -0.4, 0.9};
    var weights = Softmax.stable(scores);
    double change = Softmax.stable(moved)[1] - weights[1];
    assertThat(Sharpness.gradient(weights)).isCloseTo(change / 1e-6, within(1e-5));
  }

  @ParameterizedTest
  @EnumSource
  void watching_changes_nothing(SoftmaxKind kind) {
    var problem = random(7, 5, Map.of("mask", "causal", "softmax", kind.word()));
    var run = AttentionRun.of(problem);
    visit(run, 3);
    var last = run.step(run.length() - 1).frame();
    assertThat(last.focus()).isInstanceOf(OutputFocus.Finished.class);
    assertThat(last.pass().output()).isDeepEqualTo(Attention.pass(problem).output());
    assertThat(last.pass().scores()).isDeepEqualTo(Attention.pass(problem).scores());
  }

  private static int visit(Run<AttentionFrame> run, int depth) {
    int steps = 0;
    for (int index = 0; run.has(index); index++) {
      var step = run.step(index);
      steps++;
      assertThat(step.narration().caption()).isNotBlank();
      assertThat(step.frame().variables().keySet()).containsAll(step.writes());
      if (depth > 0 && step.isComposite()) {
        steps += visit(step.inside(), depth - 1);
      }
    }
    return steps;
  }

  @Test
  void every_step_at_every_depth_writes_what_it_says() {
    assertThat(visit(AttentionRun.of(random(3, 5, Map.of("mask", "causal"))), 4))
        .isGreaterThan(200);
  }

  @Test
  void the_last_term_of_a_sum_is_the_cell() {
    var run = AttentionRun.of(random(4, 8, Map.of()));
    var cell = run.step(1).inside().step(2).inside().step(1);
    var terms = cell.inside();
    assertThat(terms.step(terms.length() - 1).frame().variables().get("scores[2, 1]"))
        .isEqualTo(new Value.Scalar(cell.frame().pass().products()[2][1]));
    var projected = run.step(0).inside().step(1).inside().step(5);
    var factors = projected.inside();
    assertThat(factors.step(factors.length() - 1).frame().variables().get("K[1, 1]"))
        .isEqualTo(new Value.Scalar(projected.frame().pass().k()[1][1]));
  }

  @Test
  void known_cells_grow_from_step_to_step() {
    var run = AttentionRun.of(random(4, 8, Map.of()));
    for (var tensor : Tensor.values()) {
      int known = 0;
      for (int index = 0; run.has(index); index++) {
        int now = run.step(index).frame().known(tensor);
        assertThat(now).as(tensor + " at " + index).isGreaterThanOrEqualTo(known);
        known = now;
      }
      double[][] values = run.step(6).frame().values(tensor);
      assertThat(known).isEqualTo(values.length * values[0].length);
    }
  }
}
