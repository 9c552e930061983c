package dev.stepwise.compute.text;

import dev.stepwise.compute.run.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Pieces of sentences that every exercise uses: counts, lists, vectors, changes. One way to say
/// each.
public final class Phrases {
  private static final int COORDINATES_SHOWN = 4;
  private static final int MOST_MORE_DIGITS = 8;

  private Phrases() {}

  /// A whole number, with a comma every three digits: `1,024`.
  public static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// `1 point`, `8 points`, `2 classes`, `1,024 tokens`.
  public static String count(long count, String one) {
    return number(count) + " " + plural(count, one);
  }

  /// `point`, `points`, `classes`, `batches`, `epochs`, `entries`.
  public static String plural(long count, String one) {
    if (count == 1) {
      return one;
    }
    boolean hisses = one.endsWith("s") || one.endsWith("x") || one.endsWith("ch");
    if (hisses && !one.endsWith("epoch")) { // whose ch is a k
      return one + "es";
    }
    boolean consonantBeforeY = one.matches(".*[^aeiou]y");
    return consonantBeforeY ? one.substring(0, one.length() - 1) + "ies" : one + "s";
  }

  /// `1 point is`, `8 points are`.
  public static String countIs(long count, String one) {
    return count(count, one) + (count == 1 ? " is" : " are");
  }

  /// `once`, `twice`, `5 times`.
  public static String times(long count) {
    return count == 1 ? "once" : count == 2 ? "twice" : number(count) + " times";
  }

  /// `1st`, `2nd`, `11th`.
  public static String ordinal(long number) {
    long hundredth = number % 100;
    long tenth = number % 10;
    boolean teen = hundredth >= 11 && hundredth <= 13;
    var ending = teen ? "th" : tenth == 1 ? "st" : tenth == 2 ? "nd" : tenth == 3 ? "rd" : "th";
    return number(number) + ending;
  }

  /// `a`, `a and b`, `a, b and c`.
  public static String listed(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /// With a capital letter.
  public static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
            + text.substring(text.offsetByCodePoints(0, 1));
  }

  /// With a small first letter, to stand inside a sentence. Names further on stay as they are.
  public static String uncapitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 1)).toLowerCase(Locale.ROOT)
            + text.substring(text.offsetByCodePoints(0, 1));
  }

  /// A vector in parentheses; of more than four numbers the first four and how many there are.
  public static String vector(double[] values) {
    boolean whole = values.length <= COORDINATES_SHOWN;
    var shown =
        Arrays.stream(values)
            .limit(COORDINATES_SHOWN)
            .mapToObj(Numbers::text)
            .collect(Collectors.joining(", "));
    return whole ? "(" + shown + ")" : "(%s, … %d numbers)".formatted(shown, values.length);
  }

  /// What a number did: `goes from 0.50 to 0.51`, with the digits that tell the two apart, or
  /// `stays at 0.50`.
  public static String change(double before, double after) {
    if (before == after) {
      return "stays at " + Numbers.text(after);
    }
    int more = 0;
    while (more < MOST_MORE_DIGITS
        && Numbers.text(before, more).equals(Numbers.text(after, more))) {
      more++;
    }
    var from = Numbers.text(before, more);
    var to = Numbers.text(after, more);
    return from.equals(to)
        ? "changes by less than can be told, at " + to
        : "goes from %s to %s".formatted(from, to);
  }
}
