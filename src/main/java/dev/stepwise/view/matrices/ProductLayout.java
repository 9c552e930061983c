package dev.stepwise.view.matrices;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the products of one matrix with others are: it stands at the left, the others above, and
/// each result where the rows of the one meet the columns of the other.
///
/// @param left the one matrix
/// @param rights those above
/// @param results below them, in the same order
/// @param bars the room of the colour bars, where there is room
public record ProductLayout(
    CellGrid left, List<CellGrid> rights, List<CellGrid> results, Optional<Box> bars) {
  private static final double WIDEST_CELL = 52;
  private static final double HIGHEST_CELL = 36;

  /// How much wider than high cells are at most, unless they would be narrow.
  private static final double STRETCH = 1.5;

  /// What the rows of the left matrix have of the height at least.
  private static final double LEAST_SHARE = 0.32;

  /// How much higher than wide a cell above may be.
  private static final double TALLEST = 1.6;

  /// A name above a matrix, and what marks its columns below the name.
  private static final double NAME = 24;

  private static final double LEAST_WIDTH_WITH_BARS = 540;

  /// Copies the lists.
  public ProductLayout {
    rights = List.copyOf(rights);
    results = List.copyOf(results);
  }

  /// The layout in an area.
  ///
  /// @param labels the room of the names of the rows
  /// @param rows of the left matrix
  /// @param inner columns of the left matrix, which are the rows of those above
  /// @param widths of those above
  public static ProductLayout of(
      Pen pen, Box area, double labels, int rows, int inner, List<Integer> widths) {
    double gap = pen.px(pen.speaks() ? Space.GAP : Space.TIGHT);
    double name = pen.speaks() ? pen.px(NAME) : gap;
    boolean hasBars = pen.speaks() && area.width() >= pen.px(LEAST_WIDTH_WITH_BARS);
    double bars = hasBars ? ColourBar.width(pen.look()) + gap : 0;
    double columns = inner + widths.stream().mapToInt(Integer::intValue).sum();
    double gaps = gap * widths.size();
    double down = area.height() - 2 * name;
    double cellHeight =
        Math.min(pen.px(HIGHEST_CELL), down * Math.max(LEAST_SHARE / rows, 1.0 / (rows + inner)));
    double share = (area.width() - labels - gaps - bars) / columns;
    double cellWidth =
        Math.min(Math.min(pen.px(WIDEST_CELL), share), Math.max(cellHeight * STRETCH, share * 0.5));
    double above =
        Math.min(inner * Math.min(cellHeight, cellWidth * TALLEST), down - rows * cellHeight);
    double total = labels + columns * cellWidth + gaps + bars;
    double x = area.x() + Math.max(0, (area.width() - total) / 2) + labels;
    double y = area.y() + Math.max(0, down - above - rows * cellHeight) / 3 + name;
    double top = y + above + name;
    double height = rows * cellHeight;
    var left = new CellGrid(new Box(x, top, inner * cellWidth, height), rows, inner);
    var rights = new ArrayList<CellGrid>();
    var results = new ArrayList<CellGrid>();
    double at = x + inner * cellWidth + gap;
    for (int width : widths) {
      double wide = width * cellWidth;
      rights.add(new CellGrid(new Box(at, y, wide, above), inner, width));
      results.add(new CellGrid(new Box(at, top, wide, height), rows, width));
      at += wide + gap;
    }
    var room = new Box(at, y, ColourBar.width(pen.look()), top + height - y);
    return new ProductLayout(left, rights, results, hasBars ? Optional.of(room) : Optional.empty());
  }
}
