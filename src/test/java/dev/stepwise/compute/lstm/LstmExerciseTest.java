package dev.stepwise.compute.lstm;

import static dev.stepwise.compute.lstm.Sequences.EXERCISE;
import static dev.stepwise.compute.lstm.Sequences.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LstmExerciseTest {

  @Test
  void nothing_given_is_an_lstm_of_four_units_over_24_steps() {
    var problem = EXERCISE.problem(Given.nothing());
    assertThat(problem.cell()).isEqualTo(Cell.LSTM);
    assertThat(problem.x()).hasDimensions(24, 2);
    assertThat(problem.hidden()).isEqualTo(4);
    assertThat(problem.recurrentCell().layer(Quantity.F).bias()).containsOnly(1);
    assertThat(problem.recurrentCell().layer(Quantity.I).bias()).containsOnly(0);
    assertThat(problem.recurrentCell().parameters()).isEqualTo(4 * (4 * 6 + 4));
  }

  @Test
  void the_forget_bias_serves_a_generated_gate_and_a_stated_one_stands() {
    var generated = EXERCISE.problem(given(Map.of(), Map.of("forget_bias", 3.0)));
    assertThat(generated.recurrentCell().layer(Quantity.F).bias()).containsOnly(3);
    var stated =
        EXERCISE.problem(
            given(Map.of("b_f", new double[] {0.5, 0.25}), Map.of("forget_bias", 3.0)));
    assertThat(stated.recurrentCell().layer(Quantity.F).bias()).containsExactly(0.5, 0.25);
    assertThat(stated.hidden()).isEqualTo(2);
  }

  @Test
  void the_forget_bias_is_idle_where_there_is_no_such_gate() {
    assertThat(EXERCISE.idle(EXERCISE.problem(Given.nothing()))).isEmpty();
    for (var cell : List.of("gru", "rnn")) {
      var problem = EXERCISE.problem(given(Map.of(), Map.of("cell", cell)));
      assertThat(EXERCISE.idle(problem)).containsOnlyKeys("forget_bias");
      assertThat(EXERCISE.changed(problem, "forget_bias", 5.0).recurrentCell())
          .usingRecursiveComparison()
          .isEqualTo(problem.recurrentCell());
    }
  }

  @Test
  void a_text_becomes_one_hot_letters() {
    var problem = EXERCISE.problem(given(Map.of("text", "abba c"), Map.of()));
    assertThat(problem.features()).containsExactly("a", "b", "␣", "c");
    assertThat(problem.labels()).containsExactly("a", "b", "b", "a", "␣", "c");
    assertThat(problem.x()[1]).containsExactly(0, 1, 0, 0);
    assertThat(problem.x()[4]).containsExactly(0, 0, 1, 0);
  }

  @ParameterizedTest
  @EnumSource
  void a_problem_given_back_is_the_same_problem(Cell cell) {
    for (var given :
        List.of(
            given(Map.of(), Map.of("cell", cell.word(), "seed", 5L)),
            given(
                Map.of("text", "hello", "h_0", new double[] {0.5, -0.5}),
                Map.of("cell", cell.word())))) {
      var problem = EXERCISE.problem(given);
      var again = EXERCISE.problem(EXERCISE.given(problem));
      assertThat(again.x()).isDeepEqualTo(problem.x());
      assertThat(again.start()).usingRecursiveComparison().isEqualTo(problem.start());
      assertThat(again.recurrentCell())
          .usingRecursiveComparison()
          .isEqualTo(problem.recurrentCell());
      assertThat(EXERCISE.given(again).parameters())
          .isEqualTo(EXERCISE.given(problem).parameters());
    }
  }

  @Test
  void another_cell_leaves_the_weights_of_this_one_alone() {
    var inputs = Map.of("W_f", new double[4][6]);
    var gru = EXERCISE.problem(given(inputs, Map.of("cell", "gru")));
    assertThat(gru.cell()).isEqualTo(Cell.GRU);
    var back = EXERCISE.problem(EXERCISE.given(gru).withParameters(Map.of("cell", "lstm")));
    assertThat(back.recurrentCell().layer(Quantity.F).weights()).isDeepEqualTo(new double[4][6]);
  }

  static Stream<Arguments> contradictions() {
    double[][] x = {{1, 2}, {3, 4}};
    return Stream.of(
        Arguments.of(
            given(Map.of("X", x, "W_f", new double[3][5]), Map.of("hidden_size", 2L)),
            "/inputs/W_f",
            "has 3 rows, but there are 2 units; give 2 rows"),
        Arguments.of(
            given(Map.of("X", x, "W_i", new double[2][5]), Map.of("hidden_size", 2L)),
            "/inputs/W_i/0",
            "has 5 numbers, but [x, h] has 2 + 2; give 4 numbers: 2 for x, 2 for h"),
        Arguments.of(
            given(Map.of("X", x, "b_o", new double[3]), Map.of("hidden_size", 2L)),
            "/inputs/b_o",
            "has 3 numbers, but there are 2 units; give 2 numbers"),
        Arguments.of(
            given(Map.of("X", x, "c_0", new double[3]), Map.of("hidden_size", 1L)),
            "/inputs/c_0",
            "has 3 numbers, but there is 1 unit; give 1 number"),
        Arguments.of(
            given(Map.of("X", x, "text", "ab"), Map.of()),
            "/inputs/text",
            "there are both X and text; give one of them"),
        Arguments.of(
            given(Map.of("text", ""), Map.of()),
            "/inputs/text",
            "is empty; give at least one letter"),
        Arguments.of(
            given(Map.of("X", x, "features", List.of("a")), Map.of()),
            "/inputs/features",
            "has 1 name, but X has 2 columns; give 2 names"),
        Arguments.of(
            given(Map.of("X", new double[][] {{1, 1e200}}), Map.of()),
            "/inputs/X/0/1",
            "is 1.0E200, and what is computed from it would overflow; give numbers between -1e100"
                + " and 1e100"),
        Arguments.of(
            given(Map.of(), Map.of("time_steps", 100_000L, "hidden_size", 100L)),
            "/parameters/hidden_size",
            "100000 time steps of 100 units are too many to be kept; choose at most 19 units, or a"
                + " shorter sequence"));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void a_contradiction_is_named_with_its_place_and_remedy(
      Given given, String place, String message) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> EXERCISE.problem(given))
        .withMessage(message)
        .satisfies(e -> assertThat(e.place()).isEqualTo(place));
  }

  @Test
  void the_result_has_the_names_of_the_format() {
    assertThat(result(Cell.LSTM)).containsExactly("f", "i", "c_candidate", "o", "c", "h");
    assertThat(result(Cell.GRU)).containsExactly("r", "z", "n", "h");
    assertThat(result(Cell.RNN)).containsExactly("h");
    var first = LstmRun.of(EXERCISE.problem(Given.nothing())).step(0).frame();
    assertThatThrownBy(() -> EXERCISE.result(first)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> result(Cell cell) {
    var run = EXERCISE.run(Sequences.generated(cell, 3, 2, 1));
    return List.copyOf(EXERCISE.result(run.step(2).frame()).keySet());
  }
}
