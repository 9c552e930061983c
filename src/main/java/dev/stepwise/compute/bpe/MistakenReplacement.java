package dev.stepwise.compute.bpe;

import java.util.ArrayList;
import java.util.List;

/// How programs that are passed around replace a pair, to be compared with [Bpe].
final class MistakenReplacement {
  private MistakenReplacement() {}

  /// The word with a pair merged from right to left: `a a a` becomes `a aa`.
  static List<Symbol> replaceFromTheRight(List<Symbol> word, Pair pair) {
    var merged = new ArrayList<Symbol>(word.size());
    int i = word.size() - 1;
    while (i >= 0) {
      boolean here =
          i > 0 && word.get(i).equals(pair.right()) && word.get(i - 1).equals(pair.left());
      merged.add(here ? pair.merged() : word.get(i));
      i -= here ? 2 : 1;
    }
    return List.copyOf(merged.reversed());
  }

  /// The word with a pair merged at the first place where it stands.
  static List<Symbol> replaceFirst(List<Symbol> word, Pair pair) {
    int place = Bpe.pairs(word).indexOf(pair);
    if (place < 0) {
      return word;
    }
    var merged = new ArrayList<>(word);
    merged.set(place, pair.merged());
    merged.subList(place + 1, place + 2).clear();
    return List.copyOf(merged);
  }

  /// What replacing `left right` by `leftright` does to the symbols written with blanks between
  /// them. A blank goes where the text before it ends in the left symbol and the text after it
  /// begins with the right one, unless the match before has used that text up.
  static List<Symbol> replaceText(List<Symbol> word, Pair pair) {
    var merged = new ArrayList<Symbol>(word.size());
    var current = new StringBuilder();
    boolean ended = false;
    int unused = 0;
    for (int i = 0; i < word.size(); i++) {
      var next = word.get(i);
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
    if (!word.isEmpty()) {
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
}
