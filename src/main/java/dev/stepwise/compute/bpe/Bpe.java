package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// What byte pair encoding does to one word: split it into symbols, list its pairs, merge a pair,
/// put it together again.
///
/// Sennrich, Haddow and Birch, *Neural Machine Translation of Rare Words with Subword Units*, 2016.
public final class Bpe {
  private Bpe() {}

  /// The symbols of a word before any merge: its code points, and the marker.
  ///
  /// @param marker empty for none
  public static List<String> split(String word, String marker) {
    var symbols = new ArrayList<String>();
    word.codePoints().mapToObj(Character::toString).forEach(symbols::add);
    if (!marker.isEmpty()) {
      symbols.add(marker);
    }
    return List.copyOf(symbols);
  }

  /// The pairs that a word is counted with, from left to right: its neighbours, each one or each
  /// kind.
  public static List<Pair> pairs(List<String> symbols, PairCount count) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i + 1 < symbols.size(); i++) {
      pairs.add(new Pair(symbols.get(i), symbols.get(i + 1)));
    }
    return switch (count) {
      case EVERY_OCCURRENCE -> pairs;
      case ONCE_PER_WORD -> List.copyOf(new LinkedHashSet<>(pairs));
    };
  }

  /// How often a word is counted for a pair.
  public static int occurrences(List<String> symbols, Pair pair, PairCount count) {
    int found = 0;
    for (int i = 0; i + 1 < symbols.size(); i++) {
      if (symbols.get(i).equals(pair.left()) && symbols.get(i + 1).equals(pair.right())) {
        found++;
      }
    }
    return count == PairCount.ONCE_PER_WORD ? Math.min(found, 1) : found;
  }

  /// The word with a pair merged.
  public static List<String> replace(List<String> symbols, Pair pair, Replacement replacement) {
    return switch (replacement) {
      case SYMBOLS -> replaceSymbols(symbols, pair);
      case TEXT -> replaceText(symbols, pair);
    };
  }

  /// From left to right without overlap: `a a a` becomes `aa a`.
  private static List<String> replaceSymbols(List<String> symbols, Pair pair) {
    var merged = new ArrayList<String>(symbols.size());
    int i = 0;
    while (i < symbols.size()) {
      boolean here =
          i + 1 < symbols.size()
              && symbols.get(i).equals(pair.left())
              && symbols.get(i + 1).equals(pair.right());
      merged.add(here ? pair.merged() : symbols.get(i));
      i += here ? 2 : 1;
    }
    return List.copyOf(merged);
  }

  /// What replacing `left right` by `leftright` does to the symbols written with blanks between
  /// them. A blank goes where the text before it ends in the left symbol and the text after it
  /// begins with the right one, unless the match before has used that text up.
  private static List<String> replaceText(List<String> symbols, Pair pair) {
    var merged = new ArrayList<String>(symbols.size());
    var current = new StringBuilder(symbols.isEmpty() ? "" : symbols.getFirst());
    int unused = current.length();
    for (int i = 1; i < symbols.size(); i++) {
      var next = symbols.get(i);
      var open = current.substring(current.length() - unused);
      if (open.endsWith(pair.left()) && next.startsWith(pair.right())) {
        current.append(next);
        unused = next.length() - pair.right().length();
      } else {
        merged.add(current.toString());
        current.setLength(0);
        current.append(next);
        unused = next.length();
      }
    }
    if (!symbols.isEmpty()) {
      merged.add(current.toString());
    }
    return List.copyOf(merged);
  }

  /// The word that some tokens stand for: put together, without the marker at the end.
  public static String decode(List<String> tokens, String marker) {
    var text = String.join("", tokens);
    return !marker.isEmpty() && text.endsWith(marker)
        ? text.substring(0, text.length() - marker.length())
        : text;
  }
}
