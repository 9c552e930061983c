package dev.stepwise.view.multihead;

import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import java.util.List;

/// Where the heads stand small, beside and below each other, each in a card of its own.
///
/// @param length n
/// @param heads how many are shown
/// @param columns how many beside each other
/// @param width of a card
/// @param height of a card
record Multiples(Pen pen, int length, int heads, int columns, double width, double height) {
  private static final int MOST = 64;

  /// How much higher than wide a cell may be, where there is more height than width.
  private static final double TALLEST = 1.6;

  /// How much wider than high a small head may be, where there is more width than height.
  private static final double WIDEST = 1.8;

  /// The title of a card.
  private static final double TITLE = 20;

  /// A card has at least the width of its title.
  private static final double LEAST_WIDTH = 150;

  /// As large as they can be in a room.
  static Multiples of(Pen pen, MultiHeadProblem problem, double width, double height) {
    int heads = Math.min(problem.heads(), MOST);
    double gap = gap(pen);
    double title = title(pen);
    int best = 1;
    double bestSide = 0;
    for (int columns = 1; columns <= heads; columns++) {
      int rows = (heads + columns - 1) / columns;
      double side =
          Math.min(
              (width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows - title);
      if (side > bestSide) {
        best = columns;
        bestSide = side;
      }
    }
    int down = (heads + best - 1) / best;
    double share = (width - gap * (best - 1)) / best;
    return new Multiples(
        pen,
        problem.length(),
        heads,
        best,
        Math.clamp(share, bestSide, Math.max(pen.px(LEAST_WIDTH), bestSide * WIDEST)),
        Math.min((height - gap * (down - 1)) / down, bestSide * TALLEST + title));
  }

  private static double gap(Pen pen) {
    return pen.px(pen.speaks() ? Space.SMALL : Space.TIGHT);
  }

  private static double title(Pen pen) {
    return pen.speaks() ? pen.px(TITLE) : 0;
  }

  /// The card of a head.
  ///
  /// @param x where the first begins
  /// @param y where the first begins
  Box card(double x, double y, int head) {
    double gap = gap(pen);
    return new Box(
        x + head % columns * (width + gap),
        y + Math.floorDiv(head, columns) * (height + gap),
        width,
        height);
  }

  /// The title in a card.
  Box title(Box card) {
    return card.inset(0, pen.px(Space.TIGHT), card.height() - title(pen), pen.px(Space.SMALL));
  }

  /// The cells in a card.
  CellGrid cells(Box card) {
    var room = card.inset(pen.px(Space.TIGHT)).inset(title(pen) - pen.px(Space.TIGHT), 0, 0, 0);
    double wide = Math.min(room.width(), room.height() * WIDEST);
    var place = new Box(card.centreX() - wide / 2, room.y(), wide, room.height());
    return new CellGrid(place, length, length);
  }

  /// Whether numbers can be written in the cells.
  boolean haveRoom() {
    return MatrixMark.hasRoom(cells(card(0, 0, 0)), pen.look());
  }

  /// Whether all habits can be written beside the numbers of their heads; false for none.
  boolean haveRoomFor(List<String> habits) {
    double room = HeadColours.besideMarker(pen, title(card(0, 0, 0))).width();
    return !habits.isEmpty()
        && habits.stream()
            .map(habit -> "0 " + habit)
            .allMatch(words -> pen.brief(room, pen.type(Role.BODY), words, "").equals(words));
  }
}
