package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Pieces of sentences and of formulas.
public final class Words {
  private static final int POINTS_SHOWN = 8;
  private static final int MOST_MORE_DIGITS = 9;

  private Words() {}

  /// `1 of 8 is`, `3 of 8 are`.
  static String some(long some, long all) {
    return "%,d of %,d %s".formatted(some, all, some == 1 ? "is" : "are");
  }

  /// `1 of 8 samples is`, `3 of 8 samples are`, `1 of 1 sample is`.
  static String some(long some, long all, String one) {
    return "%,d of %s %s".formatted(some, Phrases.count(all, one), some == 1 ? "is" : "are");
  }

  /// Samples by their numbers from 1: `point 3`, `points 3 and 8`, `points 3, 8, 1, …`.
  static String points(int[] samples) {
    if (samples.length == 2) {
      return "points %d and %d".formatted(samples[0] + 1, samples[1] + 1);
    }
    return (samples.length == 1 ? "point " : "points ") + numbers(samples);
  }

  private static String numbers(int[] samples) {
    var first =
        Arrays.stream(samples)
            .limit(POINTS_SHOWN)
            .mapToObj(i -> Integer.toString(i + 1))
            .collect(Collectors.joining(", "));
    return first + (samples.length > POINTS_SHOWN ? ", …" : "");
  }

  /// The order of an epoch's samples, and how they go into batches.
  static Narration ordered(int[] order, Descent descent) {
    int batches = descent.batches(order.length);
    int size = descent.sizeOfBatch(order.length);
    int last = order.length - (batches - 1) * size;
    var into =
        batches == 1
            ? "one batch of %,d".formatted(order.length)
            : "%s of %d%s"
                .formatted(
                    Phrases.count(batches, "batch"),
                    size,
                    last == size ? "" : ", the last with " + last);
    return descent.ordering() == Descent.Ordering.SHUFFLED
        ? new Narration(
            "Shuffle the samples",
            ("Each epoch visits every sample once, in a new order: %s. They go into %s. "
                    + "The seed and the epoch's number decide the order, so going back shows the "
                    + "same one.")
                .formatted(points(order), into))
        : new Narration(
            "Keep the order",
            "Shuffling is off: the samples come as they are given, %s, in %s."
                .formatted(points(order), into));
  }

  /// A name and the number that it stands for.
  public static String line(String latex, double value) {
    return Formula.of(latex).gives(value).latex();
  }

  /// A share of all.
  public static String share(String latex, int some, int all) {
    return Formula.of(latex)
        .is(Term.quotient(Term.count(some), Term.count(all)))
        .gives((double) some / all)
        .latex();
  }

  /// A row of a table.
  static List<String> row(String name, List<String> numbers) {
    return Stream.concat(Stream.of(name), numbers.stream()).toList();
  }

  /// The update of a parameter.
  static String descended(String latex, double before, double rate, double gradient, double after) {
    var step = Term.difference(Term.number(before), Term.product(rate, gradient));
    return latex + "\\leftarrow " + Formula.of(step).gives(after).latex();
  }

  /// Two numbers and what is computed from them, with so many digits that it holds as printed.
  static List<String> computed(
      double left, double right, DoubleBinaryOperator operation, double result) {
    double shown = Numbers.printed(result, 0);
    for (int more = 0; more < MOST_MORE_DIGITS; more++) {
      double again =
          operation.applyAsDouble(Numbers.printed(left, more), Numbers.printed(right, more));
      if (Math.abs(again - shown) <= Numbers.lastPlace(result, 0) / 2) {
        return List.of(Numbers.text(left, more), Numbers.text(right, more), Numbers.text(result));
      }
    }
    return List.of(Numbers.text(left), Numbers.text(right), "≈ " + Numbers.text(result));
  }

  /// `from 0.54 to 0.42`, with so many digits that the two differ; `unchanged at 0.42` where they
  /// are equal.
  static String fromTo(double before, double after) {
    if (before == after) {
      return "unchanged at " + Numbers.text(after);
    }
    int more = 0;
    while (more < MOST_MORE_DIGITS
        && Numbers.text(before, more).equals(Numbers.text(after, more))) {
      more++;
    }
    return more == MOST_MORE_DIGITS
        ? "by less than can be shown from " + Numbers.text(before)
        : "from %s to %s".formatted(Numbers.text(before, more), Numbers.text(after, more));
  }

  /// A change in words: `falls from 0.54 to 0.42`, or `falls a little, to 0.54` where its numbers
  /// look alike.
  static String change(String what, double before, double after) {
    var now = Numbers.text(after);
    if (Double.isNaN(before)) {
      return "%s is %s".formatted(what, now);
    }
    if (after == before) {
      return "%s stays at %s".formatted(what, now);
    }
    var then = Numbers.text(before);
    var verb = after < before ? "falls" : "rises";
    return then.equals(now)
        ? "%s %s a little, to %s".formatted(what, verb, now)
        : "%s %s from %s to %s".formatted(what, verb, then, now);
  }
}
