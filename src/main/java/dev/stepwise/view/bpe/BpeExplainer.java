package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeDerivations;
import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.Merge;
import dev.stepwise.compute.bpe.Signs;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.draw.Element;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Answers "why this number?" for BPE, from the frame alone.
final class BpeExplainer {
  private static final int ROWS = 8;
  private static final int SOURCES = 250;

  private final BpeFrame frame;
  private final BpeDerivations derivations;
  private final Function<Ref, Element> drawn;

  /// @param drawn what is drawn for the number at an address
  BpeExplainer(BpeFrame frame, Function<Ref, Element> drawn) {
    this.frame = frame;
    this.derivations = new BpeDerivations(frame);
    this.drawn = drawn;
  }

  Optional<Explanation> explain(BpeElement element) {
    return switch (element) {
      case OfFrequency(int word) -> Optional.of(explained(derivations.frequency(word)));
      case OfToken(int word, int position) -> {
        var symbols = frame.symbols(word);
        yield position < symbols.size()
            ? Optional.of(token(symbols.get(position), frame.applied(word), word))
            : Optional.empty();
      }
      case OfGain(int word) -> frame.merge().map(merge -> gain(word, merge));
      case OfPair(var pair) -> Optional.of(explained(derivations.count(pair)));
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

  private Explanation explained(Derivation derivation) {
    return Explanation.of(derivation, drawn);
  }

  private Explanation gain(int word, Merge merge) {
    return new Explanation(
        derivations.gain(word, merge.pair()).narration(),
        Set.of(new OfFrequency(word), new OfPair(merge.pair())));
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
      return new Narration("Unknown: " + Signs.symbol(token), why.formatted(Signs.symbol(token)));
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
          "Token " + Signs.symbol(token), what.formatted(Signs.symbol(token)) + number);
    }
    var rows = new ArrayList<List<String>>();
    collect(token, merges, rows);
    var caption =
        "Merge %s joined %s, which occurred %s then.%s"
            .formatted(
                Phrases.number(made.get().number()),
                Signs.pair(made.get().pair()),
                Phrases.times(made.get().count()),
                number);
    return new Narration(
        "Token " + Signs.symbol(token),
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
            Signs.pair(merge.pair()),
            Phrases.number(merge.count())));
    collect(merge.pair().right(), merge.rank(), rows);
    collect(merge.pair().left(), merge.rank(), rows);
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
                        .formatted(Signs.pair(rival.pair()), Phrases.number(rival.count())))
                .orElse("");
    var caption =
        "Merge %s joined %s into %s. The pair occurred %s among %s.%s"
            .formatted(
                Phrases.number(merge.number()),
                Signs.pair(merge.pair()),
                Signs.symbol(merge.symbol()),
                Phrases.times(merge.count()),
                Phrases.count(merge.kinds(), "different pair"),
                tie);
    var why =
        derivations
            .count(merge)
            .titled("Merge " + Phrases.number(merge.number()))
            .saying(caption)
            .tabled(Table.NONE);
    return new Explanation(why.narration(), Set.of(new OfSize(rank + 1)));
  }

  private Explanation size(int merges) {
    Set<Element> sources = merges == 0 ? Set.of() : Set.of(new OfMerge(merges - 1));
    return new Explanation(derivations.tokensPerWord(merges).narration(), sources);
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
    int rank = encoding.stages().get(stage).rank();
    return Optional.of(
        new Explanation(derivations.rank(encoding, stage).narration(), Set.of(new OfMerge(rank))));
  }

  private Explanation decoded(int word) {
    var text = frame.problem().encode().get(word);
    var encoding = frame.training().encode(text, frame.applied());
    var trip = frame.roundTrip(encoding);
    var end = frame.problem().rules().marksEnds() ? " The marker is left out." : "";
    var sources = new HashSet<Element>();
    for (int i = 0; i < Math.min(SOURCES, encoding.tokens().size()); i++) {
      sources.add(new OfEncoded(word, i));
    }
    return new Explanation(
        new Narration(
            "Decoded: " + Signs.plainWord(trip.text()), trip.back() + trip.losses() + end),
        sources);
  }
}
