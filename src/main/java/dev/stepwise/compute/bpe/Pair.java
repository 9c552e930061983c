package dev.stepwise.compute.bpe;

import java.util.Comparator;

/// Two symbols that stand side by side in a word.
///
/// @param left the symbol that comes first
/// @param right the symbol after it
public record Pair(String left, String right) {

  /// Left symbols first, then right ones, each in the order of their code points.
  public static final Comparator<Pair> BY_CODE_POINTS =
      Comparator.comparing(Pair::left, Pair::compareCodePoints)
          .thenComparing(Pair::right, Pair::compareCodePoints);

  /// The symbol that the two become.
  public String merged() {
    return left + right;
  }

  /// Compares texts by their code points. [String#compareTo] compares UTF-16 units, which puts what
  /// needs two of them (an emoji) before U+E000.
  static int compareCodePoints(String one, String other) {
    int i = 0;
    while (i < one.length() && i < other.length()) {
      int a = one.codePointAt(i);
      int b = other.codePointAt(i);
      if (a != b) {
        return Integer.compare(a, b);
      }
      i += Character.charCount(a);
    }
    return Integer.compare(one.length(), other.length());
  }
}
