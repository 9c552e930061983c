package dev.stepwise.testing;

import dev.stepwise.compute.bpe.Pair;
import dev.stepwise.compute.bpe.Symbol;

/// Symbols of BPE as tests write them: `</w>` at the end is the marker.
public final class Written {
  private static final String MARKER = "</w>";

  private Written() {}

  /// The symbol of a text.
  public static Symbol symbol(String text) {
    return text.endsWith(MARKER)
        ? new Symbol(text.substring(0, text.length() - MARKER.length()), true)
        : Symbol.of(text);
  }

  /// The pair of two texts.
  public static Pair pair(String left, String right) {
    return new Pair(symbol(left), symbol(right));
  }
}
