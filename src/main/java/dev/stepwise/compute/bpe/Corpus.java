package dev.stepwise.compute.bpe;

import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// What is learned from: a text, or words with their frequencies. A text is split when its words
/// are first asked for, which takes a while for many megabytes.
public final class Corpus {
  private static final int CHECKED_EVERY = 1 << 16;
  private static final char NEXT_LINE = '\u0085';

  private final @Nullable String text;
  private volatile @Nullable Words words;

  private Corpus(@Nullable String text, @Nullable Words words) {
    this.text = text;
    this.words = words;
  }

  /// The different words in the order of their first appearance.
  ///
  /// @param words without white space
  /// @param frequencies how often each one occurs, at least once
  /// @param total how many words there are, each counted as often as it occurs
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written to
  public record Words(List<String> words, long[] frequencies, long total) {

    /// How many different words there are.
    public int size() {
      return words.size();
    }

    /// A word.
    public String word(int index) {
      return words.get(index);
    }

    /// How often it occurs.
    public long frequency(int index) {
      return frequencies[index];
    }
  }

  /// A text, split at white space.
  public static Corpus ofText(String text) {
    return new Corpus(text, null);
  }

  /// Words that are counted already.
  public static Corpus ofWords(SequencedMap<String, Long> frequencies) {
    return new Corpus(null, words(frequencies));
  }

  /// The text; empty where the words were given counted.
  public Optional<String> text() {
    return Optional.ofNullable(text);
  }

  /// Whether there is a word at all; cheap.
  public boolean isEmpty() {
    var given = text;
    if (given == null) {
      return words().size() == 0;
    }
    return given.codePoints().allMatch(Corpus::isSpace);
  }

  /// The different words and their frequencies.
  ///
  /// @throws java.util.concurrent.CancellationException where the thread is interrupted
  public Words words() {
    return words(_ -> {});
  }

  /// The same, told how much of the text has been split, from 0 to 1.
  public Words words(DoubleConsumer progress) {
    var known = words;
    if (known == null) {
      known = words(count(text == null ? "" : text, progress));
      words = known;
    }
    return known;
  }

  /// White space as Python's `str.split` has it: what Unicode calls a separator, a bidirectional
  /// white space or paragraph.
  static boolean isSpace(int codePoint) {
    if (codePoint > ' ' && codePoint <= '~') {
      return false; // nearly every character there is
    }
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == NEXT_LINE;
  }

  /// Every word of the text, one after the other; none where the words were given counted. Costs
  /// the length of the text.
  List<String> spelled() {
    var all = new ArrayList<String>();
    if (text != null) {
      split(text, all::add, _ -> {});
    }
    return all;
  }

  private static SequencedMap<String, Long> count(String text, DoubleConsumer progress) {
    var times = new LinkedHashMap<String, int[]>(); // counted in place: no number is boxed
    split(text, word -> times.computeIfAbsent(word, _ -> new int[1])[0]++, progress);
    var counts = LinkedHashMap.<String, Long>newLinkedHashMap(times.size());
    times.forEach((word, count) -> counts.put(word, (long) count[0]));
    return counts;
  }

  private static void split(String text, Consumer<String> words, DoubleConsumer progress) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      // Every white space is a single UTF-16 unit.
      boolean space = i == text.length() || isSpace(text.charAt(i));
      if (space && start >= 0) {
        words.accept(text.substring(start, i));
        start = -1;
      } else if (!space && start < 0) {
        start = i;
      }
      if (i % CHECKED_EVERY == 0) {
        Cancellation.checkpoint();
        progress.accept((double) i / Math.max(1, text.length()));
      }
    }
  }

  private static Words words(SequencedMap<String, Long> counts) {
    var frequencies = counts.values().stream().mapToLong(Long::longValue).toArray();
    long total = 0;
    for (long frequency : frequencies) {
      total += frequency;
    }
    return new Words(List.copyOf(new ArrayList<>(counts.keySet())), frequencies, total);
  }
}
