package dev.stepwise.view.cosine.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.stepwise.compute.cosine.FloatIndex;
import dev.stepwise.testing.OneAtATime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@OneAtATime
class GraphIndexTest {
  private static final int K = 10;

  private static double recall(Vectors vectors, GraphIndex graph, int candidates) {
    var exact = vectors.exact();
    int hits = 0;
    for (float[] query : vectors.queries()) {
      var truth =
          Arrays.stream(exact.search(Vectors.wide(query), K, 0, FloatIndex.Threads.ONE))
              .boxed()
              .collect(Collectors.toCollection(HashSet::new));
      hits +=
          (int)
              Arrays.stream(graph.search(query, K, candidates).documents())
                  .filter(truth::contains)
                  .count();
    }
    return (double) hits / (K * vectors.queries().length);
  }

  @Test
  void more_candidates_find_more_and_ask_more() {
    var vectors = Vectors.of(1_500);
    var graph = GraphIndex.build(vectors.unit(), 8, _ -> {});
    double few = recall(vectors, graph, 10);
    double many = recall(vectors, graph, 200);
    assertThat(few).isBetween(0.5, 1.0);
    assertThat(many).isGreaterThan(0.98).isGreaterThanOrEqualTo(few);
    var query = vectors.queries()[0];
    assertThat(graph.search(query, K, 200).visited())
        .isGreaterThan(graph.search(query, K, 10).visited())
        .isLessThan(1_500);
  }

  @Test
  void a_vector_finds_itself_first() {
    var vectors = Vectors.of(500);
    var graph = GraphIndex.build(vectors.unit(), 16, _ -> {});
    for (int i = 0; i < 500; i += 50) {
      assertThat(graph.search(vectors.unit()[i], 1, 50).documents()).containsExactly(i);
    }
  }

  @Test
  void building_can_be_cancelled() {
    var vectors = Vectors.of(500);
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> GraphIndex.build(vectors.unit(), 8, _ -> {}));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
