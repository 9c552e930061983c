package dev.stepwise.view.bpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.owndata.TextReading;
import dev.stepwise.testing.OneAtATime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Own text, typed or from a file, and own words to encode.
@OneAtATime
class BpeDataTest {
  private final BpeExercise exercise = new BpeExercise();

  @TempDir Path folder = Path.of("");

  @Test
  void a_typed_text_becomes_the_corpus_of_the_same_settings() {
    var problem = exercise.problem(Given.nothing());

    var reading = BpeData.corpus(problem, "one two two");

    assertThat(reading)
        .isInstanceOfSatisfying(
            TextReading.Usable.class,
            usable -> assertThat(usable.outcome()).isEqualTo("3 words, 2 different"));
    assertThat(BpeData.corpus(problem, "  ")).isInstanceOf(TextReading.Unusable.class);
  }

  @Test
  void typed_words_become_those_to_encode_each_once() {
    var problem = exercise.problem(Given.nothing());

    var reading = (TextReading.Usable<?>) BpeData.words(problem, "slow slow er");

    assertThat(reading.problem())
        .hasFieldOrPropertyWithValue("encode", java.util.List.of("slow", "er"));
    assertThat(BpeData.words(problem, "a b ".repeat(2) + numbers()))
        .isInstanceOf(TextReading.Unusable.class);
  }

  private static String numbers() {
    var text = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      text.append(i).append(' ');
    }
    return text.toString();
  }

  @Test
  void a_file_is_read_and_counted_and_tells_its_progress() throws IOException {
    var file = Files.writeString(folder.resolve("text.txt"), "\uFEFFeins zwei zwei");
    var progress = new ArrayList<Double>();

    var corpus = BpeData.read(file, progress::add);

    assertThat(corpus.words().words()).containsExactly("eins", "zwei");
    assertThat(progress).isSorted().endsWith(1.0);
  }

  @Test
  void a_file_that_cannot_be_used_is_refused_with_the_reason() throws IOException {
    var empty = Files.writeString(folder.resolve("empty.txt"), " \n");
    var binary = Files.write(folder.resolve("binary.txt"), new byte[] {(byte) 0xff, 1, 2});

    assertThatThrownBy(() -> BpeData.read(empty, _ -> {})).hasMessageContaining("no words");
    assertThatThrownBy(() -> BpeData.read(binary, _ -> {})).hasMessageContaining("UTF-8");
  }
}
