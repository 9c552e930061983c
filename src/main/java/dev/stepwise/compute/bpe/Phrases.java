package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Merge.Place;
import java.util.List;

/// Pieces of sentences and of formulas about words, pairs and counts.
public final class Phrases {
  private static final int LONGEST_WORD = 24;

  private Phrases() {}

  /// `once`, `twice`, `5 times`.
  public static String times(long count) {
    return count == 1 ? "once" : count == 2 ? "twice" : number(count) + " times";
  }

  /// `1 token`, `8 tokens`.
  public static String count(long count, String one) {
    return number(count) + " " + one + (count == 1 ? "" : "s");
  }

  /// A whole number, with a comma every three digits.
  public static String number(long value) {
    return "%,d".formatted(value);
  }

  /// The same in LaTeX, where a comma alone would be followed by a gap.
  public static String latex(long value) {
    return number(value).replace(",", "{,}");
  }

  /// `(l, o)`.
  public static String pair(Pair pair) {
    return "(" + pair.left() + ", " + pair.right() + ")";
  }

  /// `l o w </w>`.
  public static String spaced(List<String> symbols) {
    var text = String.join(" ", symbols);
    return text.length() <= 4 * LONGEST_WORD ? text : text.substring(0, 4 * LONGEST_WORD) + "…";
  }

  /// A word in quotes, shortened where it is very long.
  public static String word(String word) {
    return word.codePointCount(0, word.length()) <= LONGEST_WORD
        ? "“" + word + "”"
        : "“" + word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD)) + "…”";
  }

  /// `1st`, `2nd`, `11th`.
  public static String ordinal(int number) {
    int tens = number % 100;
    var end =
        tens >= 11 && tens <= 13
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number(number) + end;
  }

  /// `word 2, “lower”, after “lo”`.
  public static String place(Place place, Corpus.Words words) {
    var word = words.word(place.word());
    int letters = word.codePointCount(0, word.length());
    var before = word.substring(0, word.offsetByCodePoints(0, Math.min(place.offset(), letters)));
    return "word %s, %s%s"
        .formatted(
            number(place.word() + 1L),
            word(word),
            before.isEmpty() ? ", at its start" : ", after " + word(before));
  }

  /// A pair in LaTeX: its symbols where they are plain letters, else the letter p for it.
  public static String latexPair(Pair pair) {
    return isPlain(pair.left()) && isPlain(pair.right())
        ? "\\text{%s},\\text{%s}".formatted(pair.left(), pair.right())
        : "p";
  }

  private static boolean isPlain(String symbol) {
    return symbol
        .codePoints()
        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }
}
