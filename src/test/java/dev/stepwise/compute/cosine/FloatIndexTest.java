package dev.stepwise.compute.cosine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.FloatIndex.Threads;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatIndexTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "512, 4", "513, 5", "3000, 48", "1500, 130"})
  void cosines_agree_with_float64_in_six_digits_and_ranks_agree(int count, int dimensions) {
    var random = new Random(count);
    var documents = Problems.gaussian(random, count, dimensions);
    if (count > 3) {
      documents[2] = new double[dimensions];
      documents[3] = documents[1].clone();
    }
    var query = Problems.gaussian(random, 1, dimensions)[0];
    var index = FloatIndex.of(count, dimensions, 1e-8, i -> documents[i]);
    var exact = CosineSearch.search(Problems.of(documents, query, 1, Metric.COSINE));
    float[] one = index.similarities(query, 1e-8, Threads.ONE);
    assertThat(index.similarities(query, 1e-8, Threads.ALL)).containsExactly(one);
    for (int i = 0; i < count; i++) {
      assertThat((double) one[i]).isCloseTo(exact.similarities()[i], within(1e-6));
    }
    int k = Math.min(10, count);
    assertThat(index.search(query, k, 1e-8, Threads.ALL))
        .containsExactly(Arrays.copyOf(exact.ranking(), k));
  }

  @Test
  void the_best_are_selected_with_ties_by_index_and_what_is_not_a_number_last() {
    float[] similarities = {Float.NaN, 0.5f, 0.2f, 0.5f, Float.NaN, 0.9f};
    assertThat(FloatIndex.topK(similarities, 3)).containsExactly(5, 1, 3);
    assertThat(FloatIndex.topK(similarities, 6)).containsExactly(5, 1, 3, 2, 0, 4);
  }
}
