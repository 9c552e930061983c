package dev.stepwise.compute.bpe;

import java.util.Collections;
import java.util.List;

/// How pairs are counted, chosen and merged. The first constant of each enum is the right way; the
/// others are there to be compared with it.
///
/// @param tieBreak which of several equally frequent pairs is merged
/// @param marker the symbol put after each word, such as `</w>`; empty for none
/// @param pairCount what counts as an occurrence
/// @param replacement how a pair is merged
public record Rules(
    TieBreak tieBreak, String marker, PairCount pairCount, Replacement replacement) {

  /// The marker where none is stated.
  public static final String END_OF_WORD = "</w>";

  /// The right way: ties to the pair seen first, words end in `</w>`.
  public static final Rules STANDARD =
      new Rules(TieBreak.FIRST_SEEN, END_OF_WORD, PairCount.EVERY_OCCURRENCE, Replacement.SYMBOLS);

  /// The same without mistakes: every occurrence counts, and symbols are merged.
  public Rules rightWay() {
    return new Rules(tieBreak, marker, STANDARD.pairCount, STANDARD.replacement);
  }

  /// Which of several equally frequent pairs is merged.
  public enum TieBreak {
    /// The one met first when the words are read in the order of their first appearance, each from
    /// left to right, as they are segmented now.
    FIRST_SEEN("first-seen"),
    /// The one whose left, then right symbol sorts first by code points.
    LEXICOGRAPHIC("lexicographic");

    private final String word;

    TieBreak(String word) {
      this.word = word;
    }

    /// Its word in a scenario.
    public String word() {
      return word;
    }
  }

  /// What counts as an occurrence.
  public enum PairCount {
    /// Every place where the two symbols stand side by side: `aaa` holds (a, a) twice.
    EVERY_OCCURRENCE("every-occurrence"),
    /// A word counts a pair once, however often it holds it: what a set of pairs does.
    ONCE_PER_WORD("once-per-word");

    private final String word;

    PairCount(String word) {
      this.word = word;
    }

    /// Its word in a scenario.
    public String word() {
      return word;
    }

    /// The pairs that a word is counted with, from left to right.
    List<Pair> pairs(List<Symbol> symbols) {
      return switch (this) {
        case EVERY_OCCURRENCE -> Bpe.pairs(symbols);
        case ONCE_PER_WORD -> Mistakes.pairsOnce(symbols);
      };
    }

    /// How often a word is counted for a pair.
    public int occurrences(List<Symbol> symbols, Pair pair) {
      return Collections.frequency(pairs(symbols), pair);
    }
  }

  /// How a pair is merged.
  public enum Replacement {
    /// Whole symbols, from left to right.
    SYMBOLS("symbols"),
    /// By replacing text in the word written with blanks between its symbols, which also finds the
    /// pair where it is only the end of one symbol and the beginning of the next.
    TEXT("text");

    private final String word;

    Replacement(String word) {
      this.word = word;
    }

    /// A word with a pair merged.
    List<Symbol> merged(List<Symbol> symbols, Pair pair) {
      return switch (this) {
        case SYMBOLS -> Bpe.replace(symbols, pair);
        case TEXT -> Mistakes.replaceText(symbols, pair);
      };
    }

    /// Its word in a scenario.
    public String word() {
      return word;
    }
  }

  /// Whether words end in a marker.
  public boolean marksEnds() {
    return !marker.isEmpty();
  }
}
