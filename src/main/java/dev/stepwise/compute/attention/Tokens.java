package dev.stepwise.compute.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Splits text into tokens.
public final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}_'’-]+|[^\\s\\p{L}\\p{M}\\p{N}]");

  private Tokens() {}

  /// Words, and each other mark as a token of its own; white space separates.
  public static List<String> of(String text) {
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  /// Names for n rows that have none: `t0`, `t1` and so on.
  public static List<String> numbered(int n) {
    return IntStream.range(0, n).mapToObj(i -> "t" + i).toList();
  }
}
