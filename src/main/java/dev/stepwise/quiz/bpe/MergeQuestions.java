package dev.stepwise.quiz.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.Merge;
import dev.stepwise.compute.bpe.Pair;
import dev.stepwise.compute.bpe.Signs;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Answer;
import dev.stepwise.quiz.Question.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What is asked about a merge whose pair is chosen: what it does to words and vocabulary.
record MergeQuestions(Draft<BpeFrame> draft, Merge merge) {
  private static final int LONGEST = 24;

  private BpeFrame frame() {
    return draft.frame();
  }

  private String pair() {
    return Signs.pair(merge.pair());
  }

  Optional<Question> tokens() {
    long before = merge.tokens() + merge.replaced();
    int changed = frame().training().changedWords(merge.rank()).size();
    return draft.asks(
        "tokens",
        "The words have %s. How many are left once %s, which was counted %s, is replaced?"
            .formatted(Phrases.count(before, "token"), pair(), Phrases.times(merge.count())),
        integers(merge.tokens())
            .wrong(before - merge.count(), "overlaps-count-twice")
            .wrong(before - 2 * merge.count(), "both-symbols-go")
            .wrong(before - changed, "forgets-the-frequency")
            .wrong(before - 1, "one-token-a-merge")
            .sorted(),
        Ref.of("length"));
  }

  Optional<Question> vocabulary() {
    int before = frame().training().vocabulary(merge.rank());
    return draft.asks(
        "vocabulary",
        "The vocabulary has %s. How many once %s is merged?"
            .formatted(Phrases.count(before, "symbol"), pair()),
        integers(merge.vocabulary())
            .wrong(before - 1, "parts-are-dropped")
            .wrong(before + merge.count(), "grows-by-the-count")
            .wrong(before, "vocabulary-stays")
            .wrong(before + 1, "made-before")
            .sorted(),
        Ref.of("len(vocabulary)"));
  }

  private static Integers integers(long right) {
    return new Integers(right, new ArrayList<>());
  }

  /// Whole numbers as options; they may differ by one.
  private record Integers(long right, List<Option> options) {
    Integers wrong(long value, String misconception) {
      if (value > 0 && value != right) {
        options.add(Option.of(Phrases.number(value)).mistaken(misconception));
      }
      return this;
    }

    Optional<Answer> sorted() {
      var choices = Choices.right(Option.of(Phrases.number(right)));
      options.forEach(choices::wrong);
      return choices.sorted(
          Comparator.comparingLong(option -> Long.parseLong(option.text().replace(",", ""))));
    }
  }

  Optional<Question> replaced(int word) {
    var before = frame().training().segmented(word, merge.rank());
    if (before.size() > LONGEST) {
      return Optional.empty();
    }
    return draft
        .asks(
            "replaced",
            "%s stands as %s. What becomes of it as %s is replaced?"
                .formatted(
                    Signs.word(frame().training().words().word(word)),
                    Signs.spaced(before),
                    pair()),
            Choices.right(option(frame().symbols(word)))
                .wrong(option(fromTheRight(before)).mistaken("from-the-right"))
                .wrong(option(joined(before, 1)).mistaken("first-occurrence-only"))
                .wrong(option(before).mistaken("not-in-this-word"))
                .wrong(option(joined(before, LONGEST)).mistaken("symbols-are-kept-apart"))
                .wrong(option(whole(before)).mistaken("merges-the-whole-word"))
                .mixed(draft.path()),
            Ref.of("len(merged)"))
        .map(question -> question.about(Ref.of("words.values()", word)));
  }

  private static Option option(List<Symbol> symbols) {
    return Option.of(Signs.spaced(symbols));
  }

  /// Symbols with so many occurrences of the pair replaced, from the left.
  private List<Symbol> joined(List<Symbol> symbols, int most) {
    var joined = new ArrayList<Symbol>();
    int made = 0;
    for (int i = 0; i < symbols.size(); i++) {
      boolean here =
          made < most
              && i + 1 < symbols.size()
              && new Pair(symbols.get(i), symbols.get(i + 1)).equals(merge.pair());
      joined.add(here ? merge.symbol() : symbols.get(i));
      i += here ? 1 : 0;
      made += here ? 1 : 0;
    }
    return joined;
  }

  private List<Symbol> fromTheRight(List<Symbol> symbols) {
    var joined = new ArrayList<Symbol>();
    for (int i = symbols.size() - 1; i >= 0; i--) {
      boolean here = i > 0 && new Pair(symbols.get(i - 1), symbols.get(i)).equals(merge.pair());
      joined.addFirst(here ? merge.symbol() : symbols.get(i));
      i -= here ? 1 : 0;
    }
    return joined;
  }

  private static List<Symbol> whole(List<Symbol> symbols) {
    return List.of(symbols.stream().reduce(Symbol::joined).orElseThrow());
  }

  /// One of the words to encode, a word that the merge changes if there is one.
  Optional<Question> encoded() {
    var words = frame().problem().encode().stream().filter(one -> one.length() <= LONGEST).toList();
    var changed = words.stream().filter(word -> !tokens(word, 0).equals(tokens(word, 1))).toList();
    return draft.drawn(changed.isEmpty() ? words : changed).flatMap(this::encoded);
  }

  /// A word's tokens by the merges before this one and so many more.
  private List<Symbol> tokens(String word, int more) {
    return frame().training().encode(word, merge.rank() + more).tokens();
  }

  private Optional<Question> encoded(String word) {
    var before = tokens(word, 0);
    var after = tokens(word, 1);
    var symbols = frame().training().encode(word, 0).tokens();
    return draft.asks(
        "encode",
        "%s is encoded as %s by now. How, with %s as merge %s?"
            .formatted(
                Signs.word(word), Signs.spaced(before), pair(), Phrases.number(merge.number())),
        Choices.right(option(after))
            .wrong(option(before).mistaken("encoding-stays"))
            .wrong(option(joined(symbols, LONGEST)).mistaken("only-the-newest-merge"))
            .wrong(option(longest(symbols)).mistaken("longest-match"))
            .wrong(option(whole(symbols)).mistaken("merges-the-whole-word"))
            .mixed(draft.path()),
        Ref.of("len(merges)"));
  }

  /// A word cut greedily into the longest symbols of the vocabulary, from the left.
  private List<Symbol> longest(List<Symbol> symbols) {
    var known = new HashSet<>(frame().training().symbols(merge.number()));
    var cut = new ArrayList<Symbol>();
    for (int from = 0; from < symbols.size(); ) {
      int to = symbols.size();
      while (to > from + 1 && !known.contains(whole(symbols.subList(from, to)).getFirst())) {
        to--;
      }
      cut.add(whole(symbols.subList(from, to)).getFirst());
      from = to;
    }
    return cut;
  }
}
