package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Rules.TieBreak;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The counting of the pairs, and the choice of the most frequent one.
public sealed interface CountFocus extends Focus {

  /// The merge that follows from the counts.
  Merge made();

  @Override
  default Optional<Merge> merge() {
    return Optional.of(made());
  }

  /// The pairs of all words, counted.
  record Counted(Merge made) implements CountFocus {
    private static final StepKind KIND = StepKind.of("count").reads("words").writes("counts");
    private static final String FORMULA =
        "\\text{count}(p)=\\sum_{\\text{words}}\\text{frequency}\\cdot\\text{occurrences of }p";

    @Override
    public StepKind kind(BpeFrame frame) {
      return KIND;
    }

    @Override
    public Narration narration(BpeFrame frame) {
      var caption =
          "Side by side stand %s. A word adds %s to a pair for each place where the pair stands.%s"
              .formatted(
                  Phrases.count(frame.pairs(1).kinds(), "different pair"),
                  PairSums.added(frame),
                  PairSums.aside(frame));
      return new Narration(
          "Count the pairs", caption, List.of(FORMULA), PairSums.ranked(frame, -1));
    }

    @Override
    public void addTo(BpeVariables variables) {
      variables.words().merges().counts();
    }

    @Override
    public List<Ref> written(BpeFrame frame) {
      return frame.isSpelledOut()
          ? PairSums.addresses(frame, frame.pairs(Integer.MAX_VALUE).pairs())
          : List.of(Ref.of(BpeVariables.KINDS));
    }
  }

  /// The pairs of one word, added to the counts.
  ///
  /// @param words those that are counted in this run, in their order
  /// @param position of the word among them
  record WordCounted(Merge made, List<Integer> words, int position) implements CountFocus {
    private static final StepKind KIND =
        StepKind.of("count").reads("word", "frequency").writes("counts");
    private static final int MOST_GAINS = 40;

    /// The word.
    public int word() {
      return words.get(position);
    }

    /// The words that are counted by now.
    List<Integer> counted() {
      return words.subList(0, position + 1);
    }

    @Override
    public StepKind kind(BpeFrame frame) {
      boolean once = frame.problem().rules().pairCount().isOnce();
      return KIND.at(once ? "count-once" : "count-word");
    }

    @Override
    public Narration narration(BpeFrame frame) {
      var corpus = frame.training().words();
      long frequency = corpus.frequency(word());
      long weight = weight(frame);
      var name = Signs.word(corpus.word(word()));
      var gains = gains(frame);
      var caption =
          gains.isEmpty()
              ? none(frame, name)
              : "%s occurs %s, %s each of its pairs gains %s.%s%s"
                  .formatted(
                      name,
                      Phrases.times(frequency),
                      weight == frequency ? "so" : "but",
                      Phrases.number(weight),
                      twice(gains, weight),
                      PairSums.aside(frame));
      return new Narration("Count " + name, caption, List.of(), table(frame, gains));
    }

    private String none(BpeFrame frame, String name) {
      return frame.symbols(word()).size() > 1
          ? "%s has one pair by now, the last, which is not counted here.".formatted(name)
          : "%s is one token by now: it has no pair.".formatted(name);
    }

    private long weight(BpeFrame frame) {
      long frequency = frame.training().words().frequency(word());
      return frame.problem().rules().pairCount().weight(frequency);
    }

    private Map<Pair, Long> gains(BpeFrame frame) {
      long frequency = weight(frame);
      var gains = new LinkedHashMap<Pair, Long>();
      frame
          .problem()
          .rules()
          .pairCount()
          .pairs(frame.symbols(word()))
          .forEach(pair -> gains.merge(pair, frequency, Long::sum));
      return gains;
    }

    private static String twice(Map<Pair, Long> gains, long frequency) {
      return gains.entrySet().stream()
          .filter(gain -> gain.getValue() > frequency)
          .map(gain ->
              " %s stands in it %s and gains %s."
                  .formatted(
                      Signs.pair(gain.getKey()),
                      Phrases.times(gain.getValue() / frequency),
                      Phrases.number(gain.getValue())))
          .findFirst()
          .orElse("");
    }

    private static Table table(BpeFrame frame, Map<Pair, Long> gains) {
      var totals = new HashMap<Pair, Long>();
      frame.pairs(Integer.MAX_VALUE).rows().forEach(row -> totals.put(row.pair(), row.count()));
      var rows = new ArrayList<List<String>>();
      gains.entrySet().stream()
          .limit(MOST_GAINS)
          .forEach(gain ->
              rows.add(
                  List.of(
                      Signs.pair(gain.getKey()),
                      "+" + Phrases.number(gain.getValue()),
                      Phrases.number(totals.getOrDefault(gain.getKey(), gain.getValue())))));
      if (gains.size() > MOST_GAINS) {
        rows.add(List.of("…", "", ""));
      }
      return new Table(List.of("pair", "gains", "count so far"), rows, -1);
    }

    @Override
    public void addTo(BpeVariables variables) {
      var frame = variables.frame();
      variables
          .words()
          .merges()
          .counts()
          .put("word", BpeVariables.symbols(frame.symbols(word())))
          .put("frequency", new Value.Whole(frame.training().words().frequency(word())));
    }

    @Override
    public List<Ref> written(BpeFrame frame) {
      return frame.isSpelledOut()
          ? PairSums.addresses(frame, List.copyOf(gains(frame).keySet()))
          : List.of();
    }

    @Override
    public Optional<Integer> wordInSight() {
      return Optional.of(word());
    }
  }

  /// The most frequent pair.
  record Chosen(Merge made) implements CountFocus {
    private static final StepKind KIND = StepKind.of("choose").reads("counts").writes("best");

    @Override
    public StepKind kind(BpeFrame frame) {
      boolean sorted = frame.problem().rules().tieBreak() == TieBreak.LEXICOGRAPHIC;
      return KIND.at(sorted && made.isTie() ? "sorted" : "greatest");
    }

    @Override
    public Narration narration(BpeFrame frame) {
      return new PairSums(frame)
          .best(made)
          .titled(
              made.isTie()
                  ? "A tie of %s goes to %s"
                      .formatted(Phrases.number(made.ties()), Signs.pair(made.pair()))
                  : "Choose " + Signs.pair(made.pair()))
          .saying(made.isTie() ? tie(frame) : clear())
          .tabled(PairSums.ranked(frame, 0))
          .narration();
    }

    private String clear() {
      var next =
          made.rival()
              .map(rival ->
                  "; next is %s with %s"
                      .formatted(Signs.pair(rival.pair()), Phrases.number(rival.count())))
              .orElse(": there is no other");
      return "%s occurs %s, more often than any other pair%s."
          .formatted(Signs.pair(made.pair()), Phrases.times(made.count()), next);
    }

    private String tie(BpeFrame frame) {
      var tieBreak = frame.problem().rules().tieBreak();
      return "%s pairs occur %s. The rule %s decides: %s. %s"
          .formatted(
              Phrases.number(made.ties()),
              Phrases.times(made.count()),
              tieBreak.word(),
              PairSums.rule(tieBreak),
              comparison(made.rival().orElseThrow(), tieBreak, frame.training().words()));
    }

    private String comparison(Merge.Rival rival, TieBreak tieBreak, Corpus.Words words) {
      return switch (tieBreak) {
        case FIRST_SEEN ->
            "%s is met in %s, and %s only in %s."
                .formatted(
                    Signs.pair(made.pair()),
                    Signs.place(made.first(), words),
                    Signs.pair(rival.pair()),
                    Signs.place(rival.first(), words));
        case LEXICOGRAPHIC ->
            "%s sorts before %s.".formatted(Signs.pair(made.pair()), Signs.pair(rival.pair()));
      };
    }

    @Override
    public void addTo(BpeVariables variables) {
      variables.words().merges().counts().best();
    }

    @Override
    public List<Ref> written(BpeFrame frame) {
      return BpeVariables.addresses(frame, BpeVariables.GREATEST, BpeVariables.CHOSEN);
    }
  }
}
