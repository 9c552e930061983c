package dev.stepwise.compute.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The listing that students see is run and compared. Where python3 is missing the test fails.
@Tag("python")
class BpeListingTest {
  private static final String DRIVER =
      """
      import json, sys

      listing, problem = sys.argv[1:]
      exec(compile(open(listing).read(), listing, "exec"))
      given = json.load(open(problem, encoding="utf-8"))
      marker = given["marker"]
      if given["pair_count"] == "once-per-word":
          count_pairs = count_once_per_word
      if given["replace"] == "text":
          replace = replace_text
      start = read(given["corpus"], marker)
      merges, words = learn(start, given["num_merges"], given["tie_break"])
      encodings = [encode(word, merges, marker) for word in given["encode"]]
      json.dump({"merges": merges, "words": list(words),
                 "vocabulary": list(number(start, merges)), "encodings": encodings,
                 "decoded": [decode(tokens, marker) for tokens in encodings]}, sys.stdout)
      """;

  @TempDir Path folder = Path.of("");

  static Stream<BpeProblem> problems() {
    return TrainingTest.problems().limit(48);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void the_listing_computes_what_java_computes(BpeProblem problem) throws Exception {
    var words = List.of("abba", "aaaa", "é中😀", "tears");
    var result = run(problem, words);
    var training = new Training(problem);
    training.has(Integer.MAX_VALUE);
    int known = training.known();

    assertThat(lists(result.get("merges")))
        .isEqualTo(
            training.merges(known).stream()
                .map(merge -> List.of(merge.pair().left(), merge.pair().right()))
                .toList());
    assertThat(texts(result.get("vocabulary"))).isEqualTo(training.symbols(known));
    assertThat(lists(result.get("encodings")))
        .isEqualTo(words.stream().map(word -> training.encode(word, known).tokens()).toList());
    assertThat(texts(result.get("decoded"))).isEqualTo(words);
    var segmented = lists(result.get("words"));
    for (int word = 0; word < training.words().size(); word++) {
      assertThat(segmented.get(word)).isEqualTo(training.segmented(word, known));
    }
  }

  private static List<String> texts(JsonNode node) {
    return node.valueStream().map(JsonNode::stringValue).toList();
  }

  private static List<List<String>> lists(JsonNode node) {
    return node.valueStream().map(BpeListingTest::texts).toList();
  }

  private JsonNode run(BpeProblem problem, List<String> encode)
      throws IOException, InterruptedException {
    var driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
    var given = folder.resolve("problem.json");
    var rules = problem.rules();
    var values =
        Map.of(
            "corpus", problem.corpus().text().orElseThrow(),
            "marker", rules.marker(),
            "tie_break", rules.tieBreak().word(),
            "pair_count", rules.pairCount() == PairCount.ONCE_PER_WORD ? "once-per-word" : "",
            "replace", rules.replacement() == Replacement.TEXT ? "text" : "",
            "num_merges", problem.numMerges(),
            "encode", encode);
    JsonMapper.shared().writeValue(given.toFile(), values);
    var process =
        new ProcessBuilder(
                "python3", driver.toString(), BpeLinesTest.LISTING.toString(), given.toString())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return JsonMapper.shared().readTree(output);
  }
}
