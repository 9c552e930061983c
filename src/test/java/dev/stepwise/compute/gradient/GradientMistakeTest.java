package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.gradient.network.Backward;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.lesson.Misconceptions;
import dev.stepwise.testing.FirstFalse;
import dev.stepwise.testing.MistakenRuns;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each mistake in one batch of two samples through two hidden units, one of which is off for the
/// first sample; expectations written out number by number, apart from the app.
class GradientMistakeTest {
  private static final double[][] X = {{1, 2}, {3, -1}};
  private static final int[] Y = {0, 1};
  private static final double[][] W1 = {{1, -1}, {0.5, 0.25}};
  private static final double[] B1 = {0.1, 3};
  private static final double[][] W2 = {{0.2, -0.3}, {0.4, 0.7}};
  private static final double[] B2 = {0.05, -0.05};
  private static final double RATE = 0.5;

  /// z1 = X W1 + b1, by hand: the second unit is off for the second sample.
  private static final double[][] Z1 = {{2.1, 2.5}, {2.6, -0.25}};

  private static final double[][] ROW_OF_ONES = {{1, 1}};
  private final GradientExercise exercise = new GradientExercise();

  private Given given(GradientMistake mistake) {
    return Given.nothing()
        .withInputs(Map.of("X", X, "y", Y, "W1", W1, "b1", B1, "W2", W2, "b2", B2))
        .withParameters(
            Map.of(
                "learning_rate",
                RATE,
                "epochs",
                3L,
                "batch_size",
                0L,
                "shuffle",
                false,
                Mistakes.PARAMETER,
                mistake.id()));
  }

  private NetworkProblem problem(GradientMistake mistake) {
    return (NetworkProblem) exercise.problem(given(mistake));
  }

  private Trainer.Batch batch(GradientMistake mistake) {
    var problem = problem(mistake);
    int[] order = Trainer.order(problem, 1);
    return Trainer.batch(
        problem, Trainer.initialise(problem), order, 1, 0, Double.POSITIVE_INFINITY);
  }

  private Backward back(GradientMistake mistake) {
    return batch(mistake).backward().orElseThrow();
  }

  /// The probabilities, from what the hidden units put out.
  private static double[][] p(double[][] a1) {
    var p = new double[2][2];
    for (int i = 0; i < 2; i++) {
      double one = a1[i][0] * W2[0][0] + a1[i][1] * W2[1][0] + B2[0];
      double other = a1[i][0] * W2[0][1] + a1[i][1] * W2[1][1] + B2[1];
      p[i][0] = 1 / (1 + Math.exp(other - one));
      p[i][1] = 1 - p[i][0];
    }
    return p;
  }

  private static double[][] product(double[][] left, double[][] right) {
    var product = new double[left.length][right[0].length];
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < right[0].length; j++) {
        for (int k = 0; k < right.length; k++) {
          product[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return product;
  }

  private static double[][] transposed(double[][] rows) {
    return new double[][] {{rows[0][0], rows[1][0]}, {rows[0][1], rows[1][1]}};
  }

  private static double[][] a1() {
    return new double[][] {{2.1, 2.5}, {2.6, 0}};
  }

  /// (p − y) times a number.
  private static double[][] error(double times) {
    double[][] p = p(a1());
    return new double[][] {
      {(p[0][0] - 1) * times, p[0][1] * times}, {p[1][0] * times, (p[1][1] - 1) * times}
    };
  }

  private static void same(double[][] actual, double[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(1e-12));
    }
  }

  /// What follows from an error at the logits, where nothing else is wrong.
  private void followsFrom(double[][] dz2, GradientMistake mistake) {
    var back = back(mistake);
    same(back.dz2(), dz2);
    same(back.dw2(), product(transposed(a1()), dz2));
    same(new double[][] {back.db2()}, product(ROW_OF_ONES, dz2));
    double[][] da1 = product(dz2, transposed(W2));
    same(back.da1(), da1);
    double[][] dz1 = {{da1[0][0], da1[0][1]}, {da1[1][0], 0}};
    same(back.dz1(), dz1);
    same(back.dw1(), product(transposed(X), dz1));
  }

  @Test
  void each_mistake_in_the_error_goes_all_the_way_back() {
    followsFrom(error(0.5), GradientMistake.NONE);
    followsFrom(error(1), GradientMistake.NOT_DIVIDED);
    followsFrom(error(-0.5), GradientMistake.TARGET_MINUS_PREDICTION);
    double[][] p = p(a1());
    followsFrom(
        new double[][] {{p[0][0] / 2, p[0][1] / 2}, {p[1][0] / 2, p[1][1] / 2}},
        GradientMistake.NO_TARGET);
  }

  @Test
  void each_mistake_on_the_way_back_changes_what_comes_after_it() {
    double[][] dz2 = error(0.5);
    double[][] da1 = product(dz2, transposed(W2));
    same(back(GradientMistake.ERRORS_PASS_AN_OFF_UNIT).dz1(), da1);
    same(
        back(GradientMistake.VALUE_FOR_SLOPE).dz1(),
        new double[][] {
          {da1[0][0] * Z1[0][0], da1[0][1] * Z1[0][1]},
          {da1[1][0] * Z1[1][0], da1[1][1] * Z1[1][1]}
        });
    double[][] dw2 = product(transposed(a1()), dz2);
    var moved = new double[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        moved[i][j] = W2[i][j] - RATE * dw2[i][j];
      }
    }
    same(back(GradientMistake.W2_UPDATED_FIRST).da1(), product(dz2, transposed(moved)));
  }

  @Test
  void without_its_bend_a_unit_passes_what_is_negative() {
    var forward = batch(GradientMistake.RELU_PASSES_NEGATIVES).forward();
    same(forward.a1(), Z1);
    same(forward.p(), p(Z1));
  }

  @Test
  void each_mistake_in_the_update_takes_the_step_it_would() {
    var back = back(GradientMistake.NONE);
    steps(GradientMistake.NONE, back, -RATE, -RATE, -RATE);
    steps(GradientMistake.CLIMBS_THE_GRADIENT, back, RATE, RATE, RATE);
    steps(GradientMistake.RATE_LEFT_OUT, back, -1, -1, -1);
    steps(GradientMistake.BIASES_NOT_UPDATED, back, -RATE, 0, -RATE);
    steps(GradientMistake.LAST_LAYER_ONLY, back, 0, 0, -RATE);
  }

  /// @param w1,b1,w2 what the gradients are multiplied by
  private void steps(GradientMistake mistake, Backward back, double w1, double b1, double w2) {
    Parameters after = batch(mistake).after();
    assertThat(after.w1()[1][0]).isCloseTo(W1[1][0] + w1 * back.dw1()[1][0], within(1e-12));
    assertThat(after.b1()[0]).isCloseTo(B1[0] + b1 * back.db1()[0], within(1e-12));
    assertThat(after.w2()[0][1]).isCloseTo(W2[0][1] + w2 * back.dw2()[0][1], within(1e-12));
  }

  @Test
  void a_sum_beside_a_mean_is_what_the_parameter_gradient_does() {
    var set = problem(GradientMistake.SUM_BESIDE_MEAN);
    assertThat(set.averaging()).isEqualTo(Averaging.SUM_BESIDE_MEAN);
    var stated = given(GradientMistake.NONE).withParameters(Map.of("gradient", "sum-beside-mean"));
    var other = (NetworkProblem) exercise.problem(stated);
    assertThat(Trainer.fit(set).parameters().sameAs(Trainer.fit(other).parameters())).isTrue();
    assertThat(exercise.given(set).parameters()).containsEntry("gradient", "mean");
  }

  @Test
  void a_problem_keeps_its_mistake() {
    var problem = problem(GradientMistake.NO_TARGET);
    assertThat(problem(GradientMistake.NO_TARGET).withDescent(problem.descent()).mistake())
        .isEqualTo(GradientMistake.NO_TARGET);
    assertThat(((NetworkProblem) exercise.problem(exercise.given(problem))).mistake())
        .isEqualTo(GradientMistake.NO_TARGET);
  }

  private Given line(GradientMistake mistake) {
    return Given.nothing()
        .withInputs(Map.of("X", X, "y", new double[] {1, -2}))
        .withParameters(
            Map.of(
                "model",
                "linear-regression",
                "learning_rate",
                0.25,
                "epochs",
                2L,
                Mistakes.PARAMETER,
                mistake.id()));
  }

  /// From zero the errors are −1 and 2: dw = Σ x e = (5, −4), db = Σ e = 1, as 2/n is 1.
  @Test
  void each_mistake_of_linear_regression_takes_the_step_it_would() {
    steps(GradientMistake.NONE, -1.25, 1, -0.25);
    steps(GradientMistake.CLIMBS_THE_GRADIENT, 1.25, -1, 0.25);
    steps(GradientMistake.RATE_LEFT_OUT, -5, 4, -1);
    steps(GradientMistake.BIASES_NOT_UPDATED, -1.25, 1, 0);
    steps(GradientMistake.NOT_DIVIDED, -2.5, 2, -0.5);
    steps(GradientMistake.NO_TARGET, -1.25, 1, -0.25); // one of a network
  }

  private void steps(GradientMistake mistake, double first, double second, double bias) {
    var problem = (RegressionProblem) exercise.problem(line(mistake));
    var start = LinearModel.zero(2);
    var after =
        RegressionTrainer.epoch(problem, start, 1, Double.POSITIVE_INFINITY, (_, _) -> {}).after();
    assertThat(after.weights()).as(mistake.id()).containsExactly(first, second);
    assertThat(after.bias()).isEqualTo(bias);
    assertThat(((RegressionProblem) exercise.problem(exercise.given(problem))).mistake())
        .isEqualTo(mistake);
  }

  @ParameterizedTest
  @EnumSource(GradientMistake.class)
  void the_shares_of_the_samples_add_up_to_the_derivative_that_is_computed(
      GradientMistake mistake) {
    var problem = exercise.problem(line(mistake));
    var frame = (RegressionFrame) exercise.run(problem).step(1).frame();
    var pass = frame.pass().orElseThrow();
    for (int j = 0; j <= 2; j++) {
      double sum = 0;
      for (int row = 0; row < pass.samples().length; row++) {
        sum += frame.share(row, j);
      }
      assertThat(sum).isCloseTo(pass.gradient().parameter(j), within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource(GradientMistake.class)
  void a_line_with_a_mistake_explains_itself(GradientMistake mistake) {
    assertThat(MistakenRuns.faults(exercise, exercise.problem(line(mistake)))).isEmpty();
    var small = line(mistake).withParameters(Map.of("batch_size", 1L));
    assertThat(MistakenRuns.faults(exercise, exercise.problem(small))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(GradientMistake.class)
  void every_number_that_a_step_writes_says_how_it_really_came_to_be(GradientMistake mistake) {
    assertThat(MistakenRuns.faults(exercise, problem(mistake))).isEmpty();
    var leaky = given(mistake).withParameters(Map.of("activation", "leaky-relu"));
    assertThat(MistakenRuns.faults(exercise, exercise.problem(leaky))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = GradientMistake.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void every_mistake_has_a_first_false_number_on_a_preset(GradientMistake mistake) {
    var slow = Set.of("digits", "spiral", "depth-probe", "rate-too-high", "iris", "rate-drop");
    assertThat(FirstFalse.seenIn(exercise, mistake.id(), slow)).isNotEmpty();
  }

  @Test
  void every_mistake_is_told_of() {
    assertThat(Misconceptions.of("gradient-descent").byId().keySet())
        .containsAll(Mistakes.of(exercise.schema()).keySet());
  }
}
