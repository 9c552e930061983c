package dev.stepwise.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stepwise.compute.kmeans.KMeansExercise;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {
  private final ScenarioReader reader =
      new ScenarioReader(List.of(new KMeansExercise(), new EveryKind()));

  @TempDir private Path folder;

  static Stream<Arguments> malformed() {
    return Stream.of(
        whole("", "line 1", "is empty"),
        whole("   \n ", "line 1", "is not a JSON object"),
        whole("[]", "line 1", "is not a JSON object"),
        whole("not json", "line 1, column 1", "is not JSON"),
        whole("{\n  \"stepwise\": 1,\n  \"exercise\" \"k\" }", "line 3, column 14", "is not JSON"),
        whole("{\"stepwise\": 1, \"exercise\": \"every-kind\"", "line 1", "ends too early"),
        whole("{\"stepwise\": 1, \"exercise\": \"every-kind\",}", "line 1", "is not JSON"),
        whole("{'stepwise': 1}", "line 1", "is not JSON"),
        whole("{\"stepwise\": 1, \"exercise\": \"every-kind\"} x", "line 1", "is not JSON"),
        whole("{\"stepwise\": 1, \"exercise\": \"every-kind\"} {}", "line 1", "goes on after"),
        whole("{\"exercise\": \"every-kind\"}", "/stepwise", "is missing; add \"stepwise\": 1"),
        whole("{\"stepwise\": 2, \"exercise\": \"every-kind\"}", "/stepwise", "is 2; "),
        whole("{\"stepwise\": \"1\", \"exercise\": \"every-kind\"}", "/stepwise", "the text '1'"),
        whole("{\"stepwise\": 1}", "/exercise", "is missing; add one of k-means, every-kind"),
        whole("{\"stepwise\": 1, \"exercise\": \"kmeans\"}", "/exercise", "mean 'k-means'?"),
        whole("{\"stepwise\": 1, \"exercise\": \"zzzzzzz\"}", "/exercise", "k-means, every-kind"),
        whole("{\"stepwise\": 1, \"exercise\": 4}", "/exercise", "is 4; give one of"),
        whole("{\"stepwise\": 1, \"exercise\": {}}", "/exercise", "is an object"),
        whole("[".repeat(100_000), "line 1", "is not a JSON object"),
        with("\"title\": 4", "/title", "is 4; give a text in quotes"),
        with("\"titel\": \"x\"", "/titel", "did you mean 'title'?"),
        with("\"title\": \"x\", \"title\": \"y\"", "/title", "is there twice"),
        with("\"stepwise\": 1", "/stepwise", "is there twice"),
        with("\"inputs\": []", "/inputs", "is an array; give an object"),
        with("\"inputs\": null", "/inputs", "is null; give an object"),
        with("\"inputs\": " + "[".repeat(2000) + "]".repeat(2000), "line 1", "beyond what is read"),
        input("\"Y\": [[1]]", "/inputs/Y", "is not an input of every-kind; did you mean"),
        input("\"X\": [[1]], \"X\": [[1]]", "/inputs/X", "is there twice"),
        input("\"X\": 5", "/inputs/X", "is 5; give an array of rows"),
        input("\"X\": []", "/inputs/X", "has no rows"),
        input("\"X\": [[]]", "/inputs/X/0", "is an empty row"),
        input("\"X\": [1, 2]", "/inputs/X/0", "is 1; give an array of rows"),
        input("\"X\": [[1, 2], [3]]", "/inputs/X/1", "has 1 number, but the first row has 2"),
        input("\"X\": [[1], [3, 4]]", "/inputs/X/1", "has 2 numbers, but the first row has 1"),
        input("\"X\": [[1, 2], [3, \"a\"]]", "/inputs/X/1/1", "is the text 'a'; give a finite"),
        input("\"X\": [[1, null]]", "/inputs/X/0/1", "is null"),
        input("\"X\": [[true]]", "/inputs/X/0/0", "is true"),
        input("\"X\": [[[1]]]", "/inputs/X/0/0", "is an array"),
        input("\"X\": [[1, 2], [3, NaN]]", "/inputs/X/1/1", "is NaN; give a finite number"),
        input("\"X\": [[-Infinity]]", "/inputs/X/0/0", "is -Infinity; give a finite number"),
        input("\"X\": [[\"NaN\"]]", "/inputs/X/0/0", "is the text 'NaN'"),
        input("\"X\": [[1e999]]", "/inputs/X/0/0", "is 1e999, too large for a double"),
        input("\"v\": [[1]]", "/inputs/v/0", "is an array; give a finite number"),
        input("\"tokens\": [\"a\", 2]", "/inputs/tokens/1", "is 2; give a text"),
        input("\"text\": [\"a\"]", "/inputs/text", "is an array; give a text"),
        input("\"words\": [\"a\"]", "/inputs/words", "is an array; give an object"),
        input("\"words\": {\"a\": 1, \"a\": 2}", "/inputs/words/a", "is there twice"),
        input("\"words\": {\"a/b\": 0}", "/inputs/words/a~1b", "at least 1"),
        parameter("\"cout\": 3", "/parameters/cout", "did you mean 'count'?"),
        parameter("\"zzzzzzzz\": 3", "/parameters/zzzzzzzz", "known are count, seed, rate"),
        parameter("\"count\": 0", "/parameters/count", "is 0; choose a whole number from 1 to 10"),
        parameter("\"count\": 11", "/parameters/count", "is 11; choose"),
        parameter("\"count\": 2.5", "/parameters/count", "is 2.5; choose a whole number"),
        parameter("\"count\": \"2\"", "/parameters/count", "is the text '2'; give a whole number"),
        parameter("\"count\": NaN", "/parameters/count", "is NaN"),
        parameter("\"count\": 99999999999999999999", "/parameters/count", "is 9999999999"),
        parameter("\"rate\": 1.5", "/parameters/rate", "is 1.5; choose a number from 0 to 1"),
        parameter("\"rate\": -1e-300", "/parameters/rate", "is -1e-300; choose"),
        parameter("\"bias\": 1e400", "/parameters/bias", "too large for a double"),
        parameter("\"mode\": \"sorted\"", "/parameters/mode", "did you mean 'sort'?"),
        parameter("\"mode\": \"zzzzzzz\"", "/parameters/mode", "one of sort, partition"),
        parameter("\"scale\": 1", "/parameters/scale", "is 1; give true or false"),
        parameter("\"a\\nb\": 1", "/parameters/a\\u000ab", "is not a parameter"));
  }

  private static Arguments whole(String text, String place, String what) {
    return Arguments.of(text, place, what);
  }

  private static Arguments with(String member, String place, String what) {
    return whole("{\"stepwise\": 1, \"exercise\": \"every-kind\", " + member + "}", place, what);
  }

  private static Arguments input(String member, String place, String what) {
    return with("\"inputs\": {" + member + "}", place, what);
  }

  private static Arguments parameter(String member, String place, String what) {
    return with("\"parameters\": {" + member + "}", place, what);
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void a_malformed_scenario_gives_one_line_with_its_file_and_place(
      String text, String place, String what) {
    var message = messageFor(text.getBytes(StandardCharsets.UTF_8));

    assertThat(message).startsWith("a.json: " + place).contains(what).doesNotContain("\n", "\r");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"stepwise\": 1, \"title",
        "{\"stepwise\": 1, \"title\": \"x",
        "{\"stepwise\": 1, \"title\":",
        "{\"stepwise\": 1, \"inputs\": {\"X\": [[1, 2], [3",
        "{\"stepwise\": 1, \"inputs\": {\"X\": [[1, 2],",
        "{\"stepwise\": 1,\n"
      })
  void what_is_cut_off_asks_to_be_closed(String text) {
    assertThat(messageFor(text.getBytes(StandardCharsets.UTF_8)))
        .matches("a\\.json: line [12], column \\d+: ends too early; close what is open");
  }

  @Test
  void what_is_closed_wrongly_is_told_without_the_librarys_sources() {
    var text = "{\"stepwise\": 1, \"inputs\": {\"X\": [[1, 2]}}";

    assertThat(messageFor(text.getBytes(StandardCharsets.UTF_8)))
        .matches("a\\.json: line 1, column \\d+: is not JSON: .*; mend it there")
        .contains("']'")
        .doesNotContain("Source", "REDACTED", "start marker");
  }

  @Test
  void what_contradicts_itself_beyond_the_schema_names_its_place_too() throws Exception {
    var text =
        "{\"stepwise\":1,\"exercise\":\"k-means\",\"inputs\":{\"X\":[[1],[2]]},"
            + "\"parameters\":{\"k\":5}}";
    var scenario = reader.read("a.json", text.getBytes(StandardCharsets.UTF_8));

    var failure =
        catchThrowableOfType(ScenarioException.class, () -> reader.complete("a.json", scenario));

    assertThat(failure)
        .hasMessage("a.json: /parameters/k: k is 5, but there are 2 points; choose k from 1 to 2");
    assertThat(failure.place()).isEqualTo("/parameters/k");
  }

  @Test
  void bytes_that_are_not_utf8_are_found_with_their_line() {
    var bytes = "{\n\"title\": \"?\"}".getBytes(StandardCharsets.UTF_8);
    bytes[12] = (byte) 0xE9; // é in Latin-1

    assertThat(messageFor(bytes)).isEqualTo("a.json: line 2: is not UTF-8; save the file as UTF-8");
  }

  @Test
  void utf16_is_not_guessed_at() {
    var bytes =
        "{\"stepwise\": 1, \"exercise\": \"every-kind\"}".getBytes(StandardCharsets.UTF_16LE);

    assertThat(messageFor(bytes)).startsWith("a.json: line 1").contains("is not JSON");
  }

  @Test
  void a_byte_order_mark_is_passed_over() throws Exception {
    var scenario = read("\uFEFF{\"stepwise\": 1, \"exercise\": \"every-kind\", \"title\": \"ü\"}");

    assertThat(scenario.title()).isEqualTo("ü");
  }

  @Test
  void keys_come_in_any_order_and_title_inputs_and_parameters_may_be_left_out() throws Exception {
    var scenario =
        read("{\"parameters\": {\"count\": 3}, \"exercise\": \"every-kind\", \"stepwise\": 1}");

    assertThat(scenario.title()).isEmpty();
    assertThat(scenario.given().inputs()).isEmpty();
    assertThat(scenario.given().parameters()).containsExactly(Map.entry("count", 3L));
  }

  @Test
  void a_whole_number_may_be_written_with_a_point_or_an_exponent() throws Exception {
    var scenario =
        read(
            "{\"stepwise\": 1, \"exercise\": \"every-kind\","
                + " \"parameters\": {\"count\": 3.0, \"seed\": -1e3}}");

    assertThat(scenario.given().parameter("count", Long.class)).contains(3L);
    assertThat(scenario.given().parameter("seed", Long.class)).contains(-1000L);
  }

  @Test
  void targets_are_labels_where_all_are_whole_and_not_negative_else_numbers() throws Exception {
    assertThat(targets("[0, 2, 1]")).isEqualTo(new int[] {0, 2, 1});
    assertThat(targets("[0, 2.5]")).isEqualTo(new double[] {0, 2.5});
    assertThat(targets("[0, -1]")).isEqualTo(new double[] {0, -1});
  }

  private Object targets(String array) throws ScenarioException {
    var text =
        "{\"stepwise\": 1, \"exercise\": \"every-kind\", \"inputs\": {\"y\": " + array + "}}";
    return read(text).given().inputs().sequencedValues().getFirst();
  }

  @Test
  void a_missing_file_and_a_folder_are_named() {
    var missing = folder.resolve("missing.json");

    assertThat(failure(missing)).hasMessageStartingWith(missing + ": cannot be read: it does not");
    assertThat(failure(folder)).hasMessage(folder + ": is a folder; give a file");
  }

  @Test
  void a_file_of_1_GB_is_refused_by_its_size() throws IOException {
    var huge = folder.resolve("huge.json");
    try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(1L << 30); // sparse: takes no room on the disk
    }

    assertThat(failure(huge)).hasMessage(huge + ": is too large; a file may have at most 64 MB");
  }

  @Test
  void a_file_is_read_under_the_name_that_the_user_gave() throws Exception {
    var file = folder.resolve("fine.json");
    Files.writeString(file, "{\"stepwise\": 1, \"exercise\": \"every-kind\"}");

    assertThat(reader.load(file).exercise()).isInstanceOf(EveryKind.class);
  }

  private Scenario read(String text) throws ScenarioException {
    return reader.read("a.json", text.getBytes(StandardCharsets.UTF_8));
  }

  private String messageFor(byte[] content) {
    var failure =
        catchThrowableOfType(ScenarioException.class, () -> reader.read("a.json", content));
    assertThat(failure).isNotNull();
    return String.valueOf(failure.getMessage());
  }

  private ScenarioException failure(Path path) {
    return catchThrowableOfType(ScenarioException.class, () -> reader.read(path));
  }
}
