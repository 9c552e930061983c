package dev.stepwise.compute.bpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What ids give when they are read again, and what is lost.
class RoundTripTest {
  private static RoundTrip trip(String corpus, String word, Map<String, ?> parameters) {
    var problem =
        new BpeExercise()
            .problem(
                Given.nothing().withInputs(Map.of("corpus", corpus)).withParameters(parameters));
    var training = new Training(problem);
    training.has(problem.numMerges());
    return RoundTrip.of(training, training.encode(word, training.known()), training.known());
  }

  @Test
  void a_character_that_the_corpus_has_not_is_lost() {
    var trip = trip("strasse nur neu", "straße", Map.of());

    assertThat(trip.isSame()).isFalse();
    assertThat(trip.text()).isEqualTo("stra\uFFFDe");
    assertThat(trip.lost()).containsExactly(Symbol.of("ß"));
    assertThat(trip.back()).contains("not “straße”: ß is lost");
  }

  @Test
  void a_symbol_torn_off_by_replacing_text_is_lost() {
    // (a, b</w>) is merged by its text in ca b</w> too, and cab</w> belongs to no merge.
    var trip =
        trip("cab ab ab ab ca ca ca ca ca", "cab", Map.of("replace", "text", "num_merges", 4L));

    assertThat(trip.lost())
        .isNotEmpty()
        .allSatisfy(token -> assertThat(token.length()).isGreaterThan(1));
    assertThat(trip.isSame()).isFalse();
  }

  @Test
  void known_letters_come_back() {
    assertThat(trip("low low lower", "wolrewol", Map.of()).isSame()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"'hello world',/inputs/encode/1,white space", "'',/inputs/encode/1,empty word"})
  void a_word_to_encode_is_a_word(String word, String place, String reason) {
    var given =
        Given.nothing().withInputs(Map.of("corpus", "hello", "encode", List.of("hello", word)));

    assertThatThrownBy(() -> new BpeExercise().problem(given))
        .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.place()).isEqualTo(place))
        .hasMessageContaining(reason);
  }
}
