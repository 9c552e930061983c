package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.Place;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.matrices.MatrixElement.OfPart;
import java.util.Optional;

/// Where the numbers in the picture of a head stand in its frame, and what is drawn for the numbers
/// of a frame.
public final class HeadNumbers {
  private HeadNumbers() {}

  /// The address of the number behind an element; empty for what isn't a number of the frame.
  public static Optional<Ref> address(AttentionFrame frame, MatrixElement element) {
    return place(element).map(place -> place.address(frame));
  }

  private static Optional<Place> place(MatrixElement element) {
    return switch (element) {
      case OfCell(var tensor, int row, int column) ->
          Optional.of(new Place.Cell(tensor, row, column));
      case OfPart(int query, int key, var part) ->
          Optional.of(
              switch (part) {
                case MAX, SUM -> new Place.Cell(Tensor.SCORES, query, key);
                case SHIFT, EXP -> new Place.InSoftmax(query, key, part);
                case DIVIDE -> new Place.Cell(Tensor.WEIGHTS, query, key);
              });
      default -> Optional.empty();
    };
  }

  /// What is drawn for the number at an address: a [MatrixElement], which an exercise with several
  /// heads wraps, or a [NumberElement] where there is none.
  public static Element drawn(AttentionFrame frame, Ref ref) {
    return Place.of(frame, ref)
        .<Element>map(place ->
            switch (place) {
              case Place.Cell(var tensor, int row, int column) -> new OfCell(tensor, row, column);
              case Place.InSoftmax(int query, int key, var part) -> new OfPart(query, key, part);
              case Place.OfRow _ -> new NumberElement(ref);
            })
        .orElseGet(() -> new NumberElement(ref));
  }

  /// Where asking for reasons begins: at the first number that the step wrote; where it wrote none
  /// of its own in the picture, at the first of what it looks at.
  public static MatrixElement first(AttentionFrame frame) {
    var written = frame.written().stream().findFirst();
    if (written.map(ref -> drawn(frame, ref)).orElse(null) instanceof MatrixElement element) {
      return element;
    }
    return written.flatMap(ref -> Place.of(frame, ref)).orElse(null)
            instanceof Place.OfRow(int query, var part)
        ? new OfPart(query, 0, part == Part.SUM ? Part.EXP : part)
        : new OfCell(frame.focus().tensor(), 0, 0);
  }
}
