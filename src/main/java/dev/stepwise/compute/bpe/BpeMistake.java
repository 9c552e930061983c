package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.bpe.Rules.TieBreak;

/// A mistake that people make in BPE, in the place of one of the rules: what is counted, which of
/// several equally frequent pairs is merged, how a pair is replaced, or how a word ends.
public enum BpeMistake {
  /// None.
  NONE("none", ""),
  /// A set of the pairs of a word.
  ONCE_PER_WORD("once-per-word", "a pair counted once per word"),
  /// The frequencies of the words are left out.
  FORGETS_THE_FREQUENCY("forgets-the-frequency", "the words' frequencies forgotten"),
  /// The different words that hold a pair are counted.
  COUNTS_THE_WORDS("counts-the-words", "different words counted, not places"),
  /// The loop over the pairs ends one too early.
  LAST_PAIR_LEFT_OUT("last-pair-left-out", "the last pair of each word not counted"),
  /// Counting as searching in a text does.
  COUNTS_WITHOUT_OVERLAP("counts-without-overlap", "overlapping places counted once"),
  /// Text is replaced.
  TEXT_FOR_SYMBOLS("text-for-symbols", "text replaced, not symbols"),
  /// The word is read from its end.
  FROM_THE_RIGHT("from-the-right", "replacing from the right"),
  /// One place a word is replaced.
  FIRST_OCCURRENCE_ONLY("first-occurrence-only", "only the first place of a word replaced"),
  /// The pair that sorts first, where the one seen first should win.
  TIE_BY_THE_ALPHABET("tie-by-the-alphabet", "a tie goes by the alphabet"),
  /// The pair seen first, where the one that sorts first should win.
  TIE_TO_THE_FIRST("tie-to-the-first", "a tie goes to the first one seen"),
  /// Words are split without the marker.
  NO_END_OF_WORD("no-end-of-word", "the end-of-word marker forgotten");

  private final String id;
  private final String title;

  BpeMistake(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /// Its name in files.
  public String id() {
    return id;
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// The rules with the mistake among them.
  Rules in(Rules rules) {
    return switch (this) {
      case NONE -> rules;
      case ONCE_PER_WORD -> counting(rules, PairCount.ONCE_PER_WORD);
      case FORGETS_THE_FREQUENCY -> counting(rules, PairCount.UNWEIGHTED);
      case COUNTS_THE_WORDS -> counting(rules, PairCount.DIFFERENT_WORDS);
      case LAST_PAIR_LEFT_OUT -> counting(rules, PairCount.LAST_LEFT_OUT);
      case COUNTS_WITHOUT_OVERLAP -> counting(rules, PairCount.WITHOUT_OVERLAP);
      case TEXT_FOR_SYMBOLS -> replacing(rules, Replacement.TEXT);
      case FROM_THE_RIGHT -> replacing(rules, Replacement.FROM_THE_RIGHT);
      case FIRST_OCCURRENCE_ONLY -> replacing(rules, Replacement.FIRST_ONLY);
      case TIE_BY_THE_ALPHABET -> choosing(rules, TieBreak.LEXICOGRAPHIC);
      case TIE_TO_THE_FIRST -> choosing(rules, TieBreak.FIRST_SEEN);
      case NO_END_OF_WORD ->
          new Rules(rules.tieBreak(), "", rules.pairCount(), rules.replacement());
    };
  }

  private static Rules counting(Rules rules, PairCount pairCount) {
    return new Rules(rules.tieBreak(), rules.marker(), pairCount, rules.replacement());
  }

  private static Rules replacing(Rules rules, Replacement replacement) {
    return new Rules(rules.tieBreak(), rules.marker(), rules.pairCount(), replacement);
  }

  private static Rules choosing(Rules rules, TieBreak tieBreak) {
    return new Rules(tieBreak, rules.marker(), rules.pairCount(), rules.replacement());
  }
}
