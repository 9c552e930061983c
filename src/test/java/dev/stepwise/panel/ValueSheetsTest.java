package dev.stepwise.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Value;
import dev.stepwise.testing.OneAtATime;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OneAtATime
class ValueSheetsTest {
  private static final Value MATRIX = new Value.Matrix(new double[][] {{1, 0.1 + 0.2}, {-3, 1e-9}});

  @Test
  void a_matrix_is_copied_with_all_its_digits() {
    var sheet = ValueSheets.of(MATRIX).getFirst();
    assertThat(sheet.copied()).isEqualTo("1.0\t0.30000000000000004\n-3.0\t1.0E-9");
    assertThat(sheet.rows()).isEqualTo(2);
    assertThat(sheet.columns()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "0.30000000000000004, 0.3",
    "-3, −3",
    "1e-9, 1e−9",
    "123456.789, 123457",
    "2.5e12, 2.5e12",
    "NaN, nan",
    "-Infinity, −inf"
  })
  void a_cell_shows_six_digits(double number, String shown) {
    var sheet = ValueSheets.of(new Value.Vector(new double[] {number})).getFirst();
    assertThat(sheet.shown(0, 0)).isEqualTo(shown);
  }

  @Test
  void a_vector_is_a_column() {
    var sheet = ValueSheets.of(new Value.Labels(new int[] {2, 0, 1})).getFirst();
    assertThat(sheet.copied()).isEqualTo("2\n0\n1");
  }

  @Test
  void one_matrix_a_head_is_one_sheet_a_head() {
    var sheets = ValueSheets.of(new Value.Many(List.of(MATRIX, MATRIX)));
    assertThat(sheets).extracting(ValueSheets.Sheet::title).containsExactly("[0]", "[1]");
  }

  @Test
  void vectors_of_different_lengths_are_the_rows_of_one_sheet() {
    var ragged =
        new Value.Many(
            List.of(new Value.Vector(new double[] {1, 2, 3}), new Value.Vector(new double[] {4})));
    assertThat(ValueSheets.of(ragged).getFirst().copied()).isEqualTo("1.0\t2.0\t3.0\n4.0\t\t");
  }

  @Test
  void named_parts_are_addressed_as_python_does() {
    var named = new LinkedHashMap<String, Value>();
    named.put("W1", MATRIX);
    named.put("b1", new Value.Scalar(2));
    assertThat(ValueSheets.of(new Value.Named(named)))
        .extracting(ValueSheets.Sheet::title)
        .containsExactly("['W1']", "['b1']");
  }

  @Test
  void what_is_empty_has_an_empty_sheet() {
    assertThat(ValueSheets.of(new Value.Many(List.of())).getFirst().rows()).isZero();
  }
}
