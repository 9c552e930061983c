package dev.stepwise.compute.text;

import dev.stepwise.compute.exercise.InvalidInput;

/// Whether a text is one: Java's strings may hold halves of characters that no file can.
public final class Unicode {
  private Unicode() {}

  /// Refuses what no file can hold.
  ///
  /// @param text what is checked
  /// @param place where it stands, such as `/inputs/corpus`
  /// @throws InvalidInput where half of a surrogate pair stands alone, which is no character
  public static void check(String text, String place) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        throw new InvalidInput(
            place,
            "is not Unicode: character %,d is the lone surrogate U+%04X"
                .formatted(text.codePointCount(0, i) + 1, c),
            "leave it out, or give both halves of the pair");
      }
      i += Character.charCount(c);
    }
  }
}
