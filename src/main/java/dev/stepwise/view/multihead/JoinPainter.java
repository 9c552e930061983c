package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.multihead.JoinFocus.TokenJoined;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.CellText;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.GridNames;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.MatrixPanel;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Spot;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.matrices.KeptPixels;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.Optional;

/// Draws the concatenation: the output of each head above the columns where it lands.
final class JoinPainter {
  private static final double WIDEST_CELL = 30;
  private static final double HIGHEST_CELL = 24;
  private static final double LEAST_WIDTH_WITH_BAR = 540;

  /// The name of a head above its block.
  private static final double NAME = 24;

  /// From the blocks to the joined matrix, whose name stands there too.
  private static final double BETWEEN = 52;

  private final Sheet<MultiHeadFrame> sheet;
  private final Pen pen;
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final WholeScales scales;
  private final KeptPixels pixels;
  private final GridNames names;

  JoinPainter(Sheet<MultiHeadFrame> sheet, WholeScales scales, KeptPixels pixels) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.frame = sheet.frame();
    this.problem = frame.problem();
    this.scales = scales;
    this.pixels = pixels;
    this.names = GridNames.of(RowNames.joined(problem)).strong(this::isCurrent);
  }

  private boolean isCurrent(int row) {
    return frame.focus() instanceof TokenJoined(int token) && token == row;
  }

  void paint(Box area) {
    boolean mistaken = problem.mistake().changes(frame);
    pen.heading(
        area, mistaken ? "joined" : "joined = heads side by side", pen.type(Role.TITLE), legend());
    var place = layOut(area);
    for (int head = 0; head < problem.heads(); head++) {
      head(place.blocks(head), head);
      if (!mistaken) { // else a head has no columns of its own
        connect(place.blocks(head), place.joined(), head);
      }
    }
    joined(place.joined());
    if (!mistaken) {
      HeadColours.slices(pen, place.joined().box(), problem.heads());
    }
    if (place.bar() > 0) {
      var box = new Box(place.bar(), place.top(), 0, place.joined().box().bottom() - place.top());
      new ColourBar(scales.results(), "joined").draw(pen.surface(), box, pen.look());
    }
  }

  /// What the marked cells are.
  private String legend() {
    var tracked = frame.pass().tracked();
    int[] at = tracked.joinedPlace(problem);
    var due = Stop.index(tracked.row(), tracked.column());
    return "followed: "
        + Stop.index(at[0], at[1])
        + (tracked.isDisplaced(problem) ? ", should be at " + due + " (dashed)" : "");
  }

  /// Where the matrices are.
  ///
  /// @param left,top of the first block
  /// @param gap between blocks
  /// @param bar where the colour bar begins; 0 where there is no room for it
  private record Places(
      MultiHeadProblem problem,
      double left,
      double top,
      double cellWidth,
      double cellHeight,
      double gap,
      CellGrid joined,
      double bar) {
    CellGrid blocks(int head) {
      int width = problem.headWidth();
      double x = left + head * (width * cellWidth + gap);
      var box = new Box(x, top, width * cellWidth, problem.length() * cellHeight);
      return new CellGrid(box, problem.length(), width);
    }
  }

  private Places layOut(Box area) {
    int n = problem.length();
    int d = problem.modelWidth();
    var room = pen.below(area);
    double gap = Math.min(pen.px(Space.SMALL), area.width() * 0.02);
    double gaps = gap * (problem.heads() - 1);
    double margin = pen.px(Space.GAP);
    double labels = names.width(pen);
    boolean hasBar = area.width() >= pen.px(LEAST_WIDTH_WITH_BAR);
    double bar = hasBar ? ColourBar.width(pen.look()) + margin : 0;
    double down = room.height() - pen.px(NAME) - pen.px(BETWEEN);
    double width = Math.min(pen.px(WIDEST_CELL), (area.width() - labels - gaps - bar) / d);
    double height = Math.min(pen.px(HIGHEST_CELL), down / (2.0 * n));
    double total = labels + d * width + gaps + bar;
    double x = area.x() + (area.width() - total) / 2 + labels;
    double y = room.y() + pen.px(NAME);
    var joined = new Box(x + gaps / 2, y + n * height + pen.px(BETWEEN), d * width, n * height);
    double end = hasBar ? x + d * width + gaps + margin : 0;
    return new Places(problem, x, y, width, height, gap, new CellGrid(joined, n, d), end);
  }

  private void head(CellGrid grid, int head) {
    var mark = new MatrixMark(frame.pass().heads().get(head).output(), scales.results());
    var box = grid.box();
    pixels.draw(pen, grid, mark);
    pen.frame(box.inset(-1), HeadColours.of(sheet.palette(), head), Space.LINE);
    double name = pen.px(NAME);
    var line = new Box(box.x(), box.y() - name, box.width(), name - pen.px(Space.TIGHT));
    var rest = HeadColours.marker(pen, head, line);
    var type = pen.type(Role.BODY);
    var words = pen.brief(rest.width(), type, "head " + head, Integer.toString(head));
    pen.write(words, rest, type);
    if (head == 0) {
      names.rows(sheet.spots(), grid, box.x());
    }
    current(grid);
    var followed = frame.pass().tracked().place(problem);
    if (head == followed.head()) {
      followed(grid, grid.cell(followed.token(), followed.column()));
    }
    MatrixPanel.of("", mark).asked(cells(mark, head)).surround(sheet.spots(), grid);
  }

  private static MatrixPanel.Cells cells(MatrixMark mark, int head) {
    return new MatrixPanel.Cells(
        cell ->
            new Spot(
                new InHead(head, new OfCell(Tensor.OUTPUT, cell.row(), cell.column())),
                CellText.of(mark.values()[cell.row()][cell.column()])),
        element -> place(element, head));
  }

  private static Optional<Cell> place(Element element, int head) {
    return element instanceof InHead(int of, OfCell(var tensor, int row, int column))
            && of == head
            && tensor == Tensor.OUTPUT
        ? Optional.of(new Cell(row, column))
        : Optional.empty();
  }

  /// From the edges of a head's block to the edges of its columns.
  private void connect(CellGrid block, CellGrid joined, int head) {
    var dashes = pen.dashed(Pen.faded(HeadColours.of(sheet.palette(), head), 0.55), Space.HAIR);
    int width = problem.headWidth();
    double top = block.box().bottom() + pen.px(Space.TIGHT);
    double bottom = joined.box().y() - pen.px(Space.SMALL);
    var surface = pen.surface();
    surface.line(block.box().x(), top, joined.left(head * width), bottom, dashes);
    surface.line(block.box().right(), top, joined.left((head + 1) * width), bottom, dashes);
  }

  private void joined(CellGrid grid) {
    new WholePanel(sheet, Whole.JOINED, pixels).draw(grid, scales.results());
    names.rows(sheet.spots(), grid, grid.box().x());
    current(grid);
    var tracked = frame.pass().tracked();
    int[] at = tracked.joinedPlace(problem);
    if (tracked.isDisplaced(problem) && tracked.row() < frame.joinedRows()) {
      var due = pen.dashed(sheet.palette().text(), Space.LINE);
      pen.around(grid, grid.cell(tracked.row(), tracked.column()), due);
    }
    if (at[0] < frame.joinedRows()) {
      followed(grid, grid.cell(at[0], at[1]));
    }
  }

  /// The row of the step.
  private void current(CellGrid grid) {
    if (frame.focus() instanceof TokenJoined(int token)) {
      pen.around(grid, grid.row(token), sheet.palette().accent(), Space.LINE);
    }
  }

  private void followed(CellGrid grid, Box cell) {
    pen.around(grid, cell, sheet.palette().text(), Space.LINE);
  }
}
