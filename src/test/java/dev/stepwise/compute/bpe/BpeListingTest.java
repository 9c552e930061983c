package dev.stepwise.compute.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The listing that students see is run and compared. Where python3 is missing the test fails.
@Tag("python")
class BpeListingTest {
  /// Runs every problem in one process, since starting Python takes longer than running them.
  private static final String DRIVER =
      """
      import json, sys

      listing, problems = sys.argv[1:]
      code = compile(open(listing).read(), listing, "exec")

      def solve(given):
          names = {}
          exec(code, names)
          if given["pair_count"] == "once-per-word":
              names["count_pairs"] = names["count_once_per_word"]
          if given["replace"] == "text":
              names["replace"] = names["replace_text"]
          marker = given["marker"]
          start = names["read"](given["corpus"], marker)
          merges, words = names["learn"](start, given["num_merges"], given["tie_break"])
          encodings = [names["encode"](word, merges, marker) for word in given["encode"]]
          return {"merges": merges, "words": list(words),
                  "vocabulary": list(names["number"](start, merges)), "encodings": encodings,
                  "decoded": [names["decode"](tokens, marker) for tokens in encodings]}

      json.dump([solve(given) for given in json.load(open(problems, encoding="utf-8"))], sys.stdout)
      """;

  private static final List<String> WORDS = List.of("abba", "aaaa", "é中😀", "tears");

  @TempDir Path folder = Path.of("");

  @Test
  void the_listing_computes_what_java_computes() throws Exception {
    var problems =
        TrainingTest.problems()
            .filter(problem -> problem.corpus().text().orElseThrow().indexOf('<') < 0)
            .limit(60)
            .toList();
    var results = run(problems);
    for (int i = 0; i < problems.size(); i++) {
      assertMeets(problems.get(i), results.get(i));
    }
  }

  private static void assertMeets(BpeProblem problem, JsonNode result) {
    var training = new Training(problem);
    training.has(Integer.MAX_VALUE);
    int known = training.known();

    assertThat(lists(result.get("merges")))
        .isEqualTo(
            training.merges(known).stream()
                .map(merge -> Symbol.texts(List.of(merge.pair().left(), merge.pair().right())))
                .toList());
    assertThat(texts(result.get("vocabulary"))).isEqualTo(Symbol.texts(training.symbols(known)));
    assertThat(lists(result.get("encodings")))
        .isEqualTo(
            WORDS.stream()
                .map(word -> Symbol.texts(training.encode(word, known).tokens()))
                .toList());
    assertThat(texts(result.get("decoded"))).isEqualTo(WORDS);
    var segmented = lists(result.get("words"));
    for (int word = 0; word < training.words().size(); word++) {
      assertThat(segmented.get(word)).isEqualTo(Symbol.texts(training.segmented(word, known)));
    }
  }

  private static List<String> texts(JsonNode node) {
    return node.valueStream().map(JsonNode::stringValue).toList();
  }

  private static List<List<String>> lists(JsonNode node) {
    return node.valueStream().map(BpeListingTest::texts).toList();
  }

  private JsonNode run(List<BpeProblem> problems) throws IOException, InterruptedException {
    var driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
    var given = folder.resolve("problems.json");
    JsonMapper.shared()
        .writeValue(given.toFile(), problems.stream().map(BpeListingTest::values).toList());
    var process =
        new ProcessBuilder("python3", driver.toString(), "assets/bpe/listing.py", given.toString())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return JsonMapper.shared().readTree(output);
  }

  private static Map<String, Object> values(BpeProblem problem) {
    var rules = problem.rules();
    return Map.of(
        "corpus", problem.corpus().text().orElseThrow(),
        "marker", rules.marker(),
        "tie_break", rules.tieBreak().word(),
        "pair_count", rules.pairCount().word(),
        "replace", rules.replacement().word(),
        "num_merges", problem.numMerges(),
        "encode", WORDS);
  }
}
