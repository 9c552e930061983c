package dev.stepwise.compute.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
class KMeansListingTest {
  /// Runs the listing on a problem; the random numbers are those that Java drew.
  private static final String DRIVER =
      """
      import json, sys
      import numpy as np

      listing, problem = sys.argv[1:]
      exec(compile(open(listing).read(), listing, "exec"))
      given = json.load(open(problem))

      class Drawn:
          def __init__(self, numbers):
              self.numbers = iter(numbers)

          def random(self):
              return next(self.numbers)

      X = np.array(given["X"], dtype=float)
      if given["init"] == "manual":
          start = np.array(given["start"], dtype=float)
      else:
          start = initialise(X, given["k"], given["init"], Drawn(given["randoms"]))
      centroids, labels, inertia, iterations, converged = k_means(
          X, start, given["max_iterations"], given["tolerance"])
      json.dump({"start": start.tolist(), "centroids": centroids.tolist(),
                 "labels": labels.tolist(), "inertia": float(inertia),
                 "iterations": iterations, "converged": bool(converged)}, sys.stdout)
      """;

  @TempDir Path folder = Path.of("");

  static Stream<KMeansProblem> problems() {
    var same = new double[][] {{1, 2}, {1, 2}, {1, 2}, {5, 5}};
    return Stream.of(
            References.NAMES.stream().map(name -> References.problem(References.read(name))),
            IntStream.range(0, 12).mapToObj(Problems::random),
            IntStream.range(0, 3).mapToObj(seed -> Problems.drawn(same, 3, Init.PLUS_PLUS, seed)))
        .flatMap(problems -> problems);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void the_listing_computes_what_java_computes(KMeansProblem problem) throws Exception {
    var result = run(problem);
    var fit = KMeans.fit(problem);
    assertThat(References.matrix(result.get("start"))).isDeepEqualTo(KMeans.initialise(problem));
    var centroids = References.matrix(result.get("centroids"));
    for (int j = 0; j < centroids.length; j++) {
      assertThat(centroids[j]).containsExactly(fit.centroids()[j], within(1e-9));
    }
    assertThat(References.labels(result.get("labels"))).isEqualTo(fit.labels());
    assertThat(result.get("inertia").asDouble())
        .isCloseTo(fit.inertia(), within(1e-9 * Math.max(1, fit.inertia())));
    assertThat(result.get("iterations").asInt()).isEqualTo(fit.iterations());
    assertThat(result.get("converged").asBoolean()).isEqualTo(fit.converged());
  }

  private JsonNode run(KMeansProblem problem) throws IOException, InterruptedException {
    var mapper = new ObjectMapper();
    var driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
    var given = folder.resolve("problem.json");
    mapper.writeValue(given.toFile(), given(problem));
    var process =
        new ProcessBuilder(
                "python3", driver.toString(), "assets/k-means/listing.py", given.toString())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return mapper.readTree(output);
  }

  private static Map<String, Object> given(KMeansProblem problem) {
    var given = new LinkedHashMap<String, Object>();
    given.put("X", problem.points());
    given.put("k", problem.k());
    given.put("init", problem.init().word());
    given.put("max_iterations", problem.maximumIterations());
    given.put("tolerance", problem.tolerance());
    if (problem.init() == Init.MANUAL) {
      given.put("start", Objects.requireNonNull(problem.start()));
    } else {
      given.put("randoms", Seeding.drawAll(problem).randoms());
    }
    return given;
  }
}
