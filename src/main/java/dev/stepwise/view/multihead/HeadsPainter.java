package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.multihead.HeadsFocus;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.CellText;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.GridNames;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.MatrixPanel;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Spot;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.matrices.HeadScales;
import dev.stepwise.view.matrices.KeptPixels;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfHead;
import java.util.Optional;
import javafx.scene.paint.Color;

/// Draws the weights of all heads as small matrices, and one of them large.
final class HeadsPainter {
  /// How much higher than wide a cell may be, where there is more height than width.
  private static final double TALLEST = 1.6;

  /// How much wider than high.
  private static final double WIDEST = 1.7;

  /// How wide the large head may be beside the height of the stage.
  private static final double LARGEST = 1.05;

  /// What the large head takes of the width at most.
  private static final double SHARE = 0.52;

  /// The same where the small ones show their numbers too.
  private static final double SHARE_BESIDE_NUMBERS = 0.43;

  /// The title of the large head.
  private static final double TITLE = 22;

  private final Sheet<MultiHeadFrame> sheet;
  private final Pen pen;
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final KeptPixels pixels;

  HeadsPainter(Sheet<MultiHeadFrame> sheet, KeptPixels pixels) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.frame = sheet.frame();
    this.problem = frame.problem();
    this.pixels = pixels;
  }

  /// The head that is shown large: that of the step, the pinned one, or that of the tracked number.
  private int chosen() {
    return frame.focus() instanceof HeadsFocus.HeadAttended(int head)
        ? head
        : sheet
            .shown()
            .pinned()
            .flatMap(element ->
                element instanceof OfHead(int pinned) && pinned < problem.heads()
                    ? Optional.of(pinned)
                    : Optional.empty())
            .orElse(followed().head());
  }

  /// Where the number is that is followed: also a wrong reshape has it somewhere.
  private Place followed() {
    return frame.pass().tracked().place(problem);
  }

  /// One large, all small.
  void paint(Box area) {
    int chosen = chosen();
    double bar = pen.speaks() ? ColourBar.width(pen.look()) : 0;
    double gap = pen.px(pen.speaks() ? Space.GAP : Space.TIGHT);
    double room = area.width() - bar - 2 * gap;
    double width = largeWidth(room, area.height());
    var large = large(area.inset(0, area.width() - width, 0, 0), chosen);
    double end = area.right() - bar;
    if (problem.heads() == 1) {
      bar(new Box(large.right() + gap, large.y(), bar, large.height()));
    } else {
      double left = large.right() + gap;
      double right = pen.speaks() ? end - gap : end;
      multiples(new Box(left, area.y(), right - left, area.height()), chosen);
      bar(new Box(end, area.y(), bar, large.height()));
    }
  }

  /// In a lecture hall, where the small ones can show their numbers too, they have the room that
  /// this takes.
  private double largeWidth(double room, double height) {
    double largest = height * LARGEST;
    if (problem.heads() == 1) {
      return Math.min(room, largest);
    }
    double narrower = Math.min(room * SHARE_BESIDE_NUMBERS, largest);
    boolean presents = pen.look().density() == Look.Density.PRESENT;
    boolean numbers = presents && Multiples.of(pen, problem, room - narrower, height).haveRoom();
    return numbers ? narrower : Math.min(room * SHARE, largest);
  }

  private void bar(Box box) {
    if (pen.speaks()) {
      new ColourBar(mark(0).scale(), "weight").draw(pen.surface(), box, pen.look());
    }
  }

  /// All of them small, in a grid; nothing where the only one is shown already.
  void multiples(Box box, int chosen) {
    if (problem.heads() == 1) {
      return;
    }
    var multiples = Multiples.of(pen, problem, box.width(), box.height());
    boolean habits = multiples.haveRoomFor(problem.habits());
    for (int head = 0; head < multiples.heads(); head++) {
      var card = multiples.card(box.x(), box.y(), head);
      card(card, head, head == chosen ? Space.LINE : Space.HAIR);
      pixels.draw(pen, multiples.cells(card), mark(head));
      var line = HeadColours.marker(pen, head, multiples.title(card));
      var type = pen.type(Role.BODY);
      var words = habits ? head + " " + problem.habits().get(head) : Integer.toString(head);
      pen.write(words, line, head == chosen ? type.bold() : type);
      sheet.spots().add(new OfHead(head), card, "head " + head + ": click to look at it");
    }
  }

  private void card(Box box, int head, Space edge) {
    var colour = HeadColours.of(sheet.palette(), head);
    var ground = Ink.filled(sheet.palette().raised());
    var shade = edge == Space.HAIR ? Pen.faded(colour, 0.55) : colour;
    pen.surface().rectangle(box, pen.px(Space.TIGHT), ground.withStroke(shade, pen.px(edge)));
  }

  /// A thumbnail stands for the exercise: with weights also where its step has none yet.
  private MatrixMark mark(int head) {
    boolean there = head < frame.attended() || !pen.speaks();
    return new MatrixMark(
        frame.pass().heads().get(head).weights(),
        HeadScales.weights(problem.length()),
        there ? Integer.MAX_VALUE : 0,
        problem.settings().hidesTheFuture() ? MatrixMark.Mask.CAUSAL : MatrixMark.Mask.NONE);
  }

  /// One head large, in a card no higher than it needs.
  private Box large(Box room, int head) {
    int n = problem.length();
    int followed = followed().token();
    var queries = GridNames.of(RowNames.head(problem, head)).strong(row -> row == followed);
    var keys = GridNames.of(RowNames.head(problem, head));
    double pad = pen.px(pen.speaks() ? Space.SMALL : Space.TIGHT);
    var inside = room.inset(pad);
    double title = pen.speaks() ? pen.px(TITLE) : 0;
    double left = queries.width(pen);
    double over = keys.overhang(pen, (inside.width() - left) / n) - pad + pen.px(Space.TIGHT);
    double across = inside.width() - left - Math.max(0, over);
    double top = title + keys.height(pen, across / n);
    double height = Math.min(across / n * TALLEST, (inside.height() - top) / n);
    double width = Math.min(across / n, height * WIDEST);
    double x = inside.x() + left + Math.max(0, (across - n * width) / 2);
    var grid = new CellGrid(new Box(x, inside.y() + top, n * width, n * height), n, n);
    var box = new Box(room.x(), room.y(), room.width(), grid.box().bottom() + pad - room.y());
    card(box, head, Space.LINE);
    pixels.draw(pen, grid, mark(head));
    title(new Box(inside.x(), inside.y(), inside.width(), title), head);
    queries.rows(sheet.spots(), grid, grid.box().x());
    keys.columns(sheet.spots(), grid);
    emphasise(grid, head);
    panel(head).surround(sheet.spots(), grid);
    return box;
  }

  private void title(Box line, int head) {
    if (!pen.speaks()) {
      return;
    }
    var rest = HeadColours.marker(pen, head, line).inset(0, 0, 0, pen.px(Space.TIGHT));
    var words = "Head " + head;
    pen.write(words, rest, pen.type(Role.TITLE));
    if (!problem.habits().isEmpty()) {
      double taken = pen.width(words, Role.TITLE) + pen.px(Space.SMALL);
      pen.write(problem.habits().get(head), rest.inset(0, 0, 0, taken), pen.type(Role.NOTE));
    }
  }

  private MatrixPanel panel(int head) {
    var mark = mark(head);
    return MatrixPanel.of("", mark)
        .asked(
            new MatrixPanel.Cells(
                cell ->
                    new Spot(
                        new InHead(head, new OfCell(Tensor.WEIGHTS, cell.row(), cell.column())),
                        "weight "
                            + CellText.of(mark.values()[cell.row()][cell.column()])
                            + (mark.mask().hides(cell.row(), cell.column())
                                ? ", hidden by the mask"
                                : "")),
                element -> place(element, head)));
  }

  private static Optional<Cell> place(Element element, int head) {
    return element instanceof InHead(int of, OfCell(var tensor, int row, int column))
            && of == head
            // The scores of a row, from which its weights come, would stand in the same places.
            && (tensor == Tensor.WEIGHTS || tensor == Tensor.SCORES)
        ? Optional.of(new Cell(row, column))
        : Optional.empty();
  }

  /// The row of the followed number, and row and column of what is under the pointer.
  private void emphasise(CellGrid grid, int head) {
    around(grid, grid.row(followed().token()), sheet.palette().text(), Space.LINE);
    sheet
        .shown()
        .pointed()
        .flatMap(element -> place(element, head))
        .ifPresent(cell -> {
          around(grid, grid.row(cell.row()), sheet.palette().accent(), Space.HAIR);
          around(grid, grid.column(cell.column()), sheet.palette().accent(), Space.HAIR);
        });
  }

  private void around(CellGrid grid, Box part, Color colour, Space width) {
    pen.around(grid, part, colour, width);
  }
}
