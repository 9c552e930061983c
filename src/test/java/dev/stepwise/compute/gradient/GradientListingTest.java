package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.gradient.network.Order;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The NumPy listing that students see is run and compared. Where python3 or NumPy is missing the
/// test fails.
@Tag("python")
class GradientListingTest {
  private static final String DRIVER =
      """
      import json, sys
      import numpy as np

      listing, problem = sys.argv[1:]
      exec(compile(open(listing).read(), listing, "exec"))
      g = json.load(open(problem))

      class Drawn:
          def __init__(self, orders, normals):
              self.orders, self.normals = iter(orders), iter(normals)

          def permutation(self, n):
              return np.array(next(self.orders))

          def normal(self, size):
              count = int(np.prod(size))
              return np.array([next(self.normals) for _ in range(count)]).reshape(size)

      X = np.array(g["X"], dtype=float)
      rng = Drawn(g.get("orders", []), g.get("normals", []))
      if g["model"] == "mlp":
          y = np.array(g["y"])
          start = initialise(X.shape[1], g["hidden"], g["classes"], g["init"], rng)
          W1, b1, W2, b2, losses = train(
              X, y, *start, g["rate"], g["epochs"], g["size"], g["slope"], rng)
          out = {"W1": W1.tolist(), "b1": b1.tolist(), "W2": W2.tolist(), "b2": b2.tolist(),
                 "losses": losses,
                 "accuracy": accuracy(X, y, W1, b1, W2, b2, g["slope"])}
      else:
          w, b, losses = linear_regression(
              X, np.array(g["y"]), g["rate"], g["epochs"], g["size"], rng)
          out = {"weights": w.tolist(), "bias": b, "losses": losses}
      json.dump(out, sys.stdout, default=float)
      """;

  @TempDir Path folder = Path.of("");

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_listing_trains_the_network_that_java_trains(long seed) throws Exception {
    var problem = withoutExtras(Problems.network(seed));
    var fit = Trainer.fit(problem);
    var expected = new LinkedHashMap<String, Object>();
    expected.put("W1", fit.parameters().w1());
    expected.put("b1", fit.parameters().b1());
    expected.put("W2", fit.parameters().w2());
    expected.put("b2", fit.parameters().b2());
    expected.put("losses", fit.losses());
    expected.put(
        "accuracy", Evaluation.of(problem, problem.data().training(), fit.parameters()).accuracy());
    compare(run(given(problem)), expected);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_listing_finds_the_line_that_java_finds(long seed) throws Exception {
    var problem = Problems.regression(seed);
    var fit = RegressionTrainer.fit(problem);
    var expected = new LinkedHashMap<String, Object>();
    expected.put("weights", fit.model().weights());
    expected.put("bias", fit.model().bias());
    expected.put("losses", fit.losses());
    var given = new LinkedHashMap<String, Object>();
    given.put("model", "linear-regression");
    given.put("X", problem.x());
    given.put("y", problem.y());
    given.put("rate", problem.descent().rate());
    given.put("epochs", problem.descent().epochs());
    given.put("size", problem.descent().sizeOfBatch(problem.y().length));
    given.put(
        "orders",
        IntStream.rangeClosed(1, problem.descent().epochs())
            .mapToObj(epoch -> RegressionTrainer.order(problem, epoch))
            .toList());
    compare(run(given), expected);
  }

  /// The listing knows no held-out samples and no changes of the rate.
  private static NetworkProblem withoutExtras(NetworkProblem problem) {
    var data = problem.data();
    var descent = problem.descent().withChanges(java.util.List.of());
    return problem
        .withData(LabelledData.of(data.x(), data.y(), 0, descent.seed()))
        .withDescent(descent);
  }

  private static Map<String, Object> given(NetworkProblem problem) {
    var given = new LinkedHashMap<String, Object>();
    given.put("model", "mlp");
    given.put("X", problem.data().x());
    given.put("y", problem.data().y());
    given.put("hidden", problem.hidden());
    given.put("classes", problem.data().classes());
    given.put("init", problem.start().word());
    given.put("rate", problem.descent().rate());
    given.put("epochs", problem.descent().epochs());
    given.put("size", problem.descent().sizeOfBatch(problem.size()));
    given.put("slope", problem.activation().slope());
    var orders = new ArrayList<int[]>();
    for (int epoch = 1; epoch <= problem.descent().epochs(); epoch++) {
      orders.add(Trainer.order(problem, epoch));
    }
    given.put("orders", orders);
    var random = Order.forWeights(problem.descent().seed());
    int weights = (problem.data().dimensions() + problem.data().classes()) * problem.hidden();
    var normals = new double[weights];
    for (int i = 0; i < weights; i++) {
      normals[i] = random.nextGaussian();
    }
    given.put("normals", normals);
    return given;
  }

  private static void compare(JsonNode result, Map<String, Object> expected) {
    References.assertMeets(result, new ObjectMapper().valueToTree(expected), 1e-9, "");
  }

  private JsonNode run(Map<String, Object> given) throws IOException, InterruptedException {
    var mapper = new ObjectMapper();
    var driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
    var problem = folder.resolve("problem.json");
    mapper.writeValue(problem.toFile(), given);
    var process =
        new ProcessBuilder(
                "python3",
                driver.toString(),
                ListingAnchorsTest.FILE.toString(),
                problem.toString())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return mapper.readTree(output);
  }
}
