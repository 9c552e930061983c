package dev.stepwise.view.bpe;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.bpe.Bpe;
import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.ChoiceNarration;
import dev.stepwise.compute.bpe.EncodeNarration;
import dev.stepwise.compute.bpe.Pair;
import dev.stepwise.compute.bpe.Phrases;
import dev.stepwise.compute.bpe.RoundTrip;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.bpe.BpeElement.OfDecoded;
import dev.stepwise.view.bpe.BpeElement.OfEncoded;
import dev.stepwise.view.bpe.BpeElement.OfFrequency;
import dev.stepwise.view.bpe.BpeElement.OfGain;
import dev.stepwise.view.bpe.BpeElement.OfMerge;
import dev.stepwise.view.bpe.BpeElement.OfPair;
import dev.stepwise.view.bpe.BpeElement.OfSize;
import dev.stepwise.view.bpe.BpeElement.OfStage;
import dev.stepwise.view.bpe.BpeElement.OfToken;
import dev.stepwise.view.marks.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers "why this number?" for BPE, from the frame alone.
final class BpeExplainer {
  private static final int ROWS = 8;
  private static final int SOURCES = 250;

  private final BpeFrame frame;

  BpeExplainer(BpeFrame frame) {
    this.frame = frame;
  }

  Optional<Explanation> explain(Element element) {
    if (!(element instanceof BpeElement asked)) {
      return Optional.empty();
    }
    return switch (asked) {
      case OfFrequency(int word) -> Optional.of(frequency(word));
      case OfToken(int word, int position) -> {
        var symbols = frame.symbols(word);
        yield position < symbols.size()
            ? Optional.of(token(symbols.get(position), frame.applied(word), word))
            : Optional.empty();
      }
      case OfGain(int word) -> frame.merge().map(merge -> gain(word, merge.pair()));
      case OfPair(var pair) -> Optional.of(pair(pair));
      case OfMerge(int rank) -> isMade(rank) ? Optional.of(merge(rank)) : Optional.empty();
      case OfSize(int merges) -> Optional.of(size(merges));
      case OfEncoded(int word, int position) -> encoded(word, position);
      case OfStage(int word, int stage) -> stage(word, stage);
      case OfDecoded(int word) -> Optional.of(decoded(word));
    };
  }

  /// Whether a merge has been made, or is being made; the others are not told before.
  private boolean isMade(int rank) {
    return rank < frame.applied()
        || frame.merge().filter(merge -> merge.rank() == rank).isPresent();
  }

  private Explanation frequency(int word) {
    var words = frame.training().words();
    var source =
        frame.problem().corpus().text().isPresent()
            ? "%s stands %s among the %s of the text."
            : "%s was given with the frequency %s among %s.";
    var times =
        frame.problem().corpus().text().isPresent()
            ? Phrases.times(words.frequency(word))
            : Phrases.number(words.frequency(word));
    var caption =
        source.formatted(
                Phrases.word(words.word(word)), times, Phrases.count(words.total(), "word"))
            + " It is kept once, and whatever is counted in it counts "
            + Phrases.times(words.frequency(word))
            + ".";
    return new Explanation(
        new Narration("Frequency of " + Phrases.word(words.word(word)), caption), Set.of());
  }

  private Explanation token(Symbol token, int merges, int word) {
    var sources = new HashSet<Element>();
    sources.add(new OfFrequency(word));
    frame
        .training()
        .madeBy(token, merges)
        .ifPresent(merge -> sources.add(new OfMerge(merge.rank())));
    return new Explanation(origin(token, merges), sources);
  }

  /// Where a token comes from: the tree of the merges that made it, from the last one down.
  private Narration origin(Symbol token, int merges) {
    var training = frame.training();
    var id = training.id(token, merges);
    if (id.isEmpty()) {
      var why =
          token.letters().codePointCount(0, token.letters().length()) > 1
              ? "Replacing text made %s, but no merge names it, so it is not in the vocabulary: it"
                  + " has no id, and it is lost when ids are read back."
              : "%s is in no word of the corpus, so it is not in the vocabulary: it has no id, and"
                  + " no merge can use it.";
      return new Narration(
          "Unknown: " + Phrases.symbol(token), why.formatted(Phrases.symbol(token)));
    }
    var made = training.madeBy(token, merges);
    var number = " It is number %d of the vocabulary, counted from 0.".formatted(id.getAsInt());
    if (made.isEmpty()) {
      var what =
          token.equals(Symbol.END)
              ? "%s is the marker that is put after each word. It tells “low” as a word from “low”"
                  + " at the start of “lower”."
              : "%s is a character of the corpus; no merge made it.";
      return new Narration(
          "Token " + Phrases.symbol(token), what.formatted(Phrases.symbol(token)) + number);
    }
    var rows = new ArrayList<List<String>>();
    collect(token, merges, rows);
    var caption =
        "Merge %s joined %s, which occurred %s then.%s"
            .formatted(
                Phrases.number(made.get().number()),
                Phrases.pair(made.get().pair()),
                Phrases.times(made.get().count()),
                number);
    return new Narration(
        "Token " + Phrases.symbol(token),
        caption,
        List.of(),
        new Table(List.of("merge", "joined", "count"), rows.reversed(), rows.size() - 1));
  }

  private void collect(Symbol token, int merges, List<List<String>> rows) {
    var made = frame.training().madeBy(token, merges);
    if (made.isEmpty() || rows.size() >= ROWS) {
      return;
    }
    var merge = made.get();
    rows.add(
        List.of(
            Phrases.number(merge.number()),
            Phrases.pair(merge.pair()),
            Phrases.number(merge.count())));
    collect(merge.pair().right(), merge.rank(), rows);
    collect(merge.pair().left(), merge.rank(), rows);
  }

  private Explanation gain(int word, Pair pair) {
    var words = frame.training().words();
    int counted = frame.counted();
    var symbols = frame.training().segmented(word, counted);
    int held = Bpe.occurrences(symbols, pair, frame.problem().rules().pairCount());
    long frequency = words.frequency(word);
    var caption =
        "%s stands as %s before the merge and holds %s %s; the word occurs %s."
            .formatted(
                Phrases.word(words.word(word)),
                Phrases.spaced(symbols),
                Phrases.pair(pair),
                Phrases.times(held),
                Phrases.times(frequency));
    var formula =
        Formula.of(Term.product(Term.count(frequency), Term.count(held)))
            .gives(frequency * held)
            .latex();
    return new Explanation(
        new Narration(
            "What %s adds".formatted(Phrases.word(words.word(word))), caption, List.of(formula)),
        Set.of(new OfFrequency(word), new OfPair(pair)));
  }

  private Explanation pair(Pair pair) {
    int counted = frame.counted();
    var training = frame.training();
    var words = training.words();
    var holders = training.holders(pair, counted, ROWS + 1);
    var rows = new ArrayList<List<String>>();
    for (int word : holders.subList(0, Math.min(ROWS, holders.size()))) {
      int held =
          Bpe.occurrences(
              training.segmented(word, counted), pair, frame.problem().rules().pairCount());
      rows.add(
          List.of(
              Phrases.plainWord(words.word(word)),
              Phrases.number(words.frequency(word)) + " · " + held,
              Phrases.number(words.frequency(word) * held)));
    }
    if (holders.size() > ROWS) {
      rows.add(List.of("…", "", ""));
    }
    var first =
        training
            .pair(pair, counted)
            .map(row -> " It is seen first in %s.".formatted(Phrases.place(row.first(), words)))
            .orElse("");
    var soFar =
        frame.focus() instanceof BpeFrame.Focus.WordCounted
            ? " The bar shows what the words counted so far give."
            : "";
    var sources = new HashSet<Element>();
    holders.forEach(word -> sources.add(new OfFrequency(word)));
    return new Explanation(
        new Narration(
            "Count of " + Phrases.pair(pair),
            "Each word that holds the pair adds its frequency times the places where it stands."
                + first
                + soFar,
            List.of(ChoiceNarration.count(frame, pair, counted)),
            new Table(List.of("word", "frequency · places", "adds"), rows, -1)),
        sources);
  }

  private Explanation merge(int rank) {
    var merge = frame.training().merge(rank);
    var tie =
        merge.isTie()
            ? " %s pairs were tied.".formatted(Phrases.number(merge.ties()))
            : merge
                .rival()
                .map(rival ->
                    " Next came %s with %s."
                        .formatted(Phrases.pair(rival.pair()), Phrases.number(rival.count())))
                .orElse("");
    var caption =
        "Merge %s joined %s into %s. The pair occurred %s among %s.%s"
            .formatted(
                Phrases.number(merge.number()),
                Phrases.pair(merge.pair()),
                Phrases.symbol(merge.symbol()),
                Phrases.times(merge.count()),
                Phrases.count(merge.kinds(), "different pair"),
                tie);
    return new Explanation(
        new Narration(
            "Merge " + Phrases.number(merge.number()),
            caption,
            List.of(ChoiceNarration.count(frame, merge.pair(), rank))),
        Set.of(new OfSize(rank + 1)));
  }

  private Explanation size(int merges) {
    var training = frame.training();
    long tokens = training.tokens(merges);
    long words = training.words().total();
    var caption =
        "After %s the %s are written with %s, out of a vocabulary of %s. More merges make texts shorter and the vocabulary longer."
            .formatted(
                Phrases.count(merges, "merge"),
                Phrases.count(words, "word"),
                Phrases.count(tokens, "token"),
                Phrases.count(training.vocabulary(merges), "symbol"));
    var formula = Phrases.average(tokens, words);
    Set<Element> sources = merges == 0 ? Set.of() : Set.of(new OfMerge(merges - 1));
    return new Explanation(
        new Narration("After " + Phrases.count(merges, "merge"), caption, List.of(formula)),
        sources);
  }

  private Optional<Explanation> encoded(int word, int position) {
    var tokens =
        frame.training().encode(frame.problem().encode().get(word), frame.applied()).tokens();
    if (position >= tokens.size()) {
      return Optional.empty();
    }
    var token = tokens.get(position);
    Set<Element> sources = new HashSet<>();
    frame
        .training()
        .madeBy(token, frame.applied())
        .ifPresent(merge -> sources.add(new OfMerge(merge.rank())));
    return Optional.of(new Explanation(origin(token, frame.applied()), sources));
  }

  private Optional<Explanation> stage(int word, int stage) {
    var encoding = frame.training().encode(frame.problem().encode().get(word), frame.applied());
    if (stage >= encoding.stages().size()) {
      return Optional.empty();
    }
    var applied = encoding.stages().get(stage);
    var merge = frame.training().merge(applied.rank());
    var caption =
        "Of the merges whose pair stands in %s, number %s was learned first: it comes next, whatever is frequent in this word. It joins %s, counted %s in the corpus."
            .formatted(
                Phrases.spaced(encoding.after(stage)),
                Phrases.number(merge.number()),
                Phrases.pair(merge.pair()),
                Phrases.times(merge.count()));
    return Optional.of(
        new Explanation(
            new Narration(
                "Why merge %s comes next".formatted(Phrases.number(merge.number())), caption),
            Set.of(new OfMerge(merge.rank()))));
  }

  private Explanation decoded(int word) {
    var text = frame.problem().encode().get(word);
    var encoding = frame.training().encode(text, frame.applied());
    var trip = RoundTrip.of(frame.training(), encoding, frame.applied());
    var end = frame.problem().rules().marksEnds() ? " The marker is left out." : "";
    var sources = new HashSet<Element>();
    for (int i = 0; i < Math.min(SOURCES, encoding.tokens().size()); i++) {
      sources.add(new OfEncoded(word, i));
    }
    return new Explanation(
        new Narration(
            "Decoded: " + Phrases.plainWord(trip.text()),
            EncodeNarration.back(trip) + EncodeNarration.unknownWords(frame, encoding) + end),
        sources);
  }
}
