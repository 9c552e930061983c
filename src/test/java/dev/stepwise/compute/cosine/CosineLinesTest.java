package dev.stepwise.compute.cosine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Steps point at the lines of the listing that compute what they show.
class CosineLinesTest {
  static final Path LISTING = Path.of("assets/cosine-search/listing.py");

  private static List<String> lines() throws IOException {
    return Files.readAllLines(LISTING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        Line.WORDS + "| if word not in STOP",
        Line.ONE_WEIGHED + "| return a / (np.linalg.norm(a) or 1)",
        Line.SPLIT + "| bags = [tokens(text)",
        Line.WEIGH + "| A = np.array([weights(",
        Line.REDUCE + "| np.linalg.svd(A",
        Line.COMPONENT + "| V = V * np.sign(",
        Line.PROJECT + "| return A @ V.T, V @ weights(query_text",
        Line.DOT + "| return D @ q",
        Line.DISTANCE + "| return -np.linalg.norm(D - q",
        Line.NORMS + "| norms = np.linalg.norm(D",
        Line.QUERY_NORM + "| q_norm = np.linalg.norm(q)",
        Line.NORMALISE + "| U = D / (norms + eps)",
        Line.NORMALISE_QUERY + "| u = q / (q_norm + eps)",
        Line.COSINE + "| return U @ u",
        Line.SORT + "| ranking = np.argsort(-scores",
        Line.PUSH + "| heapq.heappush(",
        Line.BETTER + "| elif (score, -i) > heap[0]:",
        Line.REPLACE + "| heapq.heapreplace(",
        Line.EMPTY_HEAP + "| sorted(heap, reverse=True)",
        Line.BY_SORT + "| return scores, top_k_by_sort(scores, k)",
        Line.BY_HEAP + "| return scores, top_k_by_heap(scores, k)",
      })
  void a_line_says_what_its_steps_compute(int line, String code) throws IOException {
    assertThat(lines().get(line - 1)).contains(code);
  }

  @Test
  void lines_are_short_enough_to_be_shown() throws IOException {
    assertThat(lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(70));
  }
}
