package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadFrame.Focus;
import dev.stepwise.compute.multihead.MultiHeadProblem.Reshape;
import dev.stepwise.draw.Element;
import dev.stepwise.view.matrices.HeadNumbers;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfPiece;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import dev.stepwise.view.multihead.MultiHeadElement.Pieces;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.Optional;

/// The first number that a step of multi-head attention wrote.
final class FirstNumber {
  private FirstNumber() {}

  /// What is drawn for it, of a step that is not inside a head.
  static Optional<Element> outsideHeads(MultiHeadFrame frame) {
    return switch (frame.focus()) {
      case Focus.Projected _ -> Optional.of(new OfWhole(Whole.Q, 0, 0));
      case Focus.Projecting(var inner) ->
          HeadNumbers.first(inner) instanceof OfCell(var tensor, int row, int column)
              ? Optional.of(new OfWhole(Whole.of(tensor), row, column))
              : Optional.empty();
      case Focus.Reshaped _ ->
          Optional.of(
              new OfPiece(
                  frame.problem().reshape() == Reshape.WITHOUT_TRANSPOSE
                      ? Pieces.TURNED
                      : Pieces.CUT,
                  0,
                  0));
      case Focus.Turned _ -> Optional.of(new OfPiece(Pieces.TURNED, 0, 0));
      case Focus.Attended _ -> Optional.of(weight(0));
      case Focus.HeadAttended(int head) -> Optional.of(weight(head));
      case Focus.Joined _ -> Optional.of(new OfWhole(Whole.JOINED, 0, 0));
      case Focus.TokenJoined(int token) -> Optional.of(new OfWhole(Whole.JOINED, token, 0));
      case Focus.Mixed _ -> Optional.of(new OfWhole(Whole.OUTPUT, 0, 0));
      case Focus.TokenMixed(int token) -> Optional.of(new OfWhole(Whole.OUTPUT, token, 0));
      case Focus.Inside _, Focus.Finished _ -> Optional.empty();
    };
  }

  private static Element weight(int head) {
    return new InHead(head, new OfCell(Tensor.WEIGHTS, 0, 0));
  }
}
