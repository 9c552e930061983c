package dev.stepwise.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.scenario.Table.Choices;
import dev.stepwise.scenario.Table.Column;
import dev.stepwise.scenario.Table.Content;
import dev.stepwise.scenario.Table.Doubt;
import dev.stepwise.scenario.Table.Header;
import dev.stepwise.scenario.Table.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void the_separator_is_found(String separator) throws Exception {
    var table = parse("a|b|kind\n1|2.5|x\n-3|.5e1|y\n".replace("|", separator));

    assertThat(table.columns())
        .containsExactly(
            new Column("a", Content.NUMBERS),
            new Column("b", Content.NUMBERS),
            new Column("kind", Content.TEXTS));
    assertThat(table.select(List.of(1, 0))).isDeepEqualTo(new double[][] {{2.5, 1}, {5, -3}});
  }

  @Test
  void commas_inside_quoted_cells_do_not_mislead() throws Exception {
    var table = parse("name;x\n\"a, b, c\";1\n\"d \"\"e\"\"\";2\n");

    assertThat(table.rows()).containsExactly(List.of("a, b, c", "1"), List.of("d \"e\"", "2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void decimal_commas_are_numbers_between_other_separators(String separator) throws Exception {
    var table = parse("1,5|2,5\n-,5|3\n1,2e3|4,\n".replace("|", separator));

    assertThat(table.written().header()).isEqualTo(Header.NUMBERED);
    assertThat(table.rows().getFirst()).containsExactly("1,5", "2,5");
    assertThat(table.select(List.of(0, 1)))
        .isDeepEqualTo(new double[][] {{1.5, 2.5}, {-0.5, 3}, {1200, 4}});
  }

  @Test
  void decimal_commas_and_decimal_points_side_by_side_are_asked_about() throws Exception {
    var table = parse("x;y\n1.5;1\n1,5;2\n1.5;3\n");

    assertThat(table.doubts())
        .containsExactly(
            new Doubt(
                Topic.DECIMAL,
                "Numbers like “1.5” and like “1,5” are mixed: is the decimal sign a point or a"
                    + " comma?"));
    assertThat(table.columns().getFirst().content()).isEqualTo(Content.TEXTS);
    assertThatThrownBy(() -> table.select(List.of(0)))
        .hasMessage(
            "t.csv: row 3, column 'x': '1,5' has a decimal comma, but the table has decimal"
                + " points; write all numbers alike, or choose other columns");
  }

  @Test
  void what_is_no_number_at_all_is_named_before_a_decimal_comma() throws Exception {
    var table = parse("x;y\n1,5;1\nabc;2\n");

    assertThat(table.obstacle(0).orElseThrow()).hasMessageContaining("row 3, column 'x': 'abc'");
    assertThat(table.obstacle(1)).isEmpty();
  }

  @Test
  void commas_separate_where_a_semicolon_stands_in_some_rows_alone() throws Exception {
    assertThat(parse("x,note\n1,a;b\n2,c\n").columns()).hasSize(2);
  }

  @Test
  void blank_lines_count_in_the_numbers_of_rows() throws Exception {
    var table = parse("\nx,y\n1,2\n \n\nabc,2\n");

    assertThat(table.rowNumbers()).containsExactly(3, 6);
    assertThatThrownBy(() -> table.select(List.of(0))).hasMessageContaining("row 6, column 'x'");
    assertThatThrownBy(() -> parse("a,b\n\n1,2\n3\n")).hasMessageContaining("row 4: has 1 cell");
  }

  @Test
  void an_interrupt_stops_the_selection() throws Exception {
    var table = parse("x\n1\n2\n");

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> table.select(List.of(0))).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_first_row_of_numbers_is_no_header() throws Exception {
    var table = parse("1,2\n3,4\n");

    assertThat(table.written().header()).isEqualTo(Header.NUMBERED);
    assertThat(table.columns()).extracting(Column::name).containsExactly("column 1", "column 2");
    assertThat(table.select(List.of(0, 1))).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
  }

  @Test
  void a_single_column_is_a_table() throws Exception {
    assertThat(parse("x\n1\n2\n").select(List.of(0))).isDeepEqualTo(new double[][] {{1}, {2}});
  }

  @Test
  void a_cell_that_is_no_number_is_named_by_row_and_column() throws Exception {
    var table = parse("sepal length,x\n" + "1,2\n".repeat(15) + "abc,2\n");

    assertThatThrownBy(() -> table.select(List.of(1, 0)))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            "t.csv: row 17, column 'sepal length': 'abc' is not a number;"
                + " give a finite number, or choose other columns");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "nan", "NA", "N/A", "#N/A", "null", "None", "?", "-"})
  void a_gap_is_no_number_but_leaves_the_column_one_of_numbers(String cell) throws Exception {
    var table = parse("x,y\n1,2\n" + cell + ",2\n3,4\n");

    assertThat(table.columns().getFirst().content()).isEqualTo(Content.GAPS);
    assertThat(table.gaps(List.of(0, 1))).containsExactly(1);
    assertThat(table.gaps(List.of(1))).isEmpty();
    assertThatThrownBy(() -> table.select(List.of(0))).hasMessageContaining("row 3, column 'x'");
    var whole = table.without(List.of(1));
    assertThat(whole.columns().getFirst().content()).isEqualTo(Content.NUMBERS);
    assertThat(whole.select(List.of(0, 1))).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    assertThat(whole.rowNumbers()).containsExactly(2, 4);
  }

  @Test
  void a_column_of_gaps_alone_is_none_of_numbers() throws Exception {
    var table = parse("x,y\n,2\nNA,3\n");
    assertThat(table.columns().getFirst().content()).isEqualTo(Content.TEXTS);
    assertThat(table.obstacle(0).orElseThrow())
        .hasMessage("t.csv: column 'x': holds nothing; choose other columns");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Infinity", "1e999", "0x1p3", "1f", "1d", "1_000", "e5", "1.2.3"})
  void what_only_a_programmer_would_call_a_number_is_none(String cell) throws Exception {
    var table = parse("x,y\n1,2\n" + cell + ",2\n");

    assertThatThrownBy(() -> table.select(List.of(0))).hasMessageContaining("row 3, column 'x'");
    assertThat(table.columns().getFirst().content()).isEqualTo(Content.TEXTS);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'line 1: is empty'",
    "'a,b', 'row 1: is the only row'",
    "'a,b\n1,2\n3\n', 'row 3: has 1 cell, but the first row has 2'",
    "'a,b\n1,\"2\n', 'line 2: opens a quotation mark that is never closed'"
  })
  void what_is_no_table_is_refused(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("t.csv: ")
        .hasMessageContaining(message);
  }

  @Test
  void iris_has_four_columns_of_numbers_and_one_of_names() throws Exception {
    var table = CsvTable.read(Path.of("assets/data/iris.csv"), Choices.NONE);

    assertThat(table.rows()).hasSize(150);
    assertThat(table.columns())
        .extracting(Column::content)
        .containsExactly(
            Content.NUMBERS, Content.NUMBERS, Content.NUMBERS, Content.NUMBERS, Content.TEXTS);
  }

  private static CsvTable parse(String text) throws ScenarioException {
    return CsvTable.parse("t.csv", text, Choices.NONE);
  }
}
