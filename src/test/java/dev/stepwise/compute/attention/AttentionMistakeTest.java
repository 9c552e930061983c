package dev.stepwise.compute.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.lesson.Misconceptions;
import dev.stepwise.testing.MistakenRuns;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each mistake against the formula that it stands for, written down with the matrices of Commons
/// Math.
class AttentionMistakeTest {
  private static final int N = 5;
  private static final double ROOT = Math.sqrt(3);
  private final AttentionExercise exercise = new AttentionExercise();

  private static AttentionProblem problem(AttentionMistake mistake, String mask) {
    return AttentionTest.random(
        N, 7, Map.of("d_k", 3L, "mask", mask, Mistakes.PARAMETER, mistake.id()));
  }

  private Attention.Pass pass(AttentionProblem problem) {
    var run = exercise.run(problem);
    int last = 0;
    while (run.has(last + 1)) {
      last++;
    }
    return run.step(last).frame().pass();
  }

  private static double[][] times(double[][] left, double[][] right) {
    return MatrixUtils.createRealMatrix(left)
        .multiply(MatrixUtils.createRealMatrix(right))
        .getData();
  }

  private static double[][] transposed(double[][] matrix) {
    return MatrixUtils.createRealMatrix(matrix).transpose().getData();
  }

  private static double[][] each(double[][] matrix, DoubleUnaryOperator change) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.stream(row).map(change).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] softmax(double[][] scores) {
    return Arrays.stream(scores)
        .map(row -> {
          double sum = Arrays.stream(row).map(Math::exp).sum();
          return Arrays.stream(row).map(score -> Math.exp(score) / sum).toArray();
        })
        .toArray(double[][]::new);
  }

  private static double[][] hidden(double[][] scores, double value, boolean past) {
    var hidden = each(scores, score -> score);
    for (int i = 0; i < hidden.length; i++) {
      for (int j = 0; j < hidden.length; j++) {
        hidden[i][j] = (past ? j < i : j > i) ? value : hidden[i][j];
      }
    }
    return hidden;
  }

  @ParameterizedTest
  @EnumSource(AttentionMistake.class)
  void the_output_is_what_the_false_formula_gives(AttentionMistake mistake) {
    var mask = mistake.step() == AttentionMistake.Step.MASK ? "causal" : "none";
    var pass = pass(problem(mistake, mask));
    double[][] q = pass.q();
    double[][] k = pass.k();
    double[][] v = pass.v();
    double[][] products =
        switch (mistake) {
          case QUERIES_FOR_KEYS -> times(q, transposed(q));
          case SWAPPED -> times(k, transposed(q));
          default -> times(q, transposed(k));
        };
    double[][] scores =
        switch (mistake) {
          case NO_SCALING, SCALES_THE_WEIGHTS -> products;
          case DIVIDES_BY_D_K -> each(products, x -> x / 3);
          case MULTIPLIES_BY_THE_ROOT -> each(products, x -> x * ROOT);
          default -> each(products, x -> x / ROOT);
        };
    double[][] masked =
        switch (mistake) {
          case MASKS_THE_PAST -> hidden(scores, Double.NEGATIVE_INFINITY, true);
          case MASKS_WITH_ZERO -> hidden(scores, 0, false);
          default -> scores;
        };
    double[][] weights =
        switch (mistake) {
          case ALONG_COLUMNS -> transposed(softmax(transposed(masked)));
          case NOT_DIVIDED ->
              Arrays.stream(masked)
                  .map(row -> {
                    double top = Arrays.stream(row).max().orElseThrow();
                    return Arrays.stream(row).map(x -> Math.exp(x - top)).toArray();
                  })
                  .toArray(double[][]::new);
          case SCALES_THE_WEIGHTS -> each(softmax(masked), x -> x / ROOT);
          default -> softmax(masked);
        };
    double[][] output =
        switch (mistake) {
          case KEYS_FOR_VALUES -> times(weights, k);
          case SUM_FOR_MEAN -> times(each(weights, _ -> 1), v);
          case PLAIN_MEAN -> times(each(weights, _ -> 0.2), v);
          case WEIGHTS_TRANSPOSED -> times(transposed(weights), v);
          default -> times(weights, v);
        };
    assertClose(pass.scores(), masked);
    assertClose(pass.weights(), weights);
    assertClose(pass.output(), output);
  }

  private static void assertClose(double[][] actual, double[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected[i].length; j++) {
        if (expected[i][j] == Double.NEGATIVE_INFINITY) {
          assertThat(actual[i][j]).isEqualTo(Double.NEGATIVE_INFINITY);
        } else {
          assertThat(actual[i][j]).isCloseTo(expected[i][j], within(1e-12));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = AttentionMistake.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void a_shipped_preset_ends_otherwise(AttentionMistake mistake) {
    assertThat(MistakenRuns.shownBy(exercise, mistake.id())).isPresent();
  }

  @ParameterizedTest
  @EnumSource(value = AttentionMistake.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void it_is_found_at_a_false_number_made_from_right_ones(AttentionMistake mistake) {
    var right = problem(AttentionMistake.NONE, "causal");
    assertThat(MistakenRuns.found(exercise, right, problem(mistake, "causal"))).isPresent();
    assertThat(MistakenRuns.found(exercise, right, right)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(AttentionMistake.class)
  void every_number_says_how_it_really_came_to_be(AttentionMistake mistake) {
    var mask = mistake.step() == AttentionMistake.Step.MASK ? "causal" : "none";
    assertThat(MistakenRuns.faults(exercise, problem(mistake, mask))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(AttentionMistake.class)
  void mending_a_mistake_leaves_everything_else_as_it_was(AttentionMistake mistake) {
    var mended = exercise.changed(problem(mistake, "causal"), Mistakes.PARAMETER, Mistakes.NONE);
    assertThat(exercise.given(mended).parameters())
        .isEqualTo(exercise.given(problem(AttentionMistake.NONE, "causal")).parameters());
    assertThat(pass(mended).output())
        .isDeepEqualTo(Attention.pass(problem(AttentionMistake.NONE, "causal")).output());
  }

  @Test
  void a_mistake_stands_in_the_scenario_that_it_came_from() {
    var problem = problem(AttentionMistake.PLAIN_MEAN, "none");
    assertThat(exercise.problem(exercise.given(problem)).settings()).isEqualTo(problem.settings());
  }

  @Test
  void every_mistake_is_told_of() {
    var ids = Mistakes.of(exercise.schema()).keySet();
    assertThat(ids).hasSizeGreaterThanOrEqualTo(8);
    assertThat(Misconceptions.of("self-attention").byId().keySet()).containsAll(ids);
  }
}
