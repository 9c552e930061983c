package dev.stepwise.compute.attention;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.AttentionProblem.Mask;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import java.util.List;

/// What the steps say that make, scale and mask the scores.
final class ScoreNarration {
  private ScoreNarration() {}

  static Narration scored(AttentionFrame frame) {
    int n = frame.problem().length();
    int width = frame.pass().q()[0].length;
    var caption =
        n == 1
            ? "The only query meets the only key: one score, a dot product of %s."
                .formatted(Words.count(width, "term"))
            : "%d queries times %d keys make %s, each a dot product of %s: high where a key offers what the query looks for. This n×n matrix is why time and memory grow with n²."
                .formatted(n, n, Words.count((long) n * n, "score"), Words.count(width, "term"));
    return new Narration(
        n == 1 ? "The query meets the key" : "Every query meets every key",
        caption,
        List.of("S=QK^{\\top}", AttentionNarration.shapes(n, width, "\\cdot", width, n, n, n)));
  }

  static Narration rowScored(AttentionFrame frame, int query) {
    double[] row = frame.pass().products()[query];
    var best = Winners.of(row);
    int first = best.places().getFirst();
    var problem = frame.problem();
    return new Narration(
        "Scores of the query of " + Words.token(problem, query),
        agreement(problem, best, row[first]),
        List.of(
            Formula.of(
                    "q_{%s}\\cdot k_{%s}"
                        .formatted(Words.index(problem, query), Words.index(problem, first)))
                .is(Words.products(frame.pass().q()[query], frame.pass().k()[first]))
                .gives(row[first])
                .latex()));
  }

  private static String agreement(AttentionProblem problem, Winners best, double score) {
    if (best.count() == 1) {
      return "There is only one key: %s.".formatted(Numbers.text(score));
    }
    if (best.all()) {
      return "It agrees with all %d keys alike: %s.".formatted(best.count(), Numbers.text(score));
    }
    return best.tie()
        ? "It agrees best with %s: %s.".formatted(best.named(problem), Numbers.text(score))
        : "It agrees best with the key of %s: %s."
            .formatted(best.named(problem), Numbers.text(score));
  }

  static Narration scaled(AttentionFrame frame) {
    int width = frame.pass().q()[0].length;
    var products = frame.pass().products();
    boolean scales = frame.problem().settings().scale();
    var before = Numbers.text(deviation(products));
    if (!scales) {
      return new Narration("Scaling is off", "The scores stay as they are. " + without(frame));
    }
    var formula =
        Formula.of("S\\leftarrow\\frac{S}{\\sqrt{d_k}}")
            .is("\\frac{S}{\\sqrt{%d}}".formatted(width))
            .is(Term.quotient(Term.symbol("S"), Term.number(Math.sqrt(width))))
            .latex();
    var caption =
        width == 1
            ? "With d_k = 1 a score has one term only; dividing by √1 = 1 changes nothing."
            : "A dot product of %d terms spreads about √%d = %s times as wide as one term, so it is divided by that. %s"
                .formatted(
                    width,
                    width,
                    Numbers.text(Math.sqrt(width)),
                    equal(products)
                        ? equalScores(frame)
                        : "The scores' standard deviation goes from %s to %s."
                            .formatted(before, Numbers.text(deviation(frame.pass().scaled()))));
    return new Narration("Divide by √d_k", caption, List.of(formula));
  }

  private static String equalScores(AttentionFrame frame) {
    var one = frame.problem().length() == 1 ? "The only score" : "Here all scores are equal: each";
    return "%s goes from %s to %s."
        .formatted(
            one,
            Numbers.text(frame.pass().products()[0][0]),
            Numbers.text(frame.pass().scaled()[0][0]));
  }

  /// What scaling would do.
  private static String without(AttentionFrame frame) {
    int width = frame.pass().q()[0].length;
    var products = frame.pass().products();
    if (width == 1) {
      return "With d_k = 1 dividing by √1 = 1 would change nothing.";
    }
    if (equal(products)) {
      return "Dividing by √%d would leave them as equal as they are.".formatted(width);
    }
    double deviation = deviation(products);
    return "Their standard deviation is %s; dividing by √%d would make it %s. The wider they spread, the nearer softmax comes to 0 and 1."
        .formatted(Numbers.text(deviation), width, Numbers.text(deviation / Math.sqrt(width)));
  }

  private static boolean equal(double[][] rows) {
    for (double[] row : rows) {
      for (double value : row) {
        if (value != rows[0][0]) {
          return false;
        }
      }
    }
    return true;
  }

  /// The standard deviation. Scores may be as large as 10²⁴⁰, so they are scaled before they are
  /// squared.
  static double deviation(double[][] rows) {
    double largest = 0;
    double sum = 0;
    long count = 0;
    for (double[] row : rows) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
        sum += value;
        count++;
      }
    }
    if (largest == 0) {
      return 0;
    }
    double mean = sum / count;
    double squares = 0;
    for (double[] row : rows) {
      for (double value : row) {
        double off = (value - mean) / largest;
        squares += off * off;
      }
    }
    return largest * Math.sqrt(squares / count);
  }

  static Narration rowScaled(AttentionFrame frame, int query) {
    int best = Winners.of(frame.pass().scaled()[query]).places().getFirst();
    int width = frame.pass().q()[0].length;
    int n = frame.problem().length();
    return new Narration(
        "Scale the row of " + Words.token(frame.problem(), query),
        "%s of the row is divided by √%d = %s%s."
            .formatted(
                n == 1 ? "The only score" : "Every score",
                width,
                Numbers.text(Math.sqrt(width)),
                width == 1 ? " and stays what it is" : n == 1 ? "" : "; their order stays"),
        List.of(scaling(frame, query, best, "")));
  }

  /// `name = score / √d_k = …`.
  ///
  /// @param name in LaTeX; may be empty
  static String scaling(AttentionFrame frame, int query, int key, String name) {
    var quotient =
        Term.quotient(
            Term.number(frame.pass().products()[query][key]),
            Term.root(Term.count(frame.pass().q()[0].length)));
    var formula = name.isEmpty() ? Formula.of(quotient) : Formula.of(name).is(quotient);
    return formula.gives(frame.pass().scaled()[query][key]).latex();
  }

  static Narration masked(AttentionFrame frame) {
    long n = frame.problem().length();
    if (frame.problem().settings().mask() == Mask.NONE) {
      return new Narration(
          "No mask",
          n == 1
              ? "The only query may look at the only key; there is nothing to hide."
              : "Every query may look at every key, also at those that come after it: right for"
                  + " reading a text, wrong for predicting its next word.");
    }
    long hidden = n * (n - 1) / 2;
    if (hidden == 0) {
      return new Narration(
          "Hide what comes later", "Nothing comes after the only token, so nothing is hidden.");
    }
    return new Narration(
        "Hide what comes later",
        "A query may look at itself and at what stands before it. The %s above the diagonal %s −∞, so that softmax makes %s exactly 0 and the others still sum to 1."
            .formatted(
                Words.count(hidden, "score"),
                hidden == 1 ? "becomes" : "become",
                hidden == 1 ? "its weight" : "their weights"),
        List.of(
            "S_{ij}=-\\infty\\quad\\text{where}\\quad j>i",
            Formula.of(Term.quotient(Term.product(Term.count(n), Term.count(n - 1)), Term.count(2)))
                .gives(hidden)
                .latex()));
  }

  static Narration rowMasked(AttentionFrame frame, int query) {
    int after = frame.problem().length() - 1 - query;
    var sees =
        query == 0
            ? "It sees itself alone"
            : "It sees " + Words.count(query + 1L, "key") + ", itself included";
    var hidden =
        after == 0
            ? "none comes after it"
            : "%s after it %s hidden"
                .formatted(
                    query == 0 ? Words.count(after, "key") : Integer.toString(after),
                    after == 1 ? "is" : "are");
    return new Narration(
        "Mask the row of " + Words.token(frame.problem(), query),
        "%s; %s.".formatted(sees, hidden),
        List.of("j>%d\\;\\Rightarrow\\;s_{%d,j}=\\mathbf{-\\infty}".formatted(query, query)));
  }
}
