package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.EncodeFocus;
import dev.stepwise.compute.bpe.Encoding;
import dev.stepwise.compute.bpe.Signs;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.bpe.BpeElement.OfStage;
import java.util.Optional;

/// Draws how one word is encoded: at the left the word after each merge that applies, at the right
/// these merges among all that were learned.
final class StagesPainter {
  private static final double ROW = 34;
  private static final double LEAST_ROW = 25;

  /// No row is wide enough for more.
  private static final int MOST_CHIPS = 250;

  /// Smaller letters are not read; a word that has no room then is cut.
  private static final double LEAST_LETTER = 10;

  private static final double LETTERS = 13;
  private static final double NAMES = 70;

  /// How far to the right the line of the merges' numbers is.
  private static final double NUMBERS = 30;

  private static final double RADIUS = 13;

  private final Sheet<BpeFrame> sheet;
  private final Pen pen;
  private final BpeFrame frame;

  StagesPainter(Sheet<BpeFrame> sheet) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.frame = sheet.frame();
  }

  /// The word that the step looks at, and how many of its merges have been made.
  private record Walk(int word, Encoding encoding, int stages) {
    /// A merge that applies, counted from 1.
    Encoding.Stage stage(int number) {
      return encoding.stages().get(number - 1);
    }
  }

  private Optional<Walk> walk() {
    return switch (frame.focus()) {
      case EncodeFocus.Encoded(var encodings) when !encodings.isEmpty() ->
          Optional.of(new Walk(0, encodings.getFirst(), encodings.getFirst().stages().size()));
      case EncodeFocus.OfWord at -> Optional.of(new Walk(at.index(), at.encoding(), at.stages()));
      default -> Optional.empty();
    };
  }

  /// Whether there is a word to show.
  boolean applies() {
    return walk().isPresent();
  }

  void paintStages(Box box) {
    var walk = walk().orElseThrow();
    pen.heading(
        box,
        "Encode " + Signs.word(walk.encoding().word()),
        "from the top, in the order learned",
        "in the order learned");
    int all = walk.encoding().stages().size() + 1;
    var rows = Rows.of(pen.below(box), all, pen.px(LEAST_ROW), pen.px(ROW));
    int first = rows.firstUpTo(walk.stages(), all);
    for (int i = 0; i < rows.shown() && first + i <= walk.stages(); i++) {
      stage(walk, first + i, rows.row(i));
    }
  }

  private void stage(Walk walk, int stage, Box row) {
    boolean current = frame.focus() instanceof EncodeFocus.Applied && stage == walk.stages();
    var merged = Optional.of(stage).filter(each -> each > 0).map(walk::stage);
    var name = merged.map(each -> "merge " + Phrases.number(each.rank() + 1L)).orElse("split");
    var names = row.inset(0, row.width() - pen.px(NAMES), 0, 0);
    var type = current ? pen.type(Role.BODY).bold() : pen.type(Role.NOTE);
    pen.write(name, names, type);
    var chips = row.inset(0, 0, 0, names.width() + pen.px(Space.TIGHT));
    var strip = strip(walk, stage, chips);
    if (strip.isCut()) {
      double beyond = chips.right() + pen.px(Space.LINE);
      pen.write("…", new Box(beyond, row.y(), pen.px(Space.GAP), row.height()), type);
    }
    if (current && stage > 0) {
      strip = strip.movedFrom(strip(walk, stage - 1, chips), sheet.shown().progress());
    }
    var drawn = strip;
    drawn.draw(
        pen.surface(),
        i -> {
          var symbol = drawn.chips().get(i).symbol();
          boolean fresh =
              current && merged.filter(each -> symbol.equals(each.pair().merged())).isPresent();
          return fresh ? Chip.current(pen.look()) : style(symbol);
        });
    if (stage > 0) {
      ask(walk, stage - 1, row, name);
    }
  }

  private Chip.Style style(Symbol symbol) {
    return Styles.encoded(sheet, symbol, frame.applied());
  }

  private void ask(Walk walk, int index, Box row, String name) {
    sheet
        .spots()
        .add(new OfStage(walk.word(), index), row.inset(pen.px(Space.LINE)), name + " applies");
  }

  private Strip strip(Walk walk, int stage, Box room) {
    double size = Math.min(pen.px(Chip.SIZE), room.height() * 0.5);
    double needed = Strip.width(pen.surface(), walk.encoding().symbols(), size, 3 * room.width());
    double fitted = Math.min(size, size * room.width() / Math.max(1, needed));
    return Strip.of(
        pen.surface(),
        walk.encoding().after(stage, MOST_CHIPS),
        room.x(),
        room.centreY(),
        Math.max(pen.px(LEAST_LETTER), fitted),
        room.right());
  }

  void paintMerges(Box box) {
    var walk = walk().orElseThrow();
    int all = walk.encoding().stages().size();
    pen.heading(
        box,
        "Merges that apply",
        "%s of %s".formatted(Phrases.number(all), Phrases.number(frame.applied())));
    var body = pen.below(box);
    if (all == 0) {
      pen.empty(body, "none of them finds its pair in the word");
      return;
    }
    var rows = Rows.of(body, all, pen.px(LEAST_ROW), pen.px(ROW));
    int first = rows.firstUpTo(walk.stages() - 1, all);
    double line = body.x() + pen.px(NUMBERS);
    pen.surface()
        .line(
            line,
            rows.row(0).centreY(),
            line,
            rows.row(rows.shown() - 1).centreY(),
            pen.stroke(pen.palette().faint(), Space.LINE));
    for (int i = 0; i < rows.shown(); i++) {
      merge(walk, first + i, rows.row(i), line);
    }
  }

  private void merge(Walk walk, int index, Box row, double line) {
    var stage = walk.stage(index + 1);
    boolean current = frame.focus() instanceof EncodeFocus.Applied && index == walk.stages() - 1;
    var state = MergeNumber.State.of(current, index < walk.stages());
    double radius = Math.min(pen.px(RADIUS), row.height() * 0.42);
    var number = new MergeNumber(stage.rank(), state).draw(pen, line, row.centreY(), radius);
    double size = Math.min(pen.px(LETTERS), row.height() * 0.48);
    double start = number.right() + pen.px(Space.GAP);
    var strip =
        Strip.of(
            pen.surface(),
            Parts.of(pen.surface(), stage.pair(), size, row.right() - start),
            start,
            row.centreY(),
            size,
            row.right());
    strip.draw(
        pen.surface(),
        i ->
            current
                ? Chip.current(pen.look())
                : style(i == 0 ? stage.pair().left() : stage.pair().right()));
    double taken = strip.right() + pen.px(Space.SMALL) - row.x();
    var room = row.inset(0, 0, 0, Math.min(row.width(), taken));
    var count = Phrases.number(frame.training().merge(stage.rank()).count());
    var note = pen.type(Role.NOTE).right();
    var learned =
        pen.brief(room.width(), note, "learned from a count of " + count, "count " + count, count);
    pen.write(learned, room, note);
    ask(walk, index, row, "merge %d".formatted(stage.rank() + 1));
  }
}
