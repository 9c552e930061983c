package dev.stepwise.compute.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The lines that steps name are the lines of the listing that do what the steps do.
class ListingLinesTest {
  static final Path LISTING = Path.of("assets/self-attention/listing.py");

  static List<String> lines() throws IOException {
    return Files.readAllLines(LISTING);
  }

  @Test
  void a_line_says_what_its_steps_compute() throws IOException {
    var at = ListingLines.SELF_ATTENTION;
    assertLine(at.queries(), "Q = X @ W_q");
    assertLine(at.keys(), "K = X @ W_k");
    assertLine(at.values(), "V = X @ W_v");
    assertLine(at.products(), "scores = Q @ K.T");
    assertLine(at.ifScaled(), "if scale:");
    assertLine(at.scale(), "scores = scores / np.sqrt");
    assertLine(at.ifMasked(), "if mask == \"causal\":");
    assertLine(at.mask(), "np.where(hidden, -np.inf, scores)");
    assertLine(at.softmax(), "attention_weights = softmax(");
    assertLine(at.greatest(), "top = scores.max(");
    assertLine(at.shift(), "scores = scores - top");
    assertLine(at.exponentials(), "exps = np.exp(scores)");
    assertLine(at.sums(), "sums = exps.sum(");
    assertLine(at.divide(), "return exps / sums");
    assertLine(at.output(), "output = attention_weights @ V");
    assertLine(at.end(), "return output, attention_weights");
  }

  private static void assertLine(int line, String code) throws IOException {
    assertThat(lines().get(line - 1)).contains(code);
  }

  @Test
  void lines_are_short_enough_to_be_shown() throws IOException {
    assertThat(lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(68));
  }
}
