package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.EncodeFocus;
import dev.stepwise.compute.bpe.Encoding;
import dev.stepwise.compute.bpe.RoundTrip;
import dev.stepwise.compute.bpe.Signs;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.bpe.BpeElement.OfDecoded;
import dev.stepwise.view.bpe.BpeElement.OfEncoded;
import java.util.List;
import java.util.Optional;

/// Draws the words to encode, as they would be encoded with the merges so far: the word, its tokens
/// with their ids, and what they give when put together again.
final class EncodePainter {
  private static final double ROW = 44;
  private static final double LEAST_ROW = 42;

  /// Of a row: the word and its tokens, and below them their ids.
  private static final double UPPER = 30;

  private static final double LOWER = 18;

  /// Chips are not as high as their half of the row.
  private static final double OVERLAP = 3;

  private static final double ARROW = 30;
  private static final double LEAST_COLUMN = 108;
  private static final double LEAST_LETTER = 9;

  /// No row is wide enough for more.
  private static final int MOST_CHIPS = 250;

  private final Sheet<BpeFrame> sheet;
  private final Pen pen;
  private final BpeFrame frame;

  EncodePainter(Sheet<BpeFrame> sheet) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.frame = sheet.frame();
  }

  void paint(Box box) {
    var words = frame.problem().encode();
    var rows = Rows.of(pen.below(box), words.size(), pen.px(LEAST_ROW), pen.px(ROW));
    int fitting = rows.shown();
    int focused = focused().orElse(0);
    int first = Math.clamp(focused - fitting / 2, 0, words.size() - fitting);
    pen.heading(
        box,
        "Encode",
        "with the %s learned so far%s"
            .formatted(
                Phrases.count(merges(), "merge"),
                words.size() > fitting ? shownOf(first, fitting, words.size()) : ""));
    double column = column(words, rows.area());
    for (int i = 0; i < fitting; i++) {
      int word = first + i;
      row(word, frame.training().encode(words.get(word), merges()), rows.row(i), column);
    }
  }

  /// As wide as the longest word, within reason.
  private double column(List<String> words, Box body) {
    double longest =
        words.stream()
            .mapToDouble(word -> pen.width(Signs.plainWord(word), Role.VALUE))
            .max()
            .orElse(0);
    double least = pen.px(LEAST_COLUMN);
    return Math.clamp(
        longest + arrowRoom() + pen.px(Space.TIGHT), least, Math.max(least, body.width() * 0.28));
  }

  private double arrowRoom() {
    return pen.px(ARROW);
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
    return frame.focus() instanceof EncodeFocus.OfWord at
        ? Optional.of(at.index())
        : Optional.empty();
  }

  private void row(int word, Encoding encoding, Box box, double column) {
    if (focused().equals(Optional.of(word))) {
      pen.ground(box.inset(-pen.px(Space.HAIR), -pen.px(Space.TIGHT), 1, -pen.px(Space.TIGHT)));
    }
    var upper = box.inset(0, 0, box.height() - pen.px(UPPER), 0);
    var lower = new Box(box.x(), upper.bottom() - pen.px(OVERLAP), box.width(), pen.px(LOWER));
    double arrow = arrowRoom();
    var middle = upper.inset(0, column + pen.px(Space.SMALL), 0, column + pen.px(Space.SMALL));
    var before = upper.inset(0, upper.width() - column, 0, 0);
    pen.write(encoding.word(), before.inset(0, arrow, 0, 0), pen.type(Role.VALUE));
    pen.write("ids", lower.inset(0, lower.width() - column, 0, 0), pen.type(Role.LABEL));
    arrow(before.inset(0, 0, 0, column - arrow));
    var shown = encoding.after(encoding.stages().size(), MOST_CHIPS);
    double size = fitted(shown, middle.width());
    var strip = Strip.of(pen.surface(), shown, middle.x(), middle.centreY(), size, middle.right());
    tokens(word, strip, lower);
    if (strip.isCut()) {
      var beyond = new Box(middle.right(), upper.y(), pen.px(Space.GAP), upper.height());
      pen.write("…", beyond, pen.type(Role.NOTE));
    }
    var after = upper.inset(0, 0, 0, upper.width() - column);
    arrow(new Box(after.x(), after.y(), arrow, after.height()));
    decoded(word, RoundTrip.of(frame.training(), encoding, merges()), after, lower);
  }

  /// What the tokens give when put together again.
  private void decoded(int word, RoundTrip trip, Box column, Box lower) {
    var place = column.inset(0, 0, 0, arrowRoom());
    pen.write(trip.text(), place, pen.type(Role.VALUE));
    sheet.spots().add(new OfDecoded(word), place, "read back: " + Signs.plainWord(trip.text()));
    var label = pen.type(Role.LABEL);
    pen.write(
        trip.isSame() ? "the same again" : Signs.listed(trip.lost()) + " lost",
        new Box(place.x(), lower.y(), place.width(), lower.height()),
        trip.isSame() ? label : label.bold().coloured(pen.palette().alarm()));
  }

  /// The size of the text in chips that have so much room. The width of a text is not quite in
  /// proportion to its size, so the second try corrects the first.
  private double fitted(List<Symbol> tokens, double room) {
    double size = pen.px(Chip.SIZE);
    for (int attempt = 0; attempt < 2; attempt++) {
      double needed = Strip.width(pen.surface(), tokens, size, 3 * room);
      size = needed <= room ? size : Math.max(pen.px(LEAST_LETTER), size * room / needed * 0.99);
    }
    return size;
  }

  private void arrow(Box box) {
    pen.write("→", box, pen.type(Role.BODY).coloured(pen.palette().muted()).centred());
  }

  private boolean isNumbered(int word) {
    return frame.focus() instanceof EncodeFocus.Numbered at && at.index() == word;
  }

  private void tokens(int word, Strip strip, Box lower) {
    strip.draw(pen.surface(), i -> Styles.encoded(sheet, strip.chips().get(i).symbol(), merges()));
    for (int i = 0; i < strip.chips().size(); i++) {
      var symbol = strip.chips().get(i).symbol();
      var box = strip.boxes().get(i);
      var id = frame.training().id(symbol, merges());
      var detail = pen.type(Role.DETAIL).centred();
      pen.write(
          id.isPresent() ? Integer.toString(id.getAsInt()) : "?",
          box.centreX(),
          lower.centreY() + detail.drop(),
          id.isPresent() ? detail : detail.coloured(pen.palette().alarm()));
      sheet.spots().add(new OfEncoded(word, i), box, "token " + Signs.symbol(symbol));
      if (id.isPresent() && isNumbered(word)) {
        double half = pen.px(LOWER) / 2;
        var place =
            new Box(box.centreX() - half, lower.y() + pen.px(OVERLAP), 2 * half, lower.height());
        sheet.spots().add(NumberElement.of("ids", i), place, "id " + id.getAsInt());
      }
    }
  }
}
