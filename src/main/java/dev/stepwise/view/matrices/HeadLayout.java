package dev.stepwise.view.matrices;

import dev.stepwise.view.Viewport;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.CellGrid;
import dev.stepwise.view.marks.ColourBar;
import dev.stepwise.view.marks.GridLabels;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Surface;
import java.util.List;
import java.util.Optional;

/// Where the matrices of a head are. The n×n matrix of scores and weights stands in the middle. Q
/// at its left and the output at its right share its rows, Kᵀ above it and Vᵀ below it share its
/// columns: what is multiplied lies in one line. Nothing moves from step to step.
///
/// @param heading what is computed
/// @param labels the right edge of the row labels
/// @param queries Q
/// @param keys Kᵀ
/// @param middle scores, then weights
/// @param values Vᵀ
/// @param output the output
/// @param below the room of Vᵀ, also used for a row's way through softmax
/// @param sharpness the room of entropy and gradient, where there is room
/// @param bars the room of the colour bars, where there is room
/// @param widest the widest label
public record HeadLayout(
    Box heading,
    double labels,
    CellGrid queries,
    CellGrid keys,
    CellGrid middle,
    CellGrid values,
    CellGrid output,
    Box below,
    Optional<Box> sharpness,
    Optional<Box> bars,
    double widest) {
  private static final double GAP = 10;
  private static final double LARGEST_CELL = 62;
  private static final double LEAST_WITH_EXTRAS = 540;
  private static final double STRETCH = 1.55;
  private static final double LENS = 84;
  private static final double SHARE = 0.2;
  private static final double LEAST_SHARE = 0.14;

  /// The names of Q, Kᵀ and the output don't fit beside anything smaller.
  private static final double LEAST_BLOCK = 34;

  /// The layout of n tokens with d_k columns.
  public static HeadLayout of(
      Surface surface, Look look, Box area, List<String> tokens, int width, Viewport seen) {
    int n = tokens.size();
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    boolean extras = !thumbnail && area.width() >= look.px(LEAST_WITH_EXTRAS);
    double gap = thumbnail ? 3 : look.px(GAP);
    double left = thumbnail ? 0 : GridLabels.width(surface, tokens, look);
    double right = extras ? look.px(104) + gap + ColourBar.width(look) + gap : 0;
    double across = area.width() - left - right - 2 * gap;
    double guess = across / (n + 2.0 * width);
    double head = thumbnail ? 0 : look.px(26);
    double labels = thumbnail ? 0 : GridLabels.height(surface, tokens, guess, look);
    double name = thumbnail ? 0 : look.px(4);
    double down = area.height() - head - labels - 2 * gap - name;
    double least = thumbnail ? 0 : Math.min(look.px(LENS), down * 0.24);

    // Where the blocks beside the middle are too narrow for figures, it has more of the room.
    boolean coloursAlone = across * SHARE / width < look.px(20);
    double capAcross = across * (coloursAlone ? LEAST_SHARE : SHARE);
    double capDown = down * SHARE;
    double cellHeight =
        Math.min(
            look.px(LARGEST_CELL) * 0.75,
            Math.min(cell(down - least, n, width, capDown), cell(down, n, 2 * width, 2 * capDown)));
    double cellWidth =
        Math.min(
            Math.min(look.px(LARGEST_CELL), cell(across, n, 2 * width, 2 * capAcross)),
            cellHeight * STRETCH);
    double leastWidth = thumbnail ? 0 : Math.min(look.px(LEAST_BLOCK), capAcross);
    double leastHeight = thumbnail ? 0 : Math.min(look.px(LEAST_BLOCK), capDown);
    cellWidth = Math.min(cellWidth, (across - 2 * leastWidth) / n);
    cellHeight = Math.min(cellHeight, (down - leastHeight - Math.max(least, leastHeight)) / n);
    double blockWidth = Math.clamp(width * cellWidth, leastWidth, capAcross);
    double blockHeight = Math.clamp(width * cellHeight, leastHeight, capDown);
    double belowHeight = Math.max(blockHeight, least);

    double total = left + blockWidth + gap + n * cellWidth + gap + blockWidth + right;
    double x = area.x() + Math.max(0, (area.width() - total) / 2) + left;
    double tall = head + labels + blockHeight + gap + n * cellHeight + gap + belowHeight + name;
    double y = area.y() + Math.max(0, (area.height() - tall) / 3) + head + labels;

    var part = new Box(seen.x0(), seen.y0(), seen.width(), seen.height());
    var rowsPart = new Box(0, seen.y0(), 1, seen.height());
    var columnsPart = new Box(seen.x0(), 0, seen.width(), 1);
    double middleX = x + blockWidth + gap;
    double middleY = y + blockHeight + gap;
    var middle = new CellGrid(new Box(middleX, middleY, n * cellWidth, n * cellHeight), n, n, part);
    var box = middle.box();
    var queries = new CellGrid(new Box(x, box.y(), blockWidth, box.height()), n, width, rowsPart);
    var keys = new CellGrid(new Box(box.x(), y, box.width(), blockHeight), width, n, columnsPart);
    double belowY = box.bottom() + gap;
    var below = new Box(box.x(), belowY, box.width(), belowHeight);
    var values =
        new CellGrid(new Box(box.x(), belowY, box.width(), blockHeight), width, n, columnsPart);
    double outputX = box.right() + gap;
    var output =
        new CellGrid(new Box(outputX, box.y(), blockWidth, box.height()), n, width, rowsPart);
    double extraX = outputX + blockWidth + gap;
    return new HeadLayout(
        new Box(area.x(), y - labels - head, area.width(), head),
        x,
        queries,
        keys,
        middle,
        values,
        output,
        below,
        extras
            ? Optional.of(new Box(extraX, box.y(), look.px(104), box.height()))
            : Optional.empty(),
        extras
            ? Optional.of(
                new Box(
                    extraX + look.px(104) + gap,
                    box.y(),
                    ColourBar.width(look),
                    below.bottom() - box.y()))
            : Optional.empty(),
        GridLabels.widest(surface, tokens, cellWidth, look));
  }

  /// How large a cell can be where n of them and a block beside them share a length.
  ///
  /// @param block how many cells the block has
  /// @param cap how long the block may be at most
  private static double cell(double length, int n, int block, double cap) {
    double even = length / (n + block);
    return even * block <= cap ? even : (length - cap) / n;
  }
}
