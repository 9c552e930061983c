package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Steps point at the lines of the listing that compute what they show.
class ListingLinesTest {
  static final Path LISTING = Path.of("assets/gradient-descent/listing.py");

  private static List<String> lines() throws IOException {
    return Files.readAllLines(LISTING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        Line.INITIALISE + "| def initialise(",
        Line.DRAW_W1 + "| W1 = deviation(",
        Line.DRAW_W2 + "| W2 = deviation(",
        Line.EPOCH + "| for epoch in range(",
        Line.SHUFFLE + "| order = rng.permutation(",
        Line.BATCH + "| i = order[start:start + size]",
        Line.BATCH_FORWARD + "| z1, a1, z2, p, loss = forward(",
        Line.BATCH_BACKWARD + "| dW1, db1, dW2, db2 = backward(",
        Line.UPDATE + "| W1, b1 = W1 - rate * dW1",
        Line.ACCURACY + "| (p.argmax(axis=1) == y).mean()",
        Line.ZEROS + "| weights, bias = np.zeros(",
        Line.REGRESSION_EPOCH + "| for epoch in range(",
        Line.REGRESSION_MEASURE + "| losses.append((all_errors**2).mean())",
        Line.REGRESSION_SHUFFLE + "| order = rng.permutation(",
        Line.REGRESSION_BATCH + "| i = order[start:start + size]",
        Line.PREDICT + "| y_pred = X[i] @ weights + bias",
        Line.ERROR + "| error = y_pred - y[i]",
        Line.SQUARED_ERROR + "| loss = (error**2).mean()",
        Line.DW + "| dw = 2 / len(i) * X[i].T @ error",
        Line.DB + "| db = 2 / len(i) * error.sum()",
        Line.DESCEND + "| weights = weights - rate * dw",
        Line.REGRESSION_END + "| return weights, bias, losses",
        Line.PROBE_INPUT + "| variances = [a.var()]",
        Line.PROBE_LAYER + "| a = activation(a @ W, slope)",
        Line.PROBE_VARIANCE + "| variances.append(a.var())",
        Line.PROBE_END + "| return variances",
      })
  void a_line_says_what_its_steps_compute(int line, String code) throws IOException {
    assertThat(lines().get(line - 1)).contains(code);
  }

  @ParameterizedTest
  @EnumSource(
      value = Tensor.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"X", "Y"})
  void a_tensor_is_computed_by_its_line(Tensor tensor) throws IOException {
    assertThat(lines().get(Line.of(tensor) - 1).strip()).startsWith(tensor.code() + " = ");
  }

  @Test
  void lines_are_short_enough_to_be_shown() throws IOException {
    assertThat(lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(68));
  }
}
