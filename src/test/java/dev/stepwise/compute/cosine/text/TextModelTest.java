package dev.stepwise.compute.cosine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class TextModelTest {

  @Test
  void words_are_in_lower_case_without_stop_words() {
    assertThat(Tokens.of("The Cat's 2 mats, and a naïve “Übung” – C-3PO!"))
        .containsExactly("cat's", "2", "mats", "naïve", "übung", "c", "3po");
    assertThat(Tokens.of(" the of -- ")).isEmpty();
    assertThat(Tokens.stopWords("the cat and the dog")).isEqualTo(3);
  }

  @Test
  void weights_are_counts_times_idf_divided_by_their_norm() {
    var tfIdf = TfIdf.of(List.of(List.of("cat", "cat", "mat"), List.of("cat", "dog")));
    assertThat(tfIdf.vocabulary()).containsExactly("cat", "dog", "mat");
    // ln(3/3) + 1 and ln(3/2) + 1, as scikit-learn's TfidfVectorizer with its defaults.
    double rare = Math.log(1.5) + 1;
    assertThat(tfIdf.idf(0)).isEqualTo(1);
    assertThat(tfIdf.idf(1)).isCloseTo(rare, within(1e-15));
    var weights = tfIdf.weights(List.of("cat", "cat", "mat"));
    double norm = Math.hypot(2, rare);
    assertThat(weights.at(0)).isCloseTo(2 / norm, within(1e-15));
    assertThat(weights.at(1)).isZero();
    assertThat(weights.at(2)).isCloseTo(rare / norm, within(1e-15));
    assertThat(tfIdf.weights(List.of("bird")).terms()).isEmpty();
  }

  private static List<String> texts(int count, int words, long seed) {
    var random = new Random(seed);
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      int topic = i % 5;
      texts.add(
          random
              .ints(6, 0, words)
              .mapToObj(word -> "w" + (random.nextInt(4) == 0 ? word : topic * words + word))
              .collect(Collectors.joining(" ")));
    }
    return texts;
  }

  @Test
  void components_are_orthonormal_and_their_singular_values_those_of_commons_math() {
    var model = TextModel.of(texts(40, 12, 1), 6);
    var space = model.space();
    int terms = model.tfIdf().vocabulary().size();
    var dense = new double[40][terms];
    for (int i = 0; i < 40; i++) {
      model.rows().get(i).addTo(dense[i], 1);
    }
    var expected =
        new SingularValueDecomposition(new Array2DRowRealMatrix(dense)).getSingularValues();
    for (int c = 0; c < 6; c++) {
      assertThat(space.singularValues()[c]).isCloseTo(expected[c], within(1e-12));
      for (int other = 0; other < 6; other++) {
        double product = 0;
        for (int t = 0; t < terms; t++) {
          product += space.components()[c][t] * space.components()[other][t];
        }
        assertThat(product).isCloseTo(c == other ? 1 : 0, within(1e-12));
      }
    }
    assertThat(space.kept()).isBetween(0.0, 1.0);
  }

  @Test
  void as_many_components_as_there_are_texts_keep_everything() {
    var space = TextModel.of(texts(25, 10, 2), 40).space();
    assertThat(space.components()).hasNumberOfRows(25);
    assertThat(space.kept()).isCloseTo(1, within(1e-12));
  }

  @Test
  void texts_that_share_no_word_are_a_direction_each() {
    var model = TextModel.of(List.of("cat", "dog", "bird", "fish", "cow", "ant", "bee"), 12);
    assertThat(model.space().singularValues())
        .containsExactly(new double[] {1, 1, 1, 1, 1, 1, 1}, within(1e-12));
  }

  @Test
  void texts_that_span_fewer_directions_get_fewer_components() {
    assertThat(TextModel.of(List.of("cat mat", "cat mat", "cat mat"), 5).space().components())
        .hasNumberOfRows(1);
  }

  @Test
  void a_text_asked_for_again_gets_its_own_vector() {
    var texts = texts(30, 9, 3);
    var model = TextModel.of(texts, 5);
    assertThat(model.vector(texts.get(7))).containsExactly(model.vectors()[7]);
    assertThat(model.vector("nothing known here")).containsOnly(0);
  }

  @Test
  void the_greatest_words_of_a_component_come_first() {
    var model = TextModel.of(texts(30, 9, 4), 5);
    var words = model.topWords(2, 10);
    for (int i = 1; i < words.size(); i++) {
      assertThat(Math.abs(words.get(i).loading()))
          .isLessThanOrEqualTo(Math.abs(words.get(i - 1).loading()));
    }
    assertThat(words.getFirst().loading()).isPositive();
  }
}
