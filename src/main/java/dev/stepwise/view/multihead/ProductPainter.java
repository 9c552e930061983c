package dev.stepwise.view.multihead;

import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadFrame.Focus;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.view.Shown;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.CellGrid;
import dev.stepwise.view.marks.CellGrid.Cell;
import dev.stepwise.view.marks.CellHits;
import dev.stepwise.view.marks.CellText;
import dev.stepwise.view.marks.ColourMap;
import dev.stepwise.view.marks.ColourScale;
import dev.stepwise.view.marks.GridLabels;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.MatrixMark;
import dev.stepwise.view.marks.Spot;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.Optional;
import javafx.scene.paint.Color;

/// Draws a product of full width: the left matrix, the right one above, the result where rows meet
/// columns. The columns of each head have its colour, and those of the tracked number's head are
/// framed: X · W_q = Q before the heads, joined · W_o = output after them.
final class ProductPainter {
  private final Surface surface;
  private final Shown<MultiHeadFrame> shown;
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final Look look;

  ProductPainter(Surface surface, Shown<MultiHeadFrame> shown) {
    this.surface = surface;
    this.shown = shown;
    this.frame = shown.step().frame();
    this.problem = frame.problem();
    this.look = shown.look();
  }

  /// A matrix of the product.
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  private record Factor(
      Whole name, String title, double[][] values, ColourScale scale, int known) {}

  void paint(Box area) {
    var signed = ColourMap.diverging(look.palette());
    boolean mixing = frame.stage() >= 5;
    int d = problem.modelWidth();
    var left =
        mixing
            ? factor(Whole.JOINED, "joined", frame.pass().joined(), signed, Integer.MAX_VALUE)
            : factor(Whole.X, "X", problem.x(), signed, Integer.MAX_VALUE);
    var top =
        mixing
            ? factor(Whole.W_O, "W_o", problem.output(), signed, Integer.MAX_VALUE)
            : factor(Whole.W_Q, "W_q", problem.queries(), signed, Integer.MAX_VALUE);
    var result =
        mixing
            ? factor(Whole.OUTPUT, "output", frame.pass().output(), signed, frame.outputRows() * d)
            : factor(Whole.Q, "Q", frame.pass().whole().q(), signed, Integer.MAX_VALUE);
    draw(area, left, top, result, mixing);
  }

  private static Factor factor(
      Whole name, String title, double[][] values, ColourMap map, int known) {
    return new Factor(name, title, values, ColourScale.centred(map, values), known);
  }

  private void draw(Box area, Factor left, Factor top, Factor result, boolean mixing) {
    int n = problem.length();
    int d = problem.modelWidth();
    double gap = look.px(18);
    double labels = GridLabels.width(surface, problem.tokens(), look);
    double head = look.px(30);
    double names = look.px(40);
    double across = area.width() - labels - gap;
    double down = area.height() - head - names - gap;
    double width = Math.min(look.px(34), across / (2.0 * d));
    double height = Math.min(look.px(26), Math.max(down * 0.32 / n, down / (n + (double) d)));
    double topHeight = Math.min(d * Math.min(height, width * 1.2), down - n * height);
    double total = labels + 2 * d * width + gap;
    double x = area.x() + (area.width() - total) / 2 + labels;
    double y = area.y() + head + names;
    double rowsTop = y + topHeight + gap;
    var leftGrid = new CellGrid(new Box(x, rowsTop, d * width, n * height), n, d);
    double second = x + d * width + gap;
    var topGrid = new CellGrid(new Box(second, y, d * width, topHeight), d, d);
    var resultGrid = new CellGrid(new Box(second, rowsTop, d * width, n * height), n, d);
    heading(area, mixing, n, d);
    matrix(left, leftGrid);
    matrix(top, topGrid);
    matrix(result, resultGrid);
    var palette = look.palette();
    if (mixing) {
      HeadColours.slices(surface, palette, leftGrid.box(), problem.heads(), look.px(5));
    } else {
      HeadColours.slices(surface, palette, topGrid.box(), problem.heads(), look.px(5));
      HeadColours.slices(surface, palette, resultGrid.box(), problem.heads(), look.px(5));
      slice(topGrid);
      slice(resultGrid);
    }
    title(left, leftGrid.box(), look.px(mixing ? 12 : 6));
    title(top, topGrid.box(), look.px(12));
    titleBeside(result, resultGrid.box());
    tokens(leftGrid, x);
    emphasise(leftGrid, topGrid, resultGrid, left, top, result);
  }

  private void heading(Box area, boolean mixing, int n, int d) {
    var palette = look.palette();
    var text = mixing ? "output = joined · W_o" : "Q = X · W_q, for all heads at once";
    var bold = new Type(Type.Face.BOLD, look.px(14.5), palette.text());
    var mono = new Type(Type.Face.MONO, look.px(12.5), palette.muted());
    double baseline = area.y() + look.px(14);
    surface.text(text, area.x(), baseline, bold);
    double after = area.x() + surface.textWidth(text, bold) + look.px(16);
    var shapes = "%d×%d · %d×%d → %d×%d".formatted(n, d, d, d, n, d);
    if (after + surface.textWidth(shapes, mono) <= area.right()) {
      surface.text(shapes, after, baseline, mono);
    }
  }

  private void matrix(Factor factor, CellGrid grid) {
    new MatrixMark(factor.values(), factor.scale(), factor.known()).draw(surface, grid, look);
    surface.rectangle(grid.box().inset(-0.5), 0, Ink.stroked(look.palette().faint(), 1));
    shown
        .hits()
        .add(
            new CellHits(
                grid,
                factor.known(),
                cell ->
                    new Spot(
                        new OfWhole(factor.name(), cell.row(), cell.column()),
                        "%s[%d, %d] = %s"
                            .formatted(
                                factor.title(),
                                cell.row(),
                                cell.column(),
                                CellText.of(factor.values()[cell.row()][cell.column()]))),
                element ->
                    element instanceof OfWhole(var matrix, int row, int column)
                            && matrix == factor.name()
                        ? Optional.of(new Cell(row, column))
                        : Optional.empty()));
  }

  private void title(Factor factor, Box box, double above) {
    var palette = look.palette();
    double baseline = box.y() - above;
    var bold = new Type(Type.Face.BOLD, look.px(13), palette.text());
    var mono = new Type(Type.Face.MONO, look.px(11.5), palette.muted());
    var shape = factor.values().length + "×" + factor.values()[0].length;
    surface.text(factor.title(), box.x(), baseline, bold);
    surface.text(
        shape, box.x() + surface.textWidth(factor.title(), bold) + look.px(8), baseline, mono);
  }

  /// Below the result, where nothing else stands.
  private void titleBeside(Factor factor, Box box) {
    var palette = look.palette();
    var bold = new Type(Type.Face.BOLD, look.px(13), palette.text());
    surface.text(factor.title(), box.x(), box.bottom() + look.px(15), bold);
  }

  private void tokens(CellGrid grid, double right) {
    GridLabels.rows(
        surface,
        grid,
        look,
        right,
        row -> {
          boolean strong =
              row == frame.pass().tracked().row()
                  || (frame.focus() instanceof Focus.TokenMixed(int token) && token == row);
          var face = strong ? Type.Face.BOLD : Type.Face.REGULAR;
          double size = GridLabels.size(grid.cellHeight(), look);
          return new GridLabels.Label(
              problem.tokens().get(row), new Type(face, size, look.palette().text()));
        });
  }

  /// The columns of the tracked number's head.
  private void slice(CellGrid grid) {
    var place = frame.pass().tracked().rightPlace(problem);
    double from = grid.left(place.head() * problem.headWidth());
    double to = grid.left((place.head() + 1) * problem.headWidth());
    var box = new Box(from, grid.box().y(), to - from, grid.box().height());
    surface.rectangle(
        box, look.px(2), Ink.stroked(HeadColours.of(look.palette(), place.head()), look.px(2.5)));
  }

  private void emphasise(
      CellGrid leftGrid,
      CellGrid topGrid,
      CellGrid resultGrid,
      Factor left,
      Factor top,
      Factor result) {
    var palette = look.palette();
    if (frame.stage() < 5) {
      var tracked = frame.pass().tracked();
      frame(resultGrid, resultGrid.cell(tracked.row(), tracked.column()), palette.text(), 2.5);
    }
    if (frame.focus() instanceof Focus.TokenMixed(int token)) {
      frame(leftGrid, leftGrid.row(token), palette.accent(), 2);
      frame(resultGrid, resultGrid.row(token), palette.accent(), 2);
    }
    shown
        .pointed()
        .ifPresent(element -> {
          if (element instanceof OfWhole(var matrix, int row, int column)
              && matrix == result.name()) {
            frame(leftGrid, leftGrid.row(row), palette.text(), 1);
            frame(topGrid, topGrid.column(column), palette.text(), 1);
          }
        });
    for (var element : shown.lit()) {
      if (element instanceof OfWhole(var matrix, int row, int column)) {
        var grid = matrix == left.name() ? leftGrid : matrix == top.name() ? topGrid : resultGrid;
        frame(grid, grid.cell(row, column), palette.category(1), 2);
      }
    }
    shown
        .picked()
        .ifPresent(element -> {
          if (element instanceof OfWhole(var matrix, int row, int column)) {
            var grid =
                matrix == left.name() ? leftGrid : matrix == top.name() ? topGrid : resultGrid;
            frame(grid, grid.cell(row, column), palette.text(), 2.5);
          }
        });
  }

  private void frame(CellGrid grid, Box part, Color colour, double width) {
    double least = look.px(5);
    var box =
        part.width() < least || part.height() < least
            ? new Box(
                part.centreX() - Math.max(least, part.width()) / 2,
                part.centreY() - Math.max(least, part.height()) / 2,
                Math.max(least, part.width()),
                Math.max(least, part.height()))
            : part;
    surface.clipped(
        grid.box().inset(-look.px(3)),
        () -> surface.rectangle(box, look.px(1.5), Ink.stroked(colour, look.px(width))));
  }
}
