package dev.stepwise.compute.attention;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import java.util.List;
import java.util.Locale;
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
      case Focus.Scored _ -> ScoreNarration.scored(frame);
      case Focus.RowScored(int query) -> ScoreNarration.rowScored(frame, query);
      case Focus.CellScored(int query, int key) ->
          CellNarration.of(frame, Tensor.SCORES, query, key);
      case Focus.TermScored term -> term(frame, term);
      case Focus.Scaled _ -> ScoreNarration.scaled(frame);
      case Focus.RowScaled(int query) -> ScoreNarration.rowScaled(frame, query);
      case Focus.Masked _ -> ScoreNarration.masked(frame);
      case Focus.RowMasked(int query) -> ScoreNarration.rowMasked(frame, query);
      case Focus.Weighed _ -> SoftmaxNarration.whole(frame);
      case Focus.RowWeighed(int query) -> SoftmaxNarration.row(frame, query);
      case Focus.PartWeighed(int query, var part) -> SoftmaxNarration.part(frame, query, part);
      case Focus.Mixed _ -> OutputNarration.mixed(frame);
      case Focus.RowMixed(int query) -> OutputNarration.rowMixed(frame, query);
      case Focus.TermMixed(int query, int key) -> OutputNarration.termMixed(frame, query, key);
      case Focus.Finished _ -> OutputNarration.finished(frame);
    };
  }

  private static Narration projected(AttentionFrame frame) {
    var problem = frame.problem();
    int n = problem.length();
    int model = problem.modelWidth();
    int key = problem.keyWidth();
    return new Narration(
        n == 1 ? "Project the token three times" : "Project every token three times",
        ("%s is a row of %s. Three matrices turn it into a query (what it looks for), "
                + "a key (what it offers) and a value (what it hands over), %s each: %s.")
            .formatted(
                n == 1 ? "The only token" : "Each of the " + Words.count(n, "token"),
                Words.count(model, "number"),
                Words.count(key, "number"),
                Words.count(3L * n * model * key, "multiplication")),
        List.of(
            "Q=XW_q,\\quad K=XW_k,\\quad V=XW_v", shapes(n, model, "\\cdot", model, key, n, key)));
  }

  static String shapes(int a, int b, String operator, int c, int d, int e, int f) {
    return String.format(
        Locale.ROOT,
        "(%d\\times %d)%s(%d\\times %d)=\\mathbf{(%d\\times %d)}",
        a,
        b,
        operator,
        c,
        d,
        e,
        f);
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
    return term(
        "%s[%d, %d]".formatted(term.matrix().variable(), term.row(), term.column()),
        "X[%d, %d] times %s[%d, %d]"
            .formatted(term.row(), term.term(), maker.variable(), term.term(), term.column()),
        term.term(),
        frame.problem().x()[term.row()],
        CellNarration.column(frame.values(maker), term.column()));
  }

  private static Narration term(AttentionFrame frame, Focus.TermScored term) {
    return term(
        "scores[%d, %d]".formatted(term.query(), term.key()),
        "Q[%d, %d] times K[%d, %d]".formatted(term.query(), term.term(), term.key(), term.term()),
        term.term(),
        frame.pass().q()[term.query()],
        frame.pass().k()[term.key()]);
  }

  /// @param term up to which the products of two rows are added up
  private static Narration term(
      String cell, String factors, int term, double[] left, double[] right) {
    double before = 0;
    for (int t = 0; t < term; t++) {
      before += left[t] * right[t];
    }
    double adds = left[term] * right[term];
    return new Narration(
        "%s, term %d of %d".formatted(cell, term + 1, left.length),
        "%s adds %s; the sum %s %s."
            .formatted(
                factors,
                Numbers.text(adds),
                term == left.length - 1 ? "is" : "so far is",
                Numbers.text(before + adds)),
        List.of(running(before, term, left[term], right[term])));
  }

  /// `before + left · right = sum`, without the first where nothing has been added yet.
  static String running(double before, int term, double left, double right) {
    var product = Term.product(left, right);
    var sum = term == 0 ? product : Term.sum(Term.number(before), product);
    return Formula.of(sum).gives(before + left * right).latex();
  }
}
