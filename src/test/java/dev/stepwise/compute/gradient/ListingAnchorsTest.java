package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.lesson.Listing;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Steps point at the lines of the listing that compute what they show.
class ListingAnchorsTest {
  static final Path FILE = Path.of("assets/gradient-descent/listing.py");

  private static final Listing LISTING = Listing.of("gradient-descent");

  private static String line(String anchor) {
    return LISTING.lines().get(LISTING.line(anchor) - 1).strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epoch | for epoch in range(",
        "shuffle | order = rng.permutation(",
        "update | W1, b1 = W1 - rate * dW1",
        "update-2 | W2, b2 = W2 - rate * dW2",
        "line-epoch | for epoch in range(",
        "line-measure | losses.append((all_errors**2).mean())",
        "squared | loss = (error**2).mean()",
        "descend | weights = weights - rate * dw",
        "probe-layer | a = activation(a @ W, slope)",
      })
  void a_line_says_what_its_steps_compute(String anchor, String code) {
    assertThat(line(anchor)).startsWith(code);
  }

  @Test
  void the_two_algorithms_have_lines_of_their_own() {
    assertThat(LISTING.line("line-epoch")).isGreaterThan(LISTING.line("accuracy"));
    assertThat(LISTING.line("epoch")).isLessThan(LISTING.line("accuracy"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Tensor.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"X", "Y"})
  void a_tensor_is_computed_by_its_line(Tensor tensor) {
    assertThat(line(tensor.kind().anchor())).startsWith(tensor.code() + " = ");
  }

  @Test
  void lines_are_short_enough_to_be_shown() {
    assertThat(LISTING.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(68));
  }
}
