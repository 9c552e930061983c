package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.Merge;
import dev.stepwise.compute.bpe.Pair;
import dev.stepwise.compute.bpe.Signs;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.bpe.BpeElement.OfFrequency;
import dev.stepwise.view.bpe.BpeElement.OfGain;
import dev.stepwise.view.bpe.BpeElement.OfToken;
import java.util.List;
import java.util.Optional;

/// Draws the words of the corpus as strips of chips: how often each occurs, its tokens, and what it
/// adds to the count of the pair.
final class WordsPainter {
  private static final double ROW = 34;
  private static final double LEAST_ROW = 23;
  private static final double GAIN = 46;
  private static final double LEAST_LETTER = 10.5;

  /// How many times wider than the room a word may be that decides how small the letters are.
  private static final double MOST_SHRUNK = 2;

  private final Sheet<BpeFrame> sheet;
  private final Pen pen;
  private final BpeFrame frame;

  WordsPainter(Sheet<BpeFrame> sheet) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.frame = sheet.frame();
  }

  void paint(Box box) {
    var body = pen.above(pen.below(box));
    double least = pen.speaks() ? pen.px(LEAST_ROW) : box.height() / 6;
    var words = WordRows.of(frame, Rows.fitting(body, least));
    double most = pen.speaks() ? pen.px(ROW) : body.height() / 3;
    var rows = Rows.of(body, words.rows().size(), least, most);
    double size = Math.min(pen.speaks() ? pen.px(Chip.SIZE) : rows.height(), rows.height() * 0.5);
    var columns = Columns.of(pen, body, words.rows(), size);
    for (int i = 0; i < rows.shown(); i++) {
      paintRow(words.rows().get(i), rows.row(i), columns);
    }
    if (pen.speaks()) {
      pen.heading(box, "Words", legend(words), words.brief().isEmpty() ? brief() : words.brief());
      foot(box);
    }
  }

  private String legend(WordRows words) {
    if (!words.note().isEmpty()) {
      return words.note();
    }
    return frame.problem().rules().marksEnds()
        ? "an open box is </w>, the end of a word"
        : "no marker at the end of a word";
  }

  private String brief() {
    return frame.problem().rules().marksEnds() ? "open box: </w>" : "no marker";
  }

  private void foot(Box box) {
    var corpus = frame.training().words();
    long tokens = frame.training().tokens(frame.applied());
    var sizes =
        "%s, %s".formatted(Phrases.count(corpus.total(), "word"), Phrases.count(tokens, "token"));
    var room = pen.foot(box, sizes);
    if (frame.isMeasured()) {
      ask("length", new Box(box.x(), room.y(), room.x() - box.x(), room.height()), sizes);
    }
    frame.merge().filter(_ -> !frame.isCounting()).ifPresent(merge -> count(merge, room));
  }

  private void count(Merge merge, Box room) {
    var figure = pen.type(Role.TELLING).coloured(Chip.ink(pen.look())).right();
    var number = Phrases.number(merge.count());
    pen.write(number, room, figure);
    var left = room.inset(0, pen.width(number, figure) + pen.px(Space.SMALL), 0, 0);
    var note = pen.type(Role.NOTE).right();
    pen.write(pen.brief(left.width(), note, "count of the pair", "count"), left, note);
    var place = room.inset(0, 0, 0, left.width());
    ask("counts[best]", place, "count of the pair: " + number);
  }

  private void ask(String variable, Box place, String description) {
    sheet.spots().add(NumberElement.of(variable), shrunk(place), description);
  }

  /// Where the columns are.
  ///
  /// @param frequencies where the frequencies end
  /// @param chips where the chips begin
  /// @param end where the chips have to end
  /// @param size of the text in chips
  private record Columns(double frequencies, double chips, double end, double size) {
    static Columns of(Pen pen, Box body, List<WordRows.Row> rows, double size) {
      if (!pen.speaks()) {
        return new Columns(body.x(), body.x(), body.right(), size);
      }
      double frequencies =
          rows.stream().mapToDouble(row -> pen.width(times(row), Role.VALUE)).max().orElse(0);
      double gains =
          rows.stream()
              .mapToDouble(row -> pen.width("+" + Phrases.number(gain(row)), Role.TELLING))
              .max()
              .orElse(0);
      double chips = body.x() + frequencies + pen.px(Space.GAP);
      double end = body.right() - Math.max(pen.px(GAIN), gains + pen.px(Space.WIDE));
      double longest =
          rows.stream()
              .mapToDouble(row ->
                  Strip.width(pen.surface(), row.before(), size, MOST_SHRUNK * (end - chips)))
              .max()
              .orElse(0);
      double fitted = size * (end - chips) / Math.max(1, longest);
      double letters = Math.max(pen.px(LEAST_LETTER), Math.min(size, fitted));
      return new Columns(body.x() + frequencies, chips, end, letters);
    }
  }

  private static String times(WordRows.Row row) {
    return Phrases.number(row.frequency()) + "×";
  }

  private static long gain(WordRows.Row row) {
    return row.occurrences() * row.frequency();
  }

  private void paintRow(WordRows.Row row, Box box, Columns columns) {
    if (row.focused()) {
      pen.ground(box.inset(0, 0, 0, -pen.px(Space.TIGHT)));
    }
    frequency(row, box, columns);
    chips(row, box, columns);
    gain(row, box);
  }

  private void frequency(WordRows.Row row, Box box, Columns columns) {
    var column = new Box(box.x(), box.y(), columns.frequencies() - box.x(), box.height());
    pen.write(times(row), column, pen.type(Role.VALUE).right());
    sheet
        .spots()
        .add(
            new OfFrequency(row.word()),
            shrunk(column),
            "frequency of the word: " + row.frequency());
  }

  /// A row's part, so that the frames of neighbouring rows stay apart.
  private Box shrunk(Box part) {
    return part.inset(pen.px(Space.TIGHT), 0, pen.px(Space.TIGHT), 0);
  }

  private void gain(WordRows.Row row, Box box) {
    if (frame.merge().isEmpty() || frame.isCounting()) {
      return;
    }
    long gain = gain(row);
    if (gain == 0) {
      pen.write("·", box, pen.type(Role.VALUE).coloured(pen.palette().muted()).right());
      return;
    }
    var type = pen.type(Role.TELLING).coloured(Chip.ink(pen.look())).right();
    pen.write("+" + Phrases.number(gain), box, type);
    var place = box.inset(0, 0, 0, box.width() - pen.px(GAIN));
    sheet
        .spots()
        .add(new OfGain(row.word()), shrunk(place), "adds " + gain + " to the count of the pair");
  }

  private void chips(WordRows.Row row, Box box, Columns columns) {
    var after = strip(row.symbols(), box, columns);
    var merged = !row.symbols().equals(row.before());
    var moving = merged && moves();
    var strip =
        moving
            ? after.movedFrom(strip(row.before(), box, columns), sheet.shown().progress())
            : after;
    if (strip.isCut()) {
      double left = columns.chips() - pen.px(Space.TIGHT);
      var room = new Box(left, box.y(), columns.end() - left, box.height());
      pen.surface().clipped(room, () -> chips(row, strip, merged));
      double beyond = columns.end() + pen.px(Space.LINE);
      pen.write(
          "…", new Box(beyond, box.y(), pen.px(Space.GAP), box.height()), pen.type(Role.NOTE));
    } else {
      chips(row, strip, merged);
    }
  }

  private void chips(WordRows.Row row, Strip strip, boolean merged) {
    for (int i = 0; i < strip.chips().size(); i++) {
      chip(row, strip, i, merged);
    }
    if (!merged) {
      outlinePairs(strip);
    }
  }

  /// Whether this step comes from one in which the words were not merged yet.
  private boolean moves() {
    return sheet.shown().progress() < 1
        && sheet
            .shown()
            .before()
            .filter(before ->
                before.frame().training().equals(frame.training())
                    && before.frame().applied() <= frame.applied())
            .isPresent();
  }

  private Strip strip(List<Symbol> symbols, Box box, Columns columns) {
    return Strip.of(
        pen.surface(), symbols, columns.chips(), box.centreY(), columns.size(), columns.end());
  }

  private void chip(WordRows.Row row, Strip strip, int i, boolean merged) {
    var chip = strip.chips().get(i);
    var box = strip.boxes().get(i);
    boolean fresh = merged && isFresh(row, i);
    chip.draw(
        pen.surface(),
        box,
        fresh
            ? Chip.current(pen.look())
            : Styles.of(sheet, chip.symbol(), frame.applied(row.word())));
    sheet.spots().add(new OfToken(row.word(), i), box, "token " + Signs.symbol(chip.symbol()));
  }

  /// Whether a chip came to be in this merge: the letters before it end where a part of it began.
  private static boolean isFresh(WordRows.Row row, int index) {
    int start = 0;
    for (int i = 0; i < index; i++) {
      start += row.symbols().get(i).letters().length();
    }
    int at = 0;
    for (var part : row.before()) {
      if (at == start) {
        return !part.equals(row.symbols().get(index));
      }
      at += part.letters().length();
    }
    return true;
  }

  /// Frames around the occurrences of the pair that is counted, chosen or about to be replaced.
  private void outlinePairs(Strip strip) {
    Optional<Pair> pair = frame.isCounting() ? pointedPair() : frame.merge().map(Merge::pair);
    if (pair.isEmpty()) {
      return;
    }
    int next = 0;
    for (int i = 0; i + 1 < strip.chips().size(); i++) {
      boolean here =
          strip.chips().get(i).symbol().equals(pair.get().left())
              && strip.chips().get(i + 1).symbol().equals(pair.get().right());
      if (here) {
        boolean overlaps = i < next;
        drawPair(strip, i, overlaps);
        next = overlaps ? next : i + 2;
      }
    }
  }

  private Optional<Pair> pointedPair() {
    return sheet
        .shown()
        .pointed()
        .flatMap(element ->
            element instanceof BpeElement.OfPair(var pair) ? Optional.of(pair) : Optional.empty());
  }

  private void drawPair(Strip strip, int left, boolean overlaps) {
    var colour = pen.palette().category(1);
    var around = strip.around(left, left + 1);
    if (overlaps) {
      double dash = pen.px(Space.TIGHT);
      pen.surface()
          .rectangle(
              around.inset(-pen.px(Space.TIGHT)),
              dash,
              Ink.stroked(colour, pen.px(Space.LINE), dash, dash));
      return;
    }
    for (int i = left; i <= left + 1; i++) {
      strip.chips().get(i).draw(pen.surface(), strip.boxes().get(i), Chip.current(pen.look()));
    }
    pen.frame(around.inset(-pen.px(Space.LINE)), colour, Space.LINE);
  }
}
