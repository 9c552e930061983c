package dev.stepwise.compute.bpe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;

/// What comes back when the tokens of a word are written as ids and the ids are read again: a token
/// without an id is lost.
///
/// @param word what was encoded
/// @param tokens what it became
/// @param ids of the tokens, empty for those that are not in the vocabulary
/// @param text what the ids give, [#LOST] for each token that has none
/// @param lost the tokens without an id, each once
public record RoundTrip(
    String word, List<Symbol> tokens, List<OptionalInt> ids, String text, List<Symbol> lost) {

  /// Stands where a token was that has no id: Unicode's sign for what could not be read.
  public static final String LOST = "\uFFFD";

  /// Copies the lists.
  public RoundTrip {
    tokens = List.copyOf(tokens);
    ids = List.copyOf(ids);
    lost = List.copyOf(lost);
  }

  /// There and back with the vocabulary after so many merges.
  public static RoundTrip of(Training training, Encoding encoding, int merges) {
    var vocabulary = training.symbols(merges);
    var tokens = encoding.tokens();
    var ids = new ArrayList<OptionalInt>();
    var lost = new LinkedHashSet<Symbol>();
    var text = new StringBuilder();
    for (var token : tokens) {
      var id = training.id(token, merges);
      ids.add(id);
      if (id.isPresent()) {
        text.append(vocabulary.get(id.getAsInt()).letters());
      } else {
        lost.add(token);
        text.append(LOST);
      }
    }
    return new RoundTrip(encoding.word(), tokens, ids, text.toString(), List.copyOf(lost));
  }

  /// Whether the word comes back as it was.
  public boolean isSame() {
    return lost.isEmpty() && text.equals(word);
  }

  /// What comes back, in a sentence.
  public String back() {
    return isSame()
        ? "Read back, the ids give %s: nothing is lost.".formatted(Signs.word(text))
        : "Read back, the ids give %s, not %s: %s %s lost."
            .formatted(
                Signs.word(text),
                Signs.word(word),
                Signs.listed(lost),
                lost.size() == 1 ? "is" : "are");
  }

  /// Why some tokens have no id, in sentences that follow others: characters that the corpus has
  /// not, or symbols torn off by replacing text, which no merge names. Empty where all have one.
  public String losses() {
    var torn = lost.stream().filter(symbol -> symbol.length() > 1).toList();
    var strange = lost.stream().filter(symbol -> symbol.length() == 1).toList();
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
        : (symbols.size() == 1 ? ofOne : ofMany).formatted(Signs.listed(symbols));
  }
}
