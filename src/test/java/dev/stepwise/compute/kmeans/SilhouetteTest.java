package dev.stepwise.compute.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SilhouetteTest {

  @Test
  void the_silhouettes_of_four_points_on_a_line_are_those_computed_by_hand() {
    // At 0: a = 1, b = (4 + 6)/2 = 5, s = 4/5. At 1: a = 1, b = (3 + 5)/2 = 4, s = 3/4.
    // At 4: a = 2, b = (4 + 3)/2 = 3.5, s = 1.5/3.5. At 6: a = 2, b = (6 + 5)/2 = 5.5, s = 3.5/5.5.
    double[][] points = {{0}, {1}, {4}, {6}};
    int[] labels = {0, 0, 1, 1};
    assertThat(Silhouette.values(points, labels))
        .containsExactly(new double[] {0.8, 0.75, 3.0 / 7, 7.0 / 11}, within(1e-15));
    assertThat(Silhouette.mean(points, labels, 1).getAsDouble())
        .isCloseTo((0.8 + 0.75 + 3.0 / 7 + 7.0 / 11) / 4, within(1e-15));
  }

  @Test
  void a_point_in_the_wrong_cluster_is_negative() {
    // At 9: a = (9 + 8)/2 = 8.5 to its own at 0 and 1, b = 1 to the one at 10: (1 − 8.5)/8.5.
    double[] values =
        Silhouette.values(new double[][] {{0}, {1}, {9}, {10}}, new int[] {0, 0, 0, 1});
    assertThat(values[2]).isCloseTo(-7.5 / 8.5, within(1e-15));
  }

  @Test
  void a_point_alone_in_its_cluster_has_silhouette_0() {
    assertThat(Silhouette.values(new double[][] {{0}, {1}, {9}}, new int[] {0, 0, 1})[2]).isZero();
  }

  @Test
  void an_empty_cluster_is_no_neighbour() {
    double[][] points = {{0}, {1}, {4}, {6}};
    assertThat(Silhouette.values(points, new int[] {0, 0, 2, 2}))
        .isEqualTo(Silhouette.values(points, new int[] {0, 0, 1, 1}));
  }

  @Test
  void coinciding_clusters_have_silhouette_0() {
    assertThat(Silhouette.values(new double[][] {{1}, {1}, {1}, {1}}, new int[] {0, 0, 1, 1}))
        .containsOnly(0);
  }

  @Test
  void one_cluster_has_no_silhouette() {
    double[][] points = {{0}, {1}};
    assertThat(Silhouette.mean(points, new int[] {0, 0}, 1)).isEmpty();
    assertThatThrownBy(() -> Silhouette.values(points, new int[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_sample_has_its_size_and_every_index_its_chance() {
    var counts = new int[10];
    for (int seed = 0; seed < 4000; seed++) {
      int[] sample = Sample.of(10, 3, seed);
      assertThat(sample).hasSize(3).isSorted().doesNotHaveDuplicates();
      for (int index : sample) {
        counts[index]++;
      }
    }
    // 1200 each are expected, with a standard deviation of 29.
    assertThat(Arrays.stream(counts).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(1080, 1320));
    assertThat(Sample.of(4, 10, 1)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void a_large_set_is_judged_by_a_sample_close_to_the_whole() {
    var random = new java.util.Random(5);
    var points = new double[3000][];
    var labels = new int[points.length];
    for (int i = 0; i < points.length; i++) {
      labels[i] = i % 2;
      points[i] = new double[] {random.nextGaussian() + 5 * labels[i]};
    }
    double whole = Arrays.stream(Silhouette.values(points, labels)).average().getAsDouble();
    assertThat(Silhouette.mean(points, labels, 1).getAsDouble()).isCloseTo(whole, within(0.02));
  }
}
