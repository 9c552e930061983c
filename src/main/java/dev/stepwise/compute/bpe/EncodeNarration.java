package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.BpeFrame.Focus;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import java.util.ArrayList;
import java.util.List;

/// What the steps of encoding say.
public final class EncodeNarration {
  private static final int ROWS_SHOWN = 40;

  private EncodeNarration() {}

  static Narration encoded(BpeFrame frame, Focus.Encoded focus) {
    var training = frame.training();
    long words = training.words().total();
    var learned =
        "%s learned%s; the vocabulary has %s, and a word of the corpus takes %s on average."
            .formatted(
                Phrases.count(frame.applied(), "merge"),
                frame.applied() < frame.problem().numMerges()
                    ? ", then no pair was left: every word is one token"
                    : "",
                Phrases.count(training.vocabulary(frame.applied()), "symbol"),
                BpeNarration.ratio(training.tokens(frame.applied()), words));
    var formula = Phrases.average(training.tokens(frame.applied()), words);
    if (focus.encodings().isEmpty()) {
      return new Narration("Learned", learned, List.of(formula));
    }
    var rows = new ArrayList<List<String>>();
    for (var encoding : focus.encodings()) {
      rows.add(List.of(Phrases.plainWord(encoding.word()), Phrases.spaced(encoding.tokens())));
    }
    var caption =
        learned
            + " To encode a word, split it and apply the merges in the order in which they were"
            + " learned, never by how often a pair occurs.";
    return new Narration(
        "Encode " + Phrases.count(focus.encodings().size(), "word"),
        caption,
        List.of(formula),
        new Table(List.of("word", "tokens"), rows, -1));
  }

  static Narration wordEncoded(BpeFrame frame, Encoding encoding) {
    int applied = encoding.stages().size();
    var caption =
        "Of %s, %s, in the order learned: %s becomes %s.%s"
            .formatted(
                Phrases.count(frame.applied(), "merge"),
                applied == 1 ? "1 applies" : Phrases.number(applied) + " apply",
                Phrases.word(encoding.word()),
                Phrases.spaced(encoding.tokens()),
                unknownWords(frame, encoding));
    var rows = new ArrayList<List<String>>();
    for (int stage = 0; stage < Math.min(applied, ROWS_SHOWN); stage++) {
      var made = encoding.stages().get(stage);
      rows.add(
          List.of(
              Phrases.number(made.rank() + 1L),
              Phrases.pair(made.pair()),
              Phrases.spaced(encoding, stage + 1)));
    }
    if (applied > ROWS_SHOWN) {
      rows.add(List.of("…", "", ""));
    }
    return new Narration(
        "Encode " + Phrases.word(encoding.word()),
        caption,
        List.of(),
        new Table(List.of("merge", "pair", "tokens after it"), rows, -1));
  }

  /// The symbols of a word that have no id.
  public static List<Symbol> unknown(BpeFrame frame, Encoding encoding) {
    return encoding.tokens().stream()
        .filter(token -> frame.training().id(token, frame.applied()).isEmpty())
        .distinct()
        .toList();
  }

  /// Why some tokens of a word have no id: characters that the corpus has not, or symbols torn off
  /// by replacing text, which no merge names. Empty where all have one.
  public static String unknownWords(BpeFrame frame, Encoding encoding) {
    var unknown = unknown(frame, encoding);
    var torn = unknown.stream().filter(symbol -> symbol.length() > 1).toList();
    var strange = unknown.stream().filter(symbol -> symbol.length() == 1).toList();
    return reason(
            strange,
            " The corpus has no %s, so it is unknown and has no id.",
            " The corpus has none of %s, so they are unknown and have no ids.")
        + reason(
            torn,
            " Replacing text made %s, which no merge names, so it has no id.",
            " Replacing text made %s, which no merges name, so they have no ids.");
  }

  private static String reason(List<Symbol> symbols, String ofOne, String ofMany) {
    return symbols.isEmpty()
        ? ""
        : (symbols.size() == 1 ? ofOne : ofMany).formatted(Phrases.listed(symbols));
  }

  static Narration applied(BpeFrame frame, Focus.Applied focus) {
    var encoding = focus.encoding();
    if (focus.stages() == 0) {
      var next =
          encoding.stages().isEmpty()
              ? "No merge applies to it."
              : "The first merge that applies is number %s, %s."
                  .formatted(
                      Phrases.number(encoding.stages().getFirst().rank() + 1L),
                      Phrases.pair(encoding.stages().getFirst().pair()));
      return new Narration(
          "Split " + Phrases.word(encoding.word()),
          "%s starts as %s: %s. %s"
              .formatted(
                  Phrases.word(encoding.word()),
                  Phrases.spaced(encoding.symbols()),
                  Phrases.count(encoding.symbols().size(), "token"),
                  next));
    }
    var stage = encoding.stages().get(focus.stages() - 1);
    int previous = focus.stages() == 1 ? -1 : encoding.stages().get(focus.stages() - 2).rank();
    int skipped = stage.rank() - previous - 1;
    var between =
        skipped == 0
            ? ""
            : " %s between it and the one before %s no pair to join."
                .formatted(Phrases.count(skipped, "merge"), skipped == 1 ? "finds" : "find");
    var caption =
        "Merge %s, %s, applies: %s becomes %s.%s"
            .formatted(
                Phrases.number(stage.rank() + 1L),
                Phrases.pair(stage.pair()),
                Phrases.spaced(encoding, focus.stages() - 1),
                Phrases.spaced(encoding, focus.stages()),
                previous < 0 ? skippedFirst(skipped) : between);
    return new Narration(
        "Merge %s applies to %s"
            .formatted(Phrases.number(stage.rank() + 1L), Phrases.word(encoding.word())),
        caption);
  }

  private static String skippedFirst(int skipped) {
    return skipped == 0
        ? ""
        : " %s before it %s no pair to join."
            .formatted(Phrases.count(skipped, "merge"), skipped == 1 ? "finds" : "find");
  }

  static Narration numbered(BpeFrame frame, Encoding encoding) {
    var trip = RoundTrip.of(frame.training(), encoding, frame.applied());
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < Math.min(trip.tokens().size(), ROWS_SHOWN); i++) {
      var id = trip.ids().get(i);
      rows.add(
          List.of(
              Phrases.symbol(trip.tokens().get(i)),
              id.isPresent() ? Integer.toString(id.getAsInt()) : "none"));
    }
    if (trip.tokens().size() > ROWS_SHOWN) {
      rows.add(List.of("…", ""));
    }
    var caption =
        "Each token is looked up in the vocabulary. " + back(trip) + unknownWords(frame, encoding);
    return new Narration(
        "Number the tokens of " + Phrases.word(encoding.word()),
        caption,
        List.of(),
        new Table(List.of("token", "id"), rows, -1));
  }

  /// What the ids of a word give when they are read again.
  public static String back(RoundTrip trip) {
    if (trip.isSame()) {
      return "Read back, the ids give %s: nothing is lost.".formatted(Phrases.word(trip.text()));
    }
    return "Read back, the ids give %s, not %s: %s %s lost."
        .formatted(
            Phrases.word(trip.text()),
            Phrases.word(trip.word()),
            Phrases.listed(trip.lost()),
            trip.lost().size() == 1 ? "is" : "are");
  }
}
