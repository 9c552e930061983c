package dev.stepwise.compute.bpe;

import dev.stepwise.compute.arithmetic.Relation;
import dev.stepwise.compute.bpe.PairTable.Row;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the count of a pair comes to be: each word that holds it adds its frequency times the places
/// where the pair stands. And how the most frequent pair is chosen.
///
/// @param frame the frame of the step
record PairSums(BpeFrame frame) {
  private static final int ROWS_SHOWN = 6;
  private static final int WORDS_SHOWN = 8;

  /// Beyond so many words the others stand as one number.
  private static final int MOST_WORDS = 250;

  /// The pairs in the order in which they are first seen, as `counts` has them.
  static List<Row> inOrder(BpeFrame frame) {
    return frame.pairs(Integer.MAX_VALUE).rows().stream()
        .sorted(Comparator.comparing(Row::first))
        .toList();
  }

  /// Where the counts of some pairs stand.
  static List<Ref> addresses(BpeFrame frame, List<Pair> pairs) {
    var places = places(inOrder(frame));
    return pairs.stream()
        .filter(places::containsKey)
        .map(pair -> Ref.of(BpeVariables.COUNTS, places.getOrDefault(pair, 0)))
        .toList();
  }

  private static Map<Pair, Integer> places(List<Row> rows) {
    var places = new HashMap<Pair, Integer>();
    rows.forEach(row -> places.put(row.pair(), places.size()));
    return places;
  }

  /// The best pairs in a table.
  ///
  /// @param telling the row that decides, or -1
  static Table ranked(BpeFrame frame, int telling) {
    return new Table(
        List.of("pair", "count", "first seen"),
        frame.pairs(ROWS_SHOWN).rows().stream()
            .map(row ->
                List.of(
                    Signs.pair(row.pair()),
                    Phrases.number(row.count()),
                    "word " + Phrases.number(row.first().word() + 1L)))
            .toList(),
        telling);
  }

  /// Says what is not counted that should be, where that is so.
  static String aside(BpeFrame frame) {
    return switch (frame.problem().rules().pairCount()) {
      case EVERY_OCCURRENCE -> "";
      case ONCE_PER_WORD -> " A word counts a pair once here, however often it holds it.";
      case UNWEIGHTED -> " Each different word counts as if it occurred once here.";
      case DIFFERENT_WORDS ->
          " Each different word counts a pair once here, however often the word occurs and holds"
              + " it.";
      case LAST_LEFT_OUT -> " The last pair of each word is not counted here.";
      case WITHOUT_OVERLAP -> " Of places that share a symbol, only the first is counted here.";
    };
  }

  /// What a word adds for each place.
  static String added(BpeFrame frame) {
    return frame.problem().rules().pairCount().forgetsFrequency() ? "1" : "its frequency";
  }

  private long weight(int word) {
    return frame.problem().rules().pairCount().weight(frame.training().words().frequency(word));
  }

  /// What breaks a tie.
  static String rule(TieBreak tieBreak) {
    return switch (tieBreak) {
      case FIRST_SEEN -> "it goes to the pair met first when the words are read in order";
      case LEXICOGRAPHIC -> "it goes to the pair that sorts first by code points";
    };
  }

  /// The count of the pair of a merge, when it was merged.
  Derivation best(Merge merge) {
    var then = new PairSums(frame.at(new CountFocus.Chosen(merge)));
    return then.count(Ref.of(BpeVariables.GREATEST), merge.pair());
  }

  /// The count of a pair.
  Derivation count(Ref ref, Pair pair) {
    var row = row(pair);
    long total = row.map(Row::count).orElse(0L);
    var holders = holders(pair);
    var shares = new ArrayList<Operand>();
    var rows = new ArrayList<List<String>>();
    long rest = total;
    for (int word : holders.subList(0, Math.min(MOST_WORDS, holders.size()))) {
      long frequency = weight(word);
      int held = held(word, pair);
      shares.add(Operand.of(gain(word, held)));
      rest -= frequency * held;
      if (rows.size() < WORDS_SHOWN) {
        rows.add(
            List.of(
                Signs.plainWord(frame.training().words().word(word)),
                Phrases.number(frequency) + " · " + held,
                Phrases.number(frequency * held)));
      }
    }
    if (holders.size() > WORDS_SHOWN) {
      rows.add(List.of("…", "", ""));
    }
    if (rest > 0) {
      shares.add(Operand.count(rest));
    }
    var operation = shares.isEmpty() ? none() : new Operation.Sum(shares);
    return Derivation.of(ref, (double) total, operation)
        .titled("Count of " + Signs.pair(pair))
        .symbols("\\text{count}(%s)".formatted(Signs.latexPair(pair)))
        .saying(sentence(row))
        .tabled(new Table(List.of("word", "frequency · places", "adds"), rows, -1));
  }

  private String sentence(Optional<Row> row) {
    if (row.isEmpty()) {
      return "The pair stands in no word that is counted.";
    }
    var first = Signs.place(row.get().first(), frame.training().words());
    return "Each word that holds the pair adds %s times the places where it stands.%s It is seen first in %s.%s"
        .formatted(
            added(frame),
            aside(frame),
            first,
            frame.focus() instanceof CountFocus.WordCounted
                ? " Only the words counted so far are in it."
                : "");
  }

  private static Operation none() {
    return new Operation.Counted(List.of(), Relation.GREATER, Operand.count(0));
  }

  private Optional<Row> row(Pair pair) {
    return frame.focus() instanceof CountFocus.WordCounted
        ? frame.pairs(Integer.MAX_VALUE).row(pair)
        : frame.training().pair(pair, frame.counted());
  }

  /// The words that hold a pair, among those that are counted by now.
  private List<Integer> holders(Pair pair) {
    return frame.focus() instanceof CountFocus.WordCounted counting
        ? counting.counted().stream().filter(word -> held(word, pair) > 0).toList()
        : frame.training().holders(pair, frame.counted(), MOST_WORDS + 1);
  }

  private int held(int word, Pair pair) {
    return frame
        .problem()
        .rules()
        .pairCount()
        .occurrences(frame.training().segmented(word, frame.counted()), pair);
  }

  private Operation gain(int word, int held) {
    var weight =
        frame.problem().rules().pairCount().forgetsFrequency()
            ? Operand.count(1)
            : new Frequencies(frame).operand(word);
    return new Operation.Product(List.of(weight, Operand.count(held)));
  }

  /// What a word adds to the count of a pair.
  Derivation gain(int word, Pair pair) {
    var words = frame.training().words();
    var name = Signs.word(words.word(word));
    int held = held(word, pair);
    var operation = gain(word, held);
    var ref = Ref.of("gain", word);
    return Derivation.of(ref, operation.result(), operation)
        .titled("What %s adds".formatted(name))
        .symbols("\\text{count}(%s)\\mathrel{+}".formatted(Signs.latexPair(pair)))
        .saying(
            "%s stands as %s before the merge and is counted for %s %s; the word occurs %s.%s"
                .formatted(
                    name,
                    Signs.spaced(frame.training().segmented(word, frame.counted())),
                    Signs.pair(pair),
                    Phrases.times(held),
                    Phrases.times(words.frequency(word)),
                    aside(frame)));
  }

  /// The pairs from which the best is chosen, in the order in which a tie is broken.
  List<Pair> candidates() {
    var pairs = inOrder(frame).stream().map(Row::pair);
    return frame.problem().rules().tieBreak() == TieBreak.LEXICOGRAPHIC
        ? pairs.sorted(Pair.BY_CODE_POINTS).toList()
        : pairs.toList();
  }

  /// Which of them is chosen.
  Derivation choice() {
    var rows = inOrder(frame);
    var places = places(rows);
    var counts =
        candidates().stream()
            .map(pair -> {
              int at = places.getOrDefault(pair, 0);
              return Operand.at((double) rows.get(at).count(), BpeVariables.COUNTS, at);
            })
            .toList();
    var chosen = new Operation.Chosen(Operation.Extreme.GREATEST, counts);
    int place = (int) chosen.result();
    var tieBreak = frame.problem().rules().tieBreak();
    return Derivation.of(Ref.of(BpeVariables.CHOSEN), place, chosen)
        .titled("Which pair is the best")
        .saying(
            "Of %s, %s, the one at index %d has the greatest count, %s. Of equally frequent ones, %s."
                .formatted(
                    Phrases.count(counts.size(), "pair"),
                    tieBreak == TieBreak.LEXICOGRAPHIC
                        ? "sorted by code points"
                        : "in the order in which they are first seen",
                    place,
                    Phrases.number((long) counts.get(place).value()),
                    rule(tieBreak)))
        .tabled(ranked(frame, 0));
  }

  /// How many different pairs there are.
  Derivation kinds() {
    var rows = inOrder(frame);
    var counts =
        Operand.list(
            rows.size(),
            i ->
                frame.isSpelledOut()
                    ? Operand.at((double) rows.get(i).count(), BpeVariables.COUNTS, i)
                    : Operand.count(rows.get(i).count()));
    var there = new Operation.Counted(counts, Relation.GREATER, Operand.count(0));
    return Derivation.of(Ref.of(BpeVariables.KINDS), there.result(), there)
        .titled("Different pairs")
        .saying("The pairs that stand side by side in some word, each kind counted once.")
        .tabled(ranked(frame, -1));
  }
}
