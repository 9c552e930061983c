package dev.stepwise.compute.bpe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Two mistakes of programs that are passed around, to be compared with [Bpe].
final class Mistakes {
  private Mistakes() {}

  /// The pairs of a word as a set has them: it forgets how often each one stands there.
  static List<Pair> pairsOnce(List<Symbol> word) {
    return List.copyOf(new LinkedHashSet<>(Bpe.pairs(word)));
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
