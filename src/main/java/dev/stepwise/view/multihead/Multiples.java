package dev.stepwise.view.multihead;

import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.MatrixMark;

/// Where the heads stand small, beside and below each other, each in a card of its own.
///
/// @param length n
/// @param heads how many are shown
/// @param columns how many beside each other
/// @param width of a card
/// @param height of a card
record Multiples(Look look, int length, int heads, int columns, double width, double height) {
  private static final int MOST = 64;

  /// How much higher than wide a cell may be, where there is more height than width.
  private static final double TALLEST = 1.6;

  /// How much wider than high a small head may be, where there is more width than height.
  private static final double WIDEST = 1.8;

  /// As large as they can be in a room.
  static Multiples of(Look look, MultiHeadProblem problem, double width, double height) {
    int heads = Math.min(problem.heads(), MOST);
    double gap = gap(look);
    int best = 1;
    double bestSide = 0;
    for (int columns = 1; columns <= heads; columns++) {
      int rows = (heads + columns - 1) / columns;
      double side =
          Math.min(
              (width - gap * (columns - 1)) / columns,
              (height - gap * (rows - 1)) / rows - look.px(20));
      if (side > bestSide) {
        best = columns;
        bestSide = side;
      }
    }
    int down = (heads + best - 1) / best;
    double share = (width - gap * (best - 1)) / best;
    return new Multiples(
        look,
        problem.length(),
        heads,
        best,
        Math.clamp(share, bestSide, Math.max(look.px(150), bestSide * WIDEST)),
        Math.min((height - gap * (down - 1)) / down, bestSide * TALLEST + look.px(22)));
  }

  private static double gap(Look look) {
    return switch (look.density()) {
      case THUMBNAIL -> 3;
      case PRESENT -> look.px(6);
      case WINDOW -> look.px(10);
    };
  }

  private static double padding(Look look) {
    return switch (look.density()) {
      case THUMBNAIL -> 2;
      case PRESENT -> look.px(4);
      case WINDOW -> look.px(6);
    };
  }

  /// The card of a head.
  ///
  /// @param x where the first begins
  /// @param y where the first begins
  Box card(double x, double y, int head) {
    double gap = gap(look);
    return new Box(
        x + head % columns * (width + gap),
        y + Math.floorDiv(head, columns) * (height + gap),
        width,
        height);
  }

  /// The cells in a card.
  ///
  /// @param title the height of what stands above them
  CellGrid cells(Box card, double title) {
    double pad = padding(look);
    double high = card.height() - title - 2 * pad;
    double wide = Math.min(card.width() - 2 * pad, high * WIDEST);
    var place = new Box(card.centreX() - wide / 2, card.y() + title + pad, wide, high);
    return new CellGrid(place, length, length);
  }

  /// Whether numbers can be written in the cells.
  ///
  /// @param title the height of what stands above them
  boolean haveRoom(double title) {
    return MatrixMark.hasRoom(cells(card(0, 0, 0), title), look);
  }
}
