package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.CountFocus;
import dev.stepwise.compute.bpe.Merge;
import dev.stepwise.compute.bpe.MergeFocus;
import dev.stepwise.compute.bpe.Pair;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Which words are shown, and what there is to be said of each.
///
/// @param rows from top to bottom
/// @param note which words these are, where they are not all
/// @param brief the same in fewer words
record WordRows(List<Row> rows, String note, String brief) {
  private static final int MOST_CONSIDERED = 400;

  /// A word.
  ///
  /// @param symbols as it stands
  /// @param before as it stood before the merge of this step
  /// @param occurrences of the pair of this step that the word is counted with
  /// @param focused whether the step looks at it
  record Row(
      int word,
      long frequency,
      List<Symbol> symbols,
      List<Symbol> before,
      int occurrences,
      boolean focused) {}

  /// The words for so many rows: all of them where they fit.
  static WordRows of(BpeFrame frame, int most) {
    int different = frame.training().words().size();
    if (different <= most) {
      return new WordRows(rows(frame, IntStream.range(0, different).boxed().toList()), "", "");
    }
    var focused = frame.focus().wordInSight();
    if (focused.isPresent()) {
      return around(frame, focused.get(), most);
    }
    var merge = frame.merge();
    if (merge.isPresent()) {
      var holders = frame.training().changedWords(merge.get().rank());
      var shown = frequent(frame, holders.stream().mapToInt(Integer::intValue), most);
      var note =
          shown.size() < holders.size()
              ? "the most frequent of %s that hold the pair"
                  .formatted(Phrases.number(holders.size()))
              : "the %s of %s that %s the pair"
                  .formatted(
                      Phrases.number(holders.size()),
                      Phrases.number(different),
                      holders.size() == 1 ? "holds" : "hold");
      return new WordRows(
          rows(frame, shown),
          note,
          "%s of %s hold it".formatted(Phrases.number(holders.size()), Phrases.number(different)));
    }
    return new WordRows(
        rows(frame, frequent(frame, IntStream.range(0, different), most)),
        "the most frequent of " + Phrases.number(different),
        "the top of " + Phrases.number(different));
  }

  /// A page of the words that are walked through, so that the rows stay while the step goes down.
  private static WordRows around(BpeFrame frame, int word, int most) {
    var walked =
        switch (frame.focus()) {
          case CountFocus.WordCounted counted -> counted.words();
          case MergeFocus.WordReplaced(Merge merge, _) ->
              frame.training().changedWords(merge.rank());
          default -> IntStream.range(0, frame.training().words().size()).boxed().toList();
        };
    int page = walked.indexOf(word) / most;
    int from = page * most;
    int to = Math.min(walked.size(), from + most);
    return new WordRows(
        rows(frame, walked.subList(from, to)),
        "%s to %s of %s"
            .formatted(Phrases.number(from + 1), Phrases.number(to), Phrases.number(walked.size())),
        "of " + Phrases.number(walked.size()));
  }

  /// The most frequent ones, the most frequent one first; of equally frequent ones the first. One
  /// pass, since a window asks at every frame that it draws.
  private static List<Integer> frequent(BpeFrame frame, IntStream words, int most) {
    var corpus = frame.training().words();
    int room = Math.min(most, MOST_CONSIDERED);
    var rarestFirst =
        new PriorityQueue<Integer>(
            Comparator.<Integer>comparingLong(corpus::frequency)
                .thenComparing(Comparator.reverseOrder()));
    words.forEach(word -> {
      if (rarestFirst.size() < room) {
        rarestFirst.add(word);
      } else if (corpus.frequency(word) > corpus.frequency(rarestFirst.element())) {
        rarestFirst.remove();
        rarestFirst.add(word);
      }
    });
    return rarestFirst.stream().sorted(rarestFirst.comparator().reversed()).toList();
  }

  private static List<Row> rows(BpeFrame frame, List<Integer> words) {
    var pair = frame.merge().map(Merge::pair);
    int counted = frame.counted();
    var focused = frame.focus().wordInSight();
    var rows = new ArrayList<Row>();
    for (int word : words) {
      var symbols = frame.symbols(word);
      var before =
          frame.applied(word) == counted ? symbols : frame.training().segmented(word, counted);
      rows.add(
          new Row(
              word,
              frame.training().words().frequency(word),
              symbols,
              before,
              pair.map(each -> occurrences(frame, before, each)).orElse(0),
              focused.equals(Optional.of(word))));
    }
    return rows;
  }

  private static int occurrences(BpeFrame frame, List<Symbol> symbols, Pair pair) {
    return frame.problem().rules().pairCount().occurrences(symbols, pair);
  }
}
