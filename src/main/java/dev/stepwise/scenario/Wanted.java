package dev.stepwise.scenario;

import dev.stepwise.compute.exercise.Schema.Kind;

/// Says what a field wants, for people who typed something else.
public final class Wanted {
  private Wanted() {}

  /// For example `a whole number from 1 to 8`.
  public static String of(Kind kind) {
    return switch (kind) {
      case Kind.Matrix _ -> "an array of rows of numbers";
      case Kind.Vector _ -> "an array of numbers";
      case Kind.Targets _ -> "an array of labels from 0, or of numbers";
      case Kind.Strings _ -> "an array of texts";
      case Kind.Text _ -> "a text in quotes";
      case Kind.Words _ -> "an object from words to frequencies";
      case Kind.Whole(long least, long most, _) -> whole(least, most);
      case Kind.Real(double least, double most, _) -> real(least, most);
      case Kind.Choice(var options, _) -> "one of " + String.join(", ", options);
      case Kind.Flag _ -> "true or false";
    };
  }

  private static String whole(long least, long most) {
    if (least == Long.MIN_VALUE && most == Long.MAX_VALUE) {
      return "a whole number";
    }
    if (most == Long.MAX_VALUE) {
      return "a whole number of at least " + least;
    }
    return "a whole number from " + least + " to " + most;
  }

  private static String real(double least, double most) {
    boolean bounded = least > -Double.MAX_VALUE;
    if (most >= Double.MAX_VALUE) {
      return bounded ? "a number of at least " + plain(least) : "a finite number";
    }
    return bounded
        ? "a number from " + plain(least) + " to " + plain(most)
        : "a number of at most " + plain(most);
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
