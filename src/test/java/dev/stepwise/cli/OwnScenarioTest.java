package dev.stepwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `scenario EXERCISE --data FILE`: what the window's readers make of files, and what they ask.
@OneAtATime
class OwnScenarioTest {
  private static final String FLOWERS =
      """
      length,width,species
      5.1,3.5,setosa
      4.9,3.0,setosa
      7.0,3.2,versicolor
      6.4,3.1,versicolor
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  /// A matrix as `numpy.save` writes it.
  private String npy(String name, double[]... rows) throws IOException {
    var head =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d), }"
            .formatted(rows.length, rows[0].length);
    var padded = head + " ".repeat(117 - head.length()) + "\n";
    var bytes = ByteBuffer.allocate(128 + 8 * rows.length * rows[0].length);
    bytes
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1));
    bytes.putShort((short) 118).put(padded.getBytes(StandardCharsets.US_ASCII));
    Arrays.stream(rows).flatMapToDouble(Arrays::stream).forEach(bytes::putDouble);
    return Files.write(folder.resolve(name), bytes.array()).toString();
  }

  private int run(String exercise, String data, String... options) {
    var words = new ArrayList<>(List.of("scenario", exercise, "--data", data));
    words.addAll(List.of(options));
    out.reset();
    err.reset();
    var messages = new PrintStream(err, true, StandardCharsets.UTF_8);
    var context =
        new Context(new Exercises().exercises(), out, messages, _ -> {}, new WordRenderer());
    return new CommandLineApp(context, new CrashLog(folder.resolve("logs"), Clock.systemUTC()))
        .run(words.toArray(String[]::new));
  }

  /// What is written where the command succeeds.
  private JsonNode scenario(String exercise, String data, String... options) {
    int status = run(exercise, data, options);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isEqualTo(ExitStatus.DONE);
    return JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
  }

  /// The one line for what is wrong with the data, without the folder's name.
  private String refusal(String exercise, String data, String... options) {
    assertThat(run(exercise, data, options)).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(out.size()).isZero();
    var lines = err.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(1);
    return lines.getFirst().replace(folder + "/", "");
  }

  /// The line for what is wrong with the command's words.
  private String wrongWords(String exercise, String data, String... options) {
    assertThat(run(exercise, data, options)).isEqualTo(ExitStatus.WRONG_WORDS);
    assertThat(out.size()).isZero();
    return err.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
  }

  private static double[][] matrix(JsonNode scenario, String name) {
    return JsonMapper.shared().treeToValue(scenario.get("inputs").get(name), double[][].class);
  }

  @Test
  void k_means_takes_the_columns_of_numbers_and_leaves_the_labels_out() throws IOException {
    var scenario = scenario("k-means", file("flowers.csv", FLOWERS), "--labels", "species");
    assertThat(scenario.get("stepwise").asInt()).isEqualTo(1);
    assertThat(scenario.get("exercise").asString()).isEqualTo("k-means");
    assertThat(scenario.get("title").asString()).isEqualTo("flowers");
    assertThat(matrix(scenario, "X"))
        .isDeepEqualTo(new double[][] {{5.1, 3.5}, {4.9, 3}, {7, 3.2}, {6.4, 3.1}});
  }

  @ParameterizedTest
  @ValueSource(strings = {"width,length", "2,1", "width,1"})
  void columns_are_chosen_by_name_or_number(String columns) throws IOException {
    var scenario = scenario("k-means", file("flowers.csv", FLOWERS), "--columns", columns);
    assertThat(matrix(scenario, "X")[0]).containsExactlyInAnyOrder(5.1, 3.5);
    var one = scenario("k-means", file("flowers.csv", FLOWERS), "--columns", "2");
    assertThat(matrix(one, "X")).isDeepEqualTo(new double[][] {{3.5}, {3}, {3.2}, {3.1}});
  }

  @Test
  void what_is_written_is_read_by_the_other_commands() throws IOException {
    var saved = folder.resolve("own.json");
    assertThat(run("k-means", file("flowers.csv", FLOWERS), "-o", saved.toString())).isZero();
    var context =
        new Context(
            new Exercises().exercises(),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            _ -> {},
            new WordRenderer());
    var app = new CommandLineApp(context, new CrashLog(folder, Clock.systemUTC()));
    assertThat(app.run("trace", saved.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"title\":\"flowers\"", "labels");
  }

  @ParameterizedTest
  @CsvSource({
    "k-means, X",
    "self-attention, X",
    "multi-head-attention, X",
    "lstm, X",
    "cosine-search, documents"
  })
  void a_file_of_numpy_is_taken_number_by_number(String exercise, String input) throws IOException {
    double[][] rows = {
      {0.1, -2.5, 3, 0, 1, 1, 1, 1}, {1e-9, 4, 5, 6, 1, 2, 3, 4}, {7, 8, 1.0 / 3, 9, 4, 3, 2, 1}
    };
    var scenario = scenario(exercise, npy("rows.npy", rows));
    assertThat(scenario.get("exercise").asString()).isEqualTo(exercise);
    assertThat(matrix(scenario, input)).isDeepEqualTo(rows);
  }

  @Test
  void words_to_be_learned_are_classes_and_fractions_are_targets() throws IOException {
    var network = scenario("gradient-descent", file("flowers.csv", FLOWERS), "--labels", "species");
    assertThat(network.get("parameters").get("model").asString()).isEqualTo("mlp");
    assertThat(network.get("inputs").get("y")).hasToString("[0,0,1,1]");

    var regression = scenario("gradient-descent", file("f.csv", FLOWERS), "--labels", "width");
    assertThat(regression.get("parameters").get("model").asString()).isEqualTo("linear-regression");
    assertThat(regression.get("inputs").get("y")).hasToString("[3.5,3.0,3.2,3.1]");
    assertThat(matrix(regression, "X")).isDeepEqualTo(new double[][] {{5.1}, {4.9}, {7}, {6.4}});
  }

  @Test
  void numbers_that_may_be_classes_or_targets_are_asked_about() throws IOException {
    var data = file("rooms.csv", "area,rooms\n50.5,2\n70.5,3\n90.5,5\n");
    assertThat(refusal("gradient-descent", data, "--labels", "rooms"))
        .isEqualTo(
            "rooms.csv: 'rooms' may hold classes or numbers to be predicted; say --model mlp or"
                + " linear-regression");
    var regression =
        scenario("gradient-descent", data, "--labels", "rooms", "--model", "linear-regression");
    assertThat(regression.get("inputs").get("y")).hasToString("[2.0,3.0,5.0]");
    var network = scenario("gradient-descent", data, "--labels", "rooms", "--model", "mlp");
    assertThat(network.get("inputs").get("y")).hasToString("[0,1,2]");
  }

  @Test
  void what_is_to_be_learned_has_to_be_named() throws IOException {
    assertThat(refusal("gradient-descent", file("flowers.csv", FLOWERS)))
        .isEqualTo(
            "flowers.csv: which column is to be learned? Say --labels with one of: length, width,"
                + " species");
    assertThat(refusal("gradient-descent", file("f.csv", FLOWERS), "--labels", "specie"))
        .isEqualTo("f.csv: has no column 'specie'; did you mean 'species'?");
    assertThat(
            refusal(
                "gradient-descent",
                file("f.csv", FLOWERS),
                "--labels",
                "species",
                "--model",
                "linear-regression"))
        .startsWith("f.csv: row 2, column 'species': 'setosa' is not a number; ");
  }

  @Test
  void a_text_is_a_corpus_a_sentence_or_a_document_a_line() throws IOException {
    var text = file("words.txt", "low lower\nnewest\n");
    assertThat(scenario("bpe", text).get("inputs").toString()).contains("low").contains("newest");
    assertThat(scenario("self-attention", text).get("inputs").get("tokens"))
        .hasToString("[\"low\",\"lower\",\"newest\"]");
    assertThat(scenario("multi-head-attention", text).get("inputs").get("tokens"))
        .hasToString("[\"low\",\"lower\",\"newest\"]");
    assertThat(scenario("cosine-search", text).get("inputs").get("texts"))
        .hasToString("[\"low lower\",\"newest\"]");
    assertThat(scenario("lstm", text).get("inputs").toString()).contains("newest");
  }

  @Test
  void as_says_what_a_file_is_whatever_its_name() throws IOException {
    var numbers = file("vectors.txt", "1 2\n3 4\n5 7\n");
    assertThat(matrix(scenario("cosine-search", numbers, "--as", "table"), "documents"))
        .isDeepEqualTo(new double[][] {{1, 2}, {3, 4}, {5, 7}});
    assertThat(scenario("cosine-search", numbers).get("inputs").get("texts"))
        .hasToString("[\"1 2\",\"3 4\",\"5 7\"]");
    var lines = file("documents.csv", "a cat\na dog\n");
    assertThat(scenario("cosine-search", lines, "--as", "text").get("inputs").get("texts"))
        .hasToString("[\"a cat\",\"a dog\"]");
  }

  @Test
  void what_an_exercise_does_not_take_is_told_with_what_it_takes() throws IOException {
    assertThat(refusal("bpe", file("flowers.csv", FLOWERS)))
        .isEqualTo("flowers.csv: bpe takes no table; give a text, or say --as text");
    assertThat(refusal("k-means", file("words.txt", "low lower"), "--as", "text"))
        .isEqualTo("words.txt: k-means takes no text; give a table");
    assertThat(refusal("bpe", file("blank.txt", " \n"))).startsWith("blank.txt: ").contains("give");
    assertThat(refusal("lstm", file("flowers.csv", FLOWERS), "--labels", "species"))
        .isEqualTo("flowers.csv: labels have no use here; leave out --labels");
  }

  @Test
  void options_for_tables_are_not_ignored_where_there_is_none() throws IOException {
    var text = file("words.txt", "low lower");
    assertThat(refusal("self-attention", text, "--missing", "drop"))
        .isEqualTo(
            "words.txt: is read as a text for self-attention, where --missing has no use; leave it"
                + " out, or say --as table");
    assertThat(refusal("cosine-search", text, "--columns", "1", "--header", "data"))
        .contains("where --columns and --header have no use; leave them out");
    assertThat(refusal("k-means", npy("a.npy", new double[] {1, 2}), "--decimal", "comma"))
        .isEqualTo("a.npy: NumPy's files need no --decimal; leave it out");
  }

  @Test
  void a_decimal_sign_in_doubt_is_asked_about() throws IOException {
    var data = file("cities.csv", "population;area\n1,234;1,500\n2,500;2,250\n");
    assertThat(refusal("k-means", data))
        .isEqualTo("cities.csv: Is “1,234” 1.234 or 1234? Say --decimal point or --decimal comma.");
    assertThat(matrix(scenario("k-means", data, "--decimal", "comma"), "X"))
        .isDeepEqualTo(new double[][] {{1.234, 1.5}, {2.5, 2.25}});
    assertThat(matrix(scenario("k-means", data, "--decimal", "point"), "X"))
        .isDeepEqualTo(new double[][] {{1234, 1500}, {2500, 2250}});
  }

  @Test
  void a_first_row_in_doubt_is_asked_about() throws IOException {
    var data = file("years.csv", "2019,2020\n1.5,2.5\n3.5,4.25\n");
    assertThat(refusal("k-means", data)).endsWith("Say --header names or --header data.");
    assertThat(matrix(scenario("k-means", data, "--header", "names"), "X"))
        .isDeepEqualTo(new double[][] {{1.5, 2.5}, {3.5, 4.25}});
    assertThat(matrix(scenario("k-means", data, "--header", "data"), "X"))
        .isDeepEqualTo(new double[][] {{2019, 2020}, {1.5, 2.5}, {3.5, 4.25}});
  }

  @Test
  void a_separator_in_doubt_is_asked_about() throws IOException {
    var data = file("pairs.csv", "1 234,5 678\n2 345,6 789\n");
    assertThat(refusal("k-means", data))
        .isEqualTo(
            "pairs.csv: Are the cells parted by commas or by blanks? Say --separator comma,"
                + " semicolon, tab, bar or blanks.");
    assertThat(matrix(scenario("k-means", data, "--separator", "comma", "--header", "data"), "X"))
        .isDeepEqualTo(new double[][] {{1234, 5678}, {2345, 6789}});
  }

  @ParameterizedTest
  @CsvSource({"comma, ','", "semicolon, ;", "tab, '\t'", "bar, |", "blanks, '  '"})
  void every_separator_can_be_chosen(String word, String sign) throws IOException {
    var text = "a,b\n1,2\n3,4\n".replace(",", sign);
    var scenario = scenario("k-means", file("t.csv", text), "--separator", word);
    assertThat(matrix(scenario, "X")).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
  }

  @Test
  void rows_with_gaps_are_refused_with_their_numbers_and_left_out_when_told() throws IOException {
    var data = file("gaps.csv", "a,b\n1,2\n3,\n5,6\n,8\n9,9\n");
    assertThat(refusal("k-means", data))
        .isEqualTo(
            "gaps.csv: rows 3, 5: have gaps, 2 in all; leave them out with --missing drop, or"
                + " choose columns with --columns");
    assertThat(refusal("k-means", data, "--missing", "refuse")).contains("rows 3, 5");
    assertThat(matrix(scenario("k-means", data, "--missing", "drop"), "X"))
        .isDeepEqualTo(new double[][] {{1, 2}, {5, 6}, {9, 9}});
  }

  @Test
  void columns_that_cannot_be_taken_are_named() throws IOException {
    var data = file("flowers.csv", FLOWERS);
    assertThat(refusal("k-means", data, "--columns", "lenght"))
        .isEqualTo("flowers.csv: has no column 'lenght'; did you mean 'length'?");
    assertThat(refusal("k-means", data, "--columns", "4")).contains("has no column '4'");
    assertThat(refusal("k-means", data, "--columns", "species"))
        .startsWith("flowers.csv: row 2, column 'species': 'setosa' is not a number; ");
    assertThat(refusal("k-means", data, "--columns", "1", "--labels", "length"))
        .contains("'length' is to be both numbers and labels");
    assertThat(refusal("k-means", file("words.csv", "a,b\nx,y\n")))
        .contains("has no column of numbers");
  }

  @Test
  void files_that_cannot_be_read_are_told_in_a_line() throws IOException {
    assertThat(refusal("k-means", folder.resolve("none.csv").toString())).startsWith("none.csv: ");
    assertThat(refusal("k-means", folder.toString())).contains(": ");
    assertThat(refusal("k-means", file("empty.csv", ""))).startsWith("empty.csv: ");
    assertThat(refusal("k-means", file("broken.npy", "no array"))).startsWith("broken.npy: ");
    assertThat(refusal("bpe", folder.resolve("none.txt").toString())).startsWith("none.txt: ");
    assertThat(
            refusal("k-means", npy("nan.npy", new double[] {1, 2}, new double[] {3, Double.NaN})))
        .startsWith("nan.npy: row 2: has a gap; ");
    assertThat(
            refusal(
                "k-means",
                npy("all.npy", new double[] {1, Double.NaN}, new double[] {3, Double.NaN})))
        .isEqualTo(
            "all.npy: column 'column 2': is NaN in every row; give numbers, or choose other"
                + " columns");
  }

  @ParameterizedTest
  @CsvSource({
    "--separator, semikolon, semicolon",
    "--decimal, coma, comma",
    "--header, name, names",
    "--missing, drops, drop",
    "--as, tabel, table",
    "--model, linear-regresion, linear-regression"
  })
  void a_word_that_an_option_does_not_know_is_told_with_the_nearest_that_it_knows(
      String option, String word, String known) throws IOException {
    var data = file("flowers.csv", FLOWERS);
    assertThat(wrongWords("gradient-descent", data, "--labels", "species", option, word))
        .startsWith(option + " is '" + word + "'; ")
        .contains(known);
  }

  @Test
  void options_that_contradict_each_other_are_wrong_words() throws IOException {
    var data = file("flowers.csv", FLOWERS);
    assertThat(wrongWords("k-means", data, "--preset", "moons"))
        .isEqualTo("both --preset and --data are given; give one of them");
    assertThat(wrongWords("k-means", data, "--model", "mlp"))
        .isEqualTo("k-means has no --model to choose; leave it out");
    assertThat(wrongWords("k-meens", data)).contains("there is no exercise 'k-meens'", "k-means");
  }
}
