package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.Merge;
import dev.stepwise.compute.bpe.Phrases;
import dev.stepwise.view.Viewport;
import dev.stepwise.view.bpe.BpeElement.OfMerge;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Hits;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Type;

/// Draws the merges in the order in which they were learned: their numbers on a line, and below
/// them what was joined and how often it occurred. Of many, those around this step's.
final class TimelinePainter {
  private static final String ROW = "merges";
  private static final double SLOT = 82;

  /// Where all merges have room if they stand a little closer.
  private static final double LEAST_SLOT = 72;

  private final Pen pen;
  private final BpeFrame frame;

  TimelinePainter(Pen pen) {
    this.pen = pen;
    this.frame = pen.frame();
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
    double line = box.y() + pen.px(22);
    var palette = pen.look().palette();
    pen.surface()
        .line(box.x(), line, box.right(), line, new Ink.Stroke(palette.faint(), pen.px(2)));
    pen.surface()
        .clipped(
            box.inset(0, -pen.px(2), 0, -pen.px(2)),
            () -> {
              for (int rank = (int) Math.floor(first);
                  rank < Math.min(all, first + slots + 1);
                  rank++) {
                double x = box.x() + (rank - first + 0.5) * width;
                node(rank, x, line, width, box);
              }
            });
    if (all > slots) {
      double share = (double) slots / all;
      var row = new Hits.Scrollable(ROW, box, Math.clamp(first / all, 0, 1 - share), share);
      pen.shown().hits().scrollable(row);
      thumb(box, row.from(), share);
    }
  }

  /// Which part of all merges is seen.
  private void thumb(Box box, double from, double share) {
    double y = box.bottom() + pen.px(4);
    double width = Math.max(pen.px(16), box.width() * share);
    double x = box.x() + (box.width() - width) * (share < 1 ? from / (1 - share) : 0);
    var track = new Box(box.x(), y, box.width(), pen.px(4));
    var palette = pen.look().palette();
    pen.surface().rectangle(track, pen.px(2), Ink.filled(palette.raised()));
    var thumb = new Box(x, y, width, pen.px(4));
    pen.surface()
        .rectangle(thumb, pen.px(2), Ink.filled(palette.muted().deriveColor(0, 1, 1, 0.6)));
  }

  /// The rank at the left edge: this step's merge stays in the middle, unless somebody looks
  /// elsewhere.
  private double first(int all, int slots) {
    var part = pen.shown().viewport(ROW);
    double last = Math.max(0, all - slots);
    if (!part.equals(Viewport.WHOLE)) {
      return Math.clamp(part.x0() * all, 0, last);
    }
    double now = place(frame);
    double before =
        pen.shown()
            .before()
            .map(step -> step.frame())
            .filter(earlier -> earlier.training().equals(frame.training()))
            .map(TimelinePainter::place)
            .filter(place -> Math.abs(place - now) <= slots)
            .orElse(now);
    double start = Math.clamp(first(before, slots), 0, last);
    return start + pen.shown().progress() * (Math.clamp(first(now, slots), 0, last) - start);
  }

  /// At rest nothing is cut at the edges.
  private static double first(double place, int slots) {
    return Math.floor(place - slots / 2.0);
  }

  private static double place(BpeFrame frame) {
    return frame.merge().map(Merge::rank).orElse(frame.applied()) + 0.5;
  }

  private void node(int rank, double x, double line, double width, Box box) {
    var palette = pen.look().palette();
    boolean current =
        frame.merge().filter(merge -> merge.rank() == rank).isPresent() && !isCounting();
    boolean done = rank < frame.applied() || current;
    double radius = pen.px(13);
    var number = Phrases.number(rank + 1L);
    var fill =
        current
            ? Chip.current(pen.look()).fill()
            : done ? Chip.mixed(palette.muted(), palette.background(), 0.35) : palette.background();
    var ink = current ? Chip.current(pen.look()).ink() : done ? palette.text() : palette.muted();
    var type =
        new Type(
            done ? Type.Face.MONO_BOLD : Type.Face.MONO, pen.px(12), ink, Type.Align.CENTRE, 0);
    // A circle, or as wide as a long number needs.
    double half = Math.max(radius, pen.surface().textWidth(number, type) / 2 + pen.px(7));
    var place = new Box(x - half, line - radius, 2 * half, 2 * radius);
    if (current) {
      pen.surface()
          .rectangle(
              place.inset(-pen.px(4)),
              radius + pen.px(4),
              Ink.filled(palette.category(1).deriveColor(0, 1, 1, 0.3)));
    }
    pen.surface()
        .rectangle(
            place,
            radius,
            done ? Ink.filled(fill) : Ink.filled(fill).withStroke(palette.faint(), pen.px(1.5)));
    pen.surface().text(number, x, line + pen.px(12) * 0.36, type);
    if (done) {
      card(frame.training().merge(rank), x, width, box, current);
    } else {
      note(rank, x, width, box, "merge %s, not made yet".formatted(number));
    }
  }

  private boolean isCounting() {
    return frame.focus() instanceof BpeFrame.Focus.Counted
        || frame.focus() instanceof BpeFrame.Focus.WordCounted;
  }

  private void card(Merge merge, double x, double width, Box box, boolean current) {
    double size = pen.px(12);
    var parts = Parts.of(pen, merge.pair(), pen.px(10.5), width - pen.px(6));
    double needed = Strip.width(pen.surface(), parts, size, width * 2);
    double fitted = Math.max(pen.px(10.5), Math.min(size, size * (width - pen.px(6)) / needed));
    double wide = Strip.width(pen.surface(), parts, fitted, width * 2);
    double centre = box.y() + pen.px(54);
    var strip =
        Strip.of(
            pen.surface(),
            parts,
            x - wide / 2,
            centre,
            fitted,
            Math.max(x + wide / 2, x + width / 2));
    pen.surface()
        .clipped(
            new Box(x - width / 2 + 1, box.y(), width - 2, box.height()),
            () -> {
              for (int i = 0; i < strip.chips().size(); i++) {
                var chip = strip.chips().get(i);
                chip.draw(
                    pen.surface(),
                    strip.boxes().get(i),
                    current
                        ? Chip.current(pen.look())
                        : Styles.of(
                            pen,
                            i == 0 ? merge.pair().left() : merge.pair().right(),
                            merge.rank()));
              }
            });
    var count = Phrases.number(merge.count()) + "×" + (merge.isTie() ? " tie" : "");
    var type =
        new Type(
            current ? Type.Face.MONO_BOLD : Type.Face.MONO,
            pen.px(11.5),
            current ? pen.current() : pen.look().palette().muted(),
            Type.Align.CENTRE,
            0);
    pen.surface().text(count, x, box.y() + pen.px(80), type);
    var description =
        "merge %d joins %s and %s"
            .formatted(
                merge.number(),
                Phrases.symbol(merge.pair().left()),
                Phrases.symbol(merge.pair().right()));
    note(merge.rank(), x, width, box, description);
  }

  private void note(int rank, double x, double width, Box box, String description) {
    double left = Math.max(box.x(), x - width / 2 + pen.px(2));
    double right = Math.min(box.right(), x + width / 2 - pen.px(2));
    var place = new Box(left, box.y() + pen.px(7), right - left, box.height() - pen.px(7));
    if (right - left < pen.px(12)) {
      return;
    }
    var element = new OfMerge(rank);
    pen.shown().hits().add(element, place, description);
    pen.light(element, place);
  }
}
