package dev.stepwise.view.multihead;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.AttentionDerivations;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.multihead.MultiHead;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadFrame.Focus;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.multihead.MultiHeadProblem.Reshape;
import dev.stepwise.compute.multihead.MultiHeadRun;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.draw.Element;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.matrices.HeadExplainer;
import dev.stepwise.view.matrices.MatrixElement;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfPiece;
import dev.stepwise.view.multihead.MultiHeadElement.OfStation;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import dev.stepwise.view.multihead.MultiHeadElement.Pieces;
import dev.stepwise.view.multihead.MultiHeadElement.Station;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.ArrayList;
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
      case OfPiece(var pieces, int row, int column) -> piece(pieces, row, column);
      case OfStation(var station) -> Optional.of(station(station));
      case OfHead _ -> Optional.empty();
    };
  }

  private Optional<Explanation> inHead(int head, MatrixElement inner) {
    if (inner instanceof MatrixElement.OfCell(var tensor, int row, int column)
        && tensor.isProjection()) {
      return sliced(head, tensor, row, column);
    }
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

  /// A number of a head's queries, keys or values, from where it was computed.
  private Optional<Explanation> sliced(int head, Tensor tensor, int row, int column) {
    if (row >= problem.length() || column >= problem.headWidth()) {
      return Optional.empty();
    }
    int[] from = MultiHead.source(problem, new Place(head, row, column));
    var told = projection(tensor, from[0], from[1]).narration();
    var caption =
        "Head %d got it from %s[%d, %d]. ".formatted(head, tensor.variable(), from[0], from[1])
            + told.caption();
    var title = "%s[%d, %d] in head %d".formatted(tensor.variable(), row, column, head);
    return Optional.of(new Explanation(new Narration(title, caption, told.formulas()), Set.of()));
  }

  private Optional<Explanation> whole(Whole matrix, int row, int column) {
    double[][] values = matrix.values(frame);
    int width = problem.modelWidth();
    if (row >= values.length
        || column >= width
        || (long) row * width + column >= matrix.known(frame)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (matrix) {
          case X, W_Q, W_K, W_V, Q, K, V -> projection(matrix.tensor().orElseThrow(), row, column);
          case JOINED -> joined(row, column);
          case W_O ->
              given(
                  "W_o[%d, %d]".formatted(row, column),
                  "How much column %d of the joined heads, which is head %d's, adds to column %d of the output."
                      .formatted(row, row / problem.headWidth(), column),
                  "W_o[%d,%d]".formatted(row, column),
                  problem.output()[row][column]);
          case OUTPUT -> output(row, column);
        });
  }

  /// As exercise 1 explains it, and which head it is for.
  private Explanation projection(Tensor tensor, int row, int column) {
    var told =
        new AttentionDerivations(MultiHeadRun.projected(frame))
            .cell(tensor, row, column)
            .orElseThrow()
            .narration();
    var remark =
        switch (tensor) {
          case X -> "";
          case W_Q, W_K, W_V ->
              " That column is for head %d.".formatted(column / problem.headWidth());
          default ->
              " The column is the %s of head %d."
                  .formatted(place(column % problem.headWidth()), column / problem.headWidth());
        };
    var sources = new HashSet<Element>();
    int products = tensor.isProjection() ? problem.modelWidth() : 0;
    for (int t = 0; t < Math.min(products, MOST_LIT); t++) {
      sources.add(new OfWhole(Whole.X, row, t));
      sources.add(new OfWhole(Whole.of(tensor.maker()), t, column));
    }
    return new Explanation(
        new Narration(told.title(), told.caption() + remark, told.formulas()), sources);
  }

  private static String place(int index) {
    return "column at place " + index;
  }

  /// A number that took another place; nothing is computed.
  private Optional<Explanation> piece(Pieces pieces, int row, int column) {
    int n = problem.length();
    int h = problem.heads();
    int k = problem.headWidth();
    if (row >= n * h || column >= k) {
      return Optional.empty();
    }
    boolean cut = pieces == Pieces.CUT;
    var at = cut ? new Place(row % h, row / h, column) : new Place(row / n, row % n, column);
    int[] due = {at.token(), at.head() * k + column};
    int[] from = pieces == Pieces.TURNED ? MultiHead.source(problem, at) : due;
    var token = Words.token(problem.tokens(), from[0]);
    var index =
        cut
            ? "[%d, %d, %d]".formatted(at.token(), at.head(), column)
            : "[%d, %d, %d]".formatted(at.head(), at.token(), column);
    var caption =
        "It was Q[%d, %d], made for head %d from %s. Nothing is computed here, numbers are only counted otherwise."
            .formatted(from[0], from[1], from[1] / k, token);
    if (from[0] != due[0] || from[1] != due[1]) {
      caption +=
          " Head %d takes it for a number of %s; Q[%d, %d] should stand here."
              .formatted(at.head(), Words.token(problem.tokens(), at.token()), due[0], due[1]);
    }
    var formulas = new ArrayList<String>();
    if (problem.reshape() == Reshape.WITHOUT_TRANSPOSE && pieces == Pieces.TURNED) {
      formulas.add(
          Formula.of(
                  Term.sum(
                      product(at.head(), (long) n * k), product(at.token(), k), Term.count(column)))
              .is(Term.sum(product(from[0], problem.modelWidth()), Term.count(from[1])))
              .latex());
    } else {
      formulas.add(
          Formula.of("\\text{column}")
              .is(Term.sum(product(at.head(), k), Term.count(column)))
              .gives((long) due[1])
              .latex());
    }
    var told = projection(Tensor.Q, from[0], from[1]);
    formulas.add(told.narration().formulas().getLast());
    var sources = new HashSet<Element>();
    sources.add(new OfWhole(Whole.Q, from[0], from[1]));
    if (pieces == Pieces.TURNED && problem.reshape() == Reshape.WITH_TRANSPOSE) {
      sources.add(new OfPiece(Pieces.CUT, at.token() * h + at.head(), column));
    }
    return Optional.of(
        new Explanation(
            new Narration("%s of Q in pieces".formatted(index), caption, formulas), sources));
  }

  private static Explanation given(String title, String caption, String symbol, double value) {
    return new Explanation(
        new Narration(title, caption, List.of(Formula.of(symbol).gives(value).latex())), Set.of());
  }

  private static Term product(long left, long right) {
    return Term.product(Term.count(left), Term.count(right));
  }

  /// Whose row it is: after a wrong reshape nobody's.
  private String of(int row) {
    return !problem.misplaces() ? " of " + Words.token(problem.tokens(), row) : "";
  }

  private Explanation output(int row, int column) {
    double[][] right = problem.output();
    var factors = new double[right.length];
    var sources = new HashSet<Element>();
    for (int t = 0; t < factors.length; t++) {
      factors[t] = right[t][column];
      if (t < MOST_LIT) {
        sources.add(new OfWhole(Whole.JOINED, row, t));
        sources.add(new OfWhole(Whole.W_O, t, column));
      }
    }
    return new Explanation(
        new Narration(
            "output[%d, %d]".formatted(row, column) + of(row),
            "Row %d of joined times column %d of W_o: %s. It draws on %s."
                .formatted(
                    row,
                    column,
                    factors.length == 1
                        ? "one product"
                        : Phrases.count(factors.length, "product") + ", added up",
                    Words.all(problem.heads(), "head")),
            List.of(
                Formula.of("O_{%d,%d}".formatted(row, column))
                    .is(Words.products(frame.pass().joined()[row], factors))
                    .gives(frame.pass().output()[row][column])
                    .latex())),
        sources);
  }

  private Explanation joined(int row, int column) {
    int head = column / problem.headWidth();
    int place = column % problem.headWidth();
    var narration =
        new Narration(
            "joined[%d, %d]".formatted(row, column) + of(row),
            "It is what head %d has at [%d, %d]; nothing is computed here, numbers only take their places."
                .formatted(head, row, place),
            List.of(
                Formula.of(Term.sum(product(head, problem.headWidth()), Term.count(place)))
                    .gives((long) column)
                    .latex(),
                Formula.of("\\text{joined}_{%d,%d}".formatted(row, column))
                    .gives(frame.pass().joined()[row][column])
                    .latex()));
    return new Explanation(
        narration, Set.of(new InHead(head, new MatrixElement.OfCell(Tensor.OUTPUT, row, place))));
  }

  private Explanation station(Station station) {
    var tracked = frame.pass().tracked();
    var right = tracked.rightPlace(problem);
    var at = tracked.place(problem);
    int[] joined = tracked.joinedPlace(problem);
    int k = problem.headWidth();
    var caption =
        switch (station) {
          case PROJECTED ->
              "Q of full width: row %d belongs to %s, %s to head %d. The number that is followed stands at [%d, %d]."
                  .formatted(
                      tracked.row(),
                      Words.token(problem.tokens(), tracked.row()),
                      k == 1
                          ? "column " + right.head()
                          : "columns %d to %d"
                              .formatted(right.head() * k, right.head() * k + k - 1),
                      right.head(),
                      tracked.row(),
                      tracked.column());
          case RESHAPED ->
              problem.reshape() == Reshape.WITHOUT_TRANSPOSE
                  ? "Counted off straight into heads: the number stands at [%d, %d, %d], where head %d and row %d should have others. Blocks of one colour would be right."
                      .formatted(at.head(), at.token(), at.column(), at.head(), at.token())
                  : "%s: token, head, place = [%d, %d, %d]."
                      .formatted(
                          problem.heads() == 1
                              ? "One head, nothing to cut"
                              : "Each row cut into %d pieces".formatted(problem.heads()),
                          right.token(),
                          right.head(),
                          right.column());
          case TURNED ->
              "Heads first: head, token, place = [%d, %d, %d]. Each head has a block of one colour."
                  .formatted(right.head(), right.token(), right.column());
          case ATTENDED ->
              "What each head made of it. At [%d, %d, %d] stands a new number now: a weighted mean of that head's values.%s"
                  .formatted(
                      at.head(),
                      at.token(),
                      at.column(),
                      due(Stop.index(right.head(), right.token(), right.column())));
          case JOINED ->
              "The heads side by side: row %d, column %d·%d + %d = %d.%s"
                  .formatted(
                      joined[0],
                      at.head(),
                      k,
                      at.column(),
                      joined[1],
                      due(Stop.index(tracked.row(), tracked.column())));
          case OUTPUT -> "W_o mixes the heads; from here on no number belongs to one of them.";
        };
    double before = frame.pass().whole().q()[tracked.row()][tracked.column()];
    double after = frame.pass().joined()[joined[0]][joined[1]];
    var formulas =
        switch (station) {
          case PROJECTED, RESHAPED, TURNED ->
              List.of(Formula.of("\\text{number}").gives(before).latex());
          case ATTENDED, JOINED -> List.of(Formula.of("\\text{number}").gives(after).latex());
          case OUTPUT -> List.<String>of();
        };
    return new Explanation(new Narration("Where the number is", caption, formulas), Set.of());
  }

  /// Where the number should be, if a wrong reshape has put it elsewhere.
  private String due(String index) {
    return frame.pass().tracked().isDisplaced(problem) ? " It should be at " + index + "." : "";
  }
}
