package dev.stepwise.compute.cosine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CosineSearchTest {

  /// As the cases held out: many documents, one of them zero, two of them equal.
  @Test
  void three_thousand_documents_agree_with_commons_math() {
    var random = new Random(48);
    var documents = Problems.gaussian(random, 3_000, 48);
    documents[1_234] = new double[48];
    documents[2_345] = documents[345].clone();
    var problem = Problems.of(documents, Problems.gaussian(random, 1, 48)[0], 20, Metric.COSINE);
    var search = CosineSearch.search(problem);
    var query = new ArrayRealVector(problem.query());
    var expected = new double[documents.length];
    for (int i = 0; i < documents.length; i++) {
      expected[i] = i == 1_234 ? 0 : query.cosine(new ArrayRealVector(documents[i]));
      assertThat(search.similarities()[i]).isCloseTo(expected[i], within(1e-6));
    }
    assertThat(search.similarities()[2_345]).isEqualTo(search.similarities()[345]);
    var order =
        IntStream.range(0, documents.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -Math.rint(expected[i] * 1e12))
                    .thenComparing(Comparator.naturalOrder()))
            .mapToInt(i -> i)
            .toArray();
    assertThat(search.ranking()).containsExactly(order);
    for (var selection : Selection.values()) {
      assertThat(CosineSearch.topK(search.similarities(), 20, selection))
          .containsExactly(Arrays.copyOf(order, 20));
    }
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void each_metric_is_what_commons_math_computes(Metric metric) {
    var random = new Random(3);
    var documents = Problems.gaussian(random, 50, 7);
    var query = Problems.gaussian(random, 1, 7)[0];
    var similarities = CosineSearch.search(Problems.of(documents, query, 5, metric)).similarities();
    for (int i = 0; i < documents.length; i++) {
      double expected =
          switch (metric) {
            case COSINE -> new ArrayRealVector(query).cosine(new ArrayRealVector(documents[i]));
            case DOT -> new ArrayRealVector(query).dotProduct(new ArrayRealVector(documents[i]));
            case EUCLIDEAN -> -new EuclideanDistance().compute(query, documents[i]);
          };
      assertThat(similarities[i]).isCloseTo(expected, within(1e-7));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_heap_selects_what_the_sort_selects_also_among_ties_and_what_is_not_a_number(int seed) {
    var random = new Random(seed);
    var similarities = new double[1 + random.nextInt(200)];
    for (int i = 0; i < similarities.length; i++) {
      similarities[i] = random.nextInt(9) == 0 ? Double.NaN : random.nextInt(7) - 3;
    }
    for (int k = 1; k <= similarities.length; k += 1 + random.nextInt(5)) {
      assertThat(CosineSearch.topK(similarities, k, Selection.PARTITION))
          .containsExactly(CosineSearch.topK(similarities, k, Selection.SORT));
    }
  }

  @Test
  void equal_similarities_rank_by_index_and_what_is_not_a_number_comes_last() {
    var similarities = new double[] {0.5, Double.NaN, -0.0, 0.0, 0.5, Double.NaN, -1};
    assertThat(CosineSearch.ranking(similarities)).containsExactly(0, 4, 2, 3, 6, 1, 5);
  }

  @Test
  void length_does_not_count_for_the_cosine_and_does_for_the_dot_product() {
    double[][] documents = {{1, 2, 2}, {8, 16, 16}, {2, 1, 0}};
    double[] query = {1, 1, 1};
    var cosine =
        CosineSearch.search(Problems.of(documents, query, 1, Metric.COSINE, 0)).similarities();
    assertThat(cosine[1]).isEqualTo(cosine[0]);
    var dot = CosineSearch.search(Problems.of(documents, query, 1, Metric.DOT)).similarities();
    assertThat(dot).containsExactly(5, 40, 3);
  }

  @Test
  void a_zero_vector_is_at_right_angles_to_all_with_epsilon_and_not_a_number_without() {
    double[][] documents = {{0, 0}, {1, 1}};
    double[] query = {2, 0};
    assertThat(CosineSearch.search(Problems.of(documents, query, 1, Metric.COSINE)).similarities())
        .startsWith(0.0);
    var without = CosineSearch.search(Problems.of(documents, query, 1, Metric.COSINE, 0));
    assertThat(without.similarities()[0]).isNaN();
    assertThat(without.ranking()).containsExactly(1, 0);
  }

  @Test
  void a_document_at_the_place_of_the_query_has_distance_zero_and_not_minus_zero() {
    double similarity =
        CosineSearch.similarity(new double[] {1, 2}, new double[] {1, 2}, Metric.EUCLIDEAN);
    assertThat(Double.doubleToRawLongBits(similarity)).isZero();
  }
}
