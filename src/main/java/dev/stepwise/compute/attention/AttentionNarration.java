package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.attention.AttentionProblem.Mask;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// What the steps of attention say.
final class AttentionNarration {
  private AttentionNarration() {}

  static Narration of(AttentionFrame frame) {
    return switch (frame.focus()) {
      case Focus.Projected _ -> projected(frame);
      case Focus.MatrixProjected(var matrix) -> matrix(frame, matrix);
      case Focus.CellProjected(var matrix, int row, int column) ->
          CellNarration.of(frame, matrix, row, column);
      case Focus.TermProjected term -> term(frame, term);
      case Focus.Scored _ -> scored(frame);
      case Focus.RowScored(int query) -> rowScored(frame, query);
      case Focus.CellScored(int query, int key) ->
          CellNarration.of(frame, Tensor.SCORES, query, key);
      case Focus.TermScored term -> term(frame, term);
      case Focus.Scaled _ -> scaled(frame);
      case Focus.RowScaled(int query) -> rowScaled(frame, query);
      case Focus.Masked _ -> masked(frame);
      case Focus.RowMasked(int query) -> rowMasked(frame, query);
      case Focus.Weighed _ -> SoftmaxNarration.whole(frame);
      case Focus.RowWeighed(int query) -> SoftmaxNarration.row(frame, query);
      case Focus.PartWeighed(int query, var part) -> SoftmaxNarration.part(frame, query, part);
      case Focus.Mixed _ -> mixed(frame);
      case Focus.RowMixed(int query) -> rowMixed(frame, query);
      case Focus.TermMixed(int query, int key) -> termMixed(frame, query, key);
      case Focus.Finished _ -> finished(frame);
    };
  }

  private static Narration projected(AttentionFrame frame) {
    var problem = frame.problem();
    int n = problem.length();
    int model = problem.modelWidth();
    int key = problem.keyWidth();
    return new Narration(
        "Project every token three times",
        ("Each of the %s is a row of %d numbers. Three matrices turn it into a query (what it looks for), "
                + "a key (what it offers) and a value (what it hands over), %d numbers each: %s multiplications.")
            .formatted(Words.count(n, "token"), model, key, "%,d".formatted(3L * n * model * key)),
        List.of(
            "Q=XW_q,\\quad K=XW_k,\\quad V=XW_v", shapes(n, model, "\\cdot", model, key, n, key)));
  }

  private static String shapes(int a, int b, String operator, int c, int d, int e, int f) {
    return "(%d\\times %d)%s(%d\\times %d)=\\mathbf{(%d\\times %d)}"
        .formatted(a, b, operator, c, d, e, f);
  }

  private static Narration matrix(AttentionFrame frame, Tensor matrix) {
    var problem = frame.problem();
    var maker = Objects.requireNonNull(matrix.maker());
    var what =
        switch (matrix) {
          case Q -> "The queries: what each token looks for.";
          case K -> "The keys: what each token offers to be found by.";
          default -> "The values: what each token hands over to those who look at it.";
        };
    return new Narration(
        "%s = X · %s".formatted(matrix.variable(), maker.variable()),
        what + " Every cell is a row of X times a column of %s.".formatted(maker.variable()),
        List.of(
            "%s=X\\,%s".formatted(matrix.symbol(), CellNarration.latex(maker)),
            shapes(
                problem.length(),
                problem.modelWidth(),
                "\\cdot",
                problem.modelWidth(),
                problem.keyWidth(),
                problem.length(),
                problem.keyWidth())));
  }

  private static Narration term(AttentionFrame frame, Focus.TermProjected term) {
    var maker = Objects.requireNonNull(term.matrix().maker());
    double left = frame.problem().x()[term.row()][term.term()];
    double right = frame.values(maker)[term.term()][term.column()];
    return term(
        "%s[%d, %d]".formatted(term.matrix().variable(), term.row(), term.column()),
        "X[%d, %d] times %s[%d, %d]"
            .formatted(term.row(), term.term(), maker.variable(), term.term(), term.column()),
        term.term(),
        left,
        right,
        term.sum());
  }

  private static Narration term(AttentionFrame frame, Focus.TermScored term) {
    double left = frame.pass().q()[term.query()][term.term()];
    double right = frame.pass().k()[term.key()][term.term()];
    return term(
        "scores[%d, %d]".formatted(term.query(), term.key()),
        "Q[%d, %d] times K[%d, %d]".formatted(term.query(), term.term(), term.key(), term.term()),
        term.term(),
        left,
        right,
        term.sum());
  }

  private static Narration term(
      String cell, String factors, int term, double left, double right, double sum) {
    double before = sum - left * right;
    return new Narration(
        "%s, term %d".formatted(cell, term + 1),
        "%s adds %s; the sum so far is %s."
            .formatted(factors, Numbers.text(left * right), Numbers.text(sum)),
        List.of(
            (term == 0 ? "" : Numbers.latex(before) + "+")
                + "%s\\cdot %s=\\mathbf{%s}"
                    .formatted(
                        Numbers.latexOperand(left),
                        Numbers.latexOperand(right),
                        Numbers.latex(sum))));
  }

  private static Narration scored(AttentionFrame frame) {
    int n = frame.problem().length();
    int width = frame.pass().q()[0].length;
    return new Narration(
        "Every query meets every key",
        "%d queries times %d keys make %,d scores, each a dot product of %s: high where a key offers what the query looks for. This n×n matrix is why time and memory grow with n²."
            .formatted(n, n, (long) n * n, Words.count(width, "term")),
        List.of("S=QK^{\\top}", shapes(n, width, "\\cdot", width, n, n, n)));
  }

  private static Narration rowScored(AttentionFrame frame, int query) {
    double[] row = frame.pass().products()[query];
    int best = Sharpness.winner(row);
    return new Narration(
        "Scores of the query of " + Words.token(frame.problem(), query),
        "It agrees best with the key of %s: %s."
            .formatted(Words.token(frame.problem(), best), Numbers.text(row[best])),
        List.of(
            "q_{%s}\\cdot k_{%s}=%s=\\mathbf{%s}"
                .formatted(
                    Words.index(frame.problem(), query),
                    Words.index(frame.problem(), best),
                    Words.products(frame.pass().q()[query], frame.pass().k()[best]),
                    Numbers.latex(row[best]))));
  }

  private static Narration scaled(AttentionFrame frame) {
    int width = frame.pass().q()[0].length;
    double before = deviation(frame.pass().products());
    if (!frame.problem().settings().scale()) {
      return new Narration(
          "Scaling is off",
          "The scores stay as they are, with a standard deviation of %s. Dividing by √%d would make it %s. The wider they spread, the nearer softmax comes to 0 and 1."
              .formatted(Numbers.text(before), width, Numbers.text(before / Math.sqrt(width))));
    }
    double after = deviation(frame.pass().scaled());
    return new Narration(
        "Divide by √d_k",
        "A dot product of %s spreads about √%d = %s times as wide as one term. Divided by that, the scores' standard deviation goes from %s to %s, whatever d_k is."
            .formatted(
                Words.count(width, "term"),
                width,
                Numbers.text(Math.sqrt(width)),
                Numbers.text(before),
                Numbers.text(after)),
        List.of(
            "S\\leftarrow\\frac{S}{\\sqrt{d_k}}=\\frac{S}{\\sqrt{%d}}=\\frac{S}{\\mathbf{%s}}"
                .formatted(width, Numbers.latex(Math.sqrt(width)))));
  }

  private static double deviation(double[][] rows) {
    var all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    double mean = Arrays.stream(all).average().orElse(0);
    return Math.sqrt(
        Arrays.stream(all).map(value -> (value - mean) * (value - mean)).average().orElse(0));
  }

  private static Narration rowScaled(AttentionFrame frame, int query) {
    int best = Sharpness.winner(frame.pass().scaled()[query]);
    int width = frame.pass().q()[0].length;
    return new Narration(
        "Scale the row of " + Words.token(frame.problem(), query),
        "Every score of the row is divided by √%d = %s; their order stays."
            .formatted(width, Numbers.text(Math.sqrt(width))),
        List.of(
            "\\frac{%s}{\\sqrt{%d}}=\\mathbf{%s}"
                .formatted(
                    Numbers.latex(frame.pass().products()[query][best]),
                    width,
                    Numbers.latex(frame.pass().scaled()[query][best]))));
  }

  private static Narration masked(AttentionFrame frame) {
    long n = frame.problem().length();
    if (frame.problem().settings().mask() == Mask.NONE) {
      return new Narration(
          "No mask",
          "Every query may look at every key, also at those that come after it: right for reading a text, wrong for predicting its next word.");
    }
    return new Narration(
        "Hide what comes later",
        "A query may look at itself and at what stands before it. The %,d scores above the diagonal become −∞, so that softmax makes them exactly 0 and the others still sum to 1."
            .formatted(n * (n - 1) / 2),
        List.of(
            "S_{ij}=-\\infty\\quad\\text{where}\\quad j>i",
            "\\frac{%d\\cdot %d}{2}=\\mathbf{%d}".formatted(n, n - 1, n * (n - 1) / 2)));
  }

  private static Narration rowMasked(AttentionFrame frame, int query) {
    int n = frame.problem().length();
    return new Narration(
        "Mask the row of " + Words.token(frame.problem(), query),
        "It sees %s, itself included; %s after it %s hidden."
            .formatted(
                Words.count(query + 1L, "key"), n - 1 - query, n - 2 == query ? "is" : "are"),
        List.of("j>%d\\;\\Rightarrow\\;s_{%d,j}=\\mathbf{-\\infty}".formatted(query, query)));
  }

  private static Narration mixed(AttentionFrame frame) {
    int n = frame.problem().length();
    int width = frame.pass().v()[0].length;
    return new Narration(
        "Mix the values",
        "Every token's output is a mean of all values, weighted by its row of weights: each row now knows something of the tokens it looked at.",
        List.of("O=AV", shapes(n, n, "\\cdot", n, width, n, width)));
  }

  private static Narration rowMixed(AttentionFrame frame, int query) {
    double[] weights = frame.pass().weights()[query];
    double[] output = frame.pass().output()[query];
    int winner = Sharpness.winner(weights);
    double[] firsts = new double[weights.length];
    for (int j = 0; j < firsts.length; j++) {
      firsts[j] = frame.pass().v()[j][0];
    }
    var caption =
        Sharpness.broken(weights)
            ? "Its weights are not numbers, so neither is its output: one NaN spoils all that is computed from it."
            : "The values of all tokens, each times its weight, added up. Most of it, %s, comes from %s."
                .formatted(
                    SoftmaxNarration.percent(weights[winner]),
                    Words.token(frame.problem(), winner));
    return new Narration(
        "Output of " + Words.token(frame.problem(), query),
        caption,
        List.of(
            "o_{%s}=\\sum_j a_j v_j".formatted(Words.index(frame.problem(), query)),
            "O_{%d,0}=%s=\\mathbf{%s}"
                .formatted(query, Words.products(weights, firsts), Numbers.latex(output[0]))));
  }

  private static Narration termMixed(AttentionFrame frame, int query, int key) {
    double weight = frame.pass().weights()[query][key];
    double value = frame.pass().v()[key][0];
    double sum = frame.values(Tensor.OUTPUT)[query][0];
    return new Narration(
        "Add the value of " + Words.token(frame.problem(), key),
        "Its %s count %s: the weight that %s gives it."
            .formatted(
                Words.count(frame.pass().v()[key].length, "number"),
                Numbers.text(weight),
                Words.token(frame.problem(), query)),
        List.of(
            "o\\leftarrow o+%s\\cdot v_{%s}"
                .formatted(Numbers.latex(weight), Words.index(frame.problem(), key)),
            "%s%s\\cdot %s=\\mathbf{%s}"
                .formatted(
                    key == 0 ? "" : Numbers.latex(sum - weight * value) + "+",
                    Numbers.latexOperand(weight),
                    Numbers.latexOperand(value),
                    Numbers.latex(sum))));
  }

  private static Narration finished(AttentionFrame frame) {
    long n = frame.problem().length();
    int width = frame.pass().v()[0].length;
    boolean broken = Arrays.stream(frame.pass().weights()).anyMatch(Sharpness::broken);
    var caption =
        broken
            ? "The output has NaN in it: softmax overflowed. Its stable form, with the maximum subtracted, gives numbers for the same scores."
            : "Each of the %s has become a row of %d numbers that holds something of those it looked at. It took %,d multiplications for scores and output, and room for %,d weights."
                .formatted(Words.count(n, "token"), width, 2 * n * n * width, n * n);
    return new Narration(
        broken ? "The end: not a number" : "The end",
        caption,
        List.of(
            "\\text{softmax}\\!\\left(\\frac{QK^{\\top}}{\\sqrt{d_k}}\\right)V\\quad(\\mathbf{%d\\times %d})"
                .formatted(n, width)));
  }
}
