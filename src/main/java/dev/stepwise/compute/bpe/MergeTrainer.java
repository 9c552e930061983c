package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import dev.stepwise.compute.run.Cancellation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Learns the merges and nothing beside them, for whoever does not ask how the words and the counts
/// stood in between. [Learner] records that too; a test holds the two equal, merge by merge.
///
/// All words lie in arrays, one after the other, a place a code point: a symbol stands where its
/// first code point is, knows its neighbours, and knows the pair that begins with it. A merge
/// visits the places of its pair and changes the counts of the pairs to its left and right. The
/// queue of pairs is not told when a count falls or a place goes: what comes up is looked at then.
///
/// Time: the letters of the different words, and for each place that a merge changes some steps and
/// the logarithm of the number of pairs. Memory: 20 bytes a letter, and the pairs. For one thread.
///
/// Sennrich, Haddow and Birch, *Neural Machine Translation of Rare Words with Subword Units*, 2016;
/// the linked symbols and the queue as in T. Kudo and J. Richardson, *SentencePiece*, 2018.
final class MergeTrainer {
  private static final int NONE = -1;
  private static final int CHECKED_EVERY = 1 << 12;

  private final Corpus.Words corpus;
  private final Symbols symbols;
  private final PairIndex pairs = new PairIndex();
  private final PairPlaces places = new PairPlaces();
  private final PairQueue queue;
  private long[] counts = new long[1 << 10];
  private long tokens;

  // Of each place: the symbol that begins there, the places of its neighbours, the pair that it and
  // the next one are, and the word.
  private final int[] held;
  private final int[] next;
  private final int[] previous;
  private final int[] pairAt;
  private final int[] wordAt;

  // The latest merge.
  private int left;
  private int right;
  private long count;

  /// Whether it learns by these rules: whole symbols are merged, and every place counts.
  static boolean serves(Rules rules) {
    return rules.replacement() == Replacement.SYMBOLS
        && rules.pairCount() == PairCount.EVERY_OCCURRENCE;
  }

  /// Splits the words and counts the pairs.
  ///
  /// @param merges about how many will be learned
  /// @throws IllegalArgumentException where it does not learn by these rules: a defect
  /// @throws java.util.concurrent.CancellationException where the thread is interrupted
  MergeTrainer(Corpus.Words corpus, Rules rules, int merges) {
    if (!serves(rules)) {
      throw new IllegalArgumentException("merges alone are not learned by " + rules);
    }
    this.corpus = corpus;
    symbols = new Symbols(merges);
    queue =
        new PairQueue(
            rules.tieBreak() == TieBreak.FIRST_SEEN ? PairQueue.Ties.FIRST_SEEN : this::sortsFirst);
    int end = rules.marksEnds() ? 1 : 0;
    int letters = 0;
    for (var word : corpus.words()) {
      letters = Math.addExact(letters, word.codePointCount(0, word.length()) + end);
    }
    held = new int[letters];
    next = new int[letters];
    previous = new int[letters];
    pairAt = new int[letters];
    wordAt = new int[letters];
    split(rules);
    places.settle(this::offer);
  }

  private void split(Rules rules) {
    var ids = new HashMap<Integer, Integer>();
    int place = 0;
    for (int word = 0; word < corpus.size(); word++) {
      int first = place;
      var letters = corpus.word(word);
      for (int i = 0; i < letters.length(); i += Character.charCount(letters.codePointAt(i))) {
        int id = ids.computeIfAbsent(letters.codePointAt(i), this::letter);
        put(place++, id, first, word);
      }
      if (rules.marksEnds()) {
        put(place++, symbols.id(Symbol.END), first, word);
      }
      if (place > first) {
        next[place - 1] = NONE;
        pairAt[place - 1] = NONE;
      }
      for (int at = first; at < place - 1; at++) {
        gain(at);
      }
      tokens += corpus.frequency(word) * (place - first);
      if (word % CHECKED_EVERY == 0) {
        Cancellation.checkpoint();
      }
    }
  }

  private int letter(int codePoint) {
    return symbols.id(Symbol.of(Character.toString(codePoint)));
  }

  private void put(int place, int symbol, int first, int word) {
    held[place] = symbol;
    next[place] = place + 1;
    previous[place] = place == first ? NONE : place - 1;
    wordAt[place] = word;
  }

  /// Learns the next merge; false where no pair is left.
  boolean next() {
    Cancellation.checkpoint();
    int best = best();
    if (best == NONE) {
      return false;
    }
    left = pairs.left(best);
    right = pairs.right(best);
    count = counts[best];
    int merged = symbols.id(pair().merged());
    for (int at = places.first(best); at != NONE; at = places.first(best)) {
      places.dropFirst(best);
      if (pairAt[at] == best) { // another merge, or this one just before, may have used it up
        merge(at, merged);
      }
    }
    places.settle(this::offer);
    return true;
  }

  /// Takes the best pair out of the queue.
  private int best() {
    while (!queue.isEmpty()) {
      int pair = queue.pair();
      if (counts[pair] == 0) {
        queue.removeTop();
        continue;
      }
      int first = first(pair);
      if (counts[pair] == queue.count() && first == queue.place()) {
        queue.removeTop();
        return pair;
      }
      queue.replaceTop(counts[pair], first);
    }
    return NONE;
  }

  /// Where a pair that is counted is seen first.
  private int first(int pair) {
    while (pairAt[places.first(pair)] != pair) {
      places.dropFirst(pair);
    }
    return places.first(pair);
  }

  private void merge(int place, int merged) {
    int before = previous[place];
    int used = next[place];
    int after = next[used];
    lose(place);
    lose(used);
    held[place] = merged;
    next[place] = after;
    if (before != NONE) {
      lose(before);
      gain(before);
    }
    if (after != NONE) {
      previous[after] = place;
      gain(place);
    }
    tokens -= weight(place);
  }

  /// The pair that begins at a place is no more.
  private void lose(int place) {
    int pair = pairAt[place];
    if (pair != NONE) {
      counts[pair] -= weight(place);
      pairAt[place] = NONE;
    }
  }

  /// The symbol at a place and the next one are a new pair.
  private void gain(int place) {
    int pair = pairs.add(held[place], held[next[place]]);
    if (pair >= counts.length) {
      counts = Arrays.copyOf(counts, 2 * counts.length);
    }
    counts[pair] += weight(place);
    pairAt[place] = pair;
    places.add(pair, place);
  }

  private void offer(int pair) {
    if (counts[pair] > 0) {
      queue.offer(pair, counts[pair], places.first(pair));
    }
  }

  private long weight(int place) {
    return corpus.frequency(wordAt[place]);
  }

  private boolean sortsFirst(long one, long other) {
    return Pair.BY_CODE_POINTS.compare(pair(PairQueue.pair(one)), pair(PairQueue.pair(other))) < 0;
  }

  private Pair pair(int pair) {
    return new Pair(symbols.symbol(pairs.left(pair)), symbols.symbol(pairs.right(pair)));
  }

  /// What the latest merge joins.
  Pair pair() {
    return new Pair(symbols.symbol(left), symbols.symbol(right));
  }

  /// How often it occurred.
  long count() {
    return count;
  }

  /// How many tokens the words have now, each counted as often as its word occurs.
  long tokens() {
    return tokens;
  }

  /// How many symbols there are now, all that ever were.
  int vocabulary() {
    return symbols.size();
  }

  /// How often the tokens occur that the words have now.
  Map<Symbol, Long> frequencies() {
    var frequencies = new HashMap<Symbol, Long>();
    for (int place = 0; place < held.length; ) {
      frequencies.merge(symbols.symbol(held[place]), weight(place), Long::sum);
      boolean isLast = next[place] == NONE;
      place = isLast ? place + symbols.length(held[place]) : next[place];
    }
    return frequencies;
  }
}
