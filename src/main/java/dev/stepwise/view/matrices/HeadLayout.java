package dev.stepwise.view.matrices;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.GridNames;
import dev.stepwise.draw.Pen;
import java.util.Optional;

/// Where the matrices of a head are. The n×n matrix of scores and weights stands in the middle. Q
/// at its left and the output at its right share its rows, Kᵀ and Vᵀ share its columns: what is
/// multiplied lies in one line. In a window Kᵀ is above the middle and Vᵀ below it; in a lecture
/// hall, where the middle is to be read from the last row, they take turns above it. Nothing moves
/// from step to step.
///
/// @param heading what is computed; of no height where the words beside the stage say it
/// @param labels the right edge of the row labels
/// @param queries Q
/// @param keys Kᵀ
/// @param middle scores, then weights
/// @param values Vᵀ
/// @param output the output
/// @param lens the room for a row's way through softmax
/// @param turns whether Kᵀ, Vᵀ and the lens take turns in one place
/// @param sharpness the room of entropy and gradient, where there is room
/// @param bars the room of the colour bars, where there is room
public record HeadLayout(
    Box heading,
    double labels,
    CellGrid queries,
    CellGrid keys,
    CellGrid middle,
    CellGrid values,
    CellGrid output,
    Box lens,
    boolean turns,
    Optional<Box> sharpness,
    Optional<Box> bars) {

  /// The layout of n tokens with d_k columns.
  ///
  /// @param names of the rows and columns
  /// @param width d_k
  /// @param seen the part of the middle that is seen, in units of the whole
  public static HeadLayout of(Pen pen, Box area, GridNames names, int width, Box seen) {
    var room = new HeadRoom(pen, area, names, width);
    return placed(room, room.presents() ? room.inTurns() : room.around(), seen);
  }

  private static HeadLayout placed(HeadRoom room, HeadRoom.Sizes sizes, Box part) {
    var area = room.area();
    int n = room.names().names().size();
    int width = room.width();
    double gap = room.gap();
    double left = area.x() + Math.max(0, (area.width() - room.total(sizes)) / 2) + room.left();
    double top =
        area.y()
            + Math.max(0, (area.height() - room.tall(sizes)) / 3)
            + room.head()
            + room.labels();

    var rows = new Box(0, part.y(), 1, part.height());
    var columns = new Box(part.x(), 0, part.width(), 1);
    var middle =
        new CellGrid(
            new Box(
                left + sizes.blockWidth() + gap,
                top + sizes.blockHeight() + gap,
                n * sizes.cellWidth(),
                n * sizes.cellHeight()),
            n,
            n,
            part);
    var box = middle.box();
    var queries =
        new CellGrid(new Box(left, box.y(), sizes.blockWidth(), box.height()), n, width, rows);
    var above = new Box(box.x(), top, box.width(), sizes.blockHeight());
    var keys = new CellGrid(above, width, n, columns);
    double belowY = box.bottom() + gap;
    var below = new Box(box.x(), belowY, box.width(), sizes.belowHeight());
    var values =
        sizes.turns()
            ? keys
            : new CellGrid(
                new Box(box.x(), belowY, box.width(), sizes.blockHeight()), width, n, columns);
    double outputX = box.right() + gap;
    var output =
        new CellGrid(new Box(outputX, box.y(), sizes.blockWidth(), box.height()), n, width, rows);
    double extraX = outputX + sizes.blockWidth() + gap;
    double bottom = sizes.turns() ? box.bottom() : below.bottom();
    return new HeadLayout(
        new Box(area.x(), top - room.labels() - room.head(), area.width(), room.head()),
        left,
        queries,
        keys,
        middle,
        values,
        output,
        sizes.turns() ? above : below,
        sizes.turns(),
        room.extras()
            ? Optional.of(new Box(extraX, box.y(), room.sharpness(), box.height()))
            : Optional.empty(),
        room.extras()
            ? Optional.of(
                new Box(extraX + room.sharpness() + gap, box.y(), room.bars(), bottom - box.y()))
            : Optional.empty());
  }
}
