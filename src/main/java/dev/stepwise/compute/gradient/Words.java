package dev.stepwise.compute.gradient;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Pieces of sentences and of formulas.
final class Words {
  private static final int TERMS_SHOWN = 4;
  private static final int POINTS_SHOWN = 8;

  private Words() {}

  /// `1 sample`, `8 samples`, `2 classes`.
  static String count(long count, String one) {
    boolean hisses = one.endsWith("s") || one.endsWith("ch");
    return "%,d %s%s".formatted(count, one, count == 1 ? "" : hisses ? "es" : "s");
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
            ? "one batch with %s"
                .formatted(order.length == 1 ? "it" : "all %,d".formatted(order.length))
            : "%s of %d%s"
                .formatted(
                    count(batches, "batch"), size, last == size ? "" : ", the last with " + last);
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

  /// A sum of products with numbers in it: up to four, or the first two of more, so that it can be
  /// read from afar.
  static String products(double[] left, double[] right) {
    var terms = new ArrayList<String>();
    int shown = left.length > TERMS_SHOWN ? 2 : left.length;
    for (int i = 0; i < shown; i++) {
      terms.add(Numbers.latexOperand(left[i]) + "\\cdot " + Numbers.latexOperand(right[i]));
    }
    return sum(terms, left.length);
  }

  /// A sum of numbers, at most four written out.
  static String sum(double[] values) {
    var terms = new ArrayList<String>();
    for (int i = 0; i < Math.min(values.length, TERMS_SHOWN); i++) {
      terms.add(Numbers.latexOperand(values[i]));
    }
    return sum(terms, values.length);
  }

  private static String sum(List<String> terms, int count) {
    if (count > TERMS_SHOWN) {
      terms.add("\\cdots");
    }
    return String.join("+", terms);
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
