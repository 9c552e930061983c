package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.CellText;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.GridNames;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.MatrixPanel;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Spot;
import dev.stepwise.draw.Spots;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.matrices.MatrixElement.OfToken;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Where the matrices of a head are drawn, and what was done there. An exercise with several heads
/// wraps their elements.
///
/// @param sheet what is drawn on
/// @param wrapping makes an element of the exercise of one of a head
/// @param unwrapping the opposite; empty for elements of others
public record Scene(
    Sheet<?> sheet,
    UnaryOperator<Element> wrapping,
    Function<Element, Optional<MatrixElement>> unwrapping) {

  /// Of an exercise whose elements are those of a head.
  public static Scene of(Sheet<?> sheet) {
    return new Scene(sheet, UnaryOperator.identity(), Scene::own);
  }

  /// The colours of a matrix that the step is not about: paler, and its numbers as legible as any.
  /// On a dark ground less can be taken away before cells look alike.
  public static ColourScale aside(ColourScale scale, Palette palette) {
    return scale.paled(palette.background(), palette.dark() ? 0.8 : 0.6);
  }

  private static Optional<MatrixElement> own(Element element) {
    return element instanceof MatrixElement matrix ? Optional.of(matrix) : Optional.empty();
  }

  /// Writes and draws.
  public Pen pen() {
    return sheet.pen();
  }

  /// The colours.
  public Palette palette() {
    return sheet.palette();
  }

  /// What can be asked about.
  public Spots spots() {
    return sheet.spots();
  }

  /// The element of this head under the pointer.
  Optional<MatrixElement> pointed() {
    return sheet.shown().pointed().flatMap(unwrapping);
  }

  /// The pinned token.
  Optional<Integer> pinnedToken() {
    return sheet
        .shown()
        .pinned()
        .flatMap(unwrapping)
        .flatMap(element ->
            element instanceof OfToken(int token) ? Optional.of(token) : Optional.empty());
  }

  /// Notes where an element is, and frames it if somebody looks at it.
  public void add(MatrixElement element, Box box, String description) {
    spots().add(wrapping.apply(element), box, description);
  }

  /// The names of the tokens, which can be pinned.
  GridNames tokens(AttentionFrame frame) {
    var names = Words.labels(frame.problem());
    return GridNames.of(names)
        .asked(token ->
            new Spot(
                wrapping.apply(new OfToken(token)),
                "token " + names.get(token) + ": click to pin"));
  }

  /// What the cells of a matrix stand for.
  MatrixPanel.Cells cells(Tensor tensor, MatrixMark mark) {
    return cells(tensor, mark, UnaryOperator.identity());
  }

  /// What the cells of a matrix stand for that lies on its side.
  MatrixPanel.Cells lying(Tensor tensor, MatrixMark mark) {
    return cells(
        tensor, mark, cell -> new Cell(/* row= */ cell.column(), /* column= */ cell.row()));
  }

  /// @param turn between a cell as it is drawn and as it is in the matrix, either way
  private MatrixPanel.Cells cells(Tensor tensor, MatrixMark mark, UnaryOperator<Cell> turn) {
    return new MatrixPanel.Cells(
        drawn -> {
          var cell = turn.apply(drawn);
          return new Spot(
              wrapping.apply(new OfCell(tensor, cell.row(), cell.column())),
              "%s[%d, %d] = %s%s"
                  .formatted(
                      tensor.variable(),
                      cell.row(),
                      cell.column(),
                      CellText.of(mark.values()[drawn.row()][drawn.column()]),
                      mark.mask().hides(drawn.row(), drawn.column())
                          ? ", hidden by the mask"
                          : ""));
        },
        element ->
            unwrapping
                .apply(element)
                .flatMap(own ->
                    own instanceof OfCell(var of, int row, int column) && of == tensor
                        ? Optional.of(turn.apply(new Cell(row, column)))
                        : Optional.empty()));
  }
}
