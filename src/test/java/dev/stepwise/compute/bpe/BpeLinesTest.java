package dev.stepwise.compute.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Steps point at the lines of the listing that compute what they show.
class BpeLinesTest {
  static final Path LISTING = Path.of("assets/bpe/listing.py");

  private static List<String> lines() throws IOException {
    return Files.readAllLines(LISTING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        Line.SPLIT_WORD + "| return (*word, marker)",
        Line.READ + "| counted = Counter(corpus.split())",
        Line.READ_SPLIT + "| return {split(word, marker): n",
        Line.COUNT_WORD + "| counts[pair] += frequency",
        Line.SORTED + "| sorted(counts)",
        Line.MAXIMUM + "| return max(pairs, key=counts.get)",
        Line.JOIN + "| merged.append(word[i] + word[i + 1])",
        Line.COUNT + "| counts = count_pairs(words)",
        Line.NOTHING_LEFT + "| if not counts:",
        Line.CHOOSE + "| best = choose(counts, tie_break)",
        Line.APPEND + "| merges.append(best)",
        Line.REPLACE + "| words = {replace(w, best): n",
        Line.ENCODE_SPLIT + "| tokens = split(word, marker)",
        Line.ENCODE_MERGE + "| tokens = replace(tokens, best)",
        Line.NUMBER + "| enumerate(dict.fromkeys(symbols))",
        Line.COUNT_ONCE + "| counts[pair] += frequency",
        Line.REPLACE_TEXT + "| text = ",
      })
  void a_line_says_what_its_steps_compute(int line, String code) throws IOException {
    assertThat(lines().get(line - 1)).contains(code);
  }

  @Test
  void lines_are_short_enough_to_be_shown() throws IOException {
    assertThat(lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(68));
  }
}
