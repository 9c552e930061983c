package dev.stepwise.view.multihead;

import dev.stepwise.compute.multihead.Focus.Stage;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.multihead.Pieces;
import dev.stepwise.compute.multihead.Reshape;
import dev.stepwise.compute.multihead.Tracked;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.CellText;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.GridLabels;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Shown;
import dev.stepwise.view.multihead.LedgerPictures.Rows;
import dev.stepwise.view.multihead.MultiHeadElement.OfPiece;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.List;
import java.util.function.Function;
import javafx.scene.paint.Color;

/// Draws what reshape and transpose do to the queries: the array before and after, each number in
/// the colour of the head that it was made for. The wrong reshape stands beside the right one.
final class PiecesPainter {
  private static final int MOST_LINES = 64;

  private final Surface surface;
  private final Shown<MultiHeadFrame> shown;
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final Look look;
  private final Palette palette;
  private final Tracked tracked;
  private final LedgerPictures pictures;
  private final Stop.Way stops;
  private final List<String> names;

  PiecesPainter(Surface surface, Shown<MultiHeadFrame> shown, LedgerPictures.Kept kept) {
    this.surface = surface;
    this.shown = shown;
    this.frame = shown.step().frame();
    this.problem = frame.problem();
    this.look = shown.look();
    this.palette = look.palette();
    this.tracked = frame.pass().tracked();
    this.pictures = new LedgerPictures(frame, palette, kept);
    this.stops = new Stop.Way(frame, pictures);
    this.names = RowNames.whole(problem);
  }

  private boolean isStraight() {
    return problem.reshape() == Reshape.WITHOUT_TRANSPOSE;
  }

  void paint(Box area) {
    boolean reshapes = frame.focus().stage() == Stage.RESHAPE;
    heading(area, reshapes);
    double top = area.y() + look.px(58);
    double bottom = area.bottom() - look.px(24);
    double labels = Math.max(GridLabels.width(surface, names, look), look.px(62));
    if (isStraight()) {
      double third = area.width() / 3;
      var queries = queries(new Box(area.x(), top, third, bottom - top), labels);
      var wrong = turned(new Box(area.x() + third, top, third, bottom - top), labels);
      var right = right(new Box(area.x() + 2 * third, top, third, bottom - top), labels);
      draw(queries);
      draw(wrong);
      draw(right);
      connect(queries, wrong, palette.alarm());
      mark(queries, palette.text());
      mark(wrong, palette.alarm());
      mark(right, palette.accent());
    } else {
      double half = area.width() / 2;
      var before = new Box(area.x(), top, half, bottom - top);
      var after = new Box(area.x() + half, top, half, bottom - top);
      var from = reshapes ? queries(before, labels) : cut(before, labels);
      var to = reshapes ? cut(after, labels) : turned(after, labels);
      draw(from);
      draw(to);
      if (reshapes) {
        row(from, to);
      } else {
        rows(from, to);
      }
      mark(from, palette.text());
      mark(to, palette.accent());
    }
    emphasise();
  }

  private void heading(Box area, boolean reshapes) {
    int n = problem.length();
    int h = problem.heads();
    int k = problem.headWidth();
    var text =
        isStraight()
            ? reshapes ? "Q straight to heads: wrong, and right" : "No transpose: wrong, and right"
            : reshapes
                ? "Every row of Q cut into " + h + (h == 1 ? " piece" : " pieces")
                : "The pieces of each head together";
    var shapes =
        isStraight()
            ? "%d×%d → %d×%d×%d".formatted(n, h * k, h, n, k)
            : reshapes
                ? "%d×%d → %d×%d×%d".formatted(n, h * k, n, h, k)
                : "%d×%d×%d → %d×%d×%d".formatted(n, h, k, h, n, k);
    var bold = new Type(Type.Face.BOLD, look.px(14.5), palette.text());
    var mono = new Type(Type.Face.MONO, look.px(12.5), palette.muted());
    var plain = new Type(Type.Face.REGULAR, look.px(12.5), palette.muted());
    double baseline = area.y() + look.px(14);
    double x = area.x();
    surface.text(text, x, baseline, bold);
    x += surface.textWidth(text, bold) + look.px(16);
    if (x + surface.textWidth(shapes, mono) <= area.right()) {
      surface.text(shapes, x, baseline, mono);
      x += surface.textWidth(shapes, mono) + look.px(16);
      var rest = "K and V likewise";
      if (x + surface.textWidth(rest, plain) <= area.right()) {
        surface.text(rest, x, baseline, plain);
      }
    }
  }

  private PiecesPanel queries(Box slot, double labels) {
    return panel(
        Whole.Q,
        "Q  ",
        stops.projected(),
        slot,
        labels,
        cell -> new OfWhole(Whole.Q, cell.row(), cell.column()));
  }

  private PiecesPanel cut(Box slot, double labels) {
    return pieces(Pieces.CUT, "", stops.cut(), slot, labels);
  }

  private PiecesPanel turned(Box slot, double labels) {
    return pieces(Pieces.TURNED, isStraight() ? "wrong  " : "", stops.turned(), slot, labels);
  }

  private PiecesPanel right(Box slot, double labels) {
    return pieces(Pieces.RIGHT, "right  ", stops.rightlyTurned(), slot, labels);
  }

  private PiecesPanel pieces(Pieces what, String name, Stop stop, Box slot, double labels) {
    return panel(
        what, name, stop, slot, labels, cell -> new OfPiece(what, cell.row(), cell.column()));
  }

  private PiecesPanel panel(
      Object what,
      String name,
      Stop stop,
      Box slot,
      double labels,
      Function<Cell, MultiHeadElement> naming) {
    var rows = place(slot, labels, stop.rows(), stop.columns(), stop.group());
    return new PiecesPanel(what, name + stop.shape(), rows, stop, naming);
  }

  private Rows place(Box slot, double labels, int rows, int columns, int group) {
    double room = slot.width() - labels - look.px(isStraight() ? 26 : 60);
    double width = Math.min(room, columns * look.px(34));
    double height = Math.min(slot.height(), rows * look.px(28));
    double x = slot.x() + labels;
    return new Rows(
        new Box(Math.round(x), Math.round(slot.y()), Math.floor(width), Math.floor(height)),
        rows,
        columns,
        group);
  }

  private void draw(PiecesPanel panel) {
    var rows = panel.rows();
    var box = rows.box();
    surface.pixels(
        pictures.pixels(panel.what(), rows, panel.stop().numbers(), panel.stop().known()),
        box.x(),
        box.y());
    var bold = new Type(Type.Face.MONO_BOLD, look.px(12.5), palette.text());
    surface.text(panel.title(), box.x(), box.y() - look.px(9), bold);
    surface.text(
        panel.stop().index() + " = " + Numbers.text(panel.stop().value()),
        box.x(),
        box.bottom() + look.px(17),
        new Type(Type.Face.MONO, look.px(12), palette.text()));
    values(panel);
    labels(panel);
    shown.hits().add(panel);
  }

  /// The numbers in their cells, while they fit.
  private void values(PiecesPanel panel) {
    var rows = panel.rows();
    var first = rows.cell(0, 0);
    double size = Math.min(look.px(12), Math.min(first.height() / 1.2, (first.width() - 3) / 1.9));
    if (size < look.px(9.5)) {
      return;
    }
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < rows.columns(); column++) {
        var cell = rows.cell(row, column);
        var text = CellText.of(panel.stop().numbers().value(row, column));
        var ink = pictures.textOn(panel.stop().numbers(), row, column);
        var type = new Type(Type.Face.MONO, size, ink).aligned(Type.Align.CENTRE);
        double width = surface.textWidth(text, type);
        double fitting = Math.min(size, size * (cell.width() - 2) / width);
        surface.text(
            text,
            cell.centreX(),
            cell.centreY() + fitting * 0.36,
            new Type(Type.Face.MONO, fitting, ink).aligned(Type.Align.CENTRE));
      }
    }
  }

  /// The names of the rows of Q, of the pieces of a token, or of the heads.
  private void labels(PiecesPanel panel) {
    var rows = panel.rows();
    boolean whole = panel.what() == Whole.Q;
    boolean heads = panel.what() == Pieces.TURNED || panel.what() == Pieces.RIGHT;
    int count = whole ? rows.rows() : rows.rows() / rows.group();
    double pitch = whole ? rows.height() : rows.group() * rows.height() + rows.gap();
    int every = Math.max(1, (int) Math.ceil(look.px(12.5) / pitch));
    for (int index = 0; index < count; index += every) {
      var box = whole ? rows.cell(index, 0) : rows.group(index);
      boolean strong =
          heads ? index == panel.stop().at().row() / rows.group() : index == tracked.row();
      var type =
          new Type(
                  strong ? Type.Face.BOLD : Type.Face.REGULAR,
                  GridLabels.size(pitch, look),
                  palette.text())
              .aligned(Type.Align.RIGHT);
      double baseline = box.centreY() + type.size() * 0.36;
      var words = heads ? "head " + index : names.get(index);
      surface.text(words, box.x() - look.px(7), baseline, type);
      if (heads) {
        double width = surface.textWidth(words, type);
        HeadColours.marker(
            surface,
            palette,
            index,
            box.x() - look.px(14) - width,
            box.centreY(),
            Math.min(look.px(4.5), pitch * 0.4));
      }
    }
  }

  /// From the tracked token's row of Q to its block.
  private void row(PiecesPanel from, PiecesPanel to) {
    var row = from.rows().cell(tracked.row(), 0);
    var block = to.rows().group(tracked.row());
    double start = from.rows().box().right() + look.px(3);
    double end = block.x() - look.px(6) - label(names.get(tracked.row()));
    var stroke = new Ink.Stroke(palette.accent(), look.px(1.4));
    surface.line(start, row.y(), end, block.y(), stroke);
    surface.line(start, row.bottom(), end, block.bottom(), stroke);
  }

  private double label(String words) {
    var type = new Type(Type.Face.BOLD, look.px(12), palette.text());
    return Math.min(surface.textWidth(words, type), look.px(96)) + look.px(8);
  }

  /// From each piece of the tracked number's head to its row there.
  private void rows(PiecesPanel from, PiecesPanel to) {
    int n = problem.length();
    int head = tracked.rightPlace(problem).head();
    int every = Math.max(1, n / MOST_LINES);
    var colour = HeadColours.of(palette, head).deriveColor(0, 1, 1, 0.8);
    for (int token = 0; token < n; token += every) {
      var piece = from.rows().cell(token * problem.heads() + head, problem.headWidth() - 1);
      var place = to.rows().cell(head * n + token, 0);
      surface.line(
          piece.right() + look.px(3),
          piece.centreY(),
          place.x() - look.px(22) - label("head 0"),
          place.centreY(),
          new Ink.Stroke(colour, look.px(token == tracked.row() ? 2.2 : 1)));
    }
  }

  /// From the followed number in one array to where it landed in another, level at the end so as to
  /// stay clear of the names beside the blocks.
  private void connect(PiecesPanel from, PiecesPanel to, Color colour) {
    var start = from.mark();
    var end = to.mark();
    double bend = from.rows().box().right() + look.px(6);
    surface.line(
        new double[] {start.centreX(), bend, end.centreX()},
        new double[] {start.centreY(), end.centreY(), end.centreY()},
        new Ink.Stroke(colour, look.px(1.6), look.px(2), look.px(5)));
  }

  /// The place of the number that is followed.
  private void mark(PiecesPanel panel, Color colour) {
    var cell = panel.mark();
    if (cell.width() >= look.px(18) && cell.height() >= look.px(11)) {
      surface.rectangle(cell, look.px(1.5), Ink.stroked(colour, look.px(3)));
      return;
    }
    double side = Math.max(look.px(10), Math.min(cell.width(), cell.height()));
    var box = new Box(cell.centreX() - side / 2, cell.centreY() - side / 2, side, side);
    surface.rectangle(
        box, look.px(1.5), Ink.filled(Palette.LIGHT.background()).withStroke(colour, look.px(2.5)));
  }

  private void emphasise() {
    shown.pointed().ifPresent(element -> outline(element, palette.text(), 1.5));
    shown.lit().forEach(element -> outline(element, palette.category(1), 2.5));
    shown.picked().ifPresent(element -> outline(element, palette.text(), 2.5));
  }

  private void outline(Element element, Color colour, double width) {
    if (element instanceof OfWhole || element instanceof OfPiece) {
      shown
          .hits()
          .of(element)
          .ifPresent(hit ->
              surface.rectangle(hit.box(), look.px(1.5), Ink.stroked(colour, look.px(width))));
    }
  }
}
