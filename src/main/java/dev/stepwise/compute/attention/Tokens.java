package dev.stepwise.compute.attention;

import dev.stepwise.compute.text.TextWords;
import java.util.List;
import java.util.stream.IntStream;

/// Splits text into tokens.
public final class Tokens {
  private Tokens() {}

  /// Words, and each other mark as a token of its own; white space separates.
  public static List<String> of(String text) {
    return TextWords.tokens(text);
  }

  /// Names for n rows that have none: `t0`, `t1` and so on.
  public static List<String> numbered(int n) {
    return IntStream.range(0, n).mapToObj(i -> "t" + i).toList();
  }
}
