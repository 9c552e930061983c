package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.CountFocus;
import dev.stepwise.compute.bpe.Pair;
import dev.stepwise.compute.bpe.PairTable;
import dev.stepwise.compute.bpe.Signs;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.bpe.BpeElement.OfPair;
import java.util.List;
import java.util.Optional;

/// Draws the pair table as ranked bars that move to their new places, and the tie among them.
final class PairsPainter {
  private static final double ROW = 27;
  private static final double LEAST_ROW = 24;

  private static final double LEAST_BAR = 44;
  private static final double LEAST_PLACE = 58;
  private static final double PLACE = 110;

  /// Narrower panels show no places.
  private static final double LEAST_WIDTH = 320;

  /// Between a bar's end and the next column: its count, and the bracket of a tie.
  private static final double COUNT = 74;

  private static final double BRACKET = 34;
  private static final double BAR = 13;
  private static final double LETTERS = 12.5;

  /// No longer word is measured.
  private static final int MOST_LETTERS = 60;

  private final Sheet<BpeFrame> sheet;
  private final Pen pen;
  private final BpeFrame frame;

  PairsPainter(Sheet<BpeFrame> sheet) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.frame = sheet.frame();
  }

  void paint(Box box) {
    var body = pen.above(pen.below(box));
    int fitting = Rows.fitting(body, pen.px(LEAST_ROW));
    var table = frame.pairs(fitting);
    pen.heading(box, "Pairs", headNote(table));
    if (table.rows().isEmpty()) {
      pen.empty(body, "no pair is left: every word is one token");
      return;
    }
    var rows = Rows.of(body, table.rows().size(), pen.px(LEAST_ROW), pen.px(ROW));
    var columns = Columns.of(pen, body, table);
    var before = before(fitting);
    long longest = table.rows().getFirst().count();
    int tied = isDeciding() ? table.ties() : 1;
    for (int i = 0; i < table.rows().size(); i++) {
      var row = table.rows().get(i);
      var place = rows.row(place(before, row.pair(), i, fitting));
      var rank = i < tied && isDeciding() ? i == 0 ? Rank.BEST : Rank.TIED : Rank.OTHER;
      paintRow(row, place, columns, longest, rank);
    }
    if (tied > 1) {
      bracket(rows.row(0), rows.row(Math.min(tied, table.rows().size()) - 1.0), columns);
    }
    foot(box, table);
  }

  /// What the step says of a pair.
  private enum Rank {
    BEST,
    TIED,
    OTHER
  }

  /// Whether the step knows which pair is merged.
  private boolean isDeciding() {
    return frame.merge().isPresent() && !frame.isCounting();
  }

  private String headNote(PairTable table) {
    if (isDeciding() && table.ties() > 1) {
      return switch (frame.problem().rules().tieBreak()) {
        case FIRST_SEEN -> "a tie goes to the pair first seen";
        case LEXICOGRAPHIC -> "a tie goes to the pair that sorts first";
      };
    }
    return frame.focus() instanceof CountFocus.WordCounted
        ? "count so far, and where first seen"
        : "count, and where first seen";
  }

  private Optional<PairTable> before(int most) {
    if (sheet.shown().progress() >= 1) {
      return Optional.empty();
    }
    return sheet
        .shown()
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
    return from + sheet.shown().progress() * (now - from);
  }

  /// Where the columns are.
  ///
  /// @param bars where the bars begin
  /// @param end where a full bar ends
  /// @param room for the words where pairs are first seen; 0 where there is none
  private record Columns(double bars, double end, double room) {
    static Columns of(Pen pen, Box body, PairTable table) {
      double widest =
          table.rows().stream()
              .map(row -> List.of(row.pair().left(), row.pair().right()))
              .mapToDouble(
                  parts -> Strip.width(pen.surface(), parts, pen.px(LETTERS), body.width()))
              .max()
              .orElse(0);
      double bars = body.x() + Math.min(widest, body.width() * 0.42) + pen.px(Space.GAP);
      double count = pen.px(COUNT);
      // Bars long enough to be compared come before the places.
      double left = body.right() - bars - count - pen.px(Space.GAP) - pen.px(LEAST_BAR);
      double place = Math.min(Math.min(pen.px(PLACE), body.width() * 0.3), left);
      return place < pen.px(LEAST_PLACE) || body.width() < pen.px(LEAST_WIDTH)
          ? new Columns(bars, body.right() - count, 0)
          : new Columns(bars, body.right() - place - count - pen.px(Space.GAP), place);
    }
  }

  private void paintRow(PairTable.Row row, Box box, Columns columns, long longest, Rank rank) {
    pair(row.pair(), box, columns, rank);
    double width =
        Math.max(pen.px(Space.LINE), (columns.end() - columns.bars()) * row.count() / longest);
    double thickness = pen.px(BAR);
    var bar = new Box(columns.bars(), box.centreY() - thickness / 2, width, thickness);
    pen.surface().rectangle(bar, pen.px(Space.LINE), ink(rank));
    boolean plain = rank == Rank.OTHER;
    var figure =
        plain ? pen.type(Role.VALUE) : pen.type(Role.TELLING).coloured(Chip.ink(pen.look()));
    pen.write(
        Phrases.number(row.count()),
        bar.right() + pen.px(Space.SMALL),
        box.centreY() + figure.drop(),
        figure);
    if (columns.room() > 0) {
      place(row, box.inset(0, 0, 0, box.width() - columns.room()));
    }
    sheet
        .spots()
        .add(
            new OfPair(row.pair()),
            box.inset(pen.px(Space.LINE), 0, pen.px(Space.LINE), 0),
            "pair %s: %d".formatted(Signs.pair(row.pair()), row.count()));
  }

  private void pair(Pair pair, Box box, Columns columns, Rank rank) {
    double size = Math.min(pen.px(LETTERS), (box.height() - pen.px(Space.TIGHT)) / Strip.height(1));
    double room = columns.bars() - pen.px(Space.SMALL) - box.x();
    var strip =
        Strip.of(
            pen.surface(),
            Parts.of(pen.surface(), pair, size, room),
            box.x(),
            box.centreY(),
            size,
            columns.bars());
    double beyond = pen.px(Space.TIGHT);
    pen.surface()
        .clipped(
            new Box(box.x() - beyond, box.y(), columns.bars() - box.x(), box.height()),
            () -> strip.draw(pen.surface(), i -> style(pair, i, rank)));
  }

  private Chip.Style style(Pair pair, int part, Rank rank) {
    return switch (rank) {
      case BEST -> Chip.current(pen.look());
      case TIED -> Chip.rival(pen.look());
      case OTHER -> Styles.of(sheet, part == 0 ? pair.left() : pair.right(), frame.counted());
    };
  }

  private Ink ink(Rank rank) {
    var colour = pen.palette().category(1);
    double dash = pen.px(Space.TIGHT);
    return switch (rank) {
      case BEST -> Ink.filled(colour);
      case TIED ->
          Ink.filled(Pen.faded(colour, 0.3)).withStroke(colour, pen.px(Space.HAIR), dash, dash);
      case OTHER -> Ink.filled(Pen.faded(pen.palette().muted(), 0.6));
    };
  }

  /// Where the pair is seen first: the number of the word, and the word with the letters of the
  /// pair in it.
  private void place(PairTable.Row row, Box box) {
    var word = frame.training().words().word(row.first().word());
    int start = start(word, row.first().offset());
    int end = Math.min(word.length(), start + row.pair().merged().letters().length());
    var plain = pen.type(Role.DETAIL);
    var bold = plain.bold().coloured(pen.palette().text());
    var number = Phrases.number(row.first().word() + 1L);
    pen.write(number, box, plain);
    var room = box.inset(0, 0, 0, pen.width(number, plain) + pen.px(Space.SMALL));
    if (word.length() > MOST_LETTERS || pen.width(word, bold) > room.width()) {
      pen.write(word.substring(start, end) + "…", room, bold.right());
      return;
    }
    double after = room.right() - pen.width(word.substring(end), plain);
    double before = after - pen.width(word.substring(start, end), bold);
    double baseline = box.centreY() + plain.drop();
    pen.write(word.substring(0, start), before, baseline, plain.right());
    pen.write(word.substring(start, end), before, baseline, bold);
    pen.write(word.substring(end), after, baseline, plain);
  }

  private static int start(String word, int offset) {
    int letters = word.codePointCount(0, word.length());
    return word.offsetByCodePoints(0, Math.min(offset, letters));
  }

  private void bracket(Box first, Box last, Columns columns) {
    double x = columns.end() + pen.px(BRACKET);
    double out = x + pen.px(Space.SMALL);
    double top = first.y() + pen.px(Space.SMALL);
    double bottom = last.bottom() - pen.px(Space.SMALL);
    pen.surface()
        .line(
            new double[] {x, out, out, x},
            new double[] {top, top, bottom, bottom},
            pen.stroke(pen.palette().category(1), Space.LINE));
    var type = pen.type(Role.NOTE).bold().coloured(Chip.ink(pen.look()));
    pen.write("tie", out + pen.px(Space.TIGHT), (top + bottom) / 2 + type.drop(), type);
  }

  private void foot(Box box, PairTable table) {
    int more = table.kinds() - table.rows().size();
    var kinds = Phrases.count(table.kinds(), "different pair");
    var room =
        pen.foot(box, more > 0 ? "%s, %s not shown".formatted(kinds, Phrases.number(more)) : kinds);
    if (frame.merge().isPresent()) {
      var place = new Box(box.x(), room.y(), room.x() - box.x(), room.height());
      sheet.spots().add(NumberElement.of("len(counts)"), place.inset(pen.px(Space.TIGHT)), kinds);
    }
    if (isDeciding() && table.ties() > table.rows().size()) {
      pen.write(Phrases.number(table.ties()) + " tie", room, pen.type(Role.NOTE).right());
    }
  }
}
