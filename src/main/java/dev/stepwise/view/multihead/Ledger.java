package dev.stepwise.view.multihead;

import dev.stepwise.compute.multihead.Focus.Stage;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.multihead.Reshape;
import dev.stepwise.compute.multihead.Tracked;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.multihead.MultiHeadElement.OfStation;
import dev.stepwise.view.multihead.MultiHeadElement.Station;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

/// Draws the way of the queries through the shapes, and one number's place in each: its index and
/// its value below. Colour names the head, so a wrong reshape shows as a mix of colours.
final class Ledger {
  private static final double LINE = 15.5;

  /// How high the pictures are, and where they begin.
  private static final double PICTURE = 112;

  private static final double TOP = 24;

  /// How high a row of a picture is at least, and such a picture.
  private static final double ROW = 9;

  private static final double LEAST_PICTURE = 36;

  /// How wide the pictures of whole matrices are, and those of matrices in heads.
  private static final double WHOLE = 122;

  private static final double HEADS = 70;
  private static final double LEAST_HEADS = 24;

  /// How long the ways between them are.
  private static final double WAY = 56;

  /// How far words may reach beyond the picture that they stand below.
  private static final double BEYOND = 20;

  /// How large the mark of the followed number is at least.
  private static final double MARK = 7;

  private final Sheet<MultiHeadFrame> sheet;
  private final Pen pen;
  private final Palette palette;
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final Tracked tracked;
  private final LedgerPictures pictures;
  private final boolean displaced;

  /// The slot of the station or way that comes next begins where the one before ended.
  private Box rest = new Box(0, 0, 0, 0);

  Ledger(Sheet<MultiHeadFrame> sheet, LedgerPictures.Kept kept) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.palette = sheet.palette();
    this.frame = sheet.frame();
    this.problem = frame.problem();
    this.tracked = frame.pass().tracked();
    this.pictures = new LedgerPictures(frame, palette, kept);
    this.displaced = tracked.isDisplaced(problem);
  }

  /// Draws it at the top of an area.
  ///
  /// @return what is left
  Box paint(Box area) {
    boolean straight = problem.reshape() == Reshape.WITHOUT_TRANSPOSE;
    heading(area, straight);
    double top = pen.px(TOP);
    rest = area.inset(top, 0, area.height() - top - pen.px(PICTURE), 0);
    double way =
        Math.min(
            pen.px(WAY),
            Math.max(area.width() * 0.07, pen.width("transpose", pen.type(Role.NOTE).bold())));
    double whole = Math.min(pen.px(WHOLE), (area.width() - 5 * way) * 0.2);
    double heads = (area.width() - 5 * way - 3 * whole) / 3;

    var stops = new Stop.Way(frame, pictures);
    var projected = stops.projected();
    followed(Station.PROJECTED, next(whole), projected, "Q  ", "", Stage.PROJECT);
    if (straight) {
      way(next(way), "wrong", Stage.RESHAPE);
      followed(Station.RESHAPED, next(heads), stops.turned(), "wrong ", "", Stage.RESHAPE);
      var from = next(way);
      unequal(from);
      var right = next(heads);
      followed(Station.TURNED, right, stops.rightlyTurned(), "right ", "", Stage.RESHAPE);
      around(from.x(), right);
    } else {
      way(next(way), "reshape", Stage.RESHAPE);
      followed(Station.RESHAPED, next(heads), stops.cut(), "", "", Stage.RESHAPE);
      way(next(way), "transpose", Stage.TRANSPOSE);
      followed(Station.TURNED, next(heads), stops.turned(), "", "", Stage.TRANSPOSE);
    }
    way(next(way), "attend", Stage.ATTEND);
    var due = tracked.rightPlace(problem).index();
    followed(Station.ATTENDED, next(heads), stops.attended(), "", due, Stage.ATTEND);
    way(next(way), "join", Stage.JOIN);
    var dueJoined = Stop.index(tracked.row(), tracked.column());
    followed(Station.JOINED, next(whole), stops.joined(), "joined ", dueJoined, Stage.JOIN);
    way(next(way), "· W_o", Stage.MIX);
    output(next(whole), projected);

    double height = top + pen.px(PICTURE) + (displaced ? 4 : 3) * pen.px(LINE) + pen.px(Space.GAP);
    pen.rule(area.x(), area.right(), area.y() + height);
    return area.inset(height + pen.px(Space.GAP), 0, 0, 0);
  }

  private Box next(double width) {
    var slot = new Box(rest.x(), rest.y(), width, rest.height());
    rest = rest.inset(0, 0, 0, width);
    return slot;
  }

  /// What the ledger is, and what a place means that it names behind `≠`.
  private void heading(Box area, boolean straight) {
    var words = straight ? "Where one number goes, and where it should" : "Where one number goes";
    boolean legend = displaced && frame.reaches(Stage.ATTEND);
    pen.heading(area, words, legend ? "≠ where it should be" : "", "");
  }

  /// A station that the number passes, with its index and its value there.
  ///
  /// @param due the index that it should have, to be told beside a wrong one; empty for none
  private void followed(
      Station station, Box slot, Stop stop, String name, String due, Stage stage) {
    var layout = picture(station, slot, stop, stop.numbers(), stop.known(), stage);
    boolean reached = frame.reaches(stage) && stop.reached();
    if (reached) {
      var cell = layout.cell(stop.at().row(), stop.at().column());
      double side = Math.max(pen.px(MARK), Math.min(cell.width(), cell.height()));
      var mark = new Box(cell.centreX() - side / 2, cell.centreY() - side / 2, side, side);
      var ink = Ink.filled(Palette.LIGHT.background());
      var edged = ink.withStroke(Palette.LIGHT.text(), pen.px(Space.HAIR));
      pen.surface().rectangle(mark, pen.px(Space.LINE), edged);
    }
    var words = new ArrayList<>(List.of(name + stop.shape(), stop.index()));
    if (reached) {
      words.add(Numbers.text(stop.value()));
    }
    if (displaced && !due.isEmpty()) {
      words.add("≠ " + due);
    }
    words(station, slot, words, stage);
  }

  /// The last station, where the number is a part of every other.
  private void output(Box slot, Stop shape) {
    int known = Whole.OUTPUT.known(frame);
    picture(Station.OUTPUT, slot, shape, pictures.mixed(), known, Stage.MIX);
    var words = List.of("output " + shape.shape(), "draws on all heads");
    words(Station.OUTPUT, slot, words, Stage.MIX);
  }

  private Color colour(Stage stage, Color otherwise) {
    return frame.focus().stage() == stage ? palette.accent() : otherwise;
  }

  private Ink.Stroke stroke(Stage stage) {
    boolean current = frame.focus().stage() == stage;
    return pen.stroke(colour(stage, palette.muted()), current ? Space.LINE : Space.HAIR);
  }

  private Type words(Stage stage) {
    var type = pen.type(Role.NOTE).centred();
    return frame.focus().stage() == stage ? type.bold().coloured(palette.accent()) : type;
  }

  private void way(Box slot, String words, Stage stage) {
    double y = slot.centreY();
    double air = pen.px(Space.TIGHT);
    pen.arrow(slot.x() + air, y, slot.right() - air, y, stroke(stage));
    pen.write(words, slot.centreX(), y - pen.px(Space.SMALL), slot.width(), words(stage));
  }

  /// No operation leads from the wrong pieces to the right ones: they stand beside each other.
  private void unequal(Box slot) {
    var type = pen.type(Role.SYMBOL).bold().centred();
    pen.write("≠", slot, type.coloured(colour(Stage.TRANSPOSE, palette.muted())));
  }

  /// The run goes on with the wrong pieces: a line from them, over the right ones.
  private void around(double from, Box right) {
    double middle = right.centreY();
    double above = right.y() - pen.px(Space.TIGHT);
    double left = from + pen.px(Space.TIGHT);
    double end = right.right() + pen.px(Space.TIGHT);
    pen.surface()
        .line(
            new double[] {from, left, left, end, end},
            new double[] {middle, middle, above, above, middle},
            stroke(Stage.ATTEND));
  }

  /// @param shape whose rows and columns the picture has
  private LedgerPictures.Rows picture(
      Station station,
      Box slot,
      Stop shape,
      LedgerPictures.Numbering numbers,
      int known,
      Stage stage) {
    boolean whole = shape.rows() == shape.group();
    double high =
        whole
            ? Math.min(slot.height(), Math.max(pen.px(LEAST_PICTURE), shape.rows() * pen.px(ROW)))
            : slot.height();
    double wide =
        whole
            ? slot.width()
            : Math.clamp(
                pen.px(HEADS),
                pen.px(LEAST_HEADS),
                Math.max(pen.px(LEAST_HEADS), slot.width() - pen.px(Space.SMALL)));
    var box =
        new Box(
            Math.round(slot.centreX() - wide / 2),
            Math.round(slot.centreY() - high / 2),
            Math.floor(wide),
            Math.floor(high));
    var layout = new LedgerPictures.Rows(box, shape.rows(), shape.columns(), shape.group());
    if (frame.reaches(stage)) {
      pen.surface().pixels(pictures.pixels(station, layout, numbers, known), box.x(), box.y());
    } else {
      var dashes = Ink.stroked(pen.dashed(palette.faint(), Space.HAIR));
      pen.surface().rectangle(box, pen.px(Space.TIGHT), dashes);
    }
    return layout;
  }

  /// What is written below a station: its name alone while it is not reached.
  private void words(Station station, Box slot, List<String> words, Stage stage) {
    var detail = pen.type(Role.DETAIL).centred();
    var name = detail.bold().coloured(colour(stage, palette.text()));
    double beyond = pen.px(BEYOND);
    for (int line = 0; line < (frame.reaches(stage) ? words.size() : 1); line++) {
      var below =
          new Box(slot.x(), slot.bottom() + line * pen.px(LINE), slot.width(), pen.px(LINE));
      var type = line == 0 ? name : detail;
      boolean last = station == Station.OUTPUT && pen.width(words.get(line), type) > slot.width();
      pen.write(
          words.get(line),
          last ? below.inset(0, 0, 0, -3 * beyond) : below.inset(0, -beyond, 0, -beyond),
          last ? type.right() : type);
    }
    sheet.spots().add(new OfStation(station), slot, words.getFirst());
  }
}
