package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadFrame.Focus;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.view.Shown;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.CellGrid;
import dev.stepwise.view.marks.CellGrid.Cell;
import dev.stepwise.view.marks.CellHits;
import dev.stepwise.view.marks.CellText;
import dev.stepwise.view.marks.ColourBar;
import dev.stepwise.view.marks.ColourMap;
import dev.stepwise.view.marks.ColourScale;
import dev.stepwise.view.marks.Element;
import dev.stepwise.view.marks.GridLabels;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.LinearScale;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.MatrixMark;
import dev.stepwise.view.marks.Spot;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import dev.stepwise.view.matrices.KeptPixels;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfHead;
import java.util.Optional;
import javafx.scene.paint.Color;

/// Draws the weights of all heads as small matrices, and one of them large.
final class HeadsPainter {
  private static final ColourScale SCALE =
      new ColourScale(ColourMap.CIVIDIS, new LinearScale(0, 1));

  private final Surface surface;
  private final Shown<MultiHeadFrame> shown;
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final Look look;
  private final KeptPixels pixels;

  HeadsPainter(Surface surface, Shown<MultiHeadFrame> shown, KeptPixels pixels) {
    this.surface = surface;
    this.shown = shown;
    this.frame = shown.step().frame();
    this.problem = frame.problem();
    this.look = shown.look();
    this.pixels = pixels;
  }

  /// The head that is shown large: that of the step, the pinned one, or that of the tracked number.
  int chosen() {
    return switch (frame.focus()) {
      case Focus.HeadAttended(int head) -> head;
      case Focus.Inside(int head, _) -> head;
      default ->
          shown
              .pinned()
              .flatMap(element ->
                  element instanceof OfHead(int head) && head < problem.heads()
                      ? Optional.of(head)
                      : Optional.empty())
              .orElse(frame.pass().tracked().rightPlace(problem).head());
    };
  }

  /// One large, all small.
  void paint(Box area) {
    int chosen = chosen();
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    double bar = thumbnail ? 0 : ColourBar.width(look);
    double gap = thumbnail ? 4 : look.px(14);
    double room = area.width() - bar - 2 * gap;
    double largeWidth = Math.min(room * 0.52, area.height() * 1.05);
    var large = new Box(area.x(), area.y(), largeWidth, area.height());
    large(large, chosen);
    var rest =
        new Box(
            large.right() + gap,
            area.y(),
            area.right() - large.right() - gap - bar - (thumbnail ? 0 : gap),
            area.height());
    multiples(rest, chosen);
    if (!thumbnail) {
      new ColourBar(SCALE, "weight")
          .draw(surface, new Box(area.right() - bar, area.y(), bar, area.height()), look);
    }
  }

  /// All of them small, in a grid.
  void multiples(Box box, int chosen) {
    int heads = problem.heads();
    int shownHeads = Math.min(heads, 64);
    double gap = look.density() == Look.Density.THUMBNAIL ? 3 : look.px(10);
    int best = 1;
    double bestSide = 0;
    for (int columns = 1; columns <= shownHeads; columns++) {
      int rows = (shownHeads + columns - 1) / columns;
      double side =
          Math.min(
              (box.width() - gap * (columns - 1)) / columns,
              (box.height() - gap * (rows - 1)) / rows - look.px(20));
      if (side > bestSide) {
        best = columns;
        bestSide = side;
      }
    }
    int down = (shownHeads + best - 1) / best;
    double fair = (box.height() - gap * (down - 1)) / down;
    double height = Math.min(fair, bestSide * 1.3 + look.px(22));
    double width =
        Math.max(bestSide, Math.min(look.px(150), (box.width() - gap * (best - 1)) / best));
    for (int head = 0; head < shownHeads; head++) {
      int row = head / best;
      int column = head % best;
      small(
          new Box(box.x() + column * (width + gap), box.y() + row * (height + gap), width, height),
          head,
          head == chosen);
    }
  }

  private void small(Box box, int head, boolean chosen) {
    var palette = look.palette();
    var colour = HeadColours.of(palette, head);
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    double pad = thumbnail ? 2 : look.px(6);
    double title = thumbnail ? 0 : look.px(18);
    surface.rectangle(
        box,
        look.px(5),
        Ink.filled(palette.raised())
            .withStroke(
                chosen ? colour : colour.deriveColor(0, 1, 1, 0.55), look.px(chosen ? 2.5 : 1.2)));
    double high = box.height() - title - 2 * pad;
    double wide = Math.min(box.width() - 2 * pad, high * 1.35);
    var place = new Box(box.centreX() - wide / 2, box.y() + title + pad, wide, high);
    var grid = new CellGrid(place, problem.length(), problem.length());
    weights(grid, head);
    shown.hits().add(new OfHead(head), box, "head " + head + ": click to look at it");
    if (thumbnail) {
      return;
    }
    double baseline = box.y() + look.px(16);
    HeadColours.marker(
        surface, palette, head, box.x() + look.px(12), baseline - look.px(4), look.px(5));
    var type = new Type(chosen ? Type.Face.BOLD : Type.Face.MEDIUM, look.px(12), palette.text());
    var words =
        problem.habits().isEmpty()
            ? Integer.toString(head)
            : head + " " + problem.habits().get(head);
    double room = box.width() - look.px(28);
    double length = surface.textWidth(words, type);
    var fitting =
        length <= room
            ? type
            : new Type(
                type.face(), Math.max(look.px(9.5), type.size() * room / length), type.colour());
    var text = surface.textWidth(words, fitting) <= room ? words : Integer.toString(head);
    surface.text(text, box.x() + look.px(22), baseline, fitting);
  }

  private void weights(CellGrid grid, int head) {
    boolean there = head < frame.attended();
    var weights = frame.pass().heads().get(head).weights();
    pixels.draw(surface, look, grid, new MatrixMark(weights, SCALE, there ? Integer.MAX_VALUE : 0));
  }

  private void large(Box box, int head) {
    var palette = look.palette();
    var colour = HeadColours.of(palette, head);
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    int n = problem.length();
    surface.rectangle(box, look.px(6), Ink.filled(palette.raised()).withStroke(colour, look.px(2)));
    var inside = box.inset(thumbnail ? 4 : look.px(10));
    double title = thumbnail ? 0 : look.px(22);
    double left = thumbnail ? 0 : GridLabels.width(surface, problem.tokens(), look);
    double guess = (inside.width() - left) / n;
    double top = thumbnail ? 0 : GridLabels.height(surface, problem.tokens(), guess, look);
    double height = Math.min(guess * 1.25, (inside.height() - title - top) / n);
    double width = Math.min(guess, height * 1.7);
    double x = inside.x() + left + Math.max(0, (inside.width() - left - n * width) / 2);
    var grid = new CellGrid(new Box(x, inside.y() + title + top, n * width, n * height), n, n);
    weights(grid, head);
    hits(grid, head);
    if (thumbnail) {
      return;
    }
    double baseline = inside.y() + look.px(13);
    HeadColours.marker(
        surface, palette, head, inside.x() + look.px(7), baseline - look.px(5), look.px(6));
    var bold = new Type(Type.Face.BOLD, look.px(14), palette.text());
    var words = "Head " + head;
    surface.text(words, inside.x() + look.px(20), baseline, bold);
    if (!problem.habits().isEmpty()) {
      surface.text(
          problem.habits().get(head),
          inside.x() + look.px(28) + surface.textWidth(words, bold),
          baseline,
          new Type(Type.Face.REGULAR, look.px(12.5), palette.muted()));
    }
    labels(grid, x);
    emphasise(grid, head);
  }

  private void labels(CellGrid grid, double left) {
    int row = frame.pass().tracked().row();
    GridLabels.rows(surface, grid, look, left, i -> label(i, grid.cellHeight(), i == row));
    GridLabels.columns(
        surface,
        grid,
        look,
        grid.box().y(),
        GridLabels.widest(surface, problem.tokens(), grid.cellWidth(), look),
        j -> label(j, grid.cellWidth(), false));
  }

  private GridLabels.Label label(int token, double pitch, boolean strong) {
    var face = strong ? Type.Face.BOLD : Type.Face.REGULAR;
    return new GridLabels.Label(
        problem.tokens().get(token),
        new Type(face, GridLabels.size(pitch, look), look.palette().text()));
  }

  private void hits(CellGrid grid, int head) {
    double[][] weights = frame.pass().heads().get(head).weights();
    int known = head < frame.attended() ? Integer.MAX_VALUE : 0;
    shown
        .hits()
        .add(
            new CellHits(
                grid,
                known,
                cell ->
                    new Spot(
                        new InHead(head, new OfCell(Tensor.WEIGHTS, cell.row(), cell.column())),
                        "weight " + CellText.of(weights[cell.row()][cell.column()])),
                element -> place(element, head)));
  }

  private static Optional<Cell> place(Element element, int head) {
    return element instanceof InHead(int of, OfCell(var tensor, int row, int column))
            && of == head
            && tensor == Tensor.WEIGHTS
        ? Optional.of(new Cell(row, column))
        : Optional.empty();
  }

  private void emphasise(CellGrid grid, int head) {
    var palette = look.palette();
    int row = frame.pass().tracked().row();
    outline(grid.row(row), palette.text(), 1.5);
    shown
        .pointed()
        .flatMap(element -> place(element, head))
        .ifPresent(cell -> {
          outline(grid.row(cell.row()), palette.accent(), 1);
          outline(grid.column(cell.column()), palette.accent(), 1);
        });
    for (var element : shown.lit()) {
      place(element, head)
          .ifPresent(cell -> outline(grid.cell(cell.row(), cell.column()), palette.category(1), 2));
    }
    shown
        .picked()
        .flatMap(element -> place(element, head))
        .ifPresent(cell -> outline(grid.cell(cell.row(), cell.column()), palette.accent(), 3));
  }

  private void outline(Box box, Color colour, double width) {
    surface.rectangle(box, look.px(2), Ink.stroked(colour, look.px(width)));
  }
}
