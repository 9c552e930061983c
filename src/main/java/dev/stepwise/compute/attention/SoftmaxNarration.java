package dev.stepwise.compute.attention;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What the steps of softmax say.
final class SoftmaxNarration {
  /// Where exponentials end to be doubles: above, and below.
  private static final String TOO_LARGE = "e^{710}\\to\\infty";

  private static final String TOO_SMALL = "e^{-746}\\to 0";

  private SoftmaxNarration() {}

  /// Every row.
  static Narration whole(AttentionFrame frame) {
    var weights = frame.pass().weights();
    int n = weights.length;
    var troubles = OutputNarration.troubles(frame);
    if (!troubles.isEmpty()) {
      return failed(frame, troubles);
    }
    if (n == 1) {
      return new Narration(
          "Softmax of one score",
          "The only key gets everything: a row of one weight sums to 1 whatever its score is.",
          List.of(definition(frame)));
    }
    return new Narration(
        "Softmax turns scores into weights",
        "Each row becomes shares that sum to 1. On average a row has %s bits of entropy of %s possible%s, and p(1−p) of its winner is %s%s."
            .formatted(
                Numbers.text(Sharpness.meanEntropy(weights)),
                Numbers.text(Sharpness.meanMostEntropy(frame.pass().scores())),
                hides(frame) ? ", for row i sees i + 1 keys" : "",
                Numbers.text(Sharpness.meanGradient(weights)),
                other(frame)),
        List.of(definition(frame)),
        SoftmaxTables.winners(frame));
  }

  private static boolean hides(AttentionFrame frame) {
    return frame.problem().settings().mask() == AttentionProblem.Mask.CAUSAL;
  }

  private static String definition(AttentionFrame frame) {
    return frame.problem().settings().softmax() == SoftmaxKind.STABLE
        ? "A_{ij}=\\frac{e^{s_{ij}-\\max_k s_{ik}}}{\\sum_k e^{s_{ik}-\\max_k s_{ik}}}"
        : "A_{ij}=\\frac{e^{s_{ij}}}{\\sum_k e^{s_{ik}}}";
  }

  private static Narration failed(AttentionFrame frame, Set<SoftmaxTrouble> troubles) {
    var weights = frame.pass().weights();
    long broken = Arrays.stream(weights).filter(Sharpness::broken).count();
    var rows = Words.count(weights.length, "row");
    var reasons = new StringBuilder();
    var formulas = new ArrayList<String>();
    if (troubles.contains(SoftmaxTrouble.OVERFLOW)) {
      reasons.append("Exponentials of large scores overflow to ∞, and ∞/∞ is not a number. ");
      formulas.add(TOO_LARGE + ",\\quad\\frac{\\infty}{\\infty}=\\mathbf{\\text{NaN}}");
    }
    if (troubles.contains(SoftmaxTrouble.UNDERFLOW)) {
      reasons.append(
          "%s every exponential underflows to 0, and 0/0 is not a number. "
              .formatted(
                  troubles.size() == 1 && broken == weights.length
                      ? "The scores are so far below 0 that"
                      : "In rows whose scores are all far below 0"));
      formulas.add(TOO_SMALL + ",\\quad\\frac{0}{0}=\\mathbf{\\text{NaN}}");
    }
    if (troubles.contains(SoftmaxTrouble.INFINITE_SUM)) {
      reasons.append(
          "Where exponentials are finite but their sum is ∞, every weight is x/∞ = 0, and the row"
              + " sums to 0. ");
      formulas.add("\\frac{e^{s_j}}{\\infty}=\\mathbf{0}");
    }
    return new Narration(
        broken > 0
            ? "Softmax: %d of %s with NaN".formatted(broken, rows)
            : "Softmax: the sum overflows",
        reasons + "Subtracting the row's maximum first would change no weight and avoid it.",
        formulas,
        SoftmaxTables.winners(frame));
  }

  /// The same with the other setting of the scale.
  private static String other(AttentionFrame frame) {
    var settings = frame.problem().settings();
    int width = frame.pass().q()[0].length;
    if (width == 1) {
      return "";
    }
    var flipped =
        new AttentionProblem.Settings(!settings.scale(), settings.mask(), SoftmaxKind.STABLE);
    var weights = Attention.weights(frame.pass().products(), width, flipped);
    return "; %s dividing by √%d they would be %s and %s"
        .formatted(
            settings.scale() ? "without" : "with",
            width,
            Numbers.text(Sharpness.meanEntropy(weights)),
            Numbers.text(Sharpness.meanGradient(weights)));
  }

  /// One row.
  static Narration row(AttentionFrame frame, int i) {
    double[] weights = frame.pass().weights()[i];
    var token = Words.token(frame.problem(), i);
    double[] exponentials = Softmax.exponentials(frame.pass().scores()[i], frame.shift(i));
    double sum = Softmax.sum(exponentials);
    var trouble = SoftmaxTrouble.of(frame, i);
    int winner = Sharpness.winner(weights);
    var formula = quotient(frame, i, winner, exponentials[winner], sum, weights[winner]);
    if (trouble != SoftmaxTrouble.NONE) {
      return new Narration(
          Words.starting(frame.problem(), i)
              + (trouble.isNotANumber() ? " has no weights: NaN" : " has no weights: all are 0"),
          why(trouble, exponentials),
          List.of(formula),
          SoftmaxTables.parts(frame, i, Part.DIVIDE));
    }
    return new Narration(
        "Softmax of the row of " + token,
        looks(frame, i),
        List.of(formula),
        SoftmaxTables.parts(frame, i, Part.DIVIDE));
  }

  private static String quotient(
      AttentionFrame frame, int i, int j, double exponential, double sum, double weight) {
    return Formula.of(
            "a_{%s,%s}".formatted(Words.index(frame.problem(), i), Words.index(frame.problem(), j)))
        .is(Term.quotient(exponential, sum))
        .gives(weight)
        .latex();
  }

  private static String looks(AttentionFrame frame, int i) {
    double[] weights = frame.pass().weights()[i];
    var winners = Winners.of(weights, frame.pass().scores()[i]);
    double most = weights[winners.places().getFirst()];
    if (winners.count() == 1) {
      return "%s sees one key only, %s, which gets everything, whatever its score is."
          .formatted(
              Words.starting(frame.problem(), i), weights.length == 1 ? "its own" : "itself");
    }
    if (winners.all()) {
      return "All its scores are equal, so %s share it alike: %s each. That is as undecided as a row of %d can be: %s bits."
          .formatted(
              hides(frame)
                  ? "the %d keys that it sees".formatted(winners.count())
                  : winners.count() == 2 ? "both keys" : "all %d keys".formatted(winners.count()),
              Numbers.text(most),
              winners.count(),
              Numbers.text(Sharpness.entropy(weights)));
    }
    return "%s looks %s at %s: %s%s. The row's entropy is %s bits; p(1−p) of %s is %s."
        .formatted(
            Words.starting(frame.problem(), i),
            !winners.tie() && most > 0.5 ? "mostly" : "most",
            winners.named(frame.problem()),
            percent(most),
            winners.tie() ? " each" : "",
            Numbers.text(Sharpness.entropy(weights)),
            winners.tie() ? "each of these" : "the winner",
            Numbers.text(Sharpness.gradient(weights)));
  }

  /// One part of a row.
  static Narration part(AttentionFrame frame, int i, Part part) {
    double[] scores = frame.pass().scores()[i];
    double shift = frame.shift(i);
    double[] exponentials = Softmax.exponentials(scores, shift);
    double sum = Softmax.sum(exponentials);
    var tops = Winners.of(scores);
    int top = tops.places().getFirst();
    var table = SoftmaxTables.parts(frame, i, part);
    return switch (part) {
      case MAX ->
          new Narration(
              "The greatest score of " + Words.token(frame.problem(), i),
              greatest(frame, tops, shift),
              List.of("\\max_j s_j=\\mathbf{%s}".formatted(Numbers.latex(shift))),
              table);
      case SHIFT ->
          new Narration(
              "Subtract it from every score",
              shifted(tops)
                  + " e^(s−m) = e^s/e^m: numerator and sum shrink by the same factor, so no weight"
                  + " changes.",
              List.of(Formula.of(Term.difference(scores[top], shift)).gives(0.0).latex()),
              table);
      case EXP ->
          new Narration(
              "Exponentials",
              exponentials(scores, shift, exponentials),
              List.of(
                  Formula.of(Term.apply(Function.EXP, Term.number(scores[top] - shift)))
                      .gives(exponentials[top])
                      .latex()),
              table);
      case SUM ->
          new Narration(
              "Their sum",
              "What every exponential of the row is divided by: %s.".formatted(Numbers.text(sum)),
              List.of(sum(exponentials, sum)),
              table);
      case DIVIDE -> row(frame, i);
    };
  }

  private static String sum(double[] exponentials, double sum) {
    return exponentials.length == 1
        ? Formula.of("\\sum_j e^{s_j}").gives(sum).latex()
        : Formula.of(Words.sum(exponentials)).gives(sum).latex();
  }

  private static String greatest(AttentionFrame frame, Winners tops, double shift) {
    if (tops.count() == 1) {
      return "There is only one score: %s.".formatted(Numbers.text(shift));
    }
    return tops.all()
        ? "All %d scores are equal: %s.".formatted(tops.count(), Numbers.text(shift))
        : "It is %s, for %s.".formatted(Numbers.text(shift), tops.named(frame.problem()));
  }

  private static String shifted(Winners tops) {
    if (tops.count() == 1) {
      return "The only score becomes 0.";
    }
    return tops.all()
        ? "All become 0."
        : "The greatest %s 0, all others are negative."
            .formatted(tops.tie() ? "become" : "becomes");
  }

  private static String exponentials(double[] scores, double shift, double[] exponentials) {
    double greatest = Softmax.greatest(scores);
    var trouble = SoftmaxTrouble.of(exponentials);
    if (trouble == SoftmaxTrouble.OVERFLOW) {
      return "e^%s is larger than the largest double, 1.8·10³⁰⁸: it overflows to ∞."
          .formatted(Numbers.text(greatest));
    }
    if (trouble == SoftmaxTrouble.UNDERFLOW) {
      return "Even e^%s is smaller than the smallest double, 4.9·10⁻³²⁴: %s underflows to 0."
          .formatted(Numbers.text(greatest), exponentials.length == 1 ? "it" : "every exponential");
    }
    if (exponentials.length == 1) {
      return "The score becomes positive, whatever it is.";
    }
    long lost = 0;
    long hidden = 0;
    for (int j = 0; j < scores.length; j++) {
      boolean seen = scores[j] != Double.NEGATIVE_INFINITY;
      hidden += seen ? 0 : 1;
      lost += seen && exponentials[j] == 0 ? 1 : 0;
    }
    return (hidden == 0
            ? "Every score becomes positive"
            : "Every score becomes positive, and −∞ becomes 0")
        + (lost == 0
            ? ""
            : ", but %s so small that it underflows to 0"
                .formatted(lost == 1 ? "one is" : lost + " are each"))
        + "; one that is larger by 1 counts %s times as much.".formatted(Numbers.text(Math.E));
  }

  /// Why a row's weights are not shares of 1.
  static String why(SoftmaxTrouble trouble, double[] exponentials) {
    long infinite = Arrays.stream(exponentials).filter(Double::isInfinite).count();
    boolean all = infinite == exponentials.length;
    return switch (trouble) {
      case NONE -> "";
      case UNDERFLOW ->
          "%s of the row underflows to 0, and 0/0 is not a number. With the maximum subtracted the largest would be e^0 = 1."
              .formatted(exponentials.length == 1 ? "The exponential" : "Every exponential");
      case OVERFLOW ->
          "%s of the row overflowed to ∞, so their sum is ∞, and ∞/∞ is not a number%s. With the maximum subtracted no exponential exceeds 1."
              .formatted(
                  Words.count(infinite, "exponential"), all ? "" : "; the others are x/∞ = 0");
      case INFINITE_SUM ->
          "Each exponential of the row is finite, but their sum is beyond the largest double: ∞. Every weight is x/∞ = 0, so the row sums to 0, not to 1. With the maximum subtracted the sum is at most %d."
              .formatted(exponentials.length);
    };
  }

  /// `58 %`.
  static String percent(double share) {
    double percent = 100 * share;
    var text =
        percent >= 10 && percent < 99.5
            ? Long.toString(Math.round(percent))
            : Numbers.text(percent);
    boolean nearly = share < 1 && text.startsWith("100");
    return (nearly ? "nearly 100" : text) + "\u00A0%";
  }
}
