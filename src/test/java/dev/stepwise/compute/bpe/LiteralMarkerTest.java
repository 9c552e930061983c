package dev.stepwise.compute.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Letters `</w>` in a text are letters, whatever they look like, and never the marker.
class LiteralMarkerTest {
  private static final Training TRAINING = training();

  private static Training training() {
    var corpus = "low</w> low</w> low lowest </w> </w>";
    var problem =
        new BpeExercise()
            .problem(
                Given.nothing()
                    .withInputs(Map.of("corpus", corpus))
                    .withParameters(Map.of("num_merges", 12L)));
    var training = new Training(problem);
    training.has(12);
    return training;
  }

  private static List<String> encoded(String word) {
    var encoding = TRAINING.encode(word, 12);
    assertThat(RoundTrip.of(TRAINING, encoding, 12).isSame()).isTrue();
    return encoding.tokens().stream().map(Symbol::shown).toList();
  }

  @Test
  void words_that_look_like_the_marker_come_back_as_they_were() {
    assertThat(encoded("low")).containsExactly("low</w>");
    assertThat(encoded("low</w>")).containsExactly("“low</w>”</w>");
    assertThat(encoded("</w>")).containsExactly("“</w>”</w>");
  }

  @Test
  void the_letters_and_the_marker_are_two_symbols_with_two_ids() {
    assertThat(TRAINING.id(Symbol.END, 12)).isPresent();
    assertThat(TRAINING.id(Symbol.of("</w>"), 12))
        .isPresent()
        .isNotEqualTo(TRAINING.id(Symbol.END, 12));
  }

  @Test
  void a_pair_with_the_letters_is_counted_apart_from_one_with_the_marker() {
    // low ends a word once; before the letters </w> it stands twice, once they are one symbol.
    var marker = new Pair(Symbol.of("low"), Symbol.END);
    assertThat(TRAINING.pair(marker, 6)).hasValueSatisfying(row -> assertThat(row.count()).isOne());
    assertThat(TRAINING.merges(12).stream().filter(merge -> merge.pair().equals(marker)))
        .singleElement()
        .satisfies(merge -> assertThat(merge.count()).isOne());
  }

  @Test
  void the_step_that_splits_says_that_the_listing_cannot_tell_them_apart() {
    assertThat(split("low</w> low")).contains("The text itself has the letters “</w>”");
    assertThat(split("low lowest <w>")).doesNotContain("The text itself");
  }

  private static String split(String corpus) {
    var exercise = new BpeExercise();
    var problem = exercise.problem(Given.nothing().withInputs(Map.of("corpus", corpus)));
    return exercise.run(problem).step(0).narration().caption();
  }
}
