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
/// All words lie in one array, one after the other, a place a code point: a symbol stands where its
/// first code point is, knows its neighbours, and knows the pair that begins with it. A merge
/// visits the places of its pair and changes the counts of the pairs to its left and right. The
/// queue of pairs is not told when a count falls or a place goes: what comes up is looked at then.
///
/// Time: the letters of the different words, and for each place that a merge changes some steps and
/// the logarithm of the number of pairs. Memory: 24 bytes a letter, and the pairs. For one thread.
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

  // Four numbers a place, side by side since they are read together: the symbol that begins there,
  // the places of its neighbours, and the pair that it and the next one are.
  private static final int HELD = 0;
  private static final int NEXT = 1;
  private static final int PREVIOUS = 2;
  private static final int PAIR = 3;
  private static final int FIELDS = 4;
  private final int[] cells;

  /// How often the word of a place occurs.
  private final long[] weights;

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
    cells = new int[Math.multiplyExact(letters, FIELDS)];
    weights = new long[letters];
    split(rules);
    places.settle(this::offer);
  }

  private void split(Rules rules) {
    var ids = new HashMap<Integer, Integer>();
    int place = 0;
    for (int word = 0; word < corpus.size(); word++) {
      int first = place;
      long frequency = corpus.frequency(word);
      var letters = corpus.word(word);
      for (int i = 0; i < letters.length(); i += Character.charCount(letters.codePointAt(i))) {
        int id = ids.computeIfAbsent(letters.codePointAt(i), this::letter);
        put(place++, id, first, frequency);
      }
      if (rules.marksEnds()) {
        put(place++, symbols.id(Symbol.END), first, frequency);
      }
      if (place > first) {
        set(place - 1, NEXT, NONE);
        set(place - 1, PAIR, NONE);
      }
      for (int at = first; at < place - 1; at++) {
        gain(at, pairs.add(get(at, HELD), get(at + 1, HELD)), frequency);
      }
      tokens += frequency * (place - first);
      if (word % CHECKED_EVERY == 0) {
        Cancellation.checkpoint();
      }
    }
  }

  private int letter(int codePoint) {
    return symbols.id(Symbol.of(Character.toString(codePoint)));
  }

  private void put(int place, int symbol, int first, long frequency) {
    set(place, HELD, symbol);
    set(place, NEXT, place + 1);
    set(place, PREVIOUS, place == first ? NONE : place - 1);
    weights[place] = frequency;
  }

  private int get(int place, int field) {
    return cells[FIELDS * place + field];
  }

  private void set(int place, int field, int value) {
    cells[FIELDS * place + field] = value;
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
      if (get(at, PAIR) == best) { // another merge, or this one just before, may have used it up
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
    while (get(places.first(pair), PAIR) != pair) {
      places.dropFirst(pair);
    }
    return places.first(pair);
  }

  private void merge(int place, int merged) {
    long weight = weights[place];
    int before = get(place, PREVIOUS);
    int used = get(place, NEXT);
    int after = get(used, NEXT);
    lose(place, weight);
    lose(used, weight);
    set(place, HELD, merged);
    set(place, NEXT, after);
    if (before != NONE) {
      lose(before, weight);
      gain(before, pairs.add(get(before, HELD), merged), weight);
    }
    if (after != NONE) {
      set(after, PREVIOUS, place);
      gain(place, pairs.add(merged, get(after, HELD)), weight);
    }
    tokens -= weight;
  }

  /// The pair that begins at a place is no more.
  private void lose(int place, long weight) {
    int pair = get(place, PAIR);
    if (pair != NONE) {
      counts[pair] -= weight;
      set(place, PAIR, NONE);
    }
  }

  /// A new pair begins at a place.
  private void gain(int place, int pair, long weight) {
    if (pair >= counts.length) {
      counts = Arrays.copyOf(counts, 2 * counts.length);
    }
    counts[pair] += weight;
    set(place, PAIR, pair);
    places.add(pair, place);
  }

  private void offer(int pair) {
    if (counts[pair] > 0) {
      queue.offer(pair, counts[pair], places.first(pair));
    }
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
    for (int place = 0; place < weights.length; ) {
      int symbol = get(place, HELD);
      frequencies.merge(symbols.symbol(symbol), weights[place], Long::sum);
      place += symbols.length(symbol);
    }
    return frequencies;
  }
}
