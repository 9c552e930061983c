package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.BpeFrame.Focus;
import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.List;
import java.util.stream.IntStream;

/// What the steps of splitting and replacing say, and a merge as a whole.
final class BpeNarration {
  private BpeNarration() {}

  static Narration split(BpeFrame frame) {
    var words = frame.training().words();
    var rules = frame.problem().rules();
    long tokens = frame.training().tokens(0);
    String end =
        rules.marksEnds()
            ? "and %s is put after it".formatted(rules.marker())
            : "without a marker at its end";
    var caption =
        "The corpus has %s, %s of them different. Each different word is written down once with its frequency, split into its characters, %s: %s of %s."
                .formatted(
                    Phrases.count(words.total(), "word"),
                    Phrases.number(words.size()),
                    end,
                    Phrases.count(tokens, "token"),
                    Phrases.count(frame.training().vocabulary(0), "different symbol"))
            + literalMarker(frame);
    return new Narration(
        "Split the words", caption, List.of(Phrases.average(tokens, words.total())));
  }

  /// What letters that look like the marker do in the listing, which joins texts.
  private static String literalMarker(BpeFrame frame) {
    var words = frame.training().words();
    boolean literal =
        frame.problem().rules().marksEnds()
            && IntStream.range(0, words.size())
                .anyMatch(word -> words.word(word).contains(Rules.END_OF_WORD));
    return literal
        ? " The text itself has the letters “%1$s”. Here they are never taken for the end of a word; the Python listing, which joins texts, cannot tell them from it once they are merged, so it may count otherwise."
            .formatted(Rules.END_OF_WORD)
        : "";
  }

  /// A quotient with two decimals.
  static String ratio(long tokens, long words) {
    return Numbers.text((double) tokens / words) + (tokens == words ? " token" : " tokens");
  }

  static Narration wordSplit(BpeFrame frame, int word) {
    var words = frame.training().words();
    var symbols = frame.symbols(word);
    var caption =
        "%s occurs %s. It becomes %s: %s."
            .formatted(
                Phrases.word(words.word(word)),
                Phrases.times(words.frequency(word)),
                Phrases.spaced(symbols),
                Phrases.count(symbols.size(), "token"));
    return new Narration("Split " + Phrases.word(words.word(word)), caption);
  }

  static Narration merged(BpeFrame frame, Merge merge) {
    var rival =
        merge.isTie()
            ? "%s, as often as %s; %s. "
                .formatted(
                    Phrases.times(merge.count()),
                    others(merge),
                    ChoiceNarration.rule(frame.problem().rules().tieBreak()))
            : "%s, more often than any other pair. ".formatted(Phrases.times(merge.count()));
    var caption =
        "%s occurs %s".formatted(Phrases.pair(merge.pair()), rival) + outcome(frame, merge);
    return new Narration(
        "Merge %s joins %s and %s"
            .formatted(
                Phrases.number(merge.number()),
                Phrases.symbol(merge.pair().left()),
                Phrases.symbol(merge.pair().right())),
        caption,
        List.of(ChoiceNarration.count(frame, merge.pair(), merge.rank()), tokens(frame, merge)),
        Table.NONE);
  }

  private static String others(Merge merge) {
    var rival = merge.rival().orElseThrow();
    return merge.ties() == 2
        ? Phrases.pair(rival.pair())
        : "%s and %s"
            .formatted(Phrases.pair(rival.pair()), Phrases.count(merge.ties() - 2L, "other pair"));
  }

  private static String outcome(BpeFrame frame, Merge merge) {
    int before = frame.training().vocabulary(merge.rank());
    var vocabulary =
        merge.again()
            ? "the vocabulary stays at %s, because %s had been made before"
                .formatted(Phrases.count(before, "symbol"), Phrases.symbol(merge.symbol()))
            : "the vocabulary grows from %s to %s symbols"
                .formatted(Phrases.number(before), Phrases.number(merge.vocabulary()));
    return "The words go from %s to %s, and %s."
        .formatted(
            Phrases.number(merge.tokens() + merge.replaced()),
            Phrases.count(merge.tokens(), "token"),
            vocabulary);
  }

  private static String tokens(BpeFrame frame, Merge merge) {
    long words = frame.training().words().total();
    long before = merge.tokens() + merge.replaced();
    return Phrases.average(before, merge.replaced(), words);
  }

  static Narration replaced(BpeFrame frame, Merge merge) {
    int changed = frame.training().changedWords(merge.rank()).size();
    var caption =
        "%s becomes the symbol %s in %s. %s%s"
            .formatted(
                Phrases.pair(merge.pair()),
                Phrases.symbol(merge.symbol()),
                Phrases.count(changed, "different word"),
                outcome(frame, merge),
                difference(frame.problem().rules(), merge));
    return new Narration("Replace the pair", caption, List.of(tokens(frame, merge)));
  }

  /// Why the tokens did not fall by the count.
  private static String difference(Rules rules, Merge merge) {
    if (merge.replaced() == merge.count()) {
      return "";
    }
    if (rules.pairCount() == PairCount.ONCE_PER_WORD) {
      return " They fall by %s, not by the count of %s: counting once per word missed the rest."
          .formatted(Phrases.number(merge.replaced()), Phrases.number(merge.count()));
    }
    if (rules.replacement() == Replacement.TEXT && merge.replaced() > merge.count()) {
      return " They fall by %s, more than the count of %s: replacing text also joined symbols that only end and begin like the pair."
          .formatted(Phrases.number(merge.replaced()), Phrases.number(merge.count()));
    }
    return " They fall by %s only, although the pair was counted %s: occurrences that overlap share a symbol, and it can be used up once."
        .formatted(Phrases.number(merge.replaced()), Phrases.times(merge.count()));
  }

  static Narration wordReplaced(BpeFrame frame, Focus.WordReplaced focus) {
    var merge = focus.merge();
    var words = frame.training().words();
    var rules = frame.problem().rules();
    var before = frame.training().segmented(focus.word(), merge.rank());
    var after = frame.symbols(focus.word());
    int fewer = before.size() - after.size();
    int held = Bpe.occurrences(before, merge.pair(), PairCount.EVERY_OCCURRENCE);
    var caption =
        new StringBuilder(
            "In %s, %s becomes %s: %s fewer, and the word occurs %s."
                .formatted(
                    Phrases.word(words.word(focus.word())),
                    Phrases.spaced(before),
                    Phrases.spaced(after),
                    Phrases.count(fewer, "token"),
                    Phrases.times(words.frequency(focus.word()))));
    if (rules.replacement() == Replacement.TEXT && held < fewer) {
      caption.append(
          " The text “%s %s” was found where the pair is not: at the end of one symbol and the beginning of the next."
              .formatted(
                  Phrases.symbol(merge.pair().left()), Phrases.symbol(merge.pair().right())));
    } else if (fewer < held) {
      caption.append(
          " The pair stood there %s, but its occurrences overlap; from the left, each symbol is used once."
              .formatted(Phrases.times(held)));
    }
    return new Narration(
        "Replace in " + Phrases.word(words.word(focus.word())), caption.toString());
  }
}
