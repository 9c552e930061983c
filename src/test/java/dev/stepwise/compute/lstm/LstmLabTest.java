package dev.stepwise.compute.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
      assertThat(Sequences.generated(cell, 2, 5, 1).recurrentCell().parameters())
          .isEqualTo(LstmLab.parameters(cell, 2, 5));
    }
  }

  @Test
  void the_three_cells_start_alike() {
    var problem = Sequences.generated(Cell.GRU, 120, 3, 8);
    var fades = LstmLab.cells(problem, _ -> {});
    assertThat(fades).extracting(LstmLab.Fade::name).containsExactly("LSTM", "GRU", "RNN");
    for (var fade : fades) {
      var alone = Sequences.generated(fade.cell(), 120, 3, 8);
      var flow =
          Jacobians.flow(
              alone.recurrentCell(),
              new History(problem.x(), alone.recurrentCell(), alone.start()),
              _ -> {});
      assertThat(fade.flow().full()).as(fade.name()).containsExactly(flow.full());
    }
  }

  @Test
  void weights_made_by_hand_are_a_fourth_beside_the_three_that_start_alike() {
    var by = new double[][] {{0, 0, 0}};
    var problem =
        Sequences.EXERCISE.problem(
            Sequences.given(
                Map.of("W_f", by, "b_f", new double[] {10}, "h_0", new double[1]),
                Map.of("hidden_size", 1L)));
    var fades = LstmLab.cells(problem, _ -> {});
    assertThat(fades)
        .extracting(LstmLab.Fade::name)
        .containsExactly("LSTM", "GRU", "RNN", "LSTM as open");
    assertThat(fades.getLast().flow().direct()[100]).isGreaterThan(0.9);
    assertThat(fades.getFirst().flow().direct()[100]).isLessThan(0.01);
  }
}
