package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Learns merge after merge by incremental counting: a merge changes the counts of the pairs in the
/// words that hold it, and no others. It chooses what counting everything anew at each merge would
/// choose; a test compares the two.
///
/// Time: the first count reads every symbol of every different word; a merge costs the symbols of
/// the words that it changes, and the logarithm of the number of pairs for each count it raises.
/// Memory: the different words, the pairs, and what each merge changed. For one thread.
final class Learner {
  private final Corpus.Words corpus;
  private final Rules rules;
  private final Symbols symbols;

  /// The symbols of the words before any merge, then those that merges name. Replacing text makes
  /// others, which belong to no merge and get no number.
  private final Symbols vocabulary;

  private final PairStats stats = new PairStats();
  private final Candidates candidates;
  private final Changes changes = new Changes();
  private final int[][] words;
  private long tokens;

  // What the merge under way has touched. A pair's mark is the pass in which it was last met.
  private int pass;
  private int merge;
  private int[] touchedBy = new int[0];
  private int[] metIn = new int[0];
  private int[] lostIn = new int[0];
  private final List<Touched> touched = new ArrayList<>();
  private final List<Integer> unsure = new ArrayList<>();
  private final List<Integer> lost = new ArrayList<>();

  /// A pair as it was before the merge under way.
  private record Touched(int pair, long count, long first) {}

  /// Splits the words and counts the pairs.
  ///
  /// @param merges about how many will be learned
  /// @throws java.util.concurrent.CancellationException where the thread is interrupted
  Learner(Corpus.Words corpus, Rules rules, int merges) {
    this.corpus = corpus;
    symbols = new Symbols(merges);
    vocabulary = new Symbols(merges);
    this.rules = rules;
    this.candidates = new Candidates(stats, symbols, rules.tieBreak());
    this.words = new int[corpus.size()][];
    merge = 1;
    for (int word = 0; word < words.length; word++) {
      var split = Bpe.split(corpus.word(word), rules);
      split.forEach(vocabulary::id);
      words[word] = split.stream().mapToInt(symbols::id).toArray();
      tokens += corpus.frequency(word) * words[word].length;
      gain(word);
      Cancellation.checkpoint();
    }
    settle();
  }

  Symbols symbols() {
    return symbols;
  }

  Symbols vocabulary() {
    return vocabulary;
  }

  PairStats stats() {
    return stats;
  }

  Changes changes() {
    return changes;
  }

  long tokens() {
    return tokens;
  }

  /// What a merge was, and the words that it changed, in rising order.
  @SuppressWarnings("ArrayRecordComponent") // made for the one who asks
  record Learned(Merge merge, int[] changedWords) {}

  /// Learns the next merge; empty where no pair is left.
  Optional<Learned> next() {
    int best = candidates.poll();
    if (best == Candidates.NONE) {
      return Optional.empty();
    }
    merge++;
    var rival = rival(candidates.peek(best));
    var pair = pair(best);
    long count = stats.count(best);
    long first = stats.first(best);
    int ties = stats.ties(count);
    int kinds = stats.kinds();
    long before = tokens;
    int known = vocabulary.size();
    int completed = 0;
    int merged = symbols.id(pair.merged());
    vocabulary.id(pair.merged());
    int[] changed = new int[8];
    int changes = 0;
    for (int word : holders(best, pair)) {
      int[] after = replaced(words[word], best, pair, merged);
      if (after.length == words[word].length) {
        continue;
      }
      completed += after.length == 1 ? 1 : 0;
      rewrite(word, after, best, merged);
      changed = changes == changed.length ? Arrays.copyOf(changed, 2 * changes) : changed;
      changed[changes++] = word;
    }
    var learned =
        new Merge(
            merge - 2,
            pair,
            count,
            ties,
            rival,
            PairStats.place(first),
            kinds,
            before - tokens,
            tokens,
            vocabulary.size(),
            completed,
            vocabulary.size() == known);
    settle();
    if (stats.count(best) > 0) {
      candidates.offer(best); // not every place of it was replaced
    }
    return Optional.of(new Learned(learned, Arrays.copyOf(changed, changes)));
  }

  private Pair pair(int pair) {
    return new Pair(symbols.symbol(stats.left(pair)), symbols.symbol(stats.right(pair)));
  }

  private Optional<Merge.Rival> rival(int pair) {
    return pair == Candidates.NONE
        ? Optional.empty()
        : Optional.of(
            new Merge.Rival(pair(pair), stats.count(pair), PairStats.place(stats.first(pair))));
  }

  /// The words that a merge may change, in rising order.
  private int[] holders(int best, Pair pair) {
    if (rules.pairCount() == PairCount.LAST_LEFT_OUT) {
      return IntStream.range(0, words.length).toArray(); // also those that are not counted
    }
    if (rules.replacement() != Replacement.TEXT) {
      return stats.words(best).toArray();
    }
    var holders = new TreeSet<Integer>();
    for (int other = 0; other < stats.size(); other++) {
      if (stats.count(other) > 0
          && symbols.symbol(stats.left(other)).letters().endsWith(pair.left().letters())
          && MistakenReplacement.beginsWith(symbols.symbol(stats.right(other)), pair.right())) {
        Arrays.stream(stats.words(other).toArray()).forEach(holders::add);
      }
    }
    return holders.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] replaced(int[] word, int best, Pair pair, int merged) {
    if (rules.replacement() != Replacement.SYMBOLS) {
      var before = Arrays.stream(word).mapToObj(symbols::symbol).toList();
      return rules.replacement().merged(before, pair).stream().mapToInt(symbols::id).toArray();
    }
    int left = stats.left(best);
    int right = stats.right(best);
    int[] after = new int[word.length];
    int length = 0;
    for (int i = 0; i < word.length; i++) {
      boolean here = word[i] == left && i + 1 < word.length && word[i + 1] == right;
      after[length++] = here ? merged : word[i];
      i += here ? 1 : 0;
    }
    return length == word.length ? word : Arrays.copyOf(after, length);
  }

  private void rewrite(int word, int[] after, int best, int merged) {
    tokens -= corpus.frequency(word) * (words[word].length - after.length);
    if (rules.replacement() == Replacement.SYMBOLS
        && rules.pairCount() == PairCount.EVERY_OCCURRENCE) {
      loseNeighbours(word, best);
      words[word] = after;
      gainNeighbours(word, merged);
      return;
    }
    lose(word);
    words[word] = after;
    gain(word);
    lost.stream().filter(pair -> metIn[pair] != pass).forEach(unsure::add);
    lost.clear();
  }

  /// Takes those pairs out of the counts that a merge of whole symbols ends in a word.
  private void loseNeighbours(int word, int best) {
    int[] held = words[word];
    int left = stats.left(best);
    int right = stats.right(best);
    int offset = 0;
    int merged = -1; // the last symbol that a merge has used up
    for (int i = 0; i + 1 < held.length; i++) {
      if (i > merged && held[i] == left && held[i + 1] == right) {
        if (i > 0 && merged < i - 1) {
          loseOne(word, held[i - 1], held[i], offset - symbols.length(held[i - 1]));
        }
        merged = i + 1;
      }
      if (i <= merged) {
        loseOne(word, held[i], held[i + 1], offset);
      }
      offset += symbols.length(held[i]);
    }
  }

  private void loseOne(int word, int left, int right, int offset) {
    int pair = stats.find(left, right);
    touch(pair);
    stats.addCount(pair, -weight(word));
    if (stats.first(pair) == PairStats.place(word, offset)) {
      unsure.add(pair);
    }
  }

  /// Puts those pairs into the counts that a merge of whole symbols begins in a word.
  private void gainNeighbours(int word, int merged) {
    int[] holds = words[word];
    int offset = 0;
    for (int i = 0; i + 1 < holds.length; i++) {
      if (holds[i] == merged || holds[i + 1] == merged) {
        int pair = stats.add(holds[i], holds[i + 1]);
        touch(pair);
        stats.words(pair).add(word);
        stats.setFirst(pair, Math.min(stats.first(pair), PairStats.place(word, offset)));
        stats.addCount(pair, weight(word));
      }
      offset += symbols.length(holds[i]);
    }
  }

  /// What a word adds for each place of a pair that is counted.
  private long weight(int word) {
    return rules.pairCount().weight(corpus.frequency(word));
  }

  /// For each pair of a word, whether it is counted.
  private boolean[] counted(int[] word) {
    if (rules.pairCount().leavesOut()) {
      return rules.pairCount().counted(Arrays.stream(word).boxed().toList());
    }
    var all = new boolean[Math.max(0, word.length - 1)];
    Arrays.fill(all, true);
    return all;
  }

  /// Takes a word's pairs out of the counts.
  private void lose(int word) {
    int[] held = words[word];
    boolean[] counted = counted(held);
    pass++;
    for (int i = 0; i + 1 < held.length; i++) {
      if (!counted[i]) {
        continue;
      }
      int pair = stats.find(held[i], held[i + 1]);
      touch(pair);
      boolean again = lostIn[pair] == pass;
      lostIn[pair] = pass;
      if (!again && stats.first(pair) >>> 32 == word) {
        lost.add(pair);
      }
      stats.addCount(pair, -weight(word));
    }
  }

  /// Puts a word's pairs into the counts.
  private void gain(int word) {
    int[] holds = words[word];
    boolean[] counted = counted(holds);
    int held = pass;
    pass++;
    int offset = 0;
    for (int i = 0; i + 1 < holds.length; offset += symbols.length(holds[i++])) {
      if (!counted[i]) {
        continue;
      }
      int pair = stats.add(holds[i], holds[i + 1]);
      touch(pair);
      boolean again = metIn[pair] == pass;
      metIn[pair] = pass;
      if (!again && (lostIn[pair] != held || held == 0)) {
        stats.words(pair).add(word);
      }
      if (!again) {
        long here = PairStats.place(word, offset);
        boolean wasHere = stats.first(pair) >>> 32 == word;
        stats.setFirst(pair, wasHere ? here : Math.min(stats.first(pair), here));
      }
      stats.addCount(pair, weight(word));
    }
  }

  private void touch(int pair) {
    if (pair >= touchedBy.length) {
      int length = Math.max(1 << 10, 2 * pair);
      touchedBy = Arrays.copyOf(touchedBy, length);
      metIn = Arrays.copyOf(metIn, length);
      lostIn = Arrays.copyOf(lostIn, length);
    }
    if (touchedBy[pair] != merge) {
      touchedBy[pair] = merge;
      touched.add(new Touched(pair, stats.count(pair), stats.first(pair)));
    }
  }

  /// Finds out where the pairs are seen first that left the word where they were, notes the
  /// changes, and offers the pairs that gained.
  private void settle() {
    unsure.forEach(this::findFirst);
    unsure.clear();
    for (var before : touched) {
      int pair = before.pair();
      long count = stats.count(pair);
      long first = stats.first(pair);
      if (count != before.count() || first != before.first()) {
        changes.add(pair, count - before.count(), first - before.first());
        stats.countChanged(before.count(), count);
        boolean gained =
            count > before.count() || (count == before.count() && first < before.first());
        if (gained && count > 0) {
          candidates.offer(pair);
        }
      }
    }
    touched.clear();
    changes.end();
  }

  private void findFirst(int pair) {
    var holders = stats.words(pair);
    stats.setFirst(pair, PairStats.NOWHERE);
    while (stats.count(pair) > 0 && holders.first() >= 0) {
      int offset = offset(pair, holders.first());
      if (offset >= 0) {
        stats.setFirst(pair, PairStats.place(holders.first(), offset));
        return;
      }
      holders.dropFirst();
    }
  }

  /// How many code points of a word come before a pair, or -1 where it does not hold it.
  private int offset(int pair, int word) {
    int left = stats.left(pair);
    int right = stats.right(pair);
    int[] held = words[word];
    boolean[] counted = counted(held);
    int offset = 0;
    for (int i = 0; i + 1 < held.length; i++) {
      if (counted[i] && held[i] == left && held[i + 1] == right) {
        return offset;
      }
      offset += symbols.length(held[i]);
    }
    return -1;
  }
}
