package dev.stepwise.view.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.kmeans.ClassTable.ClassesOfClusters;
import java.util.List;
import org.junit.jupiter.api.Test;

@OneAtATime
class ClassTableTest {

  @Test
  void counts_the_known_classes_of_each_cluster() {
    var clusters =
        ClassesOfClusters.of(List.of("b", "a", "b", "a", "a"), new int[] {0, 0, 0, 1, -1}, 3);

    assertThat(clusters.names()).containsExactly("b", "a");
    assertThat(clusters.points()).isDeepEqualTo(new int[][] {{2, 1}, {0, 1}, {0, 0}});
    assertThat(clusters.most(0)).isZero();
    assertThat(clusters.most(1)).isEqualTo(1);
  }

  @Test
  void a_point_is_odd_where_most_of_its_cluster_have_another_class() {
    var clusters = ClassesOfClusters.of(List.of("b", "a", "b", "a"), new int[] {0, 0, 0, 1}, 2);

    assertThat(clusters.isOdd(0, 0)).isFalse();
    assertThat(clusters.isOdd(1, 0)).isTrue();
    assertThat(clusters.isOdd(3, 1)).isFalse();
  }
}
