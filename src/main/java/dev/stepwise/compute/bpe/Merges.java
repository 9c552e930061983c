package dev.stepwise.compute.bpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/// The merges of a corpus, learned at once for whoever does not go back and forth between them:
/// what takes [Training] a second takes this a fraction, and little memory.
///
/// @param pairs what is merged, in the order in which it is learned
/// @param counts how often each pair occurred when it was merged
/// @param tokens how many tokens the words have after 0, 1, … merges, each counted as often as its
///   word occurs
/// @param vocabulary how many symbols there are after 0, 1, … merges
@SuppressWarnings("ArrayRecordComponent") // made for the one who asks
public record Merges(List<Pair> pairs, long[] counts, long[] tokens, long[] vocabulary) {
  /// Tables are made for so many merges at most; a short text may be asked for more than it has.
  private static final int MOST_EXPECTED = 1 << 15;

  /// For how many merges tables are made.
  static int expected(int most) {
    return Math.min(most, MOST_EXPECTED);
  }

  /// Learns them.
  ///
  /// @param most how many at most; there are fewer where no pair is left
  /// @param progress told after each merge how many there are
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static Merges learn(Corpus.Words corpus, Rules rules, int most, IntConsumer progress) {
    int expected = expected(most);
    return MergeTrainer.serves(rules)
        ? alone(new MergeTrainer(corpus, rules, expected), most, progress)
        : recorded(new Learner(corpus, rules, expected), most, progress);
  }

  private static Merges alone(MergeTrainer trainer, int most, IntConsumer progress) {
    var learning = new Learning(trainer.tokens(), trainer.vocabulary());
    while (learning.size() < most && trainer.next()) {
      learning.add(trainer.pair(), trainer.count(), trainer.tokens(), trainer.vocabulary());
      progress.accept(learning.size());
    }
    return learning.merges();
  }

  /// By rules that are there to be seen to be wrong.
  private static Merges recorded(Learner learner, int most, IntConsumer progress) {
    var learning = new Learning(learner.tokens(), learner.vocabulary().size());
    while (learning.size() < most) {
      var learned = learner.next();
      if (learned.isEmpty()) {
        break;
      }
      var merge = learned.get().merge();
      learning.add(merge.pair(), merge.count(), merge.tokens(), merge.vocabulary());
      progress.accept(learning.size());
    }
    return learning.merges();
  }

  /// The lists while they grow.
  private static final class Learning {
    private final List<Pair> pairs = new ArrayList<>();
    private long[] counts = new long[64];
    private long[] tokens = new long[64];
    private long[] vocabulary = new long[64];

    Learning(long tokensAtFirst, long vocabularyAtFirst) {
      tokens[0] = tokensAtFirst;
      vocabulary[0] = vocabularyAtFirst;
    }

    int size() {
      return pairs.size();
    }

    void add(Pair pair, long count, long tokensAfter, long vocabularyAfter) {
      int rank = pairs.size();
      if (rank + 1 == tokens.length) {
        counts = Arrays.copyOf(counts, 2 * tokens.length);
        vocabulary = Arrays.copyOf(vocabulary, 2 * tokens.length);
        tokens = Arrays.copyOf(tokens, 2 * tokens.length);
      }
      pairs.add(pair);
      counts[rank] = count;
      tokens[rank + 1] = tokensAfter;
      vocabulary[rank + 1] = vocabularyAfter;
    }

    Merges merges() {
      int size = pairs.size();
      return new Merges(
          List.copyOf(pairs),
          Arrays.copyOf(counts, size),
          Arrays.copyOf(tokens, size + 1),
          Arrays.copyOf(vocabulary, size + 1));
    }
  }

  /// How often the tokens occur after so many merges.
  ///
  /// @param most how many merges are learned at most
  /// @param progress told after each merge how many there are
  static Map<Symbol, Long> frequencies(
      Corpus.Words corpus, Rules rules, int most, IntConsumer progress) {
    var trainer = new MergeTrainer(corpus, rules, expected(most));
    for (int learned = 1; learned <= most && trainer.next(); learned++) {
      progress.accept(learned);
    }
    return trainer.frequencies();
  }
}
