package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.Merge;
import dev.stepwise.compute.bpe.Signs;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.Viewport;
import dev.stepwise.view.bpe.BpeElement.OfMerge;

/// Draws the merges in the order in which they were learned: their numbers on a line, and below
/// them what was joined and how often it occurred. Of many, those around this step's.
final class TimelinePainter {
  private static final String ROW = "merges";
  private static final double SLOT = 82;

  /// How far down the line, the cards' middles and the counts are.
  private static final double LINE = 22;

  private static final double CARD = 54;
  private static final double COUNT = 80;

  private static final double RADIUS = 13;
  private static final double LETTERS = 12;
  private static final double LEAST_LETTERS = 10.5;

  /// Where all merges have room if they stand a little closer.
  private static final double LEAST_SLOT = 72;

  private final Sheet<BpeFrame> sheet;
  private final Pen pen;
  private final BpeFrame frame;

  TimelinePainter(Sheet<BpeFrame> sheet) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.frame = sheet.frame();
  }

  void paint(Box box) {
    int all =
        Math.min(frame.problem().numMerges(), frame.training().total().orElse(Integer.MAX_VALUE));
    if (all == 0) {
      return;
    }
    boolean fit = all * pen.px(LEAST_SLOT) <= box.width();
    int slots = fit ? all : Math.clamp((int) (box.width() / pen.px(SLOT)), 1, all);
    double width = box.width() / slots;
    double first = first(all, slots);
    double line = box.y() + pen.px(LINE);
    pen.surface()
        .line(box.x(), line, box.right(), line, pen.stroke(pen.palette().faint(), Space.LINE));
    pen.surface()
        .clipped(
            box.inset(0, -pen.px(Space.LINE), 0, -pen.px(Space.LINE)),
            () -> {
              int from = (int) Math.floor(first);
              for (int rank = from; rank < Math.min(all, first + slots + 1); rank++) {
                double x = box.x() + (rank - first) * width;
                node(rank, new Box(x, box.y(), width, box.height()), box);
              }
            });
    if (all > slots) {
      double share = (double) slots / all;
      var row = new Hits.Scrollable(ROW, box, Math.clamp(first / all, 0, 1 - share), share);
      sheet.shown().hits().scrollable(row);
      thumb(box, row.from(), share);
    }
  }

  /// Which part of all merges is seen.
  private void thumb(Box box, double from, double share) {
    double thickness = pen.px(Space.TIGHT);
    double y = box.bottom() + thickness;
    double width = Math.max(pen.px(Space.WIDE), box.width() * share);
    double x = box.x() + (box.width() - width) * (share < 1 ? from / (1 - share) : 0);
    var palette = pen.palette();
    pen.surface()
        .rectangle(
            new Box(box.x(), y, box.width(), thickness),
            thickness / 2,
            Ink.filled(palette.raised()));
    pen.surface()
        .rectangle(
            new Box(x, y, width, thickness),
            thickness / 2,
            Ink.filled(Pen.faded(palette.muted(), 0.6)));
  }

  /// The rank at the left edge: this step's merge stays in the middle, unless somebody looks
  /// elsewhere.
  private double first(int all, int slots) {
    var part = sheet.shown().viewport(ROW);
    double last = Math.max(0, all - slots);
    if (!part.equals(Viewport.WHOLE)) {
      return Math.clamp(part.x0() * all, 0, last);
    }
    double now = place(frame);
    double before =
        sheet
            .shown()
            .before()
            .map(step -> step.frame())
            .filter(earlier -> earlier.training().equals(frame.training()))
            .map(TimelinePainter::place)
            .filter(place -> Math.abs(place - now) <= slots)
            .orElse(now);
    double start = Math.clamp(first(before, slots), 0, last);
    return start + sheet.shown().progress() * (Math.clamp(first(now, slots), 0, last) - start);
  }

  /// At rest nothing is cut at the edges.
  private static double first(double place, int slots) {
    return Math.floor(place - slots / 2.0);
  }

  private static double place(BpeFrame frame) {
    return frame.merge().map(Merge::rank).orElse(frame.applied()) + 0.5;
  }

  private void node(int rank, Box slot, Box box) {
    boolean current =
        frame.merge().filter(merge -> merge.rank() == rank).isPresent() && !frame.isCounting();
    boolean done = rank < frame.applied() || current;
    var number = new MergeNumber(rank, MergeNumber.State.of(current, done));
    double line = box.y() + pen.px(LINE);
    var place = number.draw(pen, slot.centreX(), line, pen.px(RADIUS));
    if (current) {
      double around = pen.px(Space.LINE);
      pen.surface()
          .rectangle(
              place.inset(-around),
              pen.px(RADIUS) + around,
              Ink.stroked(Pen.faded(pen.palette().category(1), 0.3), 2 * around));
    }
    if (done) {
      card(frame.training().merge(rank), slot, box, current);
    } else {
      note(rank, slot, box, "merge %s, not made yet".formatted(Phrases.number(rank + 1L)));
    }
  }

  private void card(Merge merge, Box slot, Box box, boolean current) {
    double room = slot.width() - pen.px(Space.SMALL);
    double largest = pen.px(LETTERS);
    double least = pen.px(LEAST_LETTERS);
    var parts = Parts.of(pen.surface(), merge.pair(), least, room);
    double needed = Strip.width(pen.surface(), parts, largest, slot.width() * 2);
    double size = Math.max(least, Math.min(largest, largest * room / needed));
    double wide = Strip.width(pen.surface(), parts, size, slot.width() * 2);
    double x = slot.centreX();
    var strip =
        Strip.of(
            pen.surface(),
            parts,
            x - wide / 2,
            slot.y() + pen.px(CARD),
            size,
            Math.max(x + wide / 2, slot.right()));
    pen.surface()
        .clipped(
            slot.inset(0, 1, 0, 1), () -> strip.draw(pen.surface(), i -> style(merge, i, current)));
    var detail = pen.type(Role.DETAIL).centred();
    pen.write(
        Phrases.number(merge.count()) + "×" + (merge.isTie() ? " tie" : ""),
        x,
        slot.y() + pen.px(COUNT),
        room,
        current ? detail.bold().coloured(Chip.ink(pen.look())) : detail);
    var description =
        "merge %d joins %s and %s"
            .formatted(
                merge.number(),
                Signs.symbol(merge.pair().left()),
                Signs.symbol(merge.pair().right()));
    note(merge.rank(), slot, box, description);
  }

  private Chip.Style style(Merge merge, int part, boolean current) {
    return current
        ? Chip.current(pen.look())
        : Styles.of(sheet, part == 0 ? merge.pair().left() : merge.pair().right(), merge.rank());
  }

  /// As far as it is seen.
  private void note(int rank, Box slot, Box box, String description) {
    double left = Math.max(box.x(), slot.x() + pen.px(Space.LINE));
    double right = Math.min(box.right(), slot.right() - pen.px(Space.LINE));
    double top = box.y() + pen.px(Space.SMALL);
    if (right - left >= pen.px(Space.GAP)) {
      var place = new Box(left, top, right - left, box.bottom() - top);
      sheet.spots().add(new OfMerge(rank), place, description);
    }
  }
}
