package dev.stepwise.compute.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenLabelTest {
  private static final String FAMILY = "👩\u200D👩\u200D👧\u200D👦";

  @ParameterizedTest
  @ValueSource(strings = {"the", "café", "cafe\u0301", "שלום", "﷽", "👩", FAMILY, "क्षि", "a b"})
  void what_shows_is_its_own_label(String token) {
    assertThat(TokenLabel.of(token)).isEqualTo(token);
  }

  @ParameterizedTest
  @CsvSource({
    "200D, U+200D",
    "200B, U+200B",
    "0301, U+0301",
    "FE0F, U+FE0F",
    "0007, U+0007",
    "000A, U+000A",
    "00A0, U+00A0",
    "202E, U+202E",
    "3164, U+3164",
    "2800, U+2800",
    "E000, U+E000",
    "10FFFF, U+10FFFF"
  })
  void what_shows_nothing_is_named_by_its_code_point(String point, String label) {
    assertThat(TokenLabel.of(Character.toString(Integer.parseInt(point, 16)))).isEqualTo(label);
  }

  @Test
  void several_that_show_nothing_are_all_named() {
    assertThat(TokenLabel.of("\u200D\uFE0F")).isEqualTo("U+200D U+FE0F");
  }

  @Test
  void what_shows_nothing_among_letters_is_named_in_brackets() {
    assertThat(TokenLabel.of("a\u202Eb")).isEqualTo("a‹U+202E›b");
    assertThat(TokenLabel.of("a\u200D")).isEqualTo("a‹U+200D›");
    assertThat(TokenLabel.of("\u0301a")).isEqualTo("‹U+0301›a");
  }

  @Test
  void a_space_at_an_end_is_drawn_and_one_within_is_not() {
    assertThat(TokenLabel.of(" the")).isEqualTo("␣the");
    assertThat(TokenLabel.of("the ")).isEqualTo("the␣");
    assertThat(TokenLabel.of("the end")).isEqualTo("the end");
  }

  @Test
  void a_long_token_is_cut_between_characters_that_are_seen() {
    assertThat(TokenLabel.of("a".repeat(12))).hasSize(12).doesNotContain("…");
    assertThat(TokenLabel.of("a".repeat(13))).isEqualTo("a".repeat(11) + "…");
    assertThat(TokenLabel.of("e\u0301".repeat(40))).isEqualTo("e\u0301".repeat(11) + "…");
    assertThat(TokenLabel.of(FAMILY.repeat(4), 3)).isEqualTo(FAMILY.repeat(2) + "…");
  }

  @Test
  void a_word_of_a_million_letters_has_a_label_too() {
    assertThat(TokenLabel.of("й".repeat(1_000_000))).isEqualTo("й".repeat(11) + "…");
  }

  @Test
  void a_heap_of_marks_on_one_letter_does_not_grow_over_its_neighbours() {
    assertThat(TokenLabel.of("a" + "\u0301".repeat(200))).hasSize(5);
  }

  @Test
  void what_runs_from_right_to_left_is_isolated_in_a_sentence() {
    assertThat(TokenLabel.quoted("שלום")).isEqualTo("“\u2068שלום\u2069”");
    assertThat(TokenLabel.quoted("the")).isEqualTo("“the”");
  }

  @Test
  void all_labels_come_in_order() {
    assertThat(TokenLabel.all(List.of("a", "\u200D"))).containsExactly("a", "U+200D");
  }
}
