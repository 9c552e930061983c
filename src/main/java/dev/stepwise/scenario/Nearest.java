package dev.stepwise.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that a mistyped one was meant to be.
public final class Nearest {
  private Nearest() {}

  /// The nearest of the known words, if one is near: at most two letters wrong, or a third of the
  /// letters of a longer word. Capitals don't count.
  public static Optional<String> to(String word, Collection<String> known) {
    var typed = word.toLowerCase(Locale.ROOT);
    if (typed.length() > 64) {
      return Optional.empty();
    }
    return known.stream()
        .filter(candidate -> distance(typed, candidate) <= Math.max(2, candidate.length() / 3))
        .filter(candidate -> distance(typed, candidate) < candidate.length())
        .min(Comparator.comparingInt(candidate -> distance(typed, candidate)));
  }

  /// `did you mean 'k'?`, or else all the words there are.
  public static String remedy(String word, Collection<String> known) {
    return to(word, known)
        .map(nearest -> "did you mean '" + nearest + "'?")
        .orElseGet(
            () -> known.isEmpty() ? "leave it out" : "known are " + String.join(", ", known));
  }

  /// How many letters must be inserted, deleted or replaced (Levenshtein 1966), row by row of the
  /// usual table.
  private static int distance(String typed, String candidate) {
    var other = candidate.toLowerCase(Locale.ROOT);
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= typed.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = previous[j - 1] + (typed.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
