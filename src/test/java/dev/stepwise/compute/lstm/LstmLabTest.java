package dev.stepwise.compute.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LstmLabTest {

  @Test
  void gradients_reach_further_with_a_larger_forget_bias() {
    var problem = Sequences.generated(Cell.LSTM, 40, 8, 42);
    var progress = new ArrayList<Double>();

    var fades = LstmLab.forgetBiases(problem, List.of(0.0, 1.0, 5.0), progress::add);

    assertThat(fades)
        .extracting(LstmLab.Fade::name)
        .containsExactly("LSTM, bias 0", "LSTM, bias 1", "LSTM, bias 5", "RNN");
    double[] at = fades.stream().limit(3).mapToDouble(fade -> fade.flow().full()[100]).toArray();
    assertThat(at[1]).isGreaterThan(1000 * at[0]);
    assertThat(at[2]).isGreaterThan(1000 * at[1]);
    assertThat(progress).isSorted().last().isEqualTo(1.0);
  }

  @Test
  void short_sequences_are_repeated_and_long_ones_cut() {
    var brief = LstmLab.sequence(Sequences.generated(Cell.LSTM, 7, 2, 1));
    assertThat(brief).hasNumberOfRows(120);
    assertThat(brief[7]).isSameAs(brief[0]);
    assertThat(LstmLab.sequence(Sequences.generated(Cell.RNN, 1000, 2, 1))).hasNumberOfRows(400);
  }

  @Test
  void parameters_are_four_to_three_to_one() {
    assertThat(LstmLab.parameters(Cell.LSTM, 10, 20)).isEqualTo(4 * (20 * 30 + 20));
    assertThat(LstmLab.parameters(Cell.GRU, 10, 20)).isEqualTo(3 * (20 * 30 + 20));
    for (var cell : Cell.values()) {
      assertThat(Sequences.generated(cell, 2, 5, 1).weights().parameters())
          .isEqualTo(LstmLab.parameters(cell, 2, 5));
    }
  }

  @Test
  void the_open_cell_keeps_its_own_weights() {
    var problem = Sequences.generated(Cell.GRU, 120, 3, 8);
    var fades = LstmLab.cells(problem, _ -> {});
    var own = Jacobians.flow(problem.weights(), problem.history(), _ -> {});
    assertThat(fades.get(1).flow().full()).containsExactly(own.full());
    assertThat(fades).extracting(LstmLab.Fade::name).containsExactly("LSTM", "GRU", "RNN");
  }
}
