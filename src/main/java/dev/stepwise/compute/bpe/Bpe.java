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

  /// The symbols of a word before any merge: its code points, and the marker where the rules have
  /// one.
  public static List<Symbol> split(String word, Rules rules) {
    var symbols = new ArrayList<Symbol>(word.length() + 1);
    word.codePoints().mapToObj(Character::toString).map(Symbol::of).forEach(symbols::add);
    if (rules.marksEnds()) {
      symbols.add(Symbol.END);
    }
    return List.copyOf(symbols);
  }

  /// The pairs that a word is counted with, from left to right: its neighbours, each one or each
  /// kind.
  public static List<Pair> pairs(List<Symbol> symbols, PairCount count) {
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
  public static int occurrences(List<Symbol> symbols, Pair pair, PairCount count) {
    int found = 0;
    for (int i = 0; i + 1 < symbols.size(); i++) {
      if (symbols.get(i).equals(pair.left()) && symbols.get(i + 1).equals(pair.right())) {
        found++;
      }
    }
    return count == PairCount.ONCE_PER_WORD ? Math.min(found, 1) : found;
  }

  /// The word with a pair merged.
  public static List<Symbol> replace(List<Symbol> symbols, Pair pair, Replacement replacement) {
    return switch (replacement) {
      case SYMBOLS -> replaceSymbols(symbols, pair);
      case TEXT -> replaceText(symbols, pair);
    };
  }

  /// From left to right without overlap: `a a a` becomes `aa a`.
  private static List<Symbol> replaceSymbols(List<Symbol> symbols, Pair pair) {
    var merged = new ArrayList<Symbol>(symbols.size());
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
  private static List<Symbol> replaceText(List<Symbol> symbols, Pair pair) {
    var merged = new ArrayList<Symbol>(symbols.size());
    var current = new StringBuilder();
    boolean ended = false;
    int unused = 0;
    for (int i = 0; i < symbols.size(); i++) {
      var next = symbols.get(i);
      boolean open = i > 0 && pair.left().letters().length() <= unused;
      if (open && endsWith(current, pair.left()) && beginsWith(next, pair.right())) {
        unused = next.letters().length() - pair.right().letters().length();
      } else {
        if (i > 0) {
          merged.add(new Symbol(current.toString(), ended));
        }
        current.setLength(0);
        unused = next.letters().length();
      }
      current.append(next.letters());
      ended = next.endsWord();
    }
    if (!symbols.isEmpty()) {
      merged.add(new Symbol(current.toString(), ended));
    }
    return List.copyOf(merged);
  }

  private static boolean endsWith(StringBuilder text, Symbol symbol) {
    int length = symbol.letters().length();
    return text.length() >= length
        && symbol.letters().contentEquals(text.subSequence(text.length() - length, text.length()));
  }

  /// Whether the text of a symbol begins with that of another.
  static boolean beginsWith(Symbol symbol, Symbol other) {
    return other.endsWord() ? symbol.equals(other) : symbol.letters().startsWith(other.letters());
  }

  /// The word that some symbols stand for: put together, without the marker.
  public static String decode(List<Symbol> symbols) {
    var word = new StringBuilder();
    symbols.forEach(symbol -> word.append(symbol.letters()));
    return word.toString();
  }
}
