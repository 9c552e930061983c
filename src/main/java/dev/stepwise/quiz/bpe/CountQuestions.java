package dev.stepwise.quiz.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.CountFocus;
import dev.stepwise.compute.bpe.Pair;
import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Signs;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.NumberChoices;
import dev.stepwise.quiz.Question;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is asked about the counting of words.
record CountQuestions(Draft<BpeFrame> draft) {
  private BpeFrame frame() {
    return draft.frame();
  }

  /// The pair that is asked about is the one that the word holds most often.
  Optional<Question> gain(CountFocus.WordCounted counted) {
    var symbols = frame().symbols(counted.word());
    var words = frame().training().words();
    long frequency = words.frequency(counted.word());
    return pairs(symbols).stream()
        .max(Comparator.comparingInt(pair -> PairCount.EVERY_OCCURRENCE.occurrences(symbols, pair)))
        .flatMap(pair -> gain(symbols, words.word(counted.word()), pair, frequency));
  }

  private Optional<Question> gain(List<Symbol> symbols, String word, Pair pair, long frequency) {
    int places = PairCount.EVERY_OCCURRENCE.occurrences(symbols, pair);
    int counts = frame().problem().rules().pairCount().occurrences(symbols, pair);
    var count = frame().count(pair);
    return count.flatMap(decides ->
        draft.asks(
            "gain",
            "%s stands as %s and occurs %s. What does it add to the count of %s%s?"
                .formatted(
                    Signs.word(word),
                    Signs.spaced(symbols),
                    Phrases.times(frequency),
                    Signs.pair(pair),
                    frame().problem().rules().pairCount() == PairCount.ONCE_PER_WORD
                        ? ", which each word is counted for once"
                        : ""),
            NumberChoices.right((double) counts * frequency)
                .wrong((double) frequency, "once-per-word")
                .wrong(places, "forgets-the-frequency")
                .wrong((double) places * frequency, "every-occurrence")
                .wrong(1, "every-word-is-one")
                .sorted(CountQuestions::whole),
            decides));
  }

  private static String whole(double number) {
    return Phrases.number(Math.round(number));
  }

  private static List<Pair> pairs(List<Symbol> symbols) {
    return IntStream.range(1, symbols.size())
        .mapToObj(i -> new Pair(symbols.get(i - 1), symbols.get(i)))
        .distinct()
        .toList();
  }
}
