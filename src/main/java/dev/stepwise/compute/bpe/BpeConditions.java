package dev.stepwise.compute.bpe;

import dev.stepwise.compute.run.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a BPE run can be paused at.
public final class BpeConditions {
  /// Two or more pairs are the most frequent.
  public static final Condition TIE = new Condition("tie", "A tie between pairs");

  /// A word of the corpus becomes a single token.
  public static final Condition WORD_COMPLETE =
      new Condition("word-complete", "A word becomes one token");

  /// Occurrences of the pair overlap, so not every one can be merged.
  public static final Condition OVERLAP = new Condition("overlap", "Occurrences overlap");

  /// The most frequent pair occurs once.
  public static final Condition ONCE = new Condition("once", "The best pair occurs only once");

  /// A merge makes a token that there is already.
  public static final Condition MADE_AGAIN =
      new Condition("made-again", "A merge makes a token that is there already");

  /// The pairs ran out before the merges.
  public static final Condition NO_PAIR_LEFT =
      new Condition("no-pair-left", "No pair is left before all merges are made");

  /// A word to encode has a symbol that the corpus has not.
  public static final Condition UNKNOWN = new Condition("unknown", "A symbol is unknown");

  /// All of them, in the order of a menu.
  public static final List<Condition> ALL =
      List.of(TIE, OVERLAP, WORD_COMPLETE, MADE_AGAIN, ONCE, NO_PAIR_LEFT, UNKNOWN);

  private BpeConditions() {}

  /// What happens where a pair is chosen.
  static Set<Condition> inChoice(Merge merge) {
    var conditions = new HashSet<Condition>();
    if (merge.isTie()) {
      conditions.add(TIE);
    }
    if (merge.count() == 1) {
      conditions.add(ONCE);
    }
    return conditions;
  }

  /// What happens where a pair is replaced.
  static Set<Condition> inReplacement(Merge merge, Rules rules) {
    var conditions = new HashSet<Condition>();
    boolean all = rules.replacement() != Rules.Replacement.FIRST_ONLY;
    if (all && merge.replaced() < merge.count()) {
      conditions.add(OVERLAP);
    }
    if (merge.completed() > 0) {
      conditions.add(WORD_COMPLETE);
    }
    if (merge.again()) {
      conditions.add(MADE_AGAIN);
    }
    return conditions;
  }

  /// What happens in a whole merge.
  static Set<Condition> inMerge(Merge merge, Rules rules) {
    var conditions = inChoice(merge);
    conditions.addAll(inReplacement(merge, rules));
    return conditions;
  }
}
