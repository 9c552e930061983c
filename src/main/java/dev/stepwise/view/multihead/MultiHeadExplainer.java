package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadFrame.Focus;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.multihead.MultiHeadProblem.Reshape;
import dev.stepwise.compute.multihead.MultiHeadRun;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.marks.Element;
import dev.stepwise.view.matrices.HeadExplainer;
import dev.stepwise.view.matrices.MatrixElement;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfStation;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import dev.stepwise.view.multihead.MultiHeadElement.Station;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Answers "why this number?" for multi-head attention, from the frame alone.
final class MultiHeadExplainer {
  private static final int MOST_LIT = 256;

  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;

  MultiHeadExplainer(MultiHeadFrame frame) {
    this.frame = frame;
    this.problem = frame.problem();
  }

  Optional<Explanation> explain(MultiHeadElement element) {
    return switch (element) {
      case InHead(int head, var inner) -> inHead(head, inner);
      case OfWhole(var matrix, int row, int column) -> whole(matrix, row, column);
      case OfStation(var station) -> Optional.of(station(station));
      case OfHead _ -> Optional.empty();
    };
  }

  private Optional<Explanation> inHead(int head, MatrixElement inner) {
    var single =
        frame.focus() instanceof Focus.Inside(int same, var step) && same == head
            ? step
            : MultiHeadRun.finished(frame, head);
    return new HeadExplainer(single)
        .explain(inner)
        .map(explanation ->
            new Explanation(
                explanation.narration(),
                explanation.sources().stream()
                    .map(source ->
                        source instanceof MatrixElement matrix ? new InHead(head, matrix) : source)
                    .collect(Collectors.toSet())));
  }

  private Optional<Explanation> whole(Whole matrix, int row, int column) {
    int d = problem.modelWidth();
    int rows = matrix == Whole.W_Q || matrix == Whole.W_O ? d : problem.length();
    if (row >= rows || column >= d) {
      return Optional.empty();
    }
    return switch (matrix) {
      case X ->
          Optional.of(
              given(
                  "X[%d, %d] of %s".formatted(row, column, Words.token(problem.tokens(), row)),
                  "What goes in: the token as a vector.",
                  "X_{%d,%d}".formatted(row, column),
                  problem.x()[row][column]));
      case W_Q -> Optional.of(weight("W_q", problem.queries(), row, column));
      case W_O ->
          Optional.of(
              given(
                  "W_o[%d, %d]".formatted(row, column),
                  "How much column %d of the joined heads, which is head %d's, adds to column %d of the output."
                      .formatted(row, row / problem.headWidth(), column),
                  "W_o[%d,%d]".formatted(row, column),
                  problem.output()[row][column]));
      case Q ->
          Optional.of(
              product(
                  "Q",
                  Whole.X,
                  problem.x(),
                  Whole.W_Q,
                  problem.queries(),
                  row,
                  column,
                  frame.pass().whole().q()[row][column],
                  "It belongs to head %d, whose column %d it is."
                      .formatted(column / problem.headWidth(), column % problem.headWidth())));
      case JOINED -> joined(row, column);
      case OUTPUT ->
          row < frame.outputRows()
              ? Optional.of(
                  product(
                      "O",
                      Whole.JOINED,
                      frame.pass().joined(),
                      Whole.W_O,
                      problem.output(),
                      row,
                      column,
                      frame.pass().output()[row][column],
                      "It draws on all %s.".formatted(Words.count(problem.heads(), "head"))))
              : Optional.empty();
    };
  }

  private Explanation weight(String name, double[][] matrix, int row, int column) {
    return given(
        "%s[%d, %d]".formatted(name, row, column),
        "How much column %d of X adds to column %d of Q, which head %d will get."
            .formatted(row, column, column / problem.headWidth()),
        "%s[%d,%d]".formatted(name, row, column),
        matrix[row][column]);
  }

  private static Explanation given(String title, String caption, String symbol, double value) {
    return new Explanation(
        new Narration(
            title, caption, List.of("%s=\\mathbf{%s}".formatted(symbol, Numbers.latex(value)))),
        Set.of());
  }

  private Explanation product(
      String symbol,
      Whole leftName,
      double[][] left,
      Whole rightName,
      double[][] right,
      int row,
      int column,
      double value,
      String remark) {
    var factors = new double[right.length];
    var sources = new HashSet<Element>();
    for (int t = 0; t < factors.length; t++) {
      factors[t] = right[t][column];
      if (t < MOST_LIT) {
        sources.add(new OfWhole(leftName, row, t));
        sources.add(new OfWhole(rightName, t, column));
      }
    }
    var name = symbol.equals("O") ? "output" : symbol;
    return new Explanation(
        new Narration(
            "%s[%d, %d] of %s".formatted(name, row, column, Words.token(problem.tokens(), row)),
            "A row times a column: %s. %s"
                .formatted(Words.count(factors.length, "product"), remark),
            List.of(
                "%s_{%d,%d}=%s=\\mathbf{%s}"
                    .formatted(
                        symbol,
                        row,
                        column,
                        Words.products(left[row], factors),
                        Numbers.latex(value)))),
        sources);
  }

  private Optional<Explanation> joined(int row, int column) {
    if (row >= frame.joinedRows()) {
      return Optional.empty();
    }
    int head = column / problem.headWidth();
    int place = column % problem.headWidth();
    var narration =
        new Narration(
            "joined[%d, %d] of %s".formatted(row, column, Words.token(problem.tokens(), row)),
            "It is what head %d has at [%d, %d]; nothing is computed here, numbers only take their places."
                .formatted(head, row, place),
            List.of(
                "%d\\cdot %d+%d=\\mathbf{%d}".formatted(head, problem.headWidth(), place, column),
                "\\text{joined}_{%d,%d}=\\mathbf{%s}"
                    .formatted(row, column, Numbers.latex(frame.pass().joined()[row][column]))));
    return Optional.of(
        new Explanation(
            narration,
            Set.of(new InHead(head, new MatrixElement.OfCell(Tensor.OUTPUT, row, place)))));
  }

  private Explanation station(Station station) {
    var tracked = frame.pass().tracked();
    var right = tracked.rightPlace(problem);
    var at = tracked.place(problem);
    int k = problem.headWidth();
    var caption =
        switch (station) {
          case PROJECTED ->
              "Q of full width: row %d belongs to a token, columns %d to %d to head %d. The number that is followed stands at [%d, %d]."
                  .formatted(
                      tracked.row(),
                      right.head() * k,
                      right.head() * k + k - 1,
                      right.head(),
                      tracked.row(),
                      tracked.column());
          case RESHAPED ->
              problem.reshape() == Reshape.WITHOUT_TRANSPOSE
                  ? "Counted off straight into heads: the number stands at [%d, %d, %d], where head %d and row %d should have others. Blocks of one colour would be right."
                      .formatted(at.head(), at.token(), at.column(), at.head(), at.token())
                  : "Each row cut into %s: token, head, place = [%d, %d, %d]."
                      .formatted(
                          Words.count(problem.heads(), "piece"),
                          right.token(),
                          right.head(),
                          right.column());
          case TURNED ->
              "Heads first: head, token, place = [%d, %d, %d]. Each head has a block of one colour."
                  .formatted(right.head(), right.token(), right.column());
          case ATTENDED ->
              "What each head made of it. At [%d, %d, %d] stands a new number now: a weighted mean of that head's values."
                  .formatted(right.head(), right.token(), right.column());
          case JOINED ->
              "The heads side by side: column %d·%d + %d = %d."
                  .formatted(right.head(), k, right.column(), right.head() * k + right.column());
          case OUTPUT -> "W_o mixes the heads; from here on no number belongs to one of them.";
        };
    return new Explanation(new Narration("Where the number is", caption), Set.of());
  }
}
