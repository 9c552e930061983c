package dev.stepwise.compute.bpe;

import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.LongStream;

/// The variables of the listing at a step, added in the order in which they came to be.
/// Dictionaries have the symbols of a word, or of a pair, with blanks between them as their keys;
/// their numbers stand once more in a row, so that each has an index. Of a large corpus they are
/// left out, and their sizes stand for them.
///
/// @param frame the frame of the step
/// @param values by their names
record BpeVariables(BpeFrame frame, SequencedMap<String, Value> values) {
  /// How often each word occurs.
  static final String FREQUENCIES = "words.values()";

  /// How many different words there are.
  static final String DIFFERENT = "len(words)";

  /// How often each pair occurs, in the order in which the pairs are first seen.
  static final String COUNTS = "counts.values()";

  /// How many different pairs there are.
  static final String KINDS = "len(counts)";

  /// How often the chosen pair occurs.
  static final String GREATEST = "counts[best]";

  /// Where the chosen pair stands among those from which it was chosen.
  static final String CHOSEN = "pairs.index(best)";

  /// How many merges are learned by now.
  static final String LEARNED = "len(merges)";

  /// How many words there are, each as often as it occurs.
  static final String TOTAL = "total";

  /// How many tokens they have.
  static final String LENGTH = "length";

  /// The tokens that a word takes on average.
  static final String PER_WORD = "length / total";

  /// How many symbols there are.
  static final String VOCABULARY = "len(vocabulary)";

  /// How many tokens a word has before a merge.
  static final String BEFORE = "len(word)";

  /// How many it has after it.
  static final String AFTER = "len(merged)";

  static BpeVariables of(BpeFrame frame) {
    return new BpeVariables(frame, new LinkedHashMap<>());
  }

  /// The addresses of all the numbers of some variables that exist at a step.
  static List<Ref> addresses(BpeFrame frame, String... names) {
    return Ref.all(frame.variables(), List.of(names));
  }

  BpeVariables put(String name, Value value) {
    values.put(name, value);
    return this;
  }

  /// The text, where there is one.
  BpeVariables corpus() {
    if (frame.isSpelledOut()) {
      frame.problem().corpus().text().ifPresent(text -> put("corpus", new Value.Text(text)));
    }
    return this;
  }

  /// The words as they stand.
  BpeVariables words() {
    var words = frame.training().words();
    if (!frame.isSpelledOut()) {
      return put(DIFFERENT, new Value.Whole(words.size()));
    }
    var named = new LinkedHashMap<String, Value>();
    for (int word = 0; word < words.size(); word++) {
      named.put(
          String.join(" ", Symbol.texts(frame.symbols(word))),
          new Value.Whole(words.frequency(word)));
    }
    return put("words", new Value.Named(named))
        .put(FREQUENCIES, whole(Arrays.stream(words.frequencies())));
  }

  /// The merges learned by now.
  BpeVariables merges() {
    var merges = frame.training().merges(frame.learned());
    return put("merges", new Value.Many(merges.stream().map(merge -> pair(merge.pair())).toList()))
        .put(LEARNED, new Value.Whole(merges.size()));
  }

  /// The counts of the pairs.
  BpeVariables counts() {
    if (!frame.isSpelledOut()) {
      return put(KINDS, new Value.Whole(frame.pairs(1).kinds()));
    }
    var rows = PairSums.inOrder(frame);
    var named = new LinkedHashMap<String, Value>();
    rows.forEach(row ->
        named.put(
            row.pair().left().text() + " " + row.pair().right().text(),
            new Value.Whole(row.count())));
    return put("counts", new Value.Named(named))
        .put(COUNTS, whole(rows.stream().mapToLong(PairTable.Row::count)))
        .put(KINDS, new Value.Whole(rows.size()));
  }

  /// The pair that is chosen.
  BpeVariables best() {
    frame
        .merge()
        .ifPresent(merge -> {
          put("best", pair(merge.pair()));
          put(GREATEST, new Value.Whole(merge.count()));
          if (frame.isSpelledOut()) {
            int place = new PairSums(frame).candidates().indexOf(merge.pair());
            put(CHOSEN, new Value.Whole(place));
          }
        });
    return this;
  }

  /// How large the corpus and the vocabulary are by now.
  BpeVariables sizes() {
    var training = frame.training();
    long total = training.words().total();
    long tokens = training.tokens(frame.applied());
    return put(TOTAL, new Value.Whole(total))
        .put(LENGTH, new Value.Whole(tokens))
        .put(PER_WORD, new Value.Scalar((double) tokens / total))
        .put(VOCABULARY, new Value.Whole(training.vocabulary(frame.applied())));
  }

  private static Value whole(LongStream numbers) {
    var values = new ArrayList<Value>();
    numbers.forEach(number -> values.add(new Value.Whole(number)));
    return new Value.Many(values);
  }

  static Value pair(Pair pair) {
    return symbols(List.of(pair.left(), pair.right()));
  }

  static Value symbols(List<Symbol> symbols) {
    return new Value.Many(
        symbols.stream().<Value>map(symbol -> new Value.Text(symbol.text())).toList());
  }
}
