package dev.stepwise.compute.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KMeansReferenceTest {

  static List<String> names() {
    return References.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_result_is_that_of_the_reference(String name) {
    var reference = References.read(name);
    double tolerance = reference.get("tolerance").asDouble();
    var expected = reference.get("expected");
    var fit = KMeans.fit(References.problem(reference));
    var centroids = References.matrix(expected.get("centroids"));
    assertThat(fit.centroids()).hasDimensions(centroids.length, centroids[0].length);
    for (int j = 0; j < centroids.length; j++) {
      for (int c = 0; c < centroids[j].length; c++) {
        assertThat(fit.centroids()[j][c])
            .isCloseTo(centroids[j][c], within(tolerance * Math.max(1, Math.abs(centroids[j][c]))));
      }
    }
    assertThat(fit.labels()).isEqualTo(References.labels(expected.get("labels")));
    if (expected.has("inertia")) {
      double inertia = expected.get("inertia").asDouble();
      assertThat(fit.inertia()).isCloseTo(inertia, within(tolerance * Math.max(1, inertia)));
    }
  }
}
