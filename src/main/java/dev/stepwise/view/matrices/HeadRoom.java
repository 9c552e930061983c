package dev.stepwise.view.matrices;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.GridNames;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;

/// How the room of a head is shared among its matrices.
///
/// @param names of the rows and columns
/// @param width d_k
record HeadRoom(Pen pen, Box area, GridNames names, int width) {
  private static final double LARGEST_CELL = 100;
  private static final double LARGEST_PRESENTED = 110;
  private static final double LEAST_WITH_EXTRAS = 540;
  private static final double LEAST_PRESENTED = 400;
  private static final double STRETCH = 1.55;
  private static final double LENS = 84;

  /// A narrower cell has no figure.
  private static final double FIGURES = 20;

  private static final double SHARE = 0.2;
  private static final double LEAST_SHARE = 0.14;

  /// How much of a lecture hall's height what is multiplied has: the middle is the point.
  private static final double SHARE_ABOVE = 0.13;

  /// Where that is too low for the four lines of the lens, they have this much, or at most a share.
  private static final double LENS_ABOVE = 58;

  private static final double MOST_ABOVE = 0.22;

  private static final double SHARPNESS = 104;
  private static final double SHARPNESS_PRESENTED = 68;

  /// Where the middle's figures would else be too small, entropy stands alone.
  private static final double ENTROPY_PRESENTED = 34;

  private static final double FIGURES_PRESENTED = 21;
  private static final double BARS_PRESENTED = 48;
  private static final double LEAST_BLOCK_PRESENTED = 28;

  /// The names of Q, Kᵀ and the output don't fit beside anything smaller.
  private static final double LEAST_BLOCK = 34;

  /// What has been found.
  ///
  /// @param cellWidth,cellHeight of the middle
  /// @param blockWidth of Q and the output
  /// @param blockHeight of Kᵀ and Vᵀ
  /// @param belowHeight of what is below the middle, the lens included; 0 where nothing is
  /// @param turns whether Kᵀ, Vᵀ and the lens take turns above the middle
  record Sizes(
      double cellWidth,
      double cellHeight,
      double blockWidth,
      double blockHeight,
      double belowHeight,
      boolean turns) {}

  /// In a lecture hall the middle is to be read from the last row.
  boolean presents() {
    return pen.look().density() == Look.Density.PRESENT;
  }

  private int length() {
    return names.names().size();
  }

  /// Whether there is room for entropy, gradient and colour bars.
  boolean extras() {
    return pen.speaks() && area.width() >= pen.px(presents() ? LEAST_PRESENTED : LEAST_WITH_EXTRAS);
  }

  double gap() {
    return pen.px(!pen.speaks() ? Space.TIGHT : presents() ? Space.SMALL : Space.GAP);
  }

  /// How wide entropy and gradient are together.
  double sharpness() {
    if (!presents()) {
      return pen.px(SHARPNESS);
    }
    double both = pen.px(SHARPNESS_PRESENTED);
    double middle = across(both) - 2 * leastBlock();
    return middle >= length() * pen.px(FIGURES_PRESENTED) ? both : pen.px(ENTROPY_PRESENTED);
  }

  /// How wide the colour bars are with their figures.
  double bars() {
    return presents() ? pen.px(BARS_PRESENTED) : ColourBar.width(pen.look());
  }

  private double leastBlock() {
    return pen.px(presents() ? LEAST_BLOCK_PRESENTED : LEAST_BLOCK);
  }

  /// The room of the row labels.
  double left() {
    return names.width(pen);
  }

  private double right(double sharpness) {
    return extras() ? sharpness + gap() + bars() + gap() : 0;
  }

  private double across() {
    return across(sharpness());
  }

  private double across(double sharpness) {
    return area.width() - left() - right(sharpness) - 2 * gap();
  }

  /// The height of the heading.
  double head() {
    return presents() ? 0 : Pen.head(pen.look());
  }

  /// The height of the column labels.
  double labels() {
    return names.height(pen, across() / (length() + 2.0 * width));
  }

  private double foot() {
    return pen.speaks() ? pen.px(Space.TIGHT) : 0;
  }

  private double down(int gaps) {
    return area.height() - head() - labels() - gaps * gap() - foot();
  }

  /// Where the blocks beside the middle are too narrow for figures, it has more of the room.
  private double capAcross() {
    boolean coloursAlone = across() * SHARE / width < pen.px(FIGURES);
    return across() * (coloursAlone ? LEAST_SHARE : SHARE);
  }

  /// Kᵀ above, Vᵀ and the lens below the middle.
  Sizes around() {
    int n = length();
    double across = across();
    double down = down(2);
    double least = !pen.speaks() ? 0 : Math.min(pen.px(LENS), down * 0.24);
    double capAcross = capAcross();
    double capDown = down * SHARE;
    double cellHeight =
        Math.min(
            pen.px(LARGEST_CELL) * 0.75,
            Math.min(cell(down - least, n, width, capDown), cell(down, n, 2 * width, 2 * capDown)));
    double cellWidth =
        Math.min(
            Math.min(pen.px(LARGEST_CELL), cell(across, n, 2 * width, 2 * capAcross)),
            cellHeight * STRETCH);
    double leastWidth = !pen.speaks() ? 0 : Math.min(leastBlock(), capAcross);
    double leastHeight = !pen.speaks() ? 0 : Math.min(leastBlock(), capDown);
    cellWidth = Math.min(cellWidth, (across - 2 * leastWidth) / n);
    cellHeight = Math.min(cellHeight, (down - leastHeight - Math.max(least, leastHeight)) / n);
    double blockHeight = Math.clamp(width * cellHeight, leastHeight, capDown);
    return new Sizes(
        cellWidth,
        cellHeight,
        Math.clamp(width * cellWidth, leastWidth, capAcross),
        blockHeight,
        Math.max(blockHeight, least),
        false);
  }

  /// Kᵀ, Vᵀ and the lens in turns above the middle, which has all the height that is left.
  Sizes inTurns() {
    int n = length();
    double across = across();
    double down = down(1);
    double readable = Math.min(pen.px(LENS_ABOVE), down * MOST_ABOVE);
    double blockHeight = Math.max(down * SHARE_ABOVE, readable);
    double cellHeight = Math.min(pen.px(LARGEST_PRESENTED), (down - blockHeight) / n);
    double leastWidth = Math.min(leastBlock(), capAcross());
    double cellWidth =
        Math.min(
            Math.min(pen.px(LARGEST_PRESENTED), (across - 2 * leastWidth) / n),
            cellHeight * STRETCH);
    double blockWidth =
        Math.clamp((across - n * cellWidth) / 2, leastWidth, Math.max(leastWidth, capAcross()));
    return new Sizes(cellWidth, cellHeight, blockWidth, blockHeight, 0, true);
  }

  /// How wide all of it is.
  double total(Sizes sizes) {
    return left()
        + 2 * (sizes.blockWidth() + gap())
        + length() * sizes.cellWidth()
        + right(sharpness());
  }

  /// How high all of it is.
  double tall(Sizes sizes) {
    double below = sizes.turns() ? 0 : gap() + sizes.belowHeight();
    return head()
        + labels()
        + sizes.blockHeight()
        + gap()
        + length() * sizes.cellHeight()
        + below
        + foot();
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
