package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.PairTable.Row;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is learned from a corpus, as far as somebody has asked for: the merges in their order, and
/// how the words and the counts stood after any number of them.
///
/// Nothing is copied at a merge. A word after k merges is the word encoded with these k merges, and
/// the counts after k merges are reached from others by applying or undoing what each merge between
/// them changed, so 50,000 merges are crossed in some ten milliseconds.
///
/// Safe for several threads. What is known of merges, symbols and counts is read without waiting,
/// so that a window can show it while thousands of merges are learned.
public final class Training {
  private final BpeProblem problem;
  private final int most;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Ranks ranks;
  private final Segmentations segmentations = new Segmentations();
  private final Learned merges = new Learned();
  private final Map<Symbol, Integer> madeBy;
  private volatile @Nullable Learner learner;
  private volatile @Nullable PairTables tables;
  private long tokensAtFirst; // these two are written before the learner is
  private int symbolsAtFirst;
  private volatile boolean complete;

  /// Nothing is learned yet.
  public Training(BpeProblem problem) {
    this.problem = problem;
    this.most = problem.numMerges();
    ranks = new Ranks(Merges.expected(most));
    madeBy = new ConcurrentHashMap<>(Merges.expected(most));
  }

  /// Whether another problem learns the same: only its words to encode may be others.
  public boolean serves(BpeProblem other) {
    return problem.withEncode(other.encode()).equals(other);
  }

  /// Whether there are so many merges; learns as far as needed to know.
  ///
  /// @throws java.util.concurrent.CancellationException where the thread is interrupted; what was
  ///   learned until then is kept
  public boolean has(int number) {
    while (true) {
      Cancellation.checkpoint();
      lock.lock();
      try {
        if (merges.size() >= number || complete) {
          return merges.size() >= number;
        }
        learnNext();
      } finally {
        lock.unlock();
      }
    }
  }

  private void learnNext() {
    var learning = learner();
    var learned = merges.size() < most ? learning.next() : Optional.<Learner.Learned>empty();
    if (learned.isEmpty()) {
      complete = true;
      return;
    }
    var merge = learned.get().merge();
    ranks.add(merge.pair(), merge.rank());
    madeBy.putIfAbsent(merge.symbol(), merge.rank());
    merges.add(merge, learned.get().changedWords());
    complete = merges.size() == most;
  }

  /// Splits the words and counts their pairs, unless that is done already. Takes a while for many
  /// megabytes; whatever is asked first does it.
  public void prepare() {
    learner();
  }

  private Learner learner() {
    var known = learner;
    if (known != null) {
      return known;
    }
    lock.lock();
    try {
      known = learner;
      if (known == null) {
        known = new Learner(words(), problem.rules(), Merges.expected(most));
        tokensAtFirst = known.tokens();
        symbolsAtFirst = known.vocabulary().size();
        tables = new PairTables(known, problem.rules().tieBreak());
        complete = most == 0;
        learner = known;
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> question) {
    lock.lock();
    try {
      learner();
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  /// The words learned from.
  public Corpus.Words words() {
    return problem.corpus().words();
  }

  /// How many merges are known by now.
  public int known() {
    learner();
    return merges.size();
  }

  /// How many merges there are in all, where it is known by now.
  public OptionalInt total() {
    learner();
    return complete ? OptionalInt.of(merges.size()) : OptionalInt.empty();
  }

  /// A merge.
  ///
  /// @param rank from 0
  /// @throws IndexOutOfBoundsException where [#has] has not found it
  public Merge merge(int rank) {
    return merges.merge(rank);
  }

  /// The first so many merges.
  public List<Merge> merges(int number) {
    return merges.first(number);
  }

  /// The words that a merge changed, in rising order.
  public List<Integer> changedWords(int rank) {
    return Arrays.stream(merges.changedWords(rank)).boxed().toList();
  }

  /// How many tokens the words have after so many merges, each counted as often as its word occurs.
  public long tokens(int number) {
    learner();
    return number == 0 ? tokensAtFirst : merges.merge(number - 1).tokens();
  }

  /// How many symbols there are after so many merges.
  public int vocabulary(int number) {
    learner();
    return number == 0 ? symbolsAtFirst : merges.merge(number - 1).vocabulary();
  }

  /// How many tokens the words have after 0, 1, … and so many merges.
  public long[] tokenCounts(int number) {
    return counts(number, tokens(0), Merge::tokens);
  }

  /// How many symbols there are after 0, 1, … and so many merges.
  public long[] vocabularies(int number) {
    return counts(number, vocabulary(0), Merge::vocabulary);
  }

  private long[] counts(int number, long first, ToLongFunction<Merge> count) {
    var counts = new long[number + 1];
    counts[0] = first;
    for (int k = 1; k <= number; k++) {
      counts[k] = count.applyAsLong(merges.merge(k - 1));
    }
    return counts;
  }

  /// The symbols after so many merges, in the order in which they came to be: first those of the
  /// words, as they are met, then one a merge that makes a new one. Their places are their ids.
  public List<Symbol> symbols(int number) {
    int size = vocabulary(number);
    var vocabulary = learner().vocabulary();
    var symbols = new ArrayList<Symbol>(size);
    for (int id = 0; id < size; id++) {
      symbols.add(vocabulary.symbol(id));
    }
    return symbols;
  }

  /// The id of a token after so many merges; empty for one that is not in the vocabulary.
  public OptionalInt id(Symbol token, int number) {
    int size = vocabulary(number);
    var id = learner().vocabulary().find(token);
    return id.isPresent() && id.getAsInt() < size ? id : OptionalInt.empty();
  }

  /// The first merge that makes a symbol, of the first so many; empty for symbols of the corpus.
  public Optional<Merge> madeBy(Symbol symbol, int number) {
    return Optional.ofNullable(madeBy.get(symbol)).filter(rank -> rank < number).map(this::merge);
  }

  /// A word as it is segmented after so many merges. The latest ones are kept, so that a window can
  /// ask again at every frame that it draws.
  public List<Symbol> segmented(int word, int number) {
    return segmentations.of(words().word(word), number, this::encodeAnew);
  }

  /// Encodes a word with the first so many merges. The latest encodings are kept.
  ///
  /// @throws java.util.concurrent.CancellationException where the thread is interrupted
  public Encoding encode(String word, int number) {
    return segmentations.encoding(word, number, this::encodeAnew);
  }

  /// The ranks of those merges whose pairs stand in a word as it is segmented now, from one rank on
  /// and below another.
  List<Integer> applying(List<Symbol> symbols, int from, int below) {
    return problem.rules().replacement() != Replacement.TEXT
        ? Bpe.pairs(symbols).stream()
            .map(pair -> ranks.lowest(pair, from, below))
            .filter(rank -> rank != Ranks.NONE)
            .toList()
        : IntStream.iterate(
                ranks.nextInText(symbols, from, below),
                rank -> rank != Ranks.NONE,
                rank -> ranks.nextInText(symbols, rank + 1, below))
            .filter(rank ->
                MistakenReplacement.replaceText(symbols, ranks.pair(rank)).size() < symbols.size())
            .boxed()
            .toList();
  }

  /// With all the merges that are known, so that it serves for every number of them.
  private Segmentations.Made encodeAnew(String word) {
    int known = known();
    return new Segmentations.Made(new Encoder(ranks, problem.rules(), known).encode(word), known);
  }

  /// The best pairs after so many merges. The latest tables are kept, so that asking again is
  /// cheap.
  ///
  /// @param number of merges, no more than [#has] has found
  /// @param most how many rows at most
  public PairTable pairs(int number, int most) {
    return tables().after(number, most);
  }

  /// How often a pair occurs after so many merges, and where it is seen first; empty where it does
  /// not occur.
  public Optional<Row> pair(Pair pair, int number) {
    return tables().pair(pair, number);
  }

  private PairTables tables() {
    learner();
    return Objects.requireNonNull(tables);
  }

  /// The words in which a pair stands after so many merges, in rising order, at most so many.
  public List<Integer> holders(Pair pair, int number, int most) {
    var candidates =
        locked(() -> {
          var symbols = learner().symbols();
          var left = symbols.find(pair.left());
          var right = symbols.find(pair.right());
          int found =
              left.isEmpty() || right.isEmpty()
                  ? -1
                  : learner().stats().find(left.getAsInt(), right.getAsInt());
          return found < 0 ? new int[0] : learner().stats().words(found).all();
        });
    return Arrays.stream(candidates)
        .filter(word -> problem.rules().pairCount().occurrences(segmented(word, number), pair) > 0)
        .limit(most)
        .boxed()
        .toList();
  }
}
