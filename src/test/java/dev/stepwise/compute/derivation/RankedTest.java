package dev.stepwise.compute.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankedTest {

  private static int[] order(double... numbers) {
    var operands = Arrays.stream(numbers).mapToObj(Operand::constant).toList();
    return IntStream.range(0, numbers.length)
        .map(place -> (int) new Operation.Ranked(operands, place).result())
        .toArray();
  }

  @Test
  void the_largest_comes_first_and_of_equal_ones_the_lower_index() {
    assertThat(order(0.5, 2, -1, 2)).containsExactly(1, 3, 0, 2);
    assertThat(order(0.0, -0.0, 0.0)).as("a negative zero is a zero").containsExactly(0, 1, 2);
  }

  @Test
  void what_is_not_a_number_comes_last() {
    assertThat(order(Double.NaN, Double.NEGATIVE_INFINITY, 1, Double.NaN))
        .containsExactly(2, 1, 0, 3);
  }
}
