package dev.stepwise.view.multihead;

import dev.stepwise.compute.multihead.Focus.Stage;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.multihead.Pieces;
import dev.stepwise.compute.multihead.Reshape;
import dev.stepwise.compute.multihead.Tracked;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.GridNames;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.matrices.Equations.Equation;
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

  /// A cell at its largest.
  private static final double WIDEST_CELL = 34;

  private static final double HIGHEST_CELL = 28;

  /// The name of an array above it, and the followed number below.
  private static final double LINE = 22;

  /// A line of the names of rows.
  private static final double NAME = 12.5;

  /// The longest of these names, and that of a head with its marker.
  private static final double LONGEST = 96;

  private static final double HEAD = 66;

  /// What lines from array to array need, and what there is between three of them.
  private static final double LINES = 60;

  private static final double LINES_OF_THREE = 26;

  /// Cells in which the mark of the followed number leaves the number to be read.
  private static final double WIDE_CELL = 18;

  private static final double HIGH_CELL = 11;

  /// How large that mark is at least.
  private static final double MARK = 10;

  private final Sheet<MultiHeadFrame> sheet;
  private final Pen pen;
  private final Palette palette;
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final Tracked tracked;
  private final LedgerPictures pictures;
  private final Stop.Way stops;
  private final List<String> names;

  PiecesPainter(Sheet<MultiHeadFrame> sheet, LedgerPictures.Kept kept) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.palette = sheet.palette();
    this.frame = sheet.frame();
    this.problem = frame.problem();
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
    equation(reshapes).write(pen, area);
    var body = pen.below(area).inset(pen.px(LINE), 0, pen.px(LINE), 0);
    double labels = Math.max(GridNames.of(names).width(pen), pen.px(HEAD));
    if (isStraight()) {
      var queries = queries(slot(body, 0, 3), labels);
      var wrong = turned(slot(body, 1, 3), labels);
      var right = right(slot(body, 2, 3), labels);
      draw(queries);
      draw(wrong);
      draw(right);
      connect(queries, wrong, palette.alarm());
      mark(queries, palette.text());
      mark(wrong, palette.alarm());
      mark(right, palette.accent());
    } else {
      var before = slot(body, 0, 2);
      var after = slot(body, 1, 2);
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
  }

  private static Box slot(Box body, int index, int slots) {
    double width = body.width() / slots;
    return new Box(body.x() + index * width, body.y(), width, body.height());
  }

  private Equation equation(boolean reshapes) {
    int n = problem.length();
    int h = problem.heads();
    int k = problem.headWidth();
    var whole = "%d×%d".formatted(n, h * k);
    var cut = "%d×%d×%d".formatted(n, h, k);
    var turned = "%d×%d×%d".formatted(h, n, k);
    var shapes =
        isStraight()
            ? whole + " → " + turned
            : reshapes ? whole + " → " + cut : cut + " → " + turned;
    var text =
        isStraight()
            ? reshapes ? "Q straight to heads: wrong, and right" : "No transpose: wrong, and right"
            : reshapes
                ? "Every row of Q cut into " + Phrases.count(h, "piece")
                : "The pieces of each head together";
    return new Equation(text, shapes + ", K and V likewise");
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
    double room = slot.width() - labels - lines();
    double width = Math.min(room, columns * pen.px(WIDEST_CELL));
    double height = Math.min(slot.height(), rows * pen.px(HIGHEST_CELL));
    double x = slot.x() + labels;
    return new Rows(
        new Box(Math.round(x), Math.round(slot.y()), Math.floor(width), Math.floor(height)),
        rows,
        columns,
        group);
  }

  /// What is free at the right of an array.
  private double lines() {
    return pen.px(isStraight() ? LINES_OF_THREE : LINES);
  }

  private void draw(PiecesPanel panel) {
    var rows = panel.rows();
    var stop = panel.stop();
    var box = rows.box();
    pen.surface()
        .pixels(
            pictures.pixels(panel.what(), rows, stop.numbers(), stop.known()), box.x(), box.y());
    double line = pen.px(LINE);
    pen.write(
        panel.title(), new Box(box.x(), box.y() - line, box.width(), line), pen.type(Role.TELLING));
    var value = pen.type(Role.VALUE);
    var number = Numbers.text(stop.value());
    var foot = new Box(box.x(), box.bottom(), box.width() + lines(), line);
    pen.write(pen.brief(foot.width(), value, stop.index() + " = " + number, number), foot, value);
    values(panel);
    labels(panel);
    sheet.spots().add(panel);
  }

  /// The numbers in their cells, while they fit.
  private void values(PiecesPanel panel) {
    var rows = panel.rows();
    var numbers = panel.stop().numbers();
    // Rows of a block lie close, so a number may use all of its row's height.
    double close = pen.px(Space.HAIR);
    MatrixMark.textSize(rows.cell(0, 0).inset(-close, 0, -close, 0), pen.look())
        .ifPresent(size -> {
          for (int row = 0; row < rows.rows(); row++) {
            for (int column = 0; column < rows.columns(); column++) {
              var ink = pictures.textOn(numbers, row, column);
              double value = numbers.value(row, column);
              MatrixMark.drawValue(pen.surface(), rows.cell(row, column), value, size, ink);
            }
          }
        });
  }

  /// The names of the rows of Q, of the pieces of a token, or of the heads.
  private void labels(PiecesPanel panel) {
    var rows = panel.rows();
    boolean whole = panel.what() == Whole.Q;
    boolean heads = panel.what() == Pieces.TURNED || panel.what() == Pieces.RIGHT;
    int count = whole ? rows.rows() : rows.rows() / rows.group();
    double pitch = whole ? rows.height() : rows.group() * rows.height() + rows.gap();
    int every = Math.max(1, (int) Math.ceil(pen.px(NAME) / pitch));
    int followed = heads ? panel.stop().at().row() / rows.group() : tracked.row();
    for (int index = 0; index < count; index += every) {
      var block = whole ? rows.cell(index, 0) : rows.group(index);
      var type = index == followed ? name().bold() : name();
      double high = Math.max(pen.px(NAME), Math.min(pitch, pen.px(LINE)));
      double wide = heads ? pen.px(HEAD) : pen.px(LONGEST);
      double right = block.x() - pen.px(Space.SMALL);
      var line = new Box(right - wide, block.centreY() - high / 2, wide, high);
      if (heads) {
        pen.write("head " + index, HeadColours.marker(pen, index, line), type);
      } else {
        pen.write(names.get(index), line, type.right());
      }
    }
  }

  private Type name() {
    return pen.type(Role.BODY);
  }

  /// From the tracked token's row of Q to its block.
  private void row(PiecesPanel from, PiecesPanel to) {
    var row = from.rows().cell(tracked.row(), 0);
    var block = to.rows().group(tracked.row());
    double start = from.rows().box().right() + pen.px(Space.TIGHT);
    double name = pen.width(names.get(tracked.row()), name().bold());
    double end = block.x() - Math.min(name, pen.px(LONGEST)) - 2 * pen.px(Space.SMALL);
    var stroke = pen.stroke(palette.accent(), Space.HAIR);
    pen.surface().line(start, row.y(), end, block.y(), stroke);
    pen.surface().line(start, row.bottom(), end, block.bottom(), stroke);
  }

  /// From each piece of the tracked number's head to its row there.
  private void rows(PiecesPanel from, PiecesPanel to) {
    int n = problem.length();
    int head = tracked.rightPlace(problem).head();
    int every = Math.max(1, n / MOST_LINES);
    var colour = Pen.faded(HeadColours.of(palette, head), 0.8);
    double end = to.rows().box().x() - pen.px(HEAD) - pen.px(Space.GAP);
    for (int token = 0; token < n; token += every) {
      var piece = from.rows().cell(token * problem.heads() + head, problem.headWidth() - 1);
      var place = to.rows().cell(head * n + token, 0);
      var stroke = pen.stroke(colour, token == tracked.row() ? Space.LINE : Space.HAIR);
      double start = piece.right() + pen.px(Space.TIGHT);
      pen.surface().line(start, piece.centreY(), end, place.centreY(), stroke);
    }
  }

  /// From the followed number in one array to where it landed in another, level at the end so as to
  /// stay clear of the names beside the blocks.
  private void connect(PiecesPanel from, PiecesPanel to, Color colour) {
    var start = from.mark();
    var end = to.mark();
    double bend = from.rows().box().right() + pen.px(Space.SMALL);
    pen.surface()
        .line(
            new double[] {start.centreX(), bend, end.centreX()},
            new double[] {start.centreY(), end.centreY(), end.centreY()},
            pen.dashed(colour, Space.LINE));
  }

  /// The place of the number that is followed.
  private void mark(PiecesPanel panel, Color colour) {
    var cell = panel.mark();
    var edge = Ink.stroked(pen.stroke(colour, Space.LINE));
    if (cell.width() >= pen.px(WIDE_CELL) && cell.height() >= pen.px(HIGH_CELL)) {
      pen.surface().rectangle(cell, pen.px(Space.LINE), edge);
      return;
    }
    double side = Math.max(pen.px(MARK), Math.min(cell.width(), cell.height()));
    var box = new Box(cell.centreX() - side / 2, cell.centreY() - side / 2, side, side);
    pen.surface().rectangle(box, pen.px(Space.LINE), Ink.filled(Palette.LIGHT.background()));
    pen.surface().rectangle(box, pen.px(Space.LINE), edge);
  }
}
