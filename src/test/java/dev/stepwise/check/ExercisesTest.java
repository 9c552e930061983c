package dev.stepwise.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.check.Report.Verdict;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.scenario.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of each exercise code in two styles, and with classic mistakes. Where python3 or NumPy is missing
/// the tests fail.
@Tag("python")
class ExercisesTest {
  private static final String BATCHES =
      """
      import numpy as np
      def train(X, y, learning_rate, epochs, batch_size):
          rng = np.random.default_rng(7)
          w, b = np.zeros(X.shape[1]), 0.0
          for epoch in range(epochs):
              perm = rng.permutation(len(X))
              for start in range(0, len(X), batch_size):
                  i = perm[start:start + batch_size]
                  error = X[i] @ w + b - y[i]
                  w = w - learning_rate * 2 * X[i].T @ error / len(i)
                  b = b - learning_rate * 2 * error.mean()
          return w, b
      """;

  @TempDir private Path folder;

  private Report check(String exercise, String rest, String code) throws Exception {
    var reader =
        new ScenarioReader(
            List.of(
                new KMeansExercise(),
                new MultiHeadExercise(),
                new GradientExercise(),
                new BpeExercise(),
                new CosineExercise()));
    var text = "{\"stepwise\": 1, \"exercise\": \"%s\"%s}".formatted(exercise, rest);
    var scenario =
        reader.complete("test.json", reader.read("test.json", text.getBytes(StandardCharsets.UTF_8)));
    var file = Files.writeString(folder.resolve("mine.py"), code);
    return new Checker(Python.find(Optional.empty()), Duration.ofSeconds(20))
        .check(scenario, file, Optional.empty(), _ -> {});
  }

  private Report regression(String code) throws Exception {
    return check(
        "gradient-descent",
        ", \"parameters\": {\"model\": \"linear-regression\", \"epochs\": 3, \"batch_size\": 4,"
            + " \"learning_rate\": 0.05}",
        code);
  }

  @Test
  void batches_in_an_order_of_ones_own_are_right_in_the_first_epoch() throws Exception {
    var report = regression(BATCHES);
    assertThat(report.verdict()).as(report.message()).isEqualTo(Verdict.EQUAL);
    assertThat(report.message()).contains("first epoch").contains("your order");
  }

  @Test
  void samples_that_are_shuffled_themselves_are_right_too() throws Exception {
    var shuffled =
        BATCHES
            .replace("perm = rng.permutation(len(X))", "perm = rng.permutation(len(X)); A, t = X[perm], y[perm]")
            .replace("i = perm[start:start + batch_size]", "i = slice(start, start + batch_size)")
            .replace("X[i] @ w + b - y[i]", "A[i] @ w + b - t[i]")
            .replace("X[i].T @ error / len(i)", "A[i].T @ error / len(error)");
    var report = regression(shuffled);
    assertThat(report.verdict()).as(report.message()).isEqualTo(Verdict.EQUAL);
  }

  @Test
  void a_mistake_is_found_in_batches_of_an_order_of_ones_own() throws Exception {
    for (var mistake :
        List.of(
            BATCHES.replace(" / len(i)", ""),
            BATCHES.replace("w = w - learning_rate", "w = w + learning_rate"),
            BATCHES.replace("error.mean()", "error.sum()"))) {
      assertThat(regression(mistake).verdict()).as(mistake).isEqualTo(Verdict.DIFFERS);
    }
  }
}
