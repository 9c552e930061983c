package dev.stepwise.view.multihead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.owndata.TextReading;
import dev.stepwise.owndata.TextReading.Usable;
import dev.stepwise.testing.OneAtATime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OneAtATime
class MultiHeadDataTest {
  private static final String IDENTITY = "1 0\n0 1";

  private static MultiHeadProblem before() {
    return new MultiHeadExercise()
        .problem(
            new Given(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(Map.of("num_heads", 2L, "mask", "causal"))));
  }

  private static TextReading<MultiHeadProblem> pasted(String... matrices) {
    return MultiHeadData.PASTED.read(before(), String.join("\n\n", matrices));
  }

  @Test
  void five_pasted_matrices_become_a_problem_under_the_settings_before() {
    var read = pasted("5 6\n[7, 8]\n9;10", IDENTITY, "2 0\n0 2", "3 0\n0 3", "4 0\n0 4");
    assertThat(read)
        .isInstanceOfSatisfying(
            Usable.class,
            usable -> {
              assertThat(usable.outcome()).isEqualTo("X is 3×2, 2 heads of 1 column");
              var problem = (MultiHeadProblem) usable.problem();
              assertThat(problem.x()).isDeepEqualTo(new double[][] {{5, 6}, {7, 8}, {9, 10}});
              assertThat(
                      List.of(
                          problem.queries()[0][0],
                          problem.keys()[0][0],
                          problem.values()[0][0],
                          problem.output()[0][0]))
                  .containsExactly(1.0, 2.0, 3.0, 4.0);
              assertThat(problem.mask()).isEqualTo(before().mask());
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void a_matrix_of_the_wrong_shape_is_named(int place) {
    var matrices = new String[] {"1 2", IDENTITY, IDENTITY, IDENTITY, IDENTITY};
    matrices[place] = "1 2 3\n4 5 6";
    var name = List.of("X", "W_q", "W_k", "W_v", "W_o").get(place);
    assertThatThrownBy(() -> pasted(matrices))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(name + " is 2×3, but d_model is 2");
    matrices[place] = "1 0\n0 one";
    assertThatThrownBy(() -> pasted(matrices))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("“one” in row 2 of " + name);
  }

  @Test
  void what_cannot_be_cut_into_heads_or_is_too_much_is_said() {
    assertThatThrownBy(() -> pasted("1 2 3"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("d_model 3 is not divisible by 2 heads");
    assertThatThrownBy(() -> pasted("1 2", IDENTITY, IDENTITY, IDENTITY, IDENTITY, IDENTITY))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("there are 6 matrices");
  }
}
