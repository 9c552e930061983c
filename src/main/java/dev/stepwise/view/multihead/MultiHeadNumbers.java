package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.multihead.HeadsFocus;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.Pieces;
import dev.stepwise.compute.multihead.Site;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.view.matrices.HeadNumbers;
import dev.stepwise.view.matrices.MatrixElement;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfPiece;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.Optional;

/// Where the numbers on the stage stand in a frame, and what is drawn for the numbers of a frame.
final class MultiHeadNumbers {
  private MultiHeadNumbers() {}

  /// The address of the number behind an element; empty for what isn't a number of the frame.
  static Optional<Ref> address(MultiHeadFrame frame, Element element) {
    return switch (element) {
      case InHead(int head, var inner) when isInside(frame, head) ->
          HeadNumbers.address(frame.inHead(head), inner);
      case NumberElement(var ref) -> Optional.of(ref);
      default -> site(frame, element).flatMap(site -> site.address(frame));
    };
  }

  private static boolean isInside(MultiHeadFrame frame, int head) {
    return frame.focus() instanceof HeadsFocus.Inside(int same, _) && same == head;
  }

  private static Optional<Site> site(MultiHeadFrame frame, Element element) {
    return switch (element) {
      case OfWhole(var matrix, int row, int column) ->
          Optional.of(new Site.Whole(matrix.variable(), row, column));
      case OfPiece(var pieces, int row, int column) ->
          Optional.of(new Site.Piece(Tensor.Q, pieces, pieces.place(frame.problem(), row, column)));
      case InHead(int head, OfCell(var tensor, int row, int column)) when tensor.isProjection() ->
          Optional.of(new Site.Piece(tensor, Pieces.TURNED, new Place(head, row, column)));
      case InHead(int head, OfCell(var tensor, int row, int column))
          when tensor == Tensor.WEIGHTS || tensor == Tensor.OUTPUT ->
          Optional.of(new Site.Made(head, tensor, row, column));
      default -> Optional.empty();
    };
  }

  /// Whether something in a head is a number of its queries, keys or values.
  static boolean isProjection(MatrixElement inner) {
    return inner instanceof OfCell(var tensor, _, _) && tensor.isProjection();
  }

  /// What is drawn for the number at an address; a [NumberElement] where nothing is.
  static Element drawn(MultiHeadFrame frame, Ref ref) {
    if (frame.focus() instanceof HeadsFocus.Inside(int head, var inner)) {
      return inHead(head, HeadNumbers.drawn(inner, ref));
    }
    return Site.of(frame, ref)
        .<Element>map(site ->
            switch (site) {
              case Site.Whole(var variable, int row, int column) ->
                  new OfWhole(Whole.named(variable), row, column);
              case Site.Piece(var tensor, var pieces, var place) ->
                  tensor == Tensor.Q
                      ? new OfPiece(pieces, pieces.row(frame.problem(), place), place.column())
                      : new NumberElement(ref);
              case Site.Made(int head, var tensor, int row, int column) ->
                  new InHead(head, new OfCell(tensor, row, column));
            })
        .orElseGet(() -> new NumberElement(ref));
  }

  /// Something in the picture of a head.
  static Element inHead(int head, Element element) {
    return element instanceof MatrixElement inner ? new InHead(head, inner) : element;
  }
}
