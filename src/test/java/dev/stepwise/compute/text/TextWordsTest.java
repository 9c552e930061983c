package dev.stepwise.compute.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words of many scripts, after the examples and rules of Unicode Standard Annex 29.
class TextWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "नाद पुल दान | नाद/पुल/दान", // Devanagari: vowel signs stay on their letters
        "বাংলা ভাষা | বাংলা/ভাষা",
        "தமிழ் மொழி | தமிழ்/மொழி",
        "العَرَبِيَّة | العَرَبِيَّة", // Arabic with its vowels
        "Don’t, I can't! | don’t/i/can't",
        "pi is 3.14, or 1,000. Next | pi/is/3.14/or/1,000/next",
        "'quoted' dogs' snake_case __ | quoted/dogs/snake_case",
        "我喜欢猫 | 我/喜/欢/猫",
        "แมวนอนบนโซฟา ฉันรักแมว | แมว/นอน/บน/โซฟา/ฉัน/รัก/แมว", // no spaces: by a dictionary
        "カタカナ ひら | カタカナ/ひ/ら",
        "❤️a 👩‍👧 b | a/b",
        "A\u00adB soft\u00adhyphen | ab/softhyphen",
        "می\u200cخواهم | میخواهم",
        "x-y, well-known | x/y/well/known",
      })
  void words_are_those_of_unicode_in_lower_case(String text, String words) {
    assertThat(String.join("/", TextWords.folded(text))).isEqualTo(words);
  }

  @Test
  void a_letter_is_the_same_however_its_accent_was_typed() {
    assertThat(TextWords.folded("cafe\u0301")).isEqualTo(TextWords.folded("CAFÉ"));
    assertThat(TextWords.tokens("cafe\u0301")).containsExactly("café");
  }

  @Test
  void tokens_of_a_sentence_keep_their_case_and_everything_that_can_be_seen() {
    assertThat(TextWords.tokens("The well-known “pi” isn't 3.14!  नमस्ते 👨‍👩‍👧?"))
        .containsExactly(
            "The", "well-known", "“", "pi", "”", "isn't", "3.14", "!", "नमस्ते", "👨‍👩‍👧", "?");
  }

  @Test
  void nothing_but_white_space_has_no_words() {
    assertThat(TextWords.tokens(" \n\t\u00a0")).isEmpty();
    assertThat(TextWords.folded(" .,'_ ")).isEmpty();
  }
}
