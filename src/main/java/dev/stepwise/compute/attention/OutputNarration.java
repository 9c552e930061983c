package dev.stepwise.compute.attention;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.attention.AttentionProblem.Mask;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// What the steps say that mix the values, and the end.
final class OutputNarration {
  private OutputNarration() {}

  static Narration mixed(AttentionFrame frame) {
    int n = frame.problem().length();
    int width = frame.pass().v()[0].length;
    return new Narration(
        n == 1 ? "Take the value" : "Mix the values",
        mixing(frame, n),
        List.of("O=AV", AttentionNarration.shapes(n, n, "\\cdot", n, width, n, width)));
  }

  private static String mixing(AttentionFrame frame, int n) {
    long broken = broken(frame);
    if (broken > 0) {
      var others = n - broken;
      return broken == n
          ? "No row of weights holds numbers, so neither does the output: NaN times anything is"
              + " NaN, and NaN plus anything too."
          : "%s NaN, and so %s output: NaN times anything is NaN. %s."
              .formatted(
                  broken == 1 ? "One row of weights holds" : broken + " rows of weights hold",
                  broken == 1 ? "is its" : "are their",
                  others == 1
                      ? "Only one row is sound"
                      : "Only the other %d are sound".formatted(others));
    }
    if (troubles(frame).contains(SoftmaxTrouble.INFINITE_SUM)) {
      return "Rows whose weights are all 0, since their sum of exponentials overflowed, take"
          + " nothing from any value: their output is 0, and no mean of anything.";
    }
    if (n == 1) {
      return "The only token gives all its weight to itself: its output is its own value.";
    }
    return "Every row of the output is a mean of %s, weighted by that row's weights: each now knows something of %s it looked at."
        .formatted(
            frame.problem().settings().mask() == Mask.CAUSAL
                ? "the values that may be seen"
                : "all values",
            frame.problem().names().pieces().isEmpty() ? "the tokens" : "the rows");
  }

  private static long broken(AttentionFrame frame) {
    return Arrays.stream(frame.pass().weights()).filter(Sharpness::broken).count();
  }

  /// What goes wrong in some row.
  static Set<SoftmaxTrouble> troubles(AttentionFrame frame) {
    var troubles = EnumSet.noneOf(SoftmaxTrouble.class);
    for (int i = 0; i < frame.problem().length(); i++) {
      troubles.add(SoftmaxTrouble.of(frame, i));
    }
    troubles.remove(SoftmaxTrouble.NONE);
    return troubles;
  }

  static Narration rowMixed(AttentionFrame frame, int query) {
    double[] weights = frame.pass().weights()[query];
    double[] firsts =
        IntStream.range(0, weights.length).mapToDouble(j -> frame.pass().v()[j][0]).toArray();
    return new Narration(
        "Output of " + Words.token(frame.problem(), query),
        shares(frame, query),
        List.of(
            "o_{%s}=\\sum_j a_j v_j".formatted(Words.index(frame.problem(), query)),
            Formula.of("O_{%d,0}".formatted(query))
                .is(Words.products(weights, firsts))
                .gives(frame.pass().output()[query][0])
                .latex()));
  }

  private static String shares(AttentionFrame frame, int query) {
    double[] weights = frame.pass().weights()[query];
    if (Sharpness.broken(weights)) {
      return "%s, so neither is its output: one NaN spoils all that is computed from it."
          .formatted(
              Arrays.stream(weights).allMatch(Double::isNaN)
                  ? "Its weights are not numbers"
                  : "Some of its weights are not numbers");
    }
    if (SoftmaxTrouble.of(frame, query) == SoftmaxTrouble.INFINITE_SUM) {
      return "All its weights are 0, since their sum of exponentials overflowed: nothing is added"
          + " up, and its output is 0.";
    }
    var winners = Winners.of(weights, frame.pass().scores()[query]);
    double most = weights[winners.places().getFirst()];
    if (winners.count() == 1 || most == 1) {
      return "All its weight is on %s: its output is that value%s."
          .formatted(
              winners.named(frame.problem()),
              winners.count() == 1 ? "" : ", as far as doubles can tell");
    }
    var keys =
        winners.count() == weights.length
            ? "all %d".formatted(weights.length)
            : "the %d that it may see".formatted(winners.count());
    var share = SoftmaxNarration.percent(most);
    return "The values of %s, each times its weight, added up. ".formatted(keys)
        + (winners.all()
            ? "All count alike, %s each: it is their plain mean.".formatted(share)
            : winners.tie()
                ? "The largest shares, %s each, come from %s."
                    .formatted(share, winners.named(frame.problem()).replace(" alike", ""))
                : "The largest share, %s, comes from %s."
                    .formatted(share, winners.named(frame.problem())));
  }

  static Narration termMixed(AttentionFrame frame, int query, int key) {
    double weight = frame.pass().weights()[query][key];
    double value = frame.pass().v()[key][0];
    var of = Words.token(frame.problem(), key);
    double before = 0;
    for (int j = 0; j < key; j++) {
      before += frame.pass().weights()[query][j] * frame.pass().v()[j][0];
    }
    var counted = Words.count(frame.pass().v()[key].length, "number");
    var caption =
        frame.pass().scores()[query][key] == Double.NEGATIVE_INFINITY
            ? "The mask hides %s: its weight is 0, so nothing of it is added.".formatted(of)
            : Double.isNaN(weight)
                ? "The weight is NaN, and so is every sum that it is added to."
                : weight == 0
                    ? "The weight that %s gives it is 0: nothing of it is added."
                        .formatted(Words.token(frame.problem(), query))
                    : "Its %s count %s times: the weight that %s gives it."
                        .formatted(
                            counted, Numbers.text(weight), Words.token(frame.problem(), query));
    return new Narration(
        "Add the value of " + of,
        caption,
        List.of(
            "o\\leftarrow o+%s\\cdot v_{%s}"
                .formatted(Numbers.latex(weight), Words.index(frame.problem(), key)),
            AttentionNarration.running(before, key, weight, value)));
  }

  static Narration finished(AttentionFrame frame) {
    long n = frame.problem().length();
    int width = frame.pass().v()[0].length;
    boolean broken = broken(frame) > 0;
    var troubles = troubles(frame);
    return new Narration(
        broken ? "The end: not a number" : "The end",
        troubles.isEmpty() ? achieved(frame, n, width) : failed(broken, troubles),
        List.of(
            "\\text{softmax}\\!\\left(%s\\right)V\\quad(\\mathbf{%d\\times %d})"
                .formatted(
                    frame.problem().settings().scale()
                        ? "\\frac{QK^{\\top}}{\\sqrt{d_k}}"
                        : "QK^{\\top}",
                    n,
                    width)));
  }

  private static String achieved(AttentionFrame frame, long n, int width) {
    boolean tokens = frame.problem().names().pieces().isEmpty();
    var what =
        n == 1
            ? "The only token has become a row of %s: its own value."
                .formatted(Words.count(width, "number"))
            : "Each of the %s has become a row of %s that holds something of those it looked at."
                .formatted(Words.count(n, tokens ? "token" : "row"), Words.count(width, "number"));
    return what
        + " It took %s for scores and output, and room for %s."
            .formatted(
                Words.count(2 * n * n * width, "multiplication"), Words.count(n * n, "weight"));
  }

  private static String failed(boolean broken, Set<SoftmaxTrouble> troubles) {
    var why =
        troubles.contains(SoftmaxTrouble.UNDERFLOW)
            ? troubles.size() == 1
                ? "exponentials that are all 0 gave 0/0"
                : "exponentials overflowed in some rows and were all 0 in others"
            : "exponentials overflowed";
    return "The output %s: in softmax, %s. Its stable form, with the maximum subtracted, gives numbers for the same scores."
        .formatted(broken ? "has NaN in it" : "has rows of 0 that are no mean", why);
  }
}
