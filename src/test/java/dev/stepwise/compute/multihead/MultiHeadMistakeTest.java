package dev.stepwise.compute.multihead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.lesson.Misconceptions;
import dev.stepwise.testing.MistakenRuns;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each mistake against loops over single numbers, as they stand in its formula.
class MultiHeadMistakeTest {
  private static final int N = 3;
  private static final int D = 4;
  private static final int HEADS = 2;
  private static final int WIDTH = 2;
  private final MultiHeadExercise exercise = new MultiHeadExercise();

  private MultiHeadProblem problem(MultiHeadMistake mistake, String mask) {
    return exercise.problem(
        Given.nothing()
            .withParameters(
                Map.of(
                    "seq_len",
                    (long) N,
                    "d_model",
                    (long) D,
                    "num_heads",
                    (long) HEADS,
                    "seed",
                    5L,
                    "mask",
                    mask,
                    Mistakes.PARAMETER,
                    mistake.id())));
  }

  private static String mask(MultiHeadMistake mistake) {
    return mistake.id().startsWith("masks") ? "causal" : "none";
  }

  private double[][] output(MultiHeadProblem problem) {
    var run = exercise.run(problem);
    return run.step(6).frame().pass().output();
  }

  private static double[] flat(double[][] x, double[][] w) {
    var flat = new double[N * D];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < D; j++) {
        for (int t = 0; t < D; t++) {
          flat[i * D + j] += x[i][t] * w[t][j];
        }
      }
    }
    return flat;
  }

  /// Where in memory a head has a number.
  private static int at(MultiHeadMistake mistake, int head, int token, int column) {
    return switch (mistake) {
      case NO_TRANSPOSE -> (head * N + token) * WIDTH + column;
      case FIRST_HEAD_FOR_ALL -> token * D + column;
      default -> token * D + head * WIDTH + column;
    };
  }

  private static double score(MultiHeadMistake mistake, double dot, int query, int key) {
    double scaled =
        switch (mistake) {
          case NO_SCALING -> dot;
          case DIVIDES_BY_D_K -> dot / WIDTH;
          default -> dot / Math.sqrt(WIDTH);
        };
    return switch (mistake) {
      case MASKS_THE_PAST -> key < query ? Double.NEGATIVE_INFINITY : scaled;
      case MASKS_WITH_ZERO -> key > query ? 0 : scaled;
      default -> scaled;
    };
  }

  @ParameterizedTest
  @EnumSource(MultiHeadMistake.class)
  void the_output_is_what_the_false_formula_gives(MultiHeadMistake mistake) {
    var problem = problem(mistake, mask(mistake));
    double[] q = flat(problem.x(), problem.queries());
    double[] k = flat(problem.x(), problem.keys());
    double[] v = flat(problem.x(), problem.values());
    double[] asked = mistake == MultiHeadMistake.QUERIES_FOR_KEYS ? q : k;
    double[] mixed = mistake == MultiHeadMistake.KEYS_FOR_VALUES ? k : v;
    var joined = new double[N * D];
    for (int head = 0; head < HEADS; head++) {
      var exps = new double[N][N];
      for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
          double dot = 0;
          for (int c = 0; c < WIDTH; c++) {
            dot += q[at(mistake, head, i, c)] * asked[at(mistake, head, j, c)];
          }
          exps[i][j] = Math.exp(score(mistake, dot, i, j));
        }
      }
      for (int i = 0; i < N; i++) {
        for (int c = 0; c < WIDTH; c++) {
          double sum = 0;
          for (int j = 0; j < N; j++) {
            double all = 0;
            for (int t = 0; t < N; t++) {
              all += mistake == MultiHeadMistake.ALONG_COLUMNS ? exps[t][j] : exps[i][t];
            }
            sum += exps[i][j] / all * mixed[at(mistake, head, j, c)];
          }
          boolean straight = mistake == MultiHeadMistake.NO_TRANSPOSE_AT_MERGE;
          joined[straight ? (head * N + i) * WIDTH + c : i * D + head * WIDTH + c] = sum;
        }
      }
    }
    double[][] output = output(problem);
    double[][] w = problem.output();
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < D; j++) {
        double expected = 0;
        for (int t = 0; t < D; t++) {
          expected +=
              joined[i * D + t]
                  * switch (mistake) {
                    case NO_OUTPUT_PROJECTION -> t == j ? 1 : 0;
                    case MIXER_TRANSPOSED -> w[j][t];
                    default -> w[t][j];
                  };
        }
        assertThat(output[i][j]).as("output[%d, %d]", i, j).isCloseTo(expected, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = MultiHeadMistake.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void a_shipped_preset_ends_otherwise(MultiHeadMistake mistake) {
    assertThat(MistakenRuns.shownBy(exercise, mistake.id())).isPresent();
  }

  @ParameterizedTest
  @EnumSource(value = MultiHeadMistake.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void it_is_found_at_a_false_number_made_from_right_ones(MultiHeadMistake mistake) {
    var right = problem(MultiHeadMistake.NONE, "causal");
    assertThat(MistakenRuns.found(exercise, right, problem(mistake, "causal"))).isPresent();
  }

  @ParameterizedTest
  @EnumSource(MultiHeadMistake.class)
  void every_number_says_how_it_really_came_to_be(MultiHeadMistake mistake) {
    assertThat(MistakenRuns.faults(exercise, problem(mistake, mask(mistake)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(MultiHeadMistake.class)
  void mending_a_mistake_leaves_everything_else_as_it_was(MultiHeadMistake mistake) {
    var mended = exercise.changed(problem(mistake, "none"), Mistakes.PARAMETER, Mistakes.NONE);
    var right = problem(MultiHeadMistake.NONE, "none");
    assertThat(exercise.given(mended).parameters()).isEqualTo(exercise.given(right).parameters());
    assertThat(output(mended)).isDeepEqualTo(MultiHead.pass(right).output());
  }

  @Test
  void every_mistake_is_told_of() {
    var ids = Mistakes.of(exercise.schema()).keySet();
    assertThat(ids).hasSizeGreaterThanOrEqualTo(8);
    assertThat(Misconceptions.of("multi-head-attention").byId().keySet()).containsAll(ids);
  }
}
