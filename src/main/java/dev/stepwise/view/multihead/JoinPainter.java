package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.multihead.JoinFocus.TokenJoined;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.CellHits;
import dev.stepwise.draw.CellText;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.GridLabels;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.Spot;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Shown;
import dev.stepwise.view.matrices.KeptPixels;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.Optional;
import java.util.function.Function;

/// Draws the concatenation: the output of each head above the columns where it lands.
final class JoinPainter {
  private final Surface surface;
  private final Shown<MultiHeadFrame> shown;
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final Look look;
  private final ColourScale scale;
  private final KeptPixels pixels;

  JoinPainter(Surface surface, Shown<MultiHeadFrame> shown, WholeScales scales, KeptPixels pixels) {
    this.surface = surface;
    this.shown = shown;
    this.frame = shown.step().frame();
    this.problem = frame.problem();
    this.look = shown.look();
    this.scale = scales.results();
    this.pixels = pixels;
  }

  void paint(Box area) {
    int n = problem.length();
    int d = problem.modelWidth();
    int h = problem.heads();
    var palette = look.palette();
    double labels = GridLabels.width(surface, RowNames.joined(problem), look);
    var bold = new Type(Type.Face.BOLD, look.px(14.5), palette.text());
    boolean mistaken = problem.mistake().changes(frame);
    var equation = mistaken ? "joined" : "joined = heads side by side";
    surface.text(equation, area.x(), area.y() + look.px(14), bold);
    double head = look.px(58);
    double between = look.px(52);
    double foot = look.px(8);
    double gap = Math.min(look.px(10), area.width() * 0.02);
    double bar = area.width() >= look.px(540) ? ColourBar.width(look) + look.px(14) : 0;
    double width =
        Math.min(look.px(30), (area.width() - labels - gap * (h - 1) - look.px(8) - bar) / d);
    double height = Math.min(look.px(24), (area.height() - head - between - foot) / (2.0 * n));
    double total = labels + d * width + gap * (h - 1);
    double x = area.x() + (area.width() - total - bar) / 2 + labels;
    double y = area.y() + head;
    double joinedX = x + gap * (h - 1) / 2;
    double joinedY = y + n * height + between;
    var joined = new CellGrid(new Box(joinedX, joinedY, d * width, n * height), n, d);
    int rows = frame.joinedRows();
    for (int a = 0; a < h; a++) {
      int number = a;
      double left = x + a * (problem.headWidth() * width + gap);
      var box = new Box(left, y, problem.headWidth() * width, n * height);
      var grid = new CellGrid(box, n, problem.headWidth());
      var output = frame.pass().heads().get(a).output();
      pixels.draw(surface, look, grid, new MatrixMark(output, scale));
      outline(grid, a);
      if (!mistaken) { // else a head has no columns of its own
        connect(grid, joined, a);
      }
      headName(box, a);
      shown
          .hits()
          .add(
              hits(
                  grid,
                  output,
                  Integer.MAX_VALUE,
                  cell -> new InHead(number, new OfCell(Tensor.OUTPUT, cell.row(), cell.column())),
                  element ->
                      element instanceof InHead(int of, OfCell(var tensor, int row, int column))
                              && of == number
                              && tensor == Tensor.OUTPUT
                          ? Optional.of(new Cell(row, column))
                          : Optional.empty()));
      if (a == 0) {
        tokens(grid, x);
      }
      var followed = frame.pass().tracked().place(problem);
      if (a == followed.head()) {
        followed(grid.cell(followed.token(), followed.column()));
      }
    }
    pixels.draw(surface, look, joined, new MatrixMark(frame.pass().joined(), scale, rows * d));
    surface.rectangle(joined.box().inset(-0.5), 0, Ink.stroked(palette.faint(), 1));
    if (!mistaken) {
      HeadColours.slices(surface, palette, joined.box(), h, look.px(5));
    }
    shown
        .hits()
        .add(
            hits(
                joined,
                frame.pass().joined(),
                rows * d,
                cell -> new OfWhole(Whole.JOINED, cell.row(), cell.column()),
                element ->
                    element instanceof OfWhole(var of, int row, int column) && of == Whole.JOINED
                        ? Optional.of(new Cell(row, column))
                        : Optional.empty()));
    surface.text(
        "joined",
        joined.box().x(),
        joined.box().y() - look.px(13),
        new Type(Type.Face.BOLD, look.px(13), palette.text()));
    surface.text(
        n + "×" + d,
        joined.box().x() + look.px(58),
        joined.box().y() - look.px(13),
        new Type(Type.Face.MONO, look.px(11.5), palette.muted()));
    legend(joined, joined.box().x() + look.px(120));
    tokens(joined, joinedX);
    if (bar > 0) {
      double at = x + d * width + gap * (h - 1) + look.px(14);
      new ColourBar(scale, "joined")
          .draw(surface, new Box(at, y, ColourBar.width(look), joined.box().bottom() - y), look);
    }
    track(joined);
  }

  private interface Naming {
    Element of(Cell cell);
  }

  private static CellHits hits(
      CellGrid grid,
      double[][] values,
      int known,
      Naming naming,
      Function<Element, Optional<Cell>> finding) {
    return new CellHits(
        grid,
        known,
        cell -> new Spot(naming.of(cell), CellText.of(values[cell.row()][cell.column()])),
        finding);
  }

  private void headName(Box box, int head) {
    var palette = look.palette();
    double y = box.y() - look.px(12);
    HeadColours.marker(surface, palette, head, box.x() + look.px(6), y - look.px(4), look.px(5));
    var type = new Type(Type.Face.MEDIUM, look.px(12), palette.text());
    var words = box.width() > look.px(64) ? "head " + head : Integer.toString(head);
    surface.text(words, box.x() + look.px(15), y, type);
  }

  private void outline(CellGrid grid, int head) {
    surface.rectangle(
        grid.box().inset(-1), 0, Ink.stroked(HeadColours.of(look.palette(), head), look.px(1.5)));
    if (frame.focus() instanceof TokenJoined(int token)) {
      surface.rectangle(
          grid.row(token), look.px(2), Ink.stroked(look.palette().accent(), look.px(2)));
    }
  }

  /// From the edges of a head's block to the edges of its columns.
  private void connect(CellGrid block, CellGrid joined, int head) {
    var colour = HeadColours.of(look.palette(), head).deriveColor(0, 1, 1, 0.55);
    var stroke = new Ink.Stroke(colour, look.px(1.2), look.px(2), look.px(4));
    int width = problem.headWidth();
    double top = block.box().bottom() + look.px(3);
    double bottom = joined.box().y() - look.px(8);
    surface.line(block.box().x(), top, joined.left(head * width), bottom, stroke);
    surface.line(block.box().right(), top, joined.left((head + 1) * width), bottom, stroke);
  }

  private void tokens(CellGrid grid, double right) {
    var names = RowNames.joined(problem);
    GridLabels.rows(
        surface,
        grid,
        look,
        right,
        row -> {
          boolean strong = frame.focus() instanceof TokenJoined(int token) && token == row;
          var face = strong ? Type.Face.BOLD : Type.Face.REGULAR;
          var colour = strong ? look.palette().accent() : look.palette().text();
          return new GridLabels.Label(
              names.get(row), new Type(face, GridLabels.size(grid.cellHeight(), look), colour));
        });
  }

  private void track(CellGrid joined) {
    var tracked = frame.pass().tracked();
    int[] at = tracked.joinedPlace(problem);
    if (tracked.isDisplaced(problem) && tracked.row() < frame.joinedRows()) {
      surface.rectangle(
          joined.cell(tracked.row(), tracked.column()),
          look.px(1.5),
          Ink.stroked(look.palette().text(), look.px(1.5), look.px(3), look.px(2.5)));
    }
    if (at[0] < frame.joinedRows()) {
      followed(joined.cell(at[0], at[1]));
    }
    if (frame.focus() instanceof TokenJoined(int token)) {
      surface.rectangle(
          joined.row(token), look.px(2), Ink.stroked(look.palette().accent(), look.px(2)));
    }
  }

  private void followed(Box cell) {
    surface.rectangle(cell, look.px(1.5), Ink.stroked(look.palette().text(), look.px(2.5)));
  }

  /// What the marked cells are.
  private void legend(CellGrid joined, double x) {
    var tracked = frame.pass().tracked();
    int[] at = tracked.joinedPlace(problem);
    var type = new Type(Type.Face.REGULAR, look.px(12), look.palette().muted());
    double baseline = joined.box().y() - look.px(13);
    var words =
        "followed: "
            + Stop.index(at[0], at[1])
            + (tracked.isDisplaced(problem)
                ? ", should be at " + Stop.index(tracked.row(), tracked.column()) + " (dashed)"
                : "");
    double width = surface.textWidth(words, type);
    if (x + width <= joined.box().right()) {
      // The lines from the heads to their columns pass here.
      surface.rectangle(
          new Box(
              joined.box().right() - width - look.px(4),
              baseline - look.px(11),
              width + look.px(4),
              look.px(15)),
          0,
          Ink.filled(look.palette().background()));
      surface.text(words, joined.box().right(), baseline, type.aligned(Type.Align.RIGHT));
    }
  }
}
