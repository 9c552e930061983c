package dev.stepwise.compute.exercise;

import dev.stepwise.compute.exercise.Schema.Kind;
import java.util.List;
import java.util.Map;

/// What every input is held to, from wherever it comes: a file, a table, the clipboard, a gesture.
/// No number is so large that the arithmetic overflows by itself, and every text is Unicode, so
/// that it can be written into any file.
public final class Limits {
  private Limits() {}

  /// Checks the inputs that are stated. Costs one look at each number and letter.
  ///
  /// @throws InvalidInput where one is beyond the limits
  public static void check(Schema schema, Given given) {
    for (var field : schema.inputs()) {
      var value = given.inputs().get(field.name());
      if (value != null) {
        check("/inputs/" + field.name(), field.kind(), value);
      }
    }
  }

  private static void check(String place, Kind kind, Object value) {
    switch (value) {
      case double[][] rows -> {
        for (int i = 0; i < rows.length; i++) {
          numbers(place + "/" + i, rows[i], largest(kind));
        }
      }
      case double[] numbers -> numbers(place, numbers, largest(kind));
      case String text -> unicode(place, text);
      case List<?> texts -> {
        for (int i = 0; i < texts.size(); i++) {
          unicode(place + "/" + i, (String) texts.get(i));
        }
      }
      case Map<?, ?> words -> words.keySet().forEach(word -> word(place, (String) word));
      default -> {
        // labels, which have no limit of their own
      }
    }
  }

  private static double largest(Kind kind) {
    return switch (kind) {
      case Kind.Matrix(double largest) -> largest;
      case Kind.Vector(double largest) -> largest;
      case Kind.Targets(double largest) -> largest;
      default -> Kind.LARGEST;
    };
  }

  /// Checks that no number is greater than the largest that is allowed, or less than its negative.
  ///
  /// @param place where they stand
  /// @throws InvalidInput where one is, or is NaN
  public static void numbers(String place, double[] numbers, double largest) {
    for (int i = 0; i < numbers.length; i++) {
      if (!(Math.abs(numbers[i]) <= largest)) {
        var power = "1e" + Math.round(Math.log10(largest));
        throw new InvalidInput(
            place + "/" + i,
            "is %s, and what is computed from it would overflow".formatted(numbers[i]),
            "give numbers between -%s and %s".formatted(power, power));
      }
    }
  }

  private static void word(String place, String word) {
    var pointer = escaped(word).replace("~", "~0").replace("/", "~1");
    unicode(place + "/" + pointer, word);
  }

  /// Checks that a text is Unicode: that each half of a surrogate pair has its other half.
  ///
  /// @param place where it stands
  /// @throws InvalidInput where it is not
  public static void unicode(String place, String text) {
    int at = loneSurrogate(text);
    if (at >= 0) {
      throw new InvalidInput(
          place,
          "is not Unicode: character %d is \\u%04x, half of a surrogate pair"
              .formatted(text.codePointCount(0, at) + 1, (int) text.charAt(at)),
          "write the whole character, or leave it out");
    }
  }

  private static int loneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        boolean pair =
            Character.isHighSurrogate(unit)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /// The text with each lone surrogate written as it is in JSON.
  private static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          if (Character.getType(point) == Character.SURROGATE) {
            escaped.append("\\u%04x".formatted(point));
          } else {
            escaped.appendCodePoint(point);
          }
        });
    return escaped.toString();
  }
}
