package dev.stepwise.compute.bpe;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

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
    ONCE_PER_WORD("once-per-word"),
    /// Every place, but each different word as if it occurred once.
    UNWEIGHTED("unweighted"),
    /// Once for each different word that holds the pair.
    DIFFERENT_WORDS("different-words"),
    /// Every place but the last of each word: a loop that ends one too early.
    LAST_LEFT_OUT("last-left-out"),
    /// Places that share no symbol: what searching in a text counts.
    WITHOUT_OVERLAP("without-overlap");

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
      var all = Bpe.pairs(symbols);
      if (this == EVERY_OCCURRENCE) {
        return all;
      }
      boolean[] counted = counted(symbols);
      return IntStream.range(0, all.size()).filter(i -> counted[i]).mapToObj(all::get).toList();
    }

    /// For each pair of neighbours of a word, whether it is counted.
    boolean[] counted(List<?> word) {
      var counted = new boolean[Math.max(0, word.size() - 1)];
      Arrays.fill(counted, true);
      switch (this) {
        case EVERY_OCCURRENCE, UNWEIGHTED -> {}
        case ONCE_PER_WORD, DIFFERENT_WORDS -> {
          var met = new HashSet<List<?>>();
          for (int i = 0; i < counted.length; i++) {
            counted[i] = met.add(word.subList(i, i + 2));
          }
        }
        case LAST_LEFT_OUT -> {
          if (counted.length > 0) {
            counted[counted.length - 1] = false;
          }
        }
        case WITHOUT_OVERLAP -> {
          for (int i = 1; i < counted.length; i++) {
            boolean shares = word.subList(i - 1, i + 1).equals(word.subList(i, i + 2));
            counted[i] = !(shares && counted[i - 1]);
          }
        }
      }
      return counted;
    }

    /// What a word adds for a place.
    public long weight(long frequency) {
      return forgetsFrequency() ? 1 : frequency;
    }

    /// Whether each different word counts as if it occurred once.
    boolean forgetsFrequency() {
      return this == UNWEIGHTED || this == DIFFERENT_WORDS;
    }

    /// Whether some places are not counted.
    boolean leavesOut() {
      return this != EVERY_OCCURRENCE && this != UNWEIGHTED;
    }

    /// Whether a word counts a pair once at most.
    boolean isOnce() {
      return this == ONCE_PER_WORD || this == DIFFERENT_WORDS;
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
    TEXT("text"),
    /// Whole symbols, from right to left.
    FROM_THE_RIGHT("from-the-right"),
    /// The first place of each word alone.
    FIRST_ONLY("first-only");

    private final String word;

    Replacement(String word) {
      this.word = word;
    }

    /// A word with a pair merged.
    List<Symbol> merged(List<Symbol> symbols, Pair pair) {
      return switch (this) {
        case SYMBOLS -> Bpe.replace(symbols, pair);
        case TEXT -> MistakenReplacement.replaceText(symbols, pair);
        case FROM_THE_RIGHT -> MistakenReplacement.replaceFromTheRight(symbols, pair);
        case FIRST_ONLY -> MistakenReplacement.replaceFirst(symbols, pair);
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
