package dev.stepwise.view.multihead;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.multihead.MultiHeadDerivations;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.multihead.Pieces;
import dev.stepwise.compute.multihead.Reshape;
import dev.stepwise.compute.multihead.Site;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.draw.Element;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.matrices.HeadExplainer;
import dev.stepwise.view.matrices.MatrixElement;
import dev.stepwise.view.multihead.MultiHeadElement.OfPiece;
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
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;

  MultiHeadExplainer(MultiHeadFrame frame) {
    this.frame = frame;
    this.problem = frame.problem();
  }

  /// Something in a head that is no number of the step itself: as exercise 1 explains it.
  Optional<Explanation> inHead(int head, MatrixElement inner) {
    return new HeadExplainer(frame.inHead(head))
        .explain(inner)
        .map(told ->
            new Explanation(
                told.narration(),
                told.sources().stream()
                    .map(source -> MultiHeadNumbers.inHead(head, source))
                    .collect(Collectors.toSet())));
  }

  /// A number on its way into a head, with the one that it was before.
  Explanation piece(OfPiece element) {
    var pieces = element.pieces();
    var place = pieces.place(problem, element.row(), element.column());
    var why = new MultiHeadDerivations(frame).piece(new Site.Piece(Tensor.Q, pieces, place));
    var sources = new HashSet<Element>();
    int[] from = pieces.source(problem, place);
    sources.add(new OfWhole(Whole.Q, from[0], from[1]));
    if (pieces == Pieces.TURNED && problem.reshape() == Reshape.WITH_TRANSPOSE) {
      sources.add(new OfPiece(Pieces.CUT, Pieces.CUT.row(problem, place), place.column()));
    }
    return new Explanation(why.narration(), sources);
  }

  /// Where the number is that is followed.
  Explanation station(Station station) {
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
