package dev.stepwise.compute.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Ref;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DotTest {
  private static Derivation dot(double[] left, double[] right) {
    var dot = new Operation.Dot(Operand.vector("a", left), Operand.vector("b", right));
    return Derivation.of(Ref.of("c"), dot.result(), dot).symbols("c");
  }

  private static String line(double[] left, double[] right) {
    return dot(left, right).formula().orElseThrow().latex();
  }

  @Test
  void four_products_are_written_out_as_they_are() {
    assertThat(line(new double[] {1, 0, 2, 3}, new double[] {4, 5, 6, 0}))
        .isEqualTo("c=1\\cdot 4+0\\cdot 5+2\\cdot 6+3\\cdot 0=\\mathbf{16}");
  }

  @Test
  void of_more_products_those_that_make_the_sum_come_first() {
    assertThat(line(new double[] {0, 0, 0, 0, 1, 0}, new double[] {1, 2, 3, 4, 6, 5}))
        .startsWith("c=1\\cdot 6+0\\cdot 1+0\\cdot 2+");
  }

  /// A product that is not a number spoils the sum: it is shown, not left to the end.
  @Test
  void nan_is_not_nothing() {
    assertThat(line(new double[] {0, 0, 0, 0, Double.NaN}, new double[5]))
        .startsWith("c=\\text{NaN}");
  }

  @Test
  void a_term_names_its_factors_and_the_last_one_the_sum() {
    var why = dot(new double[] {1, 2}, new double[] {3, 4});
    assertThat(why.term(0).caption()).isEqualTo("a[0] times b[0] adds 3; the sum so far is 3.");
    assertThat(why.term(1).caption()).isEqualTo("a[1] times b[1] adds 8; the sum is 11.");
    assertThat(why.terms()).containsExactly(why.term(0), why.term(1));
  }

  /// A table that leaves products out says so, and still ends in the result.
  @Test
  void a_long_table_ends_in_the_sum() {
    var numbers = IntStream.rangeClosed(1, 20).asDoubleStream().toArray();
    var table = dot(numbers, numbers).table();
    assertThat(table.head()).startsWith("a", "b");
    assertThat(table.rows()).hasSize(12).contains(List.of("…", "…", "…", "…"));
    assertThat(table.rows().getLast()).containsExactly("20", "20", "400", "2870");
  }
}
