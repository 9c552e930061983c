package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.AttentionProblem.Settings;
import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Softmax: scores become weights, row by row.
public sealed interface SoftmaxFocus extends Focus {
  @Override
  default Tensor tensor() {
    return Tensor.WEIGHTS;
  }

  /// Every row through softmax.
  record Weighed() implements SoftmaxFocus {
    static final StepKind KIND = StepKind.of("softmax").reads("scores").writes("attention_weights");

    /// Where exponentials end to be doubles: above, and below.
    private static final String TOO_LARGE = "e^{710}\\to\\infty";

    private static final String TOO_SMALL = "e^{-746}\\to 0";

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      var weights = frame.pass().weights();
      var troubles = SoftmaxTrouble.inAnyRow(frame);
      if (!troubles.isEmpty()) {
        return failed(frame, troubles);
      }
      if (weights.length == 1) {
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
                  frame.problem().settings().hidesTheFuture() ? ", for row i sees i + 1 keys" : "",
                  Numbers.text(Sharpness.meanGradient(weights)),
                  otherwise(frame)),
          List.of(definition(frame)),
          SoftmaxTables.winners(frame));
    }

    private static String definition(AttentionFrame frame) {
      return frame.problem().settings().isStable()
          ? "A_{ij}=\\frac{e^{s_{ij}-\\max_k s_{ik}}}{\\sum_k e^{s_{ik}-\\max_k s_{ik}}}"
          : "A_{ij}=\\frac{e^{s_{ij}}}{\\sum_k e^{s_{ik}}}";
    }

    private static Narration failed(AttentionFrame frame, Set<SoftmaxTrouble> troubles) {
      var weights = frame.pass().weights();
      long broken = Arrays.stream(weights).filter(Sharpness::broken).count();
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
            "Where exponentials are finite but their sum is ∞, every weight is x/∞ = 0, and the"
                + " row sums to 0. ");
        formulas.add("\\frac{e^{s_j}}{\\infty}=\\mathbf{0}");
      }
      return new Narration(
          broken > 0
              ? "Softmax: %d of %s with NaN".formatted(broken, Phrases.count(weights.length, "row"))
              : "Softmax: the sum overflows",
          reasons + "Subtracting the row's maximum first would change no weight and avoid it.",
          formulas,
          SoftmaxTables.winners(frame));
    }

    /// The same with the other setting of the scale.
    private static String otherwise(AttentionFrame frame) {
      var settings = frame.problem().settings();
      int width = frame.headWidth();
      if (width == 1 || settings.mistake() != AttentionMistake.NONE) {
        return "";
      }
      var flipped = new Settings(!settings.scale(), settings.mask(), SoftmaxKind.STABLE);
      var weights = Attention.weights(frame.pass().products(), width, flipped);
      return "; %s dividing by √%d they would be %s and %s"
          .formatted(
              settings.scale() ? "without" : "with",
              width,
              Numbers.text(Sharpness.meanEntropy(weights)),
              Numbers.text(Sharpness.meanGradient(weights)));
    }
  }

  /// One row through softmax.
  record RowWeighed(int query) implements SoftmaxFocus {
    static final StepKind KIND = StepKind.of("softmax row").at("divide").reads("scores");

    @Override
    public StepKind kind() {
      return KIND.writes(variable());
    }

    @Override
    public List<Integer> place() {
      return List.of(query);
    }

    @Override
    public int cells(AttentionFrame frame) {
      return (query + 1) * frame.problem().length();
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      var trouble = SoftmaxTrouble.of(frame, query);
      boolean sound = trouble == SoftmaxTrouble.NONE;
      int winner = Sharpness.winner(frame.pass().weights()[query]);
      return new Narration(
          sound
              ? "Softmax of the row of " + Words.token(frame.problem(), query)
              : Words.starting(frame.problem(), query)
                  + (trouble.isNotANumber()
                      ? " has no weights: NaN"
                      : " has no weights: all are 0"),
          sound ? looks(frame) : trouble.why(new SoftmaxRow(frame, query).exponentials()),
          frame.cells().formulas(Tensor.WEIGHTS, query, winner),
          SoftmaxTables.parts(frame, query, Part.DIVIDE));
    }

    private String looks(AttentionFrame frame) {
      double[] weights = frame.pass().weights()[query];
      var token = Words.starting(frame.problem(), query);
      var winners = Winners.of(weights, frame.pass().scores()[query]);
      int count = winners.count();
      double most = weights[winners.places().getFirst()];
      var entropy = Numbers.text(Sharpness.entropy(weights));
      if (count == 1) {
        return "%s sees one key only, %s, which gets everything, whatever its score is."
            .formatted(token, weights.length == 1 ? "its own" : "itself");
      }
      if (winners.all()) {
        var all = count == 2 ? "both keys" : "all %d keys".formatted(count);
        return "All its scores are equal, so %s share it alike: %s each. That is as undecided as a row of %d can be: %s bits."
            .formatted(
                frame.problem().settings().hidesTheFuture()
                    ? "the %d keys that it sees".formatted(count)
                    : all,
                Numbers.text(most),
                count,
                entropy);
      }
      return "%s looks %s at %s: %s%s. The row's entropy is %s bits; p(1−p) of %s is %s."
          .formatted(
              token,
              !winners.tie() && most > 0.5 ? "mostly" : "most",
              winners.named(frame.problem()),
              Words.percent(most),
              winners.tie() ? " each" : "",
              entropy,
              winners.tie() ? "each of these" : "the winner",
              Numbers.text(Sharpness.gradient(weights)));
    }
  }

  /// One part of a row. The naive softmax has no maximum and no shift.
  record PartWeighed(int query, Part part) implements SoftmaxFocus {
    static final StepKind KIND = StepKind.of("softmax part");

    @Override
    public StepKind kind() {
      var at = "[%d]".formatted(query);
      return switch (part) {
        case MAX -> KIND.at("max").reads("scores" + at).writes("top" + at);
        case SHIFT -> KIND.at("shift").reads("scores" + at, "top" + at).writes("scores" + at);
        case EXP -> KIND.at("exp").reads("scores" + at).writes("exps" + at);
        case SUM -> KIND.at("sum").reads("exps" + at).writes("sums" + at);
        case DIVIDE -> KIND.at("divide").reads("exps" + at, "sums" + at).writes(variable());
      };
    }

    @Override
    public List<Integer> place() {
      return List.of(query);
    }

    @Override
    public int cells(AttentionFrame frame) {
      return (part == Part.DIVIDE ? query + 1 : query) * frame.problem().length();
    }

    @Override
    public void addTo(Map<String, Value> variables, AttentionFrame frame) {
      new SoftmaxRow(frame, query).addTo(variables, part);
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      var row = new SoftmaxRow(frame, query);
      var table = SoftmaxTables.parts(frame, query, part);
      var tops = Winners.of(row.scores());
      int top = tops.places().getFirst();
      return switch (part) {
        case MAX -> row.greatest().tabled(table).narration();
        case SHIFT ->
            row.difference(top)
                .titled("Subtract it from every score")
                .saying(
                    shifted(tops)
                        + " e^(s−m) = e^s/e^m: numerator and sum shrink by the same factor, so no"
                        + " weight changes.")
                .tabled(table)
                .narration();
        case EXP ->
            row.power(top)
                .titled("Exponentials")
                .saying(exponentials(row))
                .tabled(table)
                .narration();
        case SUM -> row.total().titled("Their sum").tabled(table).narration();
        case DIVIDE -> new RowWeighed(query).narration(frame);
      };
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

    private static String exponentials(SoftmaxRow row) {
      double[] scores = row.scores();
      double[] exponentials = row.exponentials();
      var greatest = Numbers.text(Softmax.greatest(scores));
      var trouble = SoftmaxTrouble.of(exponentials);
      if (trouble == SoftmaxTrouble.OVERFLOW) {
        return "e^%s is larger than the largest double, 1.8·10³⁰⁸: it overflows to ∞."
            .formatted(greatest);
      }
      if (trouble == SoftmaxTrouble.UNDERFLOW) {
        return "Even e^%s is smaller than the smallest double, 4.9·10⁻³²⁴: %s underflows to 0."
            .formatted(greatest, exponentials.length == 1 ? "it" : "every exponential");
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
  }
}
