package dev.stepwise.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.scenario.Table.Choices;
import dev.stepwise.scenario.Table.Column;
import dev.stepwise.scenario.Table.Content;
import dev.stepwise.scenario.Table.Decimal;
import dev.stepwise.scenario.Table.Header;
import dev.stepwise.scenario.Table.Separator;
import dev.stepwise.scenario.Table.Topic;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables as spreadsheets, NumPy, R and people all over the world write them.
class ForeignTablesTest {
  private static CsvTable parse(String text) throws ScenarioException {
    return CsvTable.parse("t.csv", text, Choices.NONE);
  }

  private static CsvTable parse(String text, Choices choices) throws ScenarioException {
    return CsvTable.parse("t.csv", text, choices);
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  @Test
  void thousands_beside_decimal_points_are_thousands() throws Exception {
    var table =
        parse(
            """
            city,population,area
            A,"1,234",10.5
            B,"2,500",20.25
            C,"3,100",15.0
            """);
    assertThat(table.doubts()).isEmpty();
    assertThat(table.select(List.of(1, 2)))
        .isDeepEqualTo(new double[][] {{1234, 10.5}, {2500, 20.25}, {3100, 15}});
  }

  @Test
  void thousands_without_other_evidence_are_asked_about() throws Exception {
    var text = "city,population\nA,\"1,234\"\nB,\"2,500\"\n";
    assertThat(parse(text).doubts())
        .singleElement()
        .satisfies(doubt -> {
          assertThat(doubt.topic()).isEqualTo(Topic.DECIMAL);
          assertThat(doubt.question()).isEqualTo("Is “1,234” 1.234 or 1234?");
        });
    var points = parse(text, Choices.NONE.with(Decimal.POINT));
    assertThat(points.doubts()).isEmpty();
    assertThat(points.select(List.of(1))).isDeepEqualTo(new double[][] {{1234}, {2500}});
    assertThat(parse(text, Choices.NONE.with(Decimal.COMMA)).select(List.of(1)))
        .isDeepEqualTo(new double[][] {{1.234}, {2.5}});
  }

  @Test
  void thousands_with_points_beside_decimal_commas_are_thousands() throws Exception {
    var table = parse("stadt;einwohner;fläche\nA;1.234;10,5\nB;12.500;20,25\n");
    assertThat(table.doubts()).isEmpty();
    assertThat(table.select(List.of(1, 2)))
        .isDeepEqualTo(new double[][] {{1234, 10.5}, {12500, 20.25}});
  }

  @Test
  void three_decimals_between_semicolons_are_asked_about_and_between_commas_are_not()
      throws Exception {
    assertThat(parse("x;y\n1.234;2.345\n").doubts()).hasSize(1);
    assertThat(parse("x,y\n1.234,2.345\n").doubts()).isEmpty();
    assertThat(parse("x;y\n1.234;0.345\n").doubts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234.5|1234.5",
        "1,234,567|1234567",
        "-2,500|-2500",
        "1 234.5|1234.5",
        "1'234|1234",
        "\u22121.5|-1.5",
        "+3|3",
        "5.|5",
        ".5|0.5",
        "1e-3|0.001",
        "1,234e2|123400"
      })
  void numbers_with_groups_and_signs_of_all_kinds_are_read(String cell, double value) {
    assertThat(Cells.number(cell, Decimal.POINT)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,23",
        "12,34,567",
        "0,123",
        "1,2345",
        "1,234,56",
        "1 23",
        "1'234,567",
        "1,",
        ","
      })
  void what_is_no_thousand_is_no_number_before_a_decimal_point(String cell) {
    assertThat(Cells.number(cell, Decimal.POINT)).isNaN();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1.234,5|1234.5", "1,5|1.5", "1.234.567|1234567", ",5|0.5", "4,|4", "0,123|0.123"})
  void decimal_commas_with_groups_are_read(String cell, double value) {
    assertThat(Cells.number(cell, Decimal.COMMA)).isEqualTo(value);
    assertThat(Cells.number("1\u00a0234,5", Decimal.COMMA)).isEqualTo(1234.5);
    assertThat(Cells.number("1\u202f234,5", Decimal.COMMA)).isEqualTo(1234.5);
  }

  @Test
  void a_blank_label_is_a_gap_with_its_row() throws Exception {
    var table = parse("a,b,label\n1,2,cat\n2,1,dog\n3,3,\n4,4,cat\n");
    assertThat(table.gaps(List.of(0, 1, 2))).containsExactly(2);
    assertThat(table.rowNumber(2)).isEqualTo(4);
    assertThat(table.gaps(List.of(0, 1))).isEmpty();
    assertThat(table.without(List.of(2)).rows())
        .containsExactly(
            List.of("1", "2", "cat"), List.of("2", "1", "dog"), List.of("4", "4", "cat"));
  }

  @Test
  void years_as_names_are_asked_about_and_taken_for_names() throws Exception {
    var text = "country,2019,2020\nUS,5.5,6.5\nDE,7.5,8.5\nFR,1.5,2.5\n";
    var table = parse(text);
    assertThat(table.doubts())
        .containsExactly(
            new Table.Doubt(
                Topic.HEADER,
                "Does the first row (country, 2019, 2020) hold the columns' names, or data?"));
    assertThat(names(table)).containsExactly("country", "2019", "2020");
    assertThat(table.select(List.of(1, 2)))
        .isDeepEqualTo(new double[][] {{5.5, 6.5}, {7.5, 8.5}, {1.5, 2.5}});
    assertThat(parse(text, Choices.NONE.with(Header.NAMED)).doubts()).isEmpty();
    var data = parse(text, Choices.NONE.with(Header.NUMBERED));
    assertThat(data.doubts()).isEmpty();
    assertThat(data.size()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2019,2020\n5,6\n7,8\n", "0,1,2\n0.5,0.25,1.5\n", "name,1,2\nant,7,9\nbee,5,6\n"})
  void whole_numbers_that_may_be_names_are_asked_about(String text) throws Exception {
    assertThat(parse(text).doubts()).extracting(Table.Doubt::topic).containsExactly(Topic.HEADER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "5.1,3.5,setosa|4.9,3,setosa; NUMBERED",
        "1,2|3,4; NUMBERED",
        "2019,5|2020,6; NUMBERED",
        "1,2,cat|2,1,dog|3,4,cat; NUMBERED",
        "NaN,NaN|1,2; NUMBERED",
        "id,2019|7,5.5|8,6.5; NAMED",
        ",x,y|0,1.5,2|1,2.5,3; NAMED"
      })
  void other_first_rows_are_clear(String rows, Header header) throws Exception {
    var table = parse(rows.replace('|', '\n'));
    assertThat(table.doubts()).isEmpty();
    assertThat(table.written().header()).isEqualTo(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x,y\r\n1,2\r\n3,4\r\n,\r\n,\r\n",
        "x,y,,\n1,2,,\n3,4,,\n",
        "x,y\n1,2,\n3,4,\n",
        "x,y,\n1,2\n3,4\n",
        "x,y\n1,2\n,\n\n3,4\n",
        "sep=;\r\nx;y\r\n1;2\r\n3;4\r\n",
        "\"sep=;\"\nx;y\n1;2\n3;4\n",
        "sep=\t\nx\ty\n1\t2\n3\t4\n",
        "# x y\n1.000000000000000000e+00 2.000000000000000000e+00\n3.0e+00 4.0e+00\n",
        "# written by hand\n# x y\n1 2\n3 4\n",
        "# x,y\n1.0,2.0\n3.0,4.0\n# the end\n",
        "#x\ty\n1\t2\n3\t4\n",
        "x  y\n1  2\n3   4\n",
        "  x y \n 1 2\n 3 4\n",
        "x|y\n1|2\n3|4\n",
        "x | y\n1 | 2\n3 | 4\n",
        "x, y\n1, 2\n3, 4\n",
        "\"x\" \"y\"\n1 2\n3 4\n",
        "\ufeffx;y\n1;2\n3;4",
        "x\ty\r1\t2\r3\t4\r"
      })
  void two_rows_of_x_and_y_in_many_guises(String text) throws Exception {
    var table = parse(text);
    assertThat(table.doubts()).isEmpty();
    assertThat(names(table)).containsExactly("x", "y");
    assertThat(table.columns()).extracting(Column::content).containsOnly(Content.NUMBERS);
    assertThat(table.select(List.of(0, 1))).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
  }

  @Test
  void rows_keep_their_numbers_below_comments_and_separator_lines() throws Exception {
    assertThat(parse("# x y\n1 2\n\n3 4\n").rowNumbers()).containsExactly(2, 4);
    assertThat(parse("sep=;\nx;y\n1;2\n;\n3;4\n").rowNumbers()).containsExactly(3, 5);
  }

  @Test
  void a_sign_of_comments_can_begin_a_cell() throws Exception {
    var table = parse("colour,x\n#ff0000,1\n#00ff00,2\n");
    assertThat(table.rows()).containsExactly(List.of("#ff0000", "1"), List.of("#00ff00", "2"));
  }

  @Test
  void two_ways_to_cut_the_same_numbers_are_asked_about() throws Exception {
    var text = "1 234,5 678\n2 345,6 789\n";
    assertThat(parse(text).doubts()).extracting(Table.Doubt::topic).contains(Topic.SEPARATOR);
    var commas = parse(text, Choices.NONE.with(Separator.COMMA));
    assertThat(commas.select(List.of(0, 1)))
        .isDeepEqualTo(new double[][] {{1234, 5678}, {2345, 6789}});
  }

  @Test
  void a_single_column_of_decimal_commas_is_one_column() throws Exception {
    assertThat(parse("x\n1,5\n2,5\n").select(List.of(0)))
        .isDeepEqualTo(new double[][] {{1.5}, {2.5}});
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"name\",\"x\"\n\"say \"hi\" now\",1\n\"b\",2\n' | t.csv: line 2: has a quotation mark"
            + " inside of quoted text; write it twice (\"\"), or leave out the quotation marks"
            + " around the text",
        "'x,y\n"
            + "1,\"2\n"
            + "3,4\n"
            + "' | t.csv: line 2: opens a quotation mark that is never closed; close it, or write a"
            + " quotation mark inside of quoted text twice",
        "'# a comment' | t.csv: line 1: is empty; give rows of numbers",
        "',,\n,,\n' | t.csv: line 1: holds no cell; give rows of numbers",
        "'x,y\n1,2\n1,2,3\n' | t.csv: row 3: has 3 cells, but the first row has 2; make all rows"
            + " equally long"
      })
  void what_is_wrong_is_said_with_its_line_in_words(String text, String message) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(ScenarioException.class).hasMessage(message);
  }

  @TempDir Path folder = Path.of("");

  private Table read(byte[] bytes) throws Exception {
    return Table.read(Files.write(folder.resolve("t.csv"), bytes), Choices.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1"})
  void every_usual_encoding_is_read(String charset) throws Exception {
    var table = read("größe,y\n1,2\n".getBytes(Charset.forName(charset)));
    assertThat(names(table)).containsExactly("größe", "y");
    boolean guessed = charset.startsWith("windows") || charset.startsWith("ISO");
    assertThat(table.notes()).hasSize(guessed ? 1 : 0);
  }

  @Test
  void a_byte_order_mark_is_no_letter() throws Exception {
    assertThat(names(read("\ufeffx,y\n1,2\n".getBytes(StandardCharsets.UTF_8))))
        .containsExactly("x", "y");
    assertThat(names(read("\ufeffx,y\n1,2\n".getBytes(StandardCharsets.UTF_16LE))))
        .containsExactly("x", "y");
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    assertThatThrownBy(() -> read(new byte[] {'x', ',', 'y', 0, 1, 2, 3, '\n'}))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("byte 4: is 0, as in no text; give a text table, such as CSV");
    assertThatThrownBy(() -> read(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8}))
        .hasMessageContaining("begins as UTF-16LE but is not UTF-16LE throughout");
  }
}
