package dev.stepwise.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.scenario.Table.Choices;
import dev.stepwise.scenario.Table.Column;
import dev.stepwise.scenario.Table.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that NumPy wrote: `src/test/resources/tables/make.py`.
class ArrayTableTest {
  private static final Path FILES = Path.of("src/test/resources/tables");
  private static final double[][] X = {{1.5, -2}, {3, 4}, {5, 6.25}};

  @TempDir Path folder = Path.of("");

  private static Table read(String name) throws ScenarioException {
    return Table.read(FILES.resolve(name), Choices.NONE);
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"})
  void every_type_of_number_is_read_in_both_byte_orders(String type) throws Exception {
    for (var order : List.of("little-", "big-")) {
      double[][] read = read(order + type + ".npy").select(List.of(0, 1));
      double[][] expected =
          Arrays.stream(X)
              .map(row ->
                  Arrays.stream(row)
                      .map(value ->
                          switch (type.charAt(0)) {
                            case 'f' -> value;
                            case 'u' -> Math.floor(Math.abs(value));
                            default -> (double) (long) value;
                          })
                      .toArray())
              .toArray(double[][]::new);
      assertThat(read).isDeepEqualTo(expected);
    }
  }

  @Test
  void columns_first_vectors_and_truth_values_are_read() throws Exception {
    assertThat(read("fortran.npy").select(List.of(0, 1))).isDeepEqualTo(X);
    assertThat(read("vector.npy").select(List.of(0)))
        .isDeepEqualTo(new double[][] {{1.5}, {3}, {5}});
    assertThat(read("bool.npy").select(List.of(0, 1)))
        .isDeepEqualTo(new double[][] {{0, 0}, {1, 1}, {1, 1}});
    assertThat(names(read("fortran.npy"))).containsExactly("column 1", "column 2");
  }

  @Test
  void nan_is_a_gap_and_infinity_an_obstacle() throws Exception {
    var gap = read("gap.npy");
    assertThat(gap.columns())
        .extracting(Column::content)
        .containsExactly(Content.NUMBERS, Content.GAPS);
    assertThat(gap.gaps(List.of(0, 1))).containsExactly(0);
    var whole = gap.without(List.of(0));
    assertThat(whole.select(List.of(0, 1))).isDeepEqualTo(new double[][] {{2, 3}});
    assertThat(whole.rowNumber(0)).isEqualTo(2);
    var infinite = read("infinite.npy");
    assertThat(infinite.obstacle(1).orElseThrow())
        .hasMessageEndingWith(
            "row 1, column 'column 2': is Infinity; give a finite number, or choose other columns");
  }

  @Test
  void whole_numbers_that_no_double_holds_are_rounded_and_said_to_be() throws Exception {
    var large = read("large.npy");
    assertThat(large.number(0, 0)).isCloseTo(0x1p63 + 4096, within(2048.0));
    assertThat(large.notes()).singleElement().asString().contains("2^53");
    assertThat(read("big-u8.npy").notes()).isEmpty();
  }

  @Test
  void arrays_of_as_many_rows_stand_side_by_side() throws Exception {
    var table = read("two.npz");
    assertThat(names(table)).containsExactly("X 1", "X 2", "y");
    assertThat(table.select(List.of(2))).isDeepEqualTo(new double[][] {{0}, {1}, {1}});
    assertThat(table.notes()).containsExactly("W is left out: it has 2 rows, not 3");
    assertThat(read("packed.npz").select(List.of(0, 1))).isDeepEqualTo(X);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "objects|holds Python objects, which can run code when they are read",
        "complex|has numbers of type c16",
        "words|has numbers of type U1",
        "structured|is of several types",
        "cube|has 3 dimensions; give one or two: array.reshape(len(array), -1)",
        "scalar|has 0 dimensions",
        "empty|holds no number"
      })
  void other_arrays_are_refused_with_a_remedy(String name, String message) {
    assertThatThrownBy(() -> read(name + ".npy"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "'(3, 2)', '(99999999999, 9999999999)', 'too many numbers'",
    "'(3, 2)', '(4000000000, 1)', 'too many numbers'",
    "'(3, 2)', '(3, 3)', '48 bytes follow the header, but 9 numbers of 8 bytes are said to'",
    "'(3, 2)', '(x, y)', 'damaged'",
    "'(3, 2)', '(3  2)', 'its shape is no list of lengths'",
    "'<f8', '<f9', 'has numbers of type f9'",
    "'NUMPY', 'NUMPI', 'does not begin as a NumPy array does'"
  })
  void a_header_that_lies_is_refused_before_anything_is_allocated(
      String from, String to, String message) throws Exception {
    var text = Files.readString(FILES.resolve("little-f8.npy"), StandardCharsets.ISO_8859_1);
    // The header keeps its length: what it gets longer is taken from the blanks at its end.
    var longer = text.replace(from + ", }" + " ".repeat(to.length() - from.length()), to + ", }");
    var changed = longer.equals(text) ? text.replace(from, to) : longer;
    var file = folder.resolve("a.npy");
    Files.writeString(file, changed, StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Table.read(file, Choices.NONE))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining(message);
  }

  @Test
  void every_file_that_ends_too_early_is_refused() throws Exception {
    for (var name : List.of("little-f8.npy", "two.npz", "packed.npz")) {
      byte[] whole = Files.readAllBytes(FILES.resolve(name));
      var file = folder.resolve(name);
      for (int length = 0; length < whole.length; length++) {
        Files.write(file, Arrays.copyOf(whole, length));
        try {
          // The table of contents at a zip's end may be missing.
          assertThat(Table.read(file, Choices.NONE).size()).isEqualTo(3);
          assertThat(name).endsWith(".npz");
        } catch (ScenarioException e) {
          assertThat(e.getMessage()).contains(name);
        }
      }
    }
  }

  @Test
  void a_zip_that_unpacks_to_more_than_the_limit_is_refused() throws IOException {
    var file = folder.resolve("bomb.npz");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("X.npy"));
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i <= 64; i++) {
        zip.write(megabyte);
      }
    }
    assertThat(file).satisfies(packed -> assertThat(Files.size(packed)).isLessThan(1 << 17));
    assertThatThrownBy(() -> Table.read(file, Choices.NONE))
        .hasMessageContaining("X.npy: is too large unpacked; all arrays together may have");
  }

  @Test
  void a_text_that_is_called_npy_is_refused() throws IOException {
    var file = Files.writeString(folder.resolve("a.npz"), "x,y\n1,2\n");
    assertThatThrownBy(() -> Table.read(file, Choices.NONE))
        .hasMessageEndingWith("a.npz: is no zip file; save it with numpy.savez");
  }
}
