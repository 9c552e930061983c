package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What the steps of softmax say.
public final class SoftmaxNarration {
  private static final int ROWS_SHOWN = 12;

  private SoftmaxNarration() {}

  /// Every row.
  static Narration whole(AttentionFrame frame) {
    var weights = frame.pass().weights();
    int n = weights.length;
    long broken = Arrays.stream(weights).filter(Sharpness::broken).count();
    if (broken > 0) {
      return new Narration(
          "Softmax: %d of %s with NaN".formatted(broken, Words.count(n, "row")),
          "The exponentials of the largest scores overflow to ∞, and ∞/∞ is not a number. Subtracting the row's maximum first would change no weight and avoid it.",
          List.of(
              "e^{710}>1.8\\cdot 10^{308}\\;\\Rightarrow\\;\\frac{\\infty}{\\infty}=\\mathbf{\\text{NaN}}"),
          winners(frame));
    }
    double entropy = Sharpness.meanEntropy(weights);
    double gradient = Sharpness.meanGradient(weights);
    var other = other(frame);
    return new Narration(
        "Softmax turns scores into weights",
        ("Each row becomes shares that sum to 1. On average a row has %s bits of entropy of %s possible, "
                + "and p(1−p) of its winner is %s; %s.")
            .formatted(
                Numbers.text(entropy),
                Numbers.text(Sharpness.entropy(even(n))),
                Numbers.text(gradient),
                other),
        List.of(
            frame.problem().settings().softmax() == SoftmaxKind.STABLE
                ? "A_{ij}=\\frac{e^{s_{ij}-\\max_k s_{ik}}}{\\sum_k e^{s_{ik}-\\max_k s_{ik}}}"
                : "A_{ij}=\\frac{e^{s_{ij}}}{\\sum_k e^{s_{ik}}}"),
        winners(frame));
  }

  private static double[] even(int n) {
    var even = new double[n];
    Arrays.fill(even, 1.0 / n);
    return even;
  }

  /// The same with the other setting of the scale.
  private static String other(AttentionFrame frame) {
    var settings = frame.problem().settings();
    var flipped =
        new AttentionProblem.Settings(!settings.scale(), settings.mask(), SoftmaxKind.STABLE);
    var projections =
        new Attention.Projections(frame.pass().q(), frame.pass().k(), frame.pass().v());
    var weights = Attention.pass(projections, flipped).weights();
    return "%s dividing by √%d they would be %s and %s"
        .formatted(
            settings.scale() ? "without" : "with",
            frame.pass().q()[0].length,
            Numbers.text(Sharpness.meanEntropy(weights)),
            Numbers.text(Sharpness.meanGradient(weights)));
  }

  private static Table winners(AttentionFrame frame) {
    var rows = new ArrayList<List<String>>();
    var weights = frame.pass().weights();
    for (int i = 0; i < Math.min(ROWS_SHOWN, weights.length); i++) {
      int winner = Sharpness.winner(weights[i]);
      rows.add(
          List.of(
              Words.token(frame.problem(), i),
              Sharpness.broken(weights[i]) ? "none" : Words.token(frame.problem(), winner),
              Numbers.text(weights[i][winner]),
              Numbers.text(Sharpness.entropy(weights[i]))));
    }
    return new Table(List.of("query", "looks most at", "weight", "entropy"), rows, -1);
  }

  /// One row.
  static Narration row(AttentionFrame frame, int i) {
    double[] weights = frame.pass().weights()[i];
    var token = Words.token(frame.problem(), i);
    double[] exponentials = Softmax.exponentials(frame.pass().scores()[i], frame.shift(i));
    double sum = Softmax.sum(exponentials);
    if (Sharpness.broken(weights)) {
      return new Narration(
          token + " has no weights: NaN",
          whyNotANumber(exponentials, sum),
          List.of(
              "\\frac{e^{s_j}}{\\sum_k e^{s_k}}=\\frac{\\infty}{\\infty}=\\mathbf{\\text{NaN}}"),
          parts(frame, i));
    }
    int winner = Sharpness.winner(weights);
    var caption =
        AttentionConditions.ofRow(frame, i).contains(AttentionConditions.UNIFORM)
            ? "All its scores are equal, so all its keys share it alike: %s each."
                .formatted(Numbers.text(weights[winner]))
            : "%s looks mostly at %s: %s. The row's entropy is %s bits; p(1−p) of the winner is %s."
                .formatted(
                    token,
                    Words.token(frame.problem(), winner),
                    percent(weights[winner]),
                    Numbers.text(Sharpness.entropy(weights)),
                    Numbers.text(Sharpness.gradient(weights)));
    return new Narration(
        "Softmax of the row of " + token,
        caption,
        List.of(
            "a_{%s,%s}=\\frac{%s}{%s}=\\mathbf{%s}"
                .formatted(
                    Words.index(frame.problem(), i),
                    Words.index(frame.problem(), winner),
                    Numbers.latex(exponentials[winner]),
                    Numbers.latex(sum),
                    Numbers.latex(weights[winner]))),
        parts(frame, i));
  }

  /// One part of a row.
  static Narration part(AttentionFrame frame, int i, Part part) {
    double[] scores = frame.pass().scores()[i];
    double shift = frame.shift(i);
    double[] exponentials = Softmax.exponentials(scores, shift);
    double sum = Softmax.sum(exponentials);
    int top = Sharpness.winner(scores);
    var token = Words.token(frame.problem(), i);
    var topToken = Words.token(frame.problem(), top);
    return switch (part) {
      case MAX ->
          new Narration(
              "The greatest score of " + token,
              "It is %s, for %s.".formatted(Numbers.text(shift), topToken),
              List.of("\\max_j s_j=\\mathbf{%s}".formatted(Numbers.latex(shift))),
              parts(frame, i));
      case SHIFT ->
          new Narration(
              "Subtract it from every score",
              "The greatest becomes 0, all others are negative. e^(s−m) = e^s/e^m: numerator and sum shrink by the same factor, so no weight changes.",
              List.of(
                  "%s-%s=\\mathbf{0}"
                      .formatted(Numbers.latex(scores[top]), Numbers.latexOperand(shift))),
              parts(frame, i));
      case EXP ->
          new Narration(
              "Exponentials",
              Double.isInfinite(exponentials[top])
                  ? "e^%s is larger than the largest double, 1.8·10³⁰⁸: it overflows to ∞."
                      .formatted(Numbers.text(scores[top]))
                  : "Every score becomes positive; a score that is larger by 1 counts %s times as much."
                      .formatted(Numbers.text(Math.E)),
              List.of(
                  "e^{%s}=\\mathbf{%s}"
                      .formatted(
                          Numbers.latex(scores[top] - shift), Numbers.latex(exponentials[top]))),
              parts(frame, i));
      case SUM ->
          new Narration(
              "Their sum",
              "What every exponential of the row is divided by: %s.".formatted(Numbers.text(sum)),
              List.of("%s=\\mathbf{%s}".formatted(Words.sum(exponentials), Numbers.latex(sum))),
              parts(frame, i));
      case DIVIDE -> row(frame, i);
    };
  }

  /// Why a weight is not a number.
  static String whyNotANumber(double[] exponentials, double sum) {
    return sum == 0
        ? "Every exponential of the row underflows to 0, and 0/0 is not a number. With the maximum subtracted the largest would be e^0 = 1."
        : "%s of the row overflowed to ∞, so their sum is ∞, and ∞/∞ is not a number; the others are x/∞ = 0. With the maximum subtracted no exponential exceeds 1."
            .formatted(
                Words.count(
                    Arrays.stream(exponentials).filter(Double::isInfinite).count(), "exponential"));
  }

  /// The row's numbers in columns, the keys with the greatest scores where there are many.
  private static Table parts(AttentionFrame frame, int i) {
    double[] scores = frame.pass().scores()[i];
    double shift = frame.shift(i);
    double[] exponentials = Softmax.exponentials(scores, shift);
    double[] weights = frame.pass().weights()[i];
    boolean stable = frame.problem().settings().softmax() == SoftmaxKind.STABLE;
    var shown =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -scores[j]))
            .limit(ROWS_SHOWN)
            .sorted()
            .toList();
    var rows = new ArrayList<List<String>>();
    int top = Sharpness.winner(scores);
    for (int j : shown) {
      var row = new ArrayList<String>();
      row.add(Words.token(frame.problem(), j));
      row.add(Numbers.text(scores[j]));
      if (stable) {
        row.add(Numbers.text(scores[j] - shift));
      }
      row.add(Numbers.text(exponentials[j]));
      row.add(Numbers.text(weights[j]));
      rows.add(row);
    }
    var head =
        stable
            ? List.of("key", "score", "− max", "exp", "weight")
            : List.of("key", "score", "exp", "weight");
    return new Table(head, rows, shown.indexOf(top));
  }

  /// `58 %`.
  static String percent(double share) {
    double percent = 100 * share;
    var text =
        percent >= 10 && percent < 99.5
            ? Long.toString(Math.round(percent))
            : Numbers.text(percent);
    return text + "\u00A0%";
  }
}
