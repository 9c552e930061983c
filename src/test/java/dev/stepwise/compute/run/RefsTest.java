package dev.stepwise.compute.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefsTest {

  @Test
  void addresses_stand_in_reading_order_variable_by_variable() {
    var values =
        Map.<String, Value>of(
            "A", new Value.Matrix(new double[][] {{1, 2}, {3, 4}}),
            "b", new Value.Scalar(5),
            "empty", new Value.Vector(new double[0]),
            "pairs",
                new Value.Many(
                    List.of(new Value.Vector(new double[] {6, 7}), new Value.Text("no number"))));
    assertThat(Ref.all(values, List.of("empty", "A", "missing", "b", "pairs")))
        .extracting(Ref::text)
        .containsExactly(
            "A[0, 0]", "A[0, 1]", "A[1, 0]", "A[1, 1]", "b", "pairs[0, 0]", "pairs[0, 1]");
  }

  @Test
  void those_of_a_large_matrix_are_made_one_by_one() {
    var rows = new double[100_000][];
    Arrays.fill(rows, new double[1_000]);
    var refs = Ref.all("D", new Value.Matrix(rows));
    assertThat(refs.size()).isEqualTo(100_000_000);
    assertThat(refs.getLast()).isEqualTo(Ref.of("D", 99_999, 999));
  }
}
