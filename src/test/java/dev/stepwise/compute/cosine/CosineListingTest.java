package dev.stepwise.compute.cosine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.cosine.text.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The NumPy listing that students see is run and compared. Where python3 or NumPy is missing the
/// test fails.
@Tag("python")
class CosineListingTest {
  private static final String DRIVER =
      """
      import json, sys
      import numpy as np

      listing, problem = sys.argv[1:]
      exec(compile(open(listing).read(), listing, "exec"))
      given = json.load(open(problem))
      np.seterr(all="ignore")
      if "texts" in given:
          D, q = text_vectors(given["texts"], given["query_text"], given["components"])
      else:
          D, q = np.array(given["documents"], float), np.array(given["query"], float)
      scores, best = search(D, q, given["k"], given["metric"], given["eps"], given["selection"])
      json.dump({"scores": [None if np.isnan(s) else s for s in scores],
                 "best": best.tolist(), "stop": sorted(STOP)}, sys.stdout)
      """;

  @TempDir Path folder = Path.of("");

  static Stream<CosineProblem> problems() {
    return Stream.concat(
        IntStream.range(0, 14).mapToObj(Problems::random),
        Stream.of(Problems.texts(), Problems.with(Problems.texts(), Selection.PARTITION)));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void the_listing_computes_what_java_computes(CosineProblem problem) throws Exception {
    var result = run(problem);
    var search = CosineSearch.search(problem);
    for (int i = 0; i < problem.count(); i++) {
      var score = result.get("scores").get(i);
      if (score.isNull()) {
        assertThat(search.similarities()[i]).isNaN();
      } else {
        assertThat(search.similarities()[i]).isCloseTo(score.asDouble(), within(1e-9));
      }
    }
    int[] best = CosineSearch.topK(search.similarities(), problem.k(), problem.selection());
    assertThat(result.get("best").size()).isEqualTo(best.length);
    for (int place = 0; place < best.length; place++) {
      // Sums in another order may part what is equal here.
      assertThat(similarity(search, result.get("best").get(place).asInt()))
          .isCloseTo(similarity(search, best[place]), within(1e-12));
    }
    assertThat(result.get("stop").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrderElementsOf(Tokens.STOP_WORDS);
  }

  private static double similarity(CosineSearch.Search search, int document) {
    double similarity = search.similarities()[document];
    return Double.isNaN(similarity) ? -1e9 : similarity;
  }

  private JsonNode run(CosineProblem problem) throws IOException, InterruptedException {
    var given = new LinkedHashMap<String, Object>();
    problem
        .texts()
        .ifPresentOrElse(
            texts -> {
              given.put("texts", texts.model().texts());
              given.put("query_text", texts.query());
              given.put("components", problem.dimensions());
            },
            () -> {
              given.put("documents", problem.documents());
              given.put("query", problem.query());
            });
    given.put("k", problem.k());
    given.put("metric", problem.metric().word());
    given.put("eps", problem.epsilon());
    given.put("selection", problem.selection().word());
    var mapper = new ObjectMapper();
    var driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
    var file = folder.resolve("problem.json");
    mapper.writeValue(file.toFile(), given);
    var process =
        new ProcessBuilder(
                "python3", driver.toString(), "assets/cosine-search/listing.py", file.toString())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return mapper.readTree(output);
  }
}
