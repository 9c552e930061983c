package dev.stepwise.compute.bpe;

import java.util.Comparator;
import java.util.List;

/// A symbol of a word: some of its letters, and perhaps its end. The end is kept apart from the
/// letters, so that a word with the letters `</w>` in it is never taken for one that ends there.
///
/// @param letters none where the symbol is the marker alone
/// @param endsWord whether the marker belongs to it
public record Symbol(String letters, boolean endsWord) implements Comparable<Symbol> {

  /// The marker alone.
  public static final Symbol END = new Symbol("", true);

  private static final Comparator<Symbol> ORDER =
      Comparator.comparing(Symbol::text, Symbol::compareCodePoints).thenComparing(Symbol::endsWord);

  /// Some letters.
  public static Symbol of(String letters) {
    return new Symbol(letters, false);
  }

  /// The texts of some symbols.
  public static List<String> texts(List<Symbol> symbols) {
    return symbols.stream().map(Symbol::text).toList();
  }

  /// This symbol and the next one as one.
  public Symbol joined(Symbol next) {
    return new Symbol(letters.concat(next.letters), next.endsWord);
  }

  /// What it is in files, where the marker is text.
  public String text() {
    return endsWord ? letters.concat(Rules.END_OF_WORD) : letters;
  }

  /// What it is in a sentence: letters that look like the marker stand in quotation marks.
  public String shown() {
    return letters.contains(Rules.END_OF_WORD)
        ? "“" + letters + "”" + (endsWord ? Rules.END_OF_WORD : "")
        : text();
  }

  /// How many symbols of a word that is only split it is made of.
  int length() {
    return letters.codePointCount(0, letters.length()) + (endsWord ? 1 : 0);
  }

  /// In the order of the code points of their texts.
  @Override
  public int compareTo(Symbol other) {
    return ORDER.compare(this, other);
  }

  /// Compares texts by their code points. [String#compareTo] compares UTF-16 units, which puts what
  /// needs two of them (an emoji) before U+E000.
  private static int compareCodePoints(String one, String other) {
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

  @Override
  public String toString() {
    return text();
  }
}
