package dev.stepwise.compute.cosine.text;

import dev.stepwise.compute.text.TextWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The words of a text in lower case, as [TextWords] has them, without the stop words.
public final class Tokens {
  /// Words that say nothing about what a text is about.
  public static final Set<String> STOP_WORDS =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is",
          "it", "its", "of", "on", "or", "that", "the", "this", "to", "was", "were", "with");

  private Tokens() {}

  /// The words in their order, repeated ones repeated.
  public static List<String> of(String text) {
    var words = all(text);
    words.removeIf(STOP_WORDS::contains);
    return List.copyOf(words);
  }

  /// How many words are left out as stop words.
  public static int stopWords(String text) {
    return (int) all(text).stream().filter(STOP_WORDS::contains).count();
  }

  private static List<String> all(String text) {
    return new ArrayList<>(TextWords.folded(text));
  }
}
