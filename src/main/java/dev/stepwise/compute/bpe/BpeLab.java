package dev.stepwise.compute.bpe;

import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.timing.Comparison;
import dev.stepwise.compute.timing.Stopwatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

/// What the lab of BPE measures.
public final class BpeLab {
  private static final int SIZES = 5;
  private static final int MOST_WORDS = 8_000;
  private static final int MOST_MERGES = 60;

  private BpeLab() {}

  /// How long learning took.
  ///
  /// @param words how many different words
  /// @param merges how many merges were learned
  /// @param times the baseline counts every pair anew at each merge, the work keeps the counts
  public record Effort(int words, int merges, Comparison times) {}

  /// Learns the first merges of the first words of a corpus in both ways, for numbers of different
  /// words that double. Recounting costs the number of merges times the length of all words; the
  /// incremental way the length of all words once, and then only the words that change.
  public static List<Effort> efforts(BpeProblem problem, DoubleConsumer progress) {
    var words = problem.corpus().words();
    int all = Math.min(words.size(), MOST_WORDS);
    var efforts = new ArrayList<Effort>();
    int merges = Math.min(MOST_MERGES, Math.max(1, problem.numMerges()));
    for (int i = SIZES - 1; i >= 0; i--) {
      int size = all >> i;
      if (size == 0) {
        continue;
      }
      var part = first(problem, size, merges);
      int learned = recount(part).size();
      var times =
          Stopwatch.system()
              .compare(_ -> recount(part).size(), _ -> learn(part, _ -> {}).pairs().size());
      efforts.add(new Effort(size, learned, times));
      progress.accept(Math.pow(0.5, i));
    }
    return efforts;
  }

  private static BpeProblem first(BpeProblem problem, int size, int merges) {
    var words = problem.corpus().words();
    var frequencies = new LinkedHashMap<String, Long>();
    for (int word = 0; word < size; word++) {
      frequencies.put(words.word(word), words.frequency(word));
    }
    return new BpeProblem(Corpus.ofWords(frequencies), problem.rules(), merges, List.of());
  }

  private static Merges learn(BpeProblem problem, IntConsumer progress) {
    return Merges.learn(problem.corpus().words(), problem.rules(), problem.numMerges(), progress);
  }

  private static List<Pair> recount(BpeProblem problem) {
    return Bpe.learn(problem.corpus().words(), problem.rules(), problem.numMerges());
  }

  /// How the text shrinks.
  ///
  /// @param tokens after 0, 1, … merges
  /// @param vocabulary after 0, 1, … merges
  /// @param words how many words there are, each counted as often as it occurs
  @SuppressWarnings("ArrayRecordComponent") // made for the one who asks
  public record Compression(long[] tokens, long[] vocabulary, long words) {}

  /// Learns all merges of a problem.
  public static Compression compression(BpeProblem problem, DoubleConsumer progress) {
    var merges = learn(problem, learned -> progress.accept((double) learned / problem.numMerges()));
    progress.accept(1); // there may be fewer pairs than merges were asked for
    return new Compression(merges.tokens(), merges.vocabulary(), problem.corpus().words().total());
  }

  /// How often the tokens occur, the most frequent first: those of the words after so many merges.
  ///
  /// @param merges how many merges the words have been through
  public static long[] tokenFrequencies(BpeProblem problem, int merges, DoubleConsumer progress) {
    var words = problem.corpus().words();
    if (MergeTrainer.serves(problem.rules())) {
      return sorted(
          Merges.frequencies(
              words,
              problem.rules(),
              Math.min(merges, problem.numMerges()),
              learned -> progress.accept((double) learned / merges)));
    }
    var training = new Training(problem);
    training.has(merges);
    int applied = Math.min(merges, training.known());
    var counts = new HashMap<Symbol, Long>();
    for (int word = 0; word < words.size(); word++) {
      long frequency = words.frequency(word);
      training.segmented(word, applied).forEach(token -> counts.merge(token, frequency, Long::sum));
      progress.accept((word + 1.0) / words.size());
      Cancellation.checkpoint();
    }
    return sorted(counts);
  }

  private static long[] sorted(Map<Symbol, Long> counts) {
    return sorted(counts.values().stream().mapToLong(Long::longValue).toArray());
  }

  /// How often the words occur, the most frequent first.
  public static long[] wordFrequencies(BpeProblem problem) {
    return sorted(problem.corpus().words().frequencies().clone());
  }

  private static long[] sorted(long[] counts) {
    Arrays.sort(counts);
    for (int i = 0; i < counts.length / 2; i++) {
      long swapped = counts[i];
      counts[i] = counts[counts.length - 1 - i];
      counts[counts.length - 1 - i] = swapped;
    }
    return counts;
  }
}
