package dev.stepwise.compute.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Steps point at the lines of the listing that compute what they show.
class ListingLinesTest {
  static final Path LISTING = Path.of("assets/k-means/listing.py");

  private static List<String> lines() throws IOException {
    return Files.readAllLines(LISTING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        Line.SQUARED_DISTANCE + "| (gaps**2).sum",
        Line.CUMULATIVE_WEIGHTS + "| cumulative = np.cumsum(weights)",
        Line.FALL_BACK + "| np.flatnonzero(~taken)[0]",
        Line.FALL + "| np.searchsorted(cumulative, target",
        Line.DRAWS + "| for j in range(k):",
        Line.EVEN_WEIGHTS + "| weights = (~taken).astype(float)",
        Line.SQUARED_WEIGHTS + "| weights = squared_distances(X, centroids).min(axis=1)",
        Line.DRAW + "| i = draw(weights, taken, rng)",
        Line.NEAREST + "| labels = squared.argmin(axis=1)",
        Line.KEEP_EMPTY + "| if (labels == j).any():",
        Line.MEAN + "| new_centroids[j] = X[labels == j].mean(axis=0)",
        Line.GIVEN_CENTROIDS + "| def k_means(X, centroids,",
        Line.ITERATION + "| for iteration in range(",
        Line.ASSIGN + "| labels, inertia = assign(X, centroids)",
        Line.UPDATE + "| new_centroids = update(X, labels, centroids)",
        Line.LAST_ASSIGN + "| labels, inertia = assign(X, centroids)",
      })
  void a_line_says_what_its_steps_compute(int line, String code) throws IOException {
    assertThat(lines().get(line - 1)).contains(code);
  }

  @Test
  void lines_are_short_enough_to_be_shown() throws IOException {
    assertThat(lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(68));
  }
}
