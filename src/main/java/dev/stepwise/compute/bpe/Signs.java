package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Merge.Place;
import dev.stepwise.compute.text.Phrases;
import java.util.List;

/// How symbols, pairs and words are written in sentences and formulas.
public final class Signs {
  private static final int LONGEST_WORD = 24;
  private static final int LONGEST_SYMBOL = 32;
  private static final int LONGEST_LIST = 96;
  private static final int MOST_LISTED = 6;

  private Signs() {}

  /// `(l, o)`.
  public static String pair(Pair pair) {
    return "(" + symbol(pair.left()) + ", " + symbol(pair.right()) + ")";
  }

  /// `l o w </w>`.
  public static String spaced(List<Symbol> symbols) {
    var text = new StringBuilder();
    for (int i = 0; i < symbols.size(); i++) {
      if (text.length() > LONGEST_LIST) {
        return text.append(" … and %s".formatted(Phrases.count(symbols.size() - i, "other")))
            .toString();
      }
      text.append(i == 0 ? "" : " ").append(symbol(symbols.get(i)));
    }
    return text.toString();
  }

  /// The tokens of a word after the first so many merges that apply to it.
  static String spaced(Encoding encoding, int merges) {
    var shown = spaced(encoding.after(merges, LONGEST_LIST / 2 + 2));
    int more = encoding.size(merges) - LONGEST_LIST / 2 - 2;
    return more > 0 && !shown.contains("…")
        ? shown + " … and %s".formatted(Phrases.count(more, "other"))
        : shown;
  }

  /// `ß, 中 and 3 others`.
  public static String listed(List<Symbol> symbols) {
    var shown = symbols.stream().limit(MOST_LISTED).map(Signs::symbol).toList();
    int more = symbols.size() - shown.size();
    if (more > 0) {
      return String.join(", ", shown) + " and " + Phrases.count(more, "other");
    }
    return Phrases.listed(shown);
  }

  /// A symbol, shortened in its middle where it is very long.
  public static String symbol(Symbol symbol) {
    var text = symbol.shown();
    int points = text.codePointCount(0, text.length());
    if (points <= LONGEST_SYMBOL) {
      return text;
    }
    int head = text.offsetByCodePoints(0, LONGEST_SYMBOL / 2);
    int tail = text.offsetByCodePoints(text.length(), -LONGEST_SYMBOL / 4);
    return text.substring(0, head) + "…" + text.substring(tail);
  }

  /// A word in quotes, shortened where it is very long.
  public static String word(String word) {
    return "“" + plainWord(word) + "”";
  }

  /// The same without quotes.
  public static String plainWord(String word) {
    // Not counted to its end, which may be far.
    return word.length() <= LONGEST_WORD || word.codePointCount(0, word.length()) <= LONGEST_WORD
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD)) + "…";
  }

  /// `word 2, “lower”, after “lo”`.
  public static String place(Place place, Corpus.Words words) {
    var word = words.word(place.word());
    int letters = word.codePointCount(0, word.length());
    var before = word.substring(0, word.offsetByCodePoints(0, Math.min(place.offset(), letters)));
    return "word %s, %s%s"
        .formatted(
            Phrases.number(place.word() + 1L),
            word(word),
            before.isEmpty() ? ", at its start" : ", after " + word(before));
  }

  /// A pair in LaTeX: its symbols where they are plain letters, else the letter p for it.
  public static String latexPair(Pair pair) {
    return isPlain(pair.left()) && isPlain(pair.right())
        ? "\\text{%s},\\text{%s}".formatted(pair.left().letters(), pair.right().letters())
        : "p";
  }

  private static boolean isPlain(Symbol symbol) {
    return !symbol.endsWord()
        && symbol.letters().length() <= LONGEST_WORD
        && symbol
            .letters()
            .codePoints()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }
}
