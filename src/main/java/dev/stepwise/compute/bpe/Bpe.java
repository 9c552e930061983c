package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Rules.TieBreak;
import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Byte pair encoding as the textbook has it: count the neighbouring pairs of all words, merge the
/// most frequent one, repeat; then encode a word by the merges in the order in which they were
/// learned. [#learn] counts everything anew at each merge, which costs the length of all words a
/// merge; [Training] learns the same by keeping the counts.
///
/// No method writes to its arguments. Long computations stop with a
/// [java.util.concurrent.CancellationException] soon after their thread is interrupted.
///
/// Sennrich, Haddow and Birch, *Neural Machine Translation of Rare Words with Subword Units*, 2016.
public final class Bpe {
  private Bpe() {}

  /// The merges, in the order in which they are learned; fewer than asked for where no pair is
  /// left.
  ///
  /// @param most how many are learned at most
  public static List<Pair> learn(Corpus.Words corpus, Rules rules, int most) {
    var words = new ArrayList<List<Symbol>>();
    corpus.words().forEach(word -> words.add(split(word, rules)));
    var merges = new ArrayList<Pair>();
    while (merges.size() < most) {
      var counts = count(words, corpus, rules);
      if (counts.isEmpty()) {
        break;
      }
      var best = choose(counts, rules.tieBreak());
      merges.add(best);
      words.replaceAll(word -> rules.replacement().merged(word, best));
    }
    return merges;
  }

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

  /// How often each pair occurs, in the order in which the pairs are first seen: a word adds its
  /// frequency for each place where the pair stands in it.
  ///
  /// @param words as they are segmented now, in the order of the corpus
  static SequencedMap<Pair, Long> count(
      List<List<Symbol>> words, Corpus.Words corpus, Rules rules) {
    Cancellation.checkpoint();
    var counts = new LinkedHashMap<Pair, Long>();
    for (int word = 0; word < words.size(); word++) {
      long frequency = rules.pairCount().weight(corpus.frequency(word));
      for (var pair : rules.pairCount().pairs(words.get(word))) {
        counts.merge(pair, frequency, Long::sum);
      }
    }
    return counts;
  }

  /// The pairs of neighbours of a word, from left to right.
  static List<Pair> pairs(List<Symbol> word) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i + 1 < word.size(); i++) {
      pairs.add(new Pair(word.get(i), word.get(i + 1)));
    }
    return pairs;
  }

  /// The most frequent pair; of several the one that is first seen, or that sorts first.
  static Pair choose(SequencedMap<Pair, Long> counts, TieBreak tieBreak) {
    var pairs = new ArrayList<>(counts.keySet());
    if (tieBreak == TieBreak.LEXICOGRAPHIC) {
      pairs.sort(Pair.BY_CODE_POINTS);
    }
    // of equal ones the first
    return Collections.max(pairs, Comparator.comparingLong(pair -> counts.getOrDefault(pair, 0L)));
  }

  /// The word with a pair merged, from left to right without overlap: `a a a` becomes `aa a`.
  static List<Symbol> replace(List<Symbol> word, Pair pair) {
    var merged = new ArrayList<Symbol>(word.size());
    int i = 0;
    while (i < word.size()) {
      boolean here =
          i + 1 < word.size()
              && word.get(i).equals(pair.left())
              && word.get(i + 1).equals(pair.right());
      merged.add(here ? pair.merged() : word.get(i));
      i += here ? 2 : 1;
    }
    return List.copyOf(merged);
  }

  /// The tokens of a word: every merge, in the order in which they were learned.
  public static List<Symbol> encode(String word, List<Pair> merges, Rules rules) {
    var tokens = split(word, rules);
    for (var pair : merges) {
      tokens = rules.replacement().merged(tokens, pair);
    }
    return tokens;
  }

  /// The word that some tokens stand for: put together, without the marker.
  public static String decode(List<Symbol> tokens) {
    var word = new StringBuilder();
    tokens.forEach(token -> word.append(token.letters()));
    return word.toString();
  }
}
