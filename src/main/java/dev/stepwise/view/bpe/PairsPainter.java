package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.BpeFrame.Focus;
import dev.stepwise.compute.bpe.Pair;
import dev.stepwise.compute.bpe.PairTable;
import dev.stepwise.compute.bpe.Phrases;
import dev.stepwise.view.bpe.BpeElement.OfPair;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Type;
import java.util.List;
import java.util.Optional;

/// Draws the pair table as ranked bars that move to their new places, and the tie among them.
final class PairsPainter {
  private static final double ROW = 27;
  private static final double LEAST_ROW = 24;

  /// Between the chips of neighbouring rows.
  private static final double GAP = 3.5;

  private static final double LEAST_BAR = 44;
  private static final double LEAST_PLACE = 58;
  private static final double FOOT = 24;

  /// No longer word is measured.
  private static final int MOST_LETTERS = 60;

  private final Pen pen;
  private final BpeFrame frame;

  PairsPainter(Pen pen) {
    this.pen = pen;
    this.frame = pen.frame();
  }

  void paint(Box box) {
    var body = pen.below(box).inset(0, 0, pen.px(FOOT), 0);
    int fitting = Math.max(1, (int) (body.height() / pen.px(LEAST_ROW)));
    var table = frame.pairs(fitting);
    var before = before(fitting);
    double height = Math.min(pen.px(ROW), body.height() / Math.max(1, table.rows().size()));
    pen.head(box, "Pairs", headNote(table));
    if (table.rows().isEmpty()) {
      pen.left(
          "no pair is left: every word is one token",
          body.x(),
          body.y() + pen.px(16),
          body.width(),
          pen.muted(12.5));
      return;
    }
    var columns = Columns.of(pen, body, table);
    double longest = table.rows().getFirst().count();
    int tied = isDeciding() ? table.ties() : 1;
    for (int i = 0; i < table.rows().size(); i++) {
      var row = table.rows().get(i);
      double y = body.y() + height * place(before, row.pair(), i, fitting);
      boolean tie = i > 0 && i < tied;
      paintRow(
          row,
          new Box(body.x(), y, body.width(), height),
          columns,
          longest,
          i == 0 && isDeciding(),
          tie);
    }
    if (tied > 1) {
      bracket(
          new Box(body.x(), body.y(), body.width(), height * Math.min(tied, table.rows().size())),
          columns);
    }
    foot(box, table);
  }

  /// Whether the step knows which pair is merged.
  private boolean isDeciding() {
    return frame.merge().isPresent()
        && !(frame.focus() instanceof Focus.WordCounted)
        && !(frame.focus() instanceof Focus.Counted);
  }

  private String headNote(PairTable table) {
    if (isDeciding() && table.ties() > 1) {
      return switch (frame.problem().rules().tieBreak()) {
        case FIRST_SEEN -> "a tie goes to the pair first seen";
        case LEXICOGRAPHIC -> "a tie goes to the pair that sorts first";
      };
    }
    return frame.focus() instanceof Focus.WordCounted
        ? "count so far, and where first seen"
        : "count, and where first seen";
  }

  private Optional<PairTable> before(int most) {
    if (pen.shown().progress() >= 1) {
      return Optional.empty();
    }
    return pen.shown()
        .before()
        .map(step -> step.frame())
        .filter(earlier -> earlier.training().equals(frame.training()) && !earlier.isEncoding())
        .map(earlier -> earlier.pairs(most));
  }

  /// The row of a pair on its way from where it was; a pair that was not shown comes from below.
  private double place(Optional<PairTable> before, Pair pair, int now, int fitting) {
    if (before.isEmpty()) {
      return now;
    }
    var rows = before.get().rows().stream().map(PairTable.Row::pair).toList();
    int was = rows.indexOf(pair);
    double from = was < 0 ? Math.min(fitting - 1, now + 2) : was;
    return from + pen.shown().progress() * (now - from);
  }

  /// Where the columns are.
  private record Columns(double bars, double end, double places, double room) {
    static Columns of(Pen pen, Box body, PairTable table) {
      double size = pen.px(12.5);
      double widest =
          table.rows().stream()
              .mapToDouble(row ->
                  Strip.width(
                      pen.surface(),
                      List.of(row.pair().left(), row.pair().right()),
                      size,
                      body.width()))
              .max()
              .orElse(0);
      double chips = Math.min(widest, body.width() * 0.42);
      double bars = body.x() + chips + pen.px(12);
      double place = body.width() >= pen.px(300) ? Math.min(pen.px(110), body.width() * 0.3) : 0;
      // Bars long enough to be compared come before the places.
      double left = body.right() - bars - pen.px(86 + LEAST_BAR);
      place = left < pen.px(LEAST_PLACE) ? 0 : Math.min(place, left);
      double end = body.right() - place - pen.px(place > 0 ? 86 : 74);
      return new Columns(bars, end, body.right(), place);
    }
  }

  private void paintRow(
      PairTable.Row row, Box box, Columns columns, double longest, boolean best, boolean tie) {
    double size = Math.min(pen.px(12.5), (box.height() - pen.px(GAP)) / Strip.height(1));
    var pair = row.pair();
    var strip =
        Strip.of(
            pen.surface(),
            Parts.of(pen, pair, size, columns.bars() - pen.px(8) - box.x()),
            box.x(),
            box.centreY(),
            size,
            columns.bars());
    var room = new Box(box.x() - pen.px(3), box.y(), columns.bars() - box.x(), box.height());
    pen.surface()
        .clipped(
            room,
            () -> {
              for (int i = 0; i < strip.chips().size(); i++) {
                var chip = strip.chips().get(i);
                var style =
                    best
                        ? Chip.current(pen.look())
                        : tie
                            ? Chip.rival(pen.look())
                            : Styles.of(pen, i == 0 ? pair.left() : pair.right(), frame.counted());
                chip.draw(pen.surface(), strip.boxes().get(i), style);
              }
            });
    var palette = pen.look().palette();
    double width = Math.max(pen.px(1.5), (columns.end() - columns.bars()) * row.count() / longest);
    double thickness = pen.px(13);
    var bar = new Box(columns.bars(), box.centreY() - thickness / 2, width, thickness);
    var colour = best || tie ? palette.category(1) : palette.muted().deriveColor(0, 1, 1, 0.6);
    pen.surface()
        .rectangle(
            bar,
            pen.px(2),
            tie
                ? Ink.filled(colour.deriveColor(0, 1, 1, 0.3))
                    .withStroke(colour, pen.px(1.2), pen.px(3), pen.px(3))
                : Ink.filled(colour));
    double baseline = box.centreY() + pen.px(13) * 0.36;
    var figure =
        new Type(
            best || tie ? Type.Face.MONO_BOLD : Type.Face.MONO,
            pen.px(13),
            best || tie ? pen.current() : palette.text());
    pen.surface().text(Phrases.number(row.count()), bar.right() + pen.px(7), baseline, figure);
    if (columns.room() > 0) {
      place(row, columns, baseline);
    }
    var element = new OfPair(row.pair());
    pen.shown()
        .hits()
        .add(
            element,
            box.inset(pen.px(2), 0, pen.px(2), 0),
            "pair %s: %d".formatted(Phrases.pair(row.pair()), row.count()));
    pen.light(element, box.inset(pen.px(3), 0, pen.px(3), 0));
  }

  /// Where the pair is seen first: the word, with the letters of the pair in it.
  private void place(PairTable.Row row, Columns columns, double baseline) {
    var word = frame.training().words().word(row.first().word());
    int start = start(word, row.first().offset());
    int end = Math.min(word.length(), start + row.pair().merged().letters().length());
    var plain = new Type(Type.Face.MONO, pen.px(12), pen.look().palette().muted());
    var bold = new Type(Type.Face.MONO_BOLD, pen.px(12), pen.look().palette().text());
    var number = Phrases.number(row.first().word() + 1L);
    double room = columns.room() - pen.surface().textWidth(number, plain) - pen.px(6);
    if (word.length() > MOST_LETTERS || pen.surface().textWidth(word, bold) > room) {
      pen.right(word.substring(start, end) + "…", columns.places(), baseline, room, bold);
    } else {
      double width =
          pen.surface().textWidth(word.substring(0, start), plain)
              + pen.surface().textWidth(word.substring(start, end), bold)
              + pen.surface().textWidth(word.substring(end), plain);
      double x = columns.places() - width;
      pen.surface().text(word.substring(0, start), x, baseline, plain);
      x += pen.surface().textWidth(word.substring(0, start), plain);
      pen.surface().text(word.substring(start, end), x, baseline, bold);
      x += pen.surface().textWidth(word.substring(start, end), bold);
      pen.surface().text(word.substring(end), x, baseline, plain);
    }
    pen.surface().text(number, columns.places() - columns.room(), baseline, plain);
  }

  private static int start(String word, int offset) {
    int letters = word.codePointCount(0, word.length());
    return word.offsetByCodePoints(0, Math.min(offset, letters));
  }

  private void bracket(Box box, Columns columns) {
    double x = columns.end() + pen.px(34);
    var stroke = new Ink.Stroke(pen.look().palette().category(1), pen.px(1.5));
    double top = box.y() + pen.px(8);
    double bottom = box.bottom() - pen.px(8);
    pen.surface()
        .line(
            new double[] {x, x + pen.px(6), x + pen.px(6), x},
            new double[] {top, top, bottom, bottom},
            stroke);
    var type = new Type(Type.Face.BOLD, pen.px(11.5), pen.current());
    pen.surface().text("tie", x + pen.px(9), (top + bottom) / 2 + pen.px(4), type);
  }

  private void foot(Box box, PairTable table) {
    int more = table.kinds() - table.rows().size();
    double baseline = box.bottom() - pen.px(4);
    pen.rule(box.x(), box.right(), box.bottom() - pen.px(FOOT) + pen.px(2));
    var kinds = Phrases.count(table.kinds(), "different pair");
    var text = more > 0 ? "%s, %s not shown".formatted(kinds, Phrases.number(more)) : kinds;
    pen.left(text, box.x(), baseline, box.width() * 0.75, pen.muted(12));
    if (isDeciding() && table.ties() > table.rows().size()) {
      pen.right(
          Phrases.number(table.ties()) + " tie",
          box.right(),
          baseline,
          box.width() * 0.35,
          pen.muted(12));
    }
  }
}
