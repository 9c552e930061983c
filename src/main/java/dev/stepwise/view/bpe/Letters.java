package dev.stepwise.view.bpe;

/// Letters as they are written where they have to be seen.
final class Letters {
  private Letters() {}

  /// At most so many letters, those of the middle left out; what cannot be seen at all, such as the
  /// joiner of emoji, by its number.
  static String shown(String letters, int most) {
    if (!letters.isEmpty() && letters.codePoints().limit(most).allMatch(Letters::isUnseen)) {
      var first = "U+%04X".formatted(letters.codePointAt(0));
      return letters.length() == Character.charCount(letters.codePointAt(0)) ? first : first + "…";
    }
    // In UTF-16 units first, so that a very long text is not counted to its end.
    if (letters.length() <= most || letters.codePointCount(0, letters.length()) <= most) {
      return letters;
    }
    int tail = most / 2;
    int head = most - tail;
    return letters.substring(0, letters.offsetByCodePoints(0, head))
        + "…"
        + letters.substring(letters.offsetByCodePoints(letters.length(), -tail));
  }

  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.CONTROL -> true;
      case Character.NON_SPACING_MARK -> isVariation(c);
      default -> false;
    };
  }

  private static boolean isVariation(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }
}
