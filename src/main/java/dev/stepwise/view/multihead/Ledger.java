package dev.stepwise.view.multihead;

import dev.stepwise.compute.multihead.Focus.Stage;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.multihead.Reshape;
import dev.stepwise.compute.multihead.Tracked;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Shown;
import dev.stepwise.view.multihead.MultiHeadElement.OfStation;
import dev.stepwise.view.multihead.MultiHeadElement.Station;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.ArrayList;
import java.util.List;

/// Draws the way of the queries through the shapes, and one number's place in each: its index and
/// its value below. Colour names the head, so a wrong reshape shows as a mix of colours.
final class Ledger {
  private static final double HEIGHT = 196;
  private static final double LINE = 15.5;

  private static final double PICTURE = 112;
  private static final double WAY = 56;

  private final Surface surface;
  private final Shown<MultiHeadFrame> shown;
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final Look look;
  private final Palette palette;
  private final Tracked tracked;
  private final LedgerPictures pictures;
  private final boolean displaced;

  Ledger(Surface surface, Shown<MultiHeadFrame> shown, LedgerPictures.Kept kept) {
    this.surface = surface;
    this.shown = shown;
    this.frame = shown.step().frame();
    this.problem = frame.problem();
    this.look = shown.look();
    this.palette = look.palette();
    this.tracked = frame.pass().tracked();
    this.pictures = new LedgerPictures(frame, palette, kept);
    this.displaced = tracked.isDisplaced(problem);
  }

  /// How high it is, in pixels.
  double height() {
    return look.px(displaced ? HEIGHT + LINE : HEIGHT);
  }

  void paint(Box box) {
    boolean straight = problem.reshape() == Reshape.WITHOUT_TRANSPOSE;
    heading(box, straight);
    double top = box.y() + look.px(22);
    double high = look.px(PICTURE);
    double longest =
        surface.textWidth("transpose", new Type(Type.Face.BOLD, look.px(11), palette.text()));
    double way = Math.min(look.px(WAY), Math.max(box.width() * 0.07, longest + 2));
    double wide = Math.min(look.px(122), (box.width() - 5 * way) * 0.2);
    double narrow = (box.width() - 5 * way - 3 * wide) / 3;
    double slim = Math.clamp(look.px(70), look.px(24), Math.max(look.px(24), narrow - look.px(6)));
    double x = box.x();

    var right = tracked.rightPlace(problem);
    var stops = new Stop.Way(frame, pictures);
    var projected = stops.projected();
    followed(
        Station.PROJECTED, new Box(x, top, wide, high), wide, projected, "Q  ", "", Stage.PROJECT);
    x += wide;
    way(x, top, way, straight ? "wrong" : "reshape", Stage.RESHAPE);
    x += way;
    followed(
        Station.RESHAPED,
        new Box(x, top, narrow, high),
        slim,
        straight ? stops.turned() : stops.cut(),
        straight ? "wrong " : "",
        "",
        Stage.RESHAPE);
    x += narrow;
    double afterWrong = x;
    if (straight) {
      unequal(x, top, way);
    } else {
      way(x, top, way, "transpose", Stage.TRANSPOSE);
    }
    x += way;
    followed(
        Station.TURNED,
        new Box(x, top, narrow, high),
        slim,
        straight ? stops.rightlyTurned() : stops.turned(),
        straight ? "right " : "",
        "",
        straight ? Stage.RESHAPE : Stage.TRANSPOSE);
    x += narrow;
    if (straight) {
      around(afterWrong, x, top);
    }
    way(x, top, way, "attend", Stage.ATTEND);
    x += way;
    followed(
        Station.ATTENDED,
        new Box(x, top, narrow, high),
        slim,
        stops.attended(),
        "",
        Stop.index(right.head(), right.token(), right.column()),
        Stage.ATTEND);
    x += narrow;
    way(x, top, way, "join", Stage.JOIN);
    x += way;
    followed(
        Station.JOINED,
        new Box(x, top, wide, high),
        wide,
        stops.joined(),
        "joined ",
        Stop.index(tracked.row(), tracked.column()),
        Stage.JOIN);
    x += wide;
    way(x, top, way, "· W_o", Stage.MIX);
    x += way;
    var last = new Box(x, top, wide, high);
    int mixed = Whole.OUTPUT.known(frame);
    picture(Station.OUTPUT, last, wide, projected, pictures.mixed(), mixed, Stage.MIX);
    words(
        Station.OUTPUT,
        last,
        List.of("output " + projected.shape(), "draws on all heads"),
        Stage.MIX);
  }

  /// What the ledger is, and what a place means that it names behind `≠`.
  private void heading(Box box, boolean straight) {
    var words = straight ? "Where one number goes, and where it should" : "Where one number goes";
    var bold = new Type(Type.Face.BOLD, look.px(13), palette.text());
    double baseline = box.y() + look.px(12);
    surface.text(words, box.x(), baseline, bold);
    var plain = new Type(Type.Face.REGULAR, look.px(12), palette.muted());
    var legend = "≠ where it should be";
    double room = box.width() - surface.textWidth(words, bold) - look.px(16);
    if (displaced && frame.reaches(Stage.ATTEND) && surface.textWidth(legend, plain) <= room) {
      surface.text(legend, box.right(), baseline, plain.aligned(Type.Align.RIGHT));
    }
  }

  /// A station that the number passes, with its index and its value there.
  ///
  /// @param due the index that it should have, to be told beside a wrong one; empty for none
  private void followed(
      Station station, Box slot, double width, Stop stop, String name, String due, Stage stage) {
    var layout = picture(station, slot, width, stop, stop.numbers(), stop.known(), stage);
    boolean reached = frame.reaches(stage) && stop.reached();
    if (reached) {
      var cell = layout.cell(stop.at().row(), stop.at().column());
      double side = Math.max(look.px(7), Math.min(cell.width(), cell.height()));
      var mark = new Box(cell.centreX() - side / 2, cell.centreY() - side / 2, side, side);
      surface.rectangle(
          mark,
          look.px(1.5),
          Ink.filled(Palette.LIGHT.background()).withStroke(Palette.LIGHT.text(), look.px(1.4)));
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

  private void way(double x, double top, double width, String words, Stage stage) {
    boolean current = frame.focus().stage() == stage;
    var colour = current ? palette.accent() : palette.muted();
    double y = top + look.px(PICTURE) * 0.5;
    double end = x + width - look.px(5);
    surface.line(x + look.px(4), y, end, y, new Ink.Stroke(colour, look.px(current ? 2 : 1.3)));
    double head = look.px(4.5);
    surface.polygon(
        new double[] {end, end - head, end - head},
        new double[] {y, y - head * 0.8, y + head * 0.8},
        Ink.filled(colour));
    var face = current ? Type.Face.BOLD : Type.Face.MEDIUM;
    double size = look.px(12);
    double text = surface.textWidth(words, new Type(face, size, colour));
    double fitting = Math.min(size, size * (width - 2) / text);
    surface.text(
        words,
        x + width / 2,
        y - look.px(7),
        new Type(face, fitting, colour).aligned(Type.Align.CENTRE));
  }

  /// No operation leads from the wrong pieces to the right ones: they stand beside each other.
  private void unequal(double x, double top, double width) {
    var colour = frame.focus().stage() == Stage.TRANSPOSE ? palette.accent() : palette.muted();
    surface.text(
        "≠",
        x + width / 2,
        top + look.px(PICTURE) * 0.5 + look.px(7),
        new Type(Type.Face.BOLD, look.px(20), colour).aligned(Type.Align.CENTRE));
  }

  /// The run goes on with the wrong pieces: a line from them, over the right ones.
  private void around(double from, double to, double top) {
    boolean current = frame.focus().stage() == Stage.ATTEND;
    var stroke =
        new Ink.Stroke(current ? palette.accent() : palette.muted(), look.px(current ? 2 : 1.3));
    double middle = top + look.px(PICTURE) * 0.5;
    double above = top - look.px(5);
    double left = from + look.px(5);
    double right = to + look.px(4);
    surface.line(from, middle, left, middle, stroke);
    surface.line(left, middle, left, above, stroke);
    surface.line(left, above, right, above, stroke);
    surface.line(right, above, right, middle, stroke);
  }

  /// @param shape whose rows and columns the picture has
  private LedgerPictures.Rows picture(
      Station station,
      Box slot,
      double width,
      Stop shape,
      LedgerPictures.Numbering numbers,
      int known,
      Stage stage) {
    double high =
        shape.rows() == shape.group()
            ? Math.min(slot.height(), Math.max(look.px(36), shape.rows() * look.px(9)))
            : slot.height();
    var box =
        new Box(
            Math.round(slot.centreX() - width / 2),
            Math.round(slot.y() + (slot.height() - high) / 2),
            Math.floor(width),
            Math.floor(high));
    var layout = new LedgerPictures.Rows(box, shape.rows(), shape.columns(), shape.group());
    if (frame.reaches(stage)) {
      surface.pixels(pictures.pixels(station, layout, numbers, known), box.x(), box.y());
    } else {
      surface.rectangle(box, look.px(3), Ink.stroked(palette.faint(), 1, 4, 3));
    }
    return layout;
  }

  /// What is written below a station: its name alone while it is not reached.
  private void words(Station station, Box slot, List<String> words, Stage stage) {
    boolean current = frame.focus().stage() == stage;
    double y = slot.bottom() + look.px(17);
    for (int line = 0; line < (frame.reaches(stage) ? words.size() : 1); line++) {
      var face = line == 0 ? Type.Face.MONO_BOLD : Type.Face.MONO;
      var colour = line == 0 ? current ? palette.accent() : palette.text() : palette.muted();
      double size = look.px(11.5);
      double room = slot.width() + look.px(40);
      double text = surface.textWidth(words.get(line), new Type(face, size, colour));
      double fitting = text <= room ? size : size * room / text;
      double centre =
          station == Station.OUTPUT
              ? Math.min(slot.centreX(), slot.right() - Math.min(text, room) / 2)
              : slot.centreX();
      surface.text(
          words.get(line), centre, y, new Type(face, fitting, colour).aligned(Type.Align.CENTRE));
      y += look.px(LINE);
    }
    shown.hits().add(new OfStation(station), slot, words.getFirst());
  }
}
