package dev.stepwise.compute.bpe;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.bpe.BpeFrame.Focus;
import dev.stepwise.compute.bpe.PairTable.Row;
import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/// What counting and choosing say: also the answer to why a pair has its count.
public final class ChoiceNarration {
  private static final int ROWS_SHOWN = 6;
  private static final int TERMS_SHOWN = 5;
  private static final int MOST_GAINS = 40;

  private ChoiceNarration() {}

  static Narration counted(BpeFrame frame) {
    var table = frame.pairs(ROWS_SHOWN);
    var once =
        frame.problem().rules().pairCount() == PairCount.ONCE_PER_WORD
            ? " A word counts a pair once here, however often it holds it."
            : "";
    var caption =
        "Side by side stand %s. A word adds its frequency to a pair for each place where the pair stands.%s"
            .formatted(Phrases.count(table.kinds(), "different pair"), once);
    return new Narration(
        "Count the pairs",
        caption,
        List.of(
            "\\text{count}(p)=\\sum_{\\text{words}}\\text{frequency}\\cdot\\text{occurrences of"
                + " }p"),
        rows(table, -1));
  }

  static Narration wordCounted(BpeFrame frame, Focus.WordCounted focus) {
    var words = frame.training().words();
    long frequency = words.frequency(focus.word());
    var symbols = frame.symbols(focus.word());
    var gains = new LinkedHashMap<Pair, Long>();
    Bpe.pairs(symbols, frame.problem().rules().pairCount())
        .forEach(pair -> gains.merge(pair, frequency, Long::sum));
    var twice =
        gains.entrySet().stream()
            .filter(gain -> gain.getValue() > frequency)
            .map(gain ->
                " %s stands in it %s and gains %s."
                    .formatted(
                        Phrases.pair(gain.getKey()),
                        Phrases.times(gain.getValue() / frequency),
                        Phrases.number(gain.getValue())))
            .findFirst()
            .orElse("");
    var caption =
        gains.isEmpty()
            ? "%s is one token by now: it has no pair."
                .formatted(Phrases.word(words.word(focus.word())))
            : "%s occurs %s, so each of its pairs gains %s.%s"
                .formatted(
                    Phrases.word(words.word(focus.word())),
                    Phrases.times(frequency),
                    Phrases.number(frequency),
                    twice);
    var totals = new HashMap<Pair, Long>();
    frame.pairs(Integer.MAX_VALUE).rows().forEach(row -> totals.put(row.pair(), row.count()));
    var rows = new ArrayList<List<String>>();
    gains.entrySet().stream()
        .limit(MOST_GAINS)
        .forEach(gain ->
            rows.add(
                List.of(
                    Phrases.pair(gain.getKey()),
                    "+" + Phrases.number(gain.getValue()),
                    Phrases.number(totals.getOrDefault(gain.getKey(), gain.getValue())))));
    if (gains.size() > MOST_GAINS) {
      rows.add(List.of("…", "", ""));
    }
    return new Narration(
        "Count " + Phrases.word(words.word(focus.word())),
        caption,
        List.of(),
        new Table(List.of("pair", "gains", "count so far"), rows, -1));
  }

  static Narration chosen(BpeFrame frame, Merge merge) {
    var rules = frame.problem().rules();
    var words = frame.training().words();
    String caption;
    if (merge.isTie()) {
      var rival = merge.rival().orElseThrow();
      caption =
          "%s pairs occur %s. The rule %s decides: %s. %s"
              .formatted(
                  Phrases.number(merge.ties()),
                  Phrases.times(merge.count()),
                  rules.tieBreak().word(),
                  rule(rules.tieBreak()),
                  comparison(merge, rival, rules.tieBreak(), words));
    } else {
      caption =
          "%s occurs %s, more often than any other pair%s."
              .formatted(
                  Phrases.pair(merge.pair()),
                  Phrases.times(merge.count()),
                  merge
                      .rival()
                      .map(rival ->
                          "; next is %s with %s"
                              .formatted(Phrases.pair(rival.pair()), Phrases.number(rival.count())))
                      .orElse(": there is no other"));
    }
    return new Narration(
        merge.isTie()
            ? "A tie of %s goes to %s"
                .formatted(Phrases.number(merge.ties()), Phrases.pair(merge.pair()))
            : "Choose " + Phrases.pair(merge.pair()),
        caption,
        List.of(count(frame, merge.pair(), merge.rank())),
        rows(frame.pairs(ROWS_SHOWN), 0));
  }

  /// What breaks a tie.
  static String rule(TieBreak tieBreak) {
    return switch (tieBreak) {
      case FIRST_SEEN -> "it goes to the pair met first when the words are read in order";
      case LEXICOGRAPHIC -> "it goes to the pair that sorts first by code points";
    };
  }

  private static String comparison(
      Merge merge, Merge.Rival rival, TieBreak tieBreak, Corpus.Words words) {
    return switch (tieBreak) {
      case FIRST_SEEN ->
          "%s is met in %s, and %s only in %s."
              .formatted(
                  Phrases.pair(merge.pair()),
                  Phrases.place(merge.first(), words),
                  Phrases.pair(rival.pair()),
                  Phrases.place(rival.first(), words));
      case LEXICOGRAPHIC ->
          "%s sorts before %s.".formatted(Phrases.pair(merge.pair()), Phrases.pair(rival.pair()));
    };
  }

  private static Table rows(PairTable table, int telling) {
    return new Table(
        List.of("pair", "count", "first seen"),
        table.rows().stream()
            .map(row ->
                List.of(
                    Phrases.pair(row.pair()),
                    Phrases.number(row.count()),
                    "word " + Phrases.number(row.first().word() + 1L)))
            .toList(),
        telling);
  }

  /// The count of a pair after so many merges as a sum over the words that hold it.
  public static String count(BpeFrame frame, Pair pair, int merges) {
    var training = frame.training();
    var words = training.words();
    var count = frame.problem().rules().pairCount();
    long total = training.pair(pair, merges).map(Row::count).orElse(0L);
    var holders = training.holders(pair, merges, TERMS_SHOWN + 1);
    var terms = new ArrayList<Term>();
    for (int word : holders.subList(0, Math.min(TERMS_SHOWN, holders.size()))) {
      int held = Bpe.occurrences(training.segmented(word, merges), pair, count);
      terms.add(Term.product(Term.count(words.frequency(word)), Term.count(held)));
    }
    if (holders.size() > TERMS_SHOWN) {
      terms.add(Term.symbol("\\cdots"));
    }
    var line = Formula.of("\\text{count}(%s)".formatted(Phrases.latexPair(pair)));
    return (terms.isEmpty() ? line : line.is(Term.shortened(terms, terms.size())))
        .gives(total)
        .latex();
  }
}
