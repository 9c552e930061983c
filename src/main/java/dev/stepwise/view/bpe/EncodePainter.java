package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.BpeFrame.Focus;
import dev.stepwise.compute.bpe.Encoding;
import dev.stepwise.compute.bpe.Phrases;
import dev.stepwise.compute.bpe.RoundTrip;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.view.bpe.BpeElement.OfDecoded;
import dev.stepwise.view.bpe.BpeElement.OfEncoded;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Type;
import java.util.List;
import java.util.Optional;

/// Draws the words to encode, as they would be encoded with the merges so far: the word, its tokens
/// with their ids, and what they give when put together again.
final class EncodePainter {
  private static final double ROW = 44;

  /// No row is wide enough for more.
  private static final int MOST_CHIPS = 250;

  private final Pen pen;
  private final BpeFrame frame;

  EncodePainter(Pen pen) {
    this.pen = pen;
    this.frame = pen.frame();
  }

  void paint(Box box) {
    var words = frame.problem().encode();
    var body = pen.below(box);
    int fitting = Math.clamp((int) (body.height() / pen.px(ROW - 2)), 1, words.size());
    int focused = focused().orElse(0);
    int first = Math.clamp(focused - fitting / 2, 0, words.size() - fitting);
    pen.head(
        box,
        "Encode",
        "with the %s learned so far%s"
            .formatted(
                Phrases.count(merges(), "merge"),
                words.size() > fitting ? shownOf(first, fitting, words.size()) : ""));
    double column = column(words, body);
    for (int i = 0; i < fitting; i++) {
      int word = first + i;
      var row = new Box(body.x(), body.y() + i * pen.px(ROW), body.width(), pen.px(ROW));
      row(word, frame.training().encode(words.get(word), merges()), row, column);
    }
  }

  /// As wide as the longest word, within reason.
  private double column(List<String> words, Box body) {
    double longest =
        words.stream()
            .mapToDouble(word -> pen.surface().textWidth(Phrases.plainWord(word), pen.figure(13.5)))
            .max()
            .orElse(0);
    return Math.clamp(
        longest + pen.px(32), pen.px(108), Math.max(pen.px(108), body.width() * 0.28));
  }

  private static String shownOf(int first, int shown, int all) {
    return shown == 1
        ? "; word %d of %d".formatted(first + 1, all)
        : "; words %d to %d of %d".formatted(first + 1, first + shown, all);
  }

  private int merges() {
    return frame.applied();
  }

  private Optional<Integer> focused() {
    return switch (frame.focus()) {
      case Focus.WordEncoded(int index, _) -> Optional.of(index);
      case Focus.Applied(int index, _, _) -> Optional.of(index);
      case Focus.Numbered(int index, _) -> Optional.of(index);
      default -> Optional.empty();
    };
  }

  private void row(int word, Encoding encoding, Box box, double column) {
    var palette = pen.look().palette();
    double centre = box.y() + pen.px(15);
    double baseline = centre + pen.px(13) * 0.36;
    if (focused().equals(Optional.of(word))) {
      pen.surface()
          .rectangle(
              new Box(
                  box.x() - pen.px(5),
                  box.y() - pen.px(1),
                  box.width() + pen.px(10),
                  box.height() - pen.px(2)),
              pen.px(5),
              Ink.filled(palette.accent().deriveColor(0, 1, 1, 0.1)));
    }
    var mono = pen.figure(13.5);
    pen.left(encoding.word(), box.x(), baseline, column - pen.px(24), mono);
    arrow(box.x() + column - pen.px(16), centre);
    double left = box.x() + column + pen.px(8);
    double end = box.right() - column - pen.px(8);
    var shown = encoding.after(encoding.stages().size(), MOST_CHIPS);
    double size = fitted(shown, end - left);
    var strip = Strip.of(pen.surface(), shown, left, centre, size, end);
    tokens(word, strip);
    if (strip.isCut()) {
      pen.surface().text("…", end - pen.px(2), centre + pen.px(5), pen.muted(13));
    }
    arrow(end + pen.px(14), centre);
    var trip = RoundTrip.of(frame.training(), encoding, merges());
    var decoded = trip.text();
    var place =
        new Box(box.right() - column + pen.px(24), box.y(), column - pen.px(24), pen.px(30));
    pen.left(decoded, place.x(), baseline, place.width(), mono);
    var element = new OfDecoded(word);
    pen.shown().hits().add(element, place, "read back: " + Phrases.plainWord(decoded));
    pen.light(element, place);
    pen.left(
        trip.isSame() ? "the same again" : Phrases.listed(trip.lost()) + " lost",
        place.x(),
        centre + pen.px(25),
        place.width(),
        trip.isSame() ? pen.muted(11) : pen.alarm(11));
    pen.left("ids", box.x(), centre + pen.px(25), column, pen.muted(11));
  }

  /// The size of the text in chips that have so much room. The width of a text is not quite in
  /// proportion to its size, so the second try corrects the first.
  private double fitted(List<Symbol> tokens, double room) {
    double size = pen.chipSize();
    for (int attempt = 0; attempt < 2; attempt++) {
      double needed = Strip.width(pen.surface(), tokens, size, 3 * room);
      size = needed <= room ? size : Math.max(pen.px(9), size * room / needed * 0.99);
    }
    return size;
  }

  private void arrow(double x, double centre) {
    pen.surface().text("→", x, centre + pen.px(5), pen.muted(14).aligned(Type.Align.CENTRE));
  }

  private void tokens(int word, Strip strip) {
    for (int i = 0; i < strip.chips().size(); i++) {
      var chip = strip.chips().get(i);
      var box = strip.boxes().get(i);
      chip.draw(pen.surface(), box, Styles.encoded(pen, chip.symbol(), merges()));
      var id = frame.training().id(chip.symbol(), merges());
      var palette = pen.look().palette();
      var type =
          new Type(
              Type.Face.MONO,
              pen.px(11.5),
              id.isPresent() ? palette.muted() : palette.alarm(),
              Type.Align.CENTRE,
              0);
      pen.surface()
          .text(
              id.isPresent() ? Integer.toString(id.getAsInt()) : "?",
              box.centreX(),
              box.centreY() + pen.px(25),
              type);
      var element = new OfEncoded(word, i);
      pen.shown().hits().add(element, box, "token " + Phrases.symbol(chip.symbol()));
      pen.light(element, box);
    }
  }
}
