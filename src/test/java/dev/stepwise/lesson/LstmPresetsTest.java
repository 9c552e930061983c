package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.lstm.History;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.lstm.LstmProblem;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.compute.lstm.Saturation;
import dev.stepwise.playback.Navigator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each preset of the LSTM cell makes the point that it claims to make.
class LstmPresetsTest {
  private final LstmExercise exercise = new LstmExercise();

  static List<Preset> presets() {
    return Presets.of("lstm");
  }

  private LstmProblem problem(String id) {
    return problem(id, Map.of());
  }

  private LstmProblem problem(String id, Map<String, ?> changes) {
    var preset = presets().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return exercise.problem(preset.scenario(exercise).given().withParameters(changes));
  }

  private static double value(LstmProblem problem, Quantity quantity, int step, int unit) {
    return problem.history().moment(step - 1).values(quantity)[unit - 1];
  }

  @ParameterizedTest
  @MethodSource("presets")
  void a_preset_opens_at_a_step_that_there_is_and_says_its_point(Preset preset) {
    var run = exercise.run(exercise.problem(preset.scenario(exercise).given()));
    assertThat(new Navigator<>(run).find(preset.opens())).isPresent();
    assertThat(preset.point()).matches("[A-Z][^.]*\\.");
    assertThat(preset.scenario(exercise).title()).isEqualTo(preset.title());
  }

  /// Unit 1 shows the bit that was written at step 4, at step 44, whichever bit it was.
  @Test
  void the_bit_is_remembered_through_forty_steps_of_distraction() {
    var problem = problem("remember-bit");
    assertThat(problem.x()[3]).containsExactly(1, 1, 0);
    assertThat(problem.x()[43]).containsExactly(-1, 0, 1);
    assertThat(value(problem, Quantity.C, 44, 1)).isGreaterThan(0.85);
    assertThat(value(problem, Quantity.H, 44, 1)).isGreaterThan(0.6);
    assertThat(value(problem, Quantity.H, 43, 1)).isCloseTo(0, within(0.01));
    long distractions =
        IntStream.range(4, 44).filter(t -> problem.x()[t][0] != problem.x()[3][0]).count();
    assertThat(distractions).isGreaterThan(20);

    double[][] other = Arrays.stream(problem.x()).map(double[]::clone).toArray(double[][]::new);
    other[3][0] = -1;
    var turned = new History(other, problem.recurrentCell(), problem.start());
    assertThat(turned.moment(43).values(Quantity.H)[0]).isLessThan(-0.6);
  }

  /// Unit 2 lets noise in, unit 3 does not forget when it is written to, unit 4 counts the writes.
  @Test
  void the_other_units_show_what_goes_wrong_without_the_gates() {
    var problem = problem("remember-bit");
    assertThat(value(problem, Quantity.C, 4, 2)).isGreaterThan(0.9);
    assertThat(value(problem, Quantity.C, 44, 2)).isLessThan(0);
    assertThat(value(problem, Quantity.C, 4, 3)).isCloseTo(0, within(0.01));
    assertThat(value(problem, Quantity.C, 4, 4)).isCloseTo(2, within(0.05));
  }

  @Test
  void a_smaller_forget_bias_loses_the_bit() {
    var problem = problem("remember-bit", Map.of("forget_bias", 1.0));
    assertThat(Math.abs(value(problem, Quantity.C, 44, 1))).isLessThan(0.05);
  }

  @Test
  void the_gru_remembers_too_and_shows_it_all_the_time() {
    var problem = problem("gru-bit");
    for (int step = 4; step <= 44; step++) {
      assertThat(value(problem, Quantity.H, step, 1)).isGreaterThan(0.85);
    }
    assertThat(problem.cell().gates()).hasSize(2);
  }

  /// The steps after the pulse until nothing of the memory is above a tenth of what the pulse left.
  private static int lifetime(LstmProblem problem) {
    var history = problem.history();
    double left = largest(history, problem, 2);
    return IntStream.range(3, history.length())
            .filter(t -> largest(history, problem, t) < left / 10)
            .findFirst()
            .orElseThrow()
        - 2;
  }

  private static double largest(History history, LstmProblem problem, int t) {
    return Arrays.stream(history.moment(t).values(problem.cell().memory()))
        .map(Math::abs)
        .max()
        .orElseThrow();
  }

  @Test
  void a_forget_bias_of_1_remembers_more_than_twice_as_long_as_0_and_the_rnn() {
    int zero = lifetime(problem("forget-bias-0"));
    int one = lifetime(problem("forget-bias-1"));
    int plain = lifetime(problem("plain-rnn"));
    assertThat(one).isGreaterThan(2 * zero).isGreaterThan(2 * plain);
    var half = problem("forget-bias-0");
    assertThat(half.recurrentCell().layer(Quantity.I).weights())
        .isDeepEqualTo(problem("forget-bias-1").recurrentCell().layer(Quantity.I).weights());
    assertThat(value(half, Quantity.F, 1, 1)).isEqualTo(0.5);
    assertThat(value(problem("forget-bias-1"), Quantity.F, 1, 1)).isCloseTo(0.731, within(1e-3));
  }

  @Test
  void most_gates_are_saturated_and_flat() {
    var problem = problem("saturated");
    int saturated = 0;
    for (int t = 0; t < problem.x().length; t++) {
      saturated += Saturation.count(problem.cell(), problem.history().moment(t));
    }
    double share = saturated / (3.0 * problem.hidden() * problem.x().length);
    assertThat(share).isGreaterThan(0.75);
  }

  @Test
  void the_cell_state_counts_and_the_hidden_state_does_not() {
    var problem = problem("counting");
    int balance = 0;
    for (int step = 1; step <= problem.x().length; step++) {
      balance += problem.labels().get(step - 1).equals("a") ? 1 : -1;
      assertThat(value(problem, Quantity.C, step, 1)).isCloseTo(balance, within(0.02));
    }
    assertThat(value(problem, Quantity.C, 5, 1) - value(problem, Quantity.C, 3, 1))
        .isCloseTo(2, within(0.01));
    assertThat(value(problem, Quantity.H, 5, 1) - value(problem, Quantity.H, 3, 1))
        .isLessThan(0.01);
  }

  @Test
  void the_same_letter_finds_another_state_each_time() {
    var problem = problem("word");
    var history = problem.history();
    var states =
        IntStream.range(0, problem.x().length)
            .filter(t -> problem.labels().get(t).equals("s"))
            .mapToObj(t -> history.moment(t).values(Quantity.H))
            .toList();
    assertThat(states).hasSize(4);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < i; j++) {
        double apart = 0;
        for (int unit = 0; unit < problem.hidden(); unit++) {
          apart = Math.max(apart, Math.abs(states.get(i)[unit] - states.get(j)[unit]));
        }
        assertThat(apart).isGreaterThan(0.03);
      }
    }
  }
}
