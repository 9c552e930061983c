package dev.stepwise.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Value;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pictures;
import dev.stepwise.draw.RowCategory;
import dev.stepwise.draw.TextWidths;
import dev.stepwise.draw.Type;
import dev.stepwise.draw.ValueText;
import dev.stepwise.testing.OneAtATime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OneAtATime
class PanelsTest {
  private record Thing(String name) implements Element {}

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "2.5, 2.5",
    "1234.5678, 1235",
    "-3, −3",
    "1e-9, 1e−9",
    "999999, 999999",
    "1234567, 1.235e6",
    "NaN, nan",
    "-Infinity, −inf",
    "0.12345, 0.1235"
  })
  void numbers_are_short(double number, String words) {
    assertThat(ValueText.of(number)).isEqualTo(words);
  }

  @Test
  void long_values_show_their_beginning() {
    assertThat(ValueText.of(new Value.Labels(new int[] {1, -1, 2, 3}))).isEqualTo("[1, −1, 2, …]");
    assertThat(ValueText.of(new Value.Matrix(new double[][] {{1, 2}, {3, 4}})))
        .isEqualTo("[[1, 2], …]");
    assertThat(ValueText.of(new Value.Flag(true))).isEqualTo("True");
    assertThat(ValueText.of(new Value.Vector(new double[0]))).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for j in range(3):  # not a 'string'",
        "x = f'{a} # b' + 1.5e-3",
        "",
        "    ",
        "'open"
      })
  void the_parts_of_a_line_are_the_line(String line) {
    var parts = PythonTokens.of(line);
    assertThat(parts.stream().map(PythonTokens.Token::text).collect(Collectors.joining()))
        .isEqualTo(line);
  }

  @Test
  void a_line_of_python_is_told_apart() {
    assertThat(PythonTokens.of("if format == 'for #1': return 2.5  # in"))
        .filteredOn(token -> token.kind() != PythonTokens.Kind.PLAIN)
        .extracting(token -> token.kind() + " " + token.text())
        .containsExactly(
            "KEYWORD if", "STRING 'for #1'", "KEYWORD return", "NUMBER 2.5", "COMMENT # in");
  }

  @Test
  void what_was_drawn_last_is_hit_first() {
    var hits = new Hits();
    hits.add(new Thing("below"), new Box(0, 0, 10, 10), "below");
    hits.add(new Thing("above"), new Box(5, 5, 10, 10), "above");
    assertThat(hits.at(7, 7).orElseThrow().description()).isEqualTo("above");
    assertThat(hits.at(1, 1).orElseThrow().description()).isEqualTo("below");
    assertThat(hits.at(40, 40)).isEmpty();
    assertThat(hits.of(new Thing("below")).orElseThrow().box()).isEqualTo(new Box(0, 0, 10, 10));
    assertThat(hits.all()).hasSize(2);
  }

  @Test
  void numbered_rows_stand_for_categories_from_zero() {
    var rows = RowCategory.numberedUnder("cluster");
    var table = new Narration.Table(List.of("cluster"), List.of(List.of("3"), List.of("all")), -1);
    assertThat(rows.of(table, 0)).hasValue(2);
    assertThat(rows.of(table, 1)).isEmpty();
    var other = new Narration.Table(List.of("point"), List.of(List.of("3")), -1);
    assertThat(rows.of(other, 0)).isEmpty();
  }

  @Test
  void the_width_of_a_text_grows_with_it() {
    Pictures.onFx(() -> {
      var widths = new TextWidths();
      var type = new Type(Type.Face.MONO, 10, Palette.LIGHT.text());
      double one = widths.width("0", type);
      assertThat(one).isBetween(5.9, 6.1);
      IntStream.range(1, 20)
          .forEach(n ->
              assertThat(widths.width("0".repeat(n), type))
                  .isBetween(n * one - 0.5, n * one + 0.5));
      return one;
    });
  }
}
