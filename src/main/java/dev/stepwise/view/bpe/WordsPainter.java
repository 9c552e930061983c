package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.BpeFrame.Focus;
import dev.stepwise.compute.bpe.Merge;
import dev.stepwise.compute.bpe.Pair;
import dev.stepwise.compute.bpe.Phrases;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.view.bpe.BpeElement.OfFrequency;
import dev.stepwise.view.bpe.BpeElement.OfGain;
import dev.stepwise.view.bpe.BpeElement.OfToken;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Type;
import java.util.List;
import java.util.Optional;

/// Draws the words of the corpus as strips of chips: how often each occurs, its tokens, and what it
/// adds to the count of the pair.
final class WordsPainter {
  private static final double ROW = 34;
  private static final double LEAST_ROW = 23;
  private static final double FOOT = 24;

  /// How many times wider than the room a word may be that decides how small the letters are.
  private static final double MOST_SHRUNK = 2;

  private final Pen pen;
  private final BpeFrame frame;

  WordsPainter(Pen pen) {
    this.pen = pen;
    this.frame = pen.frame();
  }

  void paint(Box box) {
    boolean thumbnail = pen.isThumbnail();
    var body = thumbnail ? box : pen.below(box).inset(0, 0, pen.px(FOOT), 0);
    double least = thumbnail ? box.height() / 6 : pen.px(LEAST_ROW);
    int fitting = Math.max(1, (int) (body.height() / least));
    var words = WordRows.of(frame, fitting);
    double height =
        Math.min(
            thumbnail ? body.height() / 3 : pen.px(ROW),
            body.height() / Math.max(1, words.rows().size()));
    double size = Math.min(thumbnail ? height * 0.5 : pen.chipSize(), height * 0.5);
    var columns = Columns.of(pen, body, words.rows(), size);
    for (int i = 0; i < words.rows().size(); i++) {
      var row = new Box(body.x(), body.y() + i * height, body.width(), height);
      paintRow(words.rows().get(i), row, columns);
    }
    if (!thumbnail) {
      pen.head(box, "Words", legend(words), words.brief().isEmpty() ? brief() : words.brief());
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
    double y = box.bottom() - pen.px(FOOT) + pen.px(2);
    pen.rule(box.x(), box.right(), y);
    var corpus = frame.training().words();
    long tokens = frame.training().tokens(frame.applied());
    double baseline = box.bottom() - pen.px(4);
    var text =
        "%s, %s".formatted(Phrases.count(corpus.total(), "word"), Phrases.count(tokens, "token"));
    var counted = frame.merge().filter(_ -> !isCounting());
    double most = counted.isPresent() ? box.width() * 0.64 : box.width();
    pen.left(text, box.x(), baseline, most, pen.muted(12));
    double room = box.width() - pen.surface().textWidth(text, pen.muted(12)) - pen.px(14);
    counted.ifPresent(merge -> count(merge, box.right(), baseline, room));
  }

  private void count(Merge merge, double x, double baseline, double room) {
    var figure = new Type(Type.Face.MONO_BOLD, pen.px(13), pen.current(), Type.Align.RIGHT, 0);
    var number = Phrases.number(merge.count());
    pen.surface().text(number, x, baseline, figure);
    double wide = pen.surface().textWidth(number, figure) + pen.px(8);
    double left = room - wide;
    var words = pen.brief(left, pen.muted(12), "count of the pair", "count");
    pen.right(words, x - wide, baseline, left, pen.muted(12));
  }

  /// Where the columns are.
  ///
  /// @param frequencies where the frequencies end
  /// @param chips where the chips begin
  /// @param end where the chips have to end
  /// @param size of the text in chips
  private record Columns(double frequencies, double chips, double end, double size) {
    static Columns of(Pen pen, Box body, List<WordRows.Row> rows, double size) {
      if (pen.isThumbnail()) {
        return new Columns(body.x(), body.x(), body.right(), size);
      }
      var figure = pen.figure(13);
      double widest =
          rows.stream()
              .mapToDouble(
                  row -> pen.surface().textWidth(Phrases.number(row.frequency()) + "×", figure))
              .max()
              .orElse(0);
      double chips = body.x() + widest + pen.px(12);
      double end = body.right() - Math.max(pen.px(46), gains(pen, rows) + pen.px(24));
      double longest =
          rows.stream()
              .mapToDouble(row ->
                  Strip.width(pen.surface(), row.before(), size, MOST_SHRUNK * (end - chips)))
              .max()
              .orElse(0);
      double fitted =
          Math.max(pen.px(10.5), Math.min(size, size * (end - chips) / Math.max(1, longest)));
      return new Columns(body.x() + widest, chips, end, fitted);
    }
  }

  /// How wide the widest number is that a word adds.
  private static double gains(Pen pen, List<WordRows.Row> rows) {
    var type = new Type(Type.Face.MONO_BOLD, pen.px(13), pen.current());
    return rows.stream()
        .mapToDouble(row ->
            pen.surface()
                .textWidth("+" + Phrases.number(row.occurrences() * row.frequency()), type))
        .max()
        .orElse(0);
  }

  private void paintRow(WordRows.Row row, Box box, Columns columns) {
    var palette = pen.look().palette();
    if (row.focused()) {
      pen.surface()
          .rectangle(
              box.inset(pen.px(1), 0, pen.px(1), -pen.px(4)),
              pen.px(5),
              Ink.filled(palette.accent().deriveColor(0, 1, 1, 0.12)));
    }
    double baseline = box.centreY() + pen.px(13) * 0.36;
    if (!pen.isThumbnail()) {
      var frequency =
          new Box(
              box.x(),
              box.y() + pen.px(3),
              columns.frequencies() - box.x(),
              box.height() - pen.px(6));
      pen.surface()
          .text(
              Phrases.number(row.frequency()) + "×",
              columns.frequencies(),
              baseline,
              pen.figure(13).aligned(Type.Align.RIGHT));
      var element = new OfFrequency(row.word());
      pen.shown().hits().add(element, frequency, "frequency of the word: " + row.frequency());
      pen.light(element, frequency);
    }
    chips(row, box, columns);
    if (!pen.isThumbnail()) {
      gain(row, box, baseline);
    }
  }

  /// Whether the step does not know yet which pair is merged.
  private boolean isCounting() {
    return frame.focus() instanceof Focus.Counted || frame.focus() instanceof Focus.WordCounted;
  }

  private void gain(WordRows.Row row, Box box, double baseline) {
    if (frame.merge().isEmpty() || isCounting()) {
      return;
    }
    long gain = row.occurrences() * row.frequency();
    var type =
        new Type(
            gain > 0 ? Type.Face.MONO_BOLD : Type.Face.MONO,
            pen.px(13),
            gain > 0 ? pen.current() : pen.look().palette().muted(),
            Type.Align.RIGHT,
            0);
    pen.surface().text(gain > 0 ? "+" + Phrases.number(gain) : "·", box.right(), baseline, type);
    if (gain > 0) {
      var place =
          new Box(
              box.right() - pen.px(44), box.y() + pen.px(4), pen.px(44), box.height() - pen.px(8));
      var element = new OfGain(row.word());
      pen.shown().hits().add(element, place, "adds " + gain + " to the count of the pair");
      pen.light(element, place);
    }
  }

  private void chips(WordRows.Row row, Box box, Columns columns) {
    var after = strip(row.symbols(), box, columns);
    var merged = !row.symbols().equals(row.before());
    var moving = merged && moves();
    var strip =
        moving ? after.movedFrom(strip(row.before(), box, columns), pen.shown().progress()) : after;
    Runnable drawing =
        () -> {
          for (int i = 0; i < strip.chips().size(); i++) {
            chip(row, strip, i, merged);
          }
          if (!merged) {
            outlinePairs(strip);
          }
        };
    if (strip.isCut()) {
      pen.surface()
          .clipped(
              new Box(
                  columns.chips() - pen.px(4),
                  box.y(),
                  columns.end() - columns.chips() + pen.px(4),
                  box.height()),
              drawing);
      pen.surface().text("…", columns.end() + pen.px(2), box.centreY() + pen.px(5), pen.muted(13));
    } else {
      drawing.run();
    }
  }

  /// Whether this step comes from one in which the words were not merged yet.
  private boolean moves() {
    return pen.shown().progress() < 1
        && pen.shown()
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
            : Styles.of(pen, chip.symbol(), frame.applied(row.word())));
    if (pen.isThumbnail()) {
      return;
    }
    var element = new OfToken(row.word(), i);
    pen.shown().hits().add(element, box, "token " + Phrases.symbol(chip.symbol()));
    pen.light(element, box);
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
    Optional<Pair> pair = isCounting() ? pointedPair() : frame.merge().map(Merge::pair);
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
    return pen.shown()
        .pointed()
        .flatMap(element ->
            element instanceof BpeElement.OfPair(var pair) ? Optional.of(pair) : Optional.empty());
  }

  private void drawPair(Strip strip, int left, boolean overlaps) {
    var colour = pen.look().palette().category(1);
    if (!overlaps) {
      for (int i = left; i <= left + 1; i++) {
        strip.chips().get(i).draw(pen.surface(), strip.boxes().get(i), Chip.current(pen.look()));
      }
    }
    var around = strip.around(left, left + 1).inset(overlaps ? -pen.px(4.5) : -pen.px(2.5));
    var ink =
        overlaps
            ? Ink.stroked(colour, pen.px(1.4), pen.px(3), pen.px(3))
            : Ink.stroked(colour, pen.px(1.6));
    pen.surface().rectangle(around, pen.px(6), ink);
  }
}
