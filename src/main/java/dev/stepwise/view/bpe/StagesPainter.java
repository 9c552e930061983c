package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.BpeFrame.Focus;
import dev.stepwise.compute.bpe.Encoding;
import dev.stepwise.compute.bpe.Phrases;
import dev.stepwise.view.bpe.BpeElement.OfStage;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Type;
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

  private final Pen pen;
  private final BpeFrame frame;

  StagesPainter(Pen pen) {
    this.pen = pen;
    this.frame = pen.frame();
  }

  /// The word that the step looks at, and how many of its merges have been made.
  private record Walk(int word, Encoding encoding, int stages) {}

  private Optional<Walk> walk() {
    return switch (frame.focus()) {
      case Focus.Encoded(var encodings) when !encodings.isEmpty() ->
          Optional.of(new Walk(0, encodings.getFirst(), encodings.getFirst().stages().size()));
      case Focus.WordEncoded(int index, var encoding) ->
          Optional.of(new Walk(index, encoding, encoding.stages().size()));
      case Focus.Applied(int index, var encoding, int stages) ->
          Optional.of(new Walk(index, encoding, stages));
      case Focus.Numbered(int index, var encoding) ->
          Optional.of(new Walk(index, encoding, encoding.stages().size()));
      default -> Optional.empty();
    };
  }

  /// Whether there is a word to show.
  boolean applies() {
    return walk().isPresent();
  }

  void paintStages(Box box) {
    var walk = walk().orElseThrow();
    pen.head(
        box,
        "Encode " + Phrases.word(walk.encoding().word()),
        "from the top, in the order learned",
        "in the order learned");
    var body = pen.below(box);
    int rows = walk.encoding().stages().size() + 1;
    int fitting = Math.max(1, (int) (body.height() / pen.px(LEAST_ROW)));
    int shown = Math.min(rows, fitting);
    int first = Math.clamp(walk.stages() - shown + 1L, 0, rows - shown);
    double height = Math.min(pen.px(ROW), body.height() / shown);
    for (int i = 0; i < shown; i++) {
      int stage = first + i;
      if (stage <= walk.stages()) {
        stage(walk, stage, new Box(body.x(), body.y() + i * height, body.width(), height));
      }
    }
  }

  private void stage(Walk walk, int stage, Box row) {
    var palette = pen.look().palette();
    boolean current = frame.focus() instanceof Focus.Applied && stage == walk.stages();
    double left = row.x() + pen.px(74);
    double baseline = row.centreY() + pen.px(13) * 0.36;
    var name =
        stage == 0
            ? "split"
            : "merge " + Phrases.number(walk.encoding().stages().get(stage - 1).rank() + 1L);
    pen.left(
        name,
        row.x(),
        baseline,
        pen.px(70),
        current ? new Type(Type.Face.BOLD, pen.px(12.5), palette.text()) : pen.muted(12.5));
    var tokens = walk.encoding().after(stage, MOST_CHIPS);
    var size = size(walk, row, left);
    double end = row.right();
    var strip = Strip.of(pen.surface(), tokens, left, row.centreY(), size, end);
    if (strip.isCut()) {
      pen.surface().text("…", end + pen.px(2), row.centreY() + pen.px(5), pen.muted(13));
    }
    if (current && stage > 0 && pen.shown().progress() < 1) {
      strip =
          strip.movedFrom(
              Strip.of(
                  pen.surface(),
                  walk.encoding().after(stage - 1, MOST_CHIPS),
                  left,
                  row.centreY(),
                  size,
                  end),
              pen.shown().progress());
    }
    for (int i = 0; i < strip.chips().size(); i++) {
      var chip = strip.chips().get(i);
      boolean fresh =
          stage > 0
              && chip.symbol().equals(walk.encoding().stages().get(stage - 1).pair().merged());
      chip.draw(
          pen.surface(),
          strip.boxes().get(i),
          fresh && current
              ? Chip.current(pen.look())
              : Styles.encoded(pen, chip.symbol(), frame.applied()));
    }
    if (stage > 0) {
      var element = new OfStage(walk.word(), stage - 1);
      pen.shown().hits().add(element, row.inset(pen.px(2)), name + " applies");
      pen.light(element, row.inset(pen.px(2)));
    }
  }

  private double size(Walk walk, Box row, double left) {
    double size = Math.min(pen.chipSize(), row.height() * 0.5);
    double room = row.right() - left;
    double needed = Strip.width(pen.surface(), walk.encoding().symbols(), size, 3 * room);
    return Math.max(pen.px(LEAST_LETTER), Math.min(size, size * room / Math.max(1, needed)));
  }

  void paintMerges(Box box) {
    var walk = walk().orElseThrow();
    var stages = walk.encoding().stages();
    pen.head(
        box,
        "Merges that apply",
        "%s of %s".formatted(Phrases.number(stages.size()), Phrases.number(frame.applied())));
    var body = pen.below(box);
    if (stages.isEmpty()) {
      pen.left(
          "none of them finds its pair in the word",
          body.x(),
          body.y() + pen.px(16),
          body.width(),
          pen.muted(12.5));
      return;
    }
    int fitting = Math.max(1, (int) (body.height() / pen.px(LEAST_ROW)));
    int shown = Math.min(stages.size(), fitting);
    int first = Math.clamp(walk.stages() - (long) shown, 0, stages.size() - shown);
    double height = Math.min(pen.px(ROW), body.height() / shown);
    double line = body.x() + pen.px(30);
    pen.surface()
        .line(
            line,
            body.y() + height / 2,
            line,
            body.y() + height * (shown - 0.5),
            new Ink.Stroke(pen.look().palette().faint(), pen.px(2)));
    for (int i = 0; i < shown; i++) {
      merge(walk, first + i, new Box(body.x(), body.y() + i * height, body.width(), height), line);
    }
  }

  private void merge(Walk walk, int index, Box row, double line) {
    var palette = pen.look().palette();
    var stage = walk.encoding().stages().get(index);
    boolean made = index < walk.stages();
    boolean current = frame.focus() instanceof Focus.Applied && index == walk.stages() - 1;
    var number = Phrases.number(stage.rank() + 1L);
    double radius = Math.min(pen.px(13), row.height() * 0.42);
    var fill =
        current
            ? Chip.current(pen.look()).fill()
            : made ? Chip.mixed(palette.muted(), palette.background(), 0.35) : palette.background();
    double size = Math.min(pen.px(12), radius * 0.95);
    var type =
        new Type(
            Type.Face.MONO_BOLD,
            size,
            current ? Chip.current(pen.look()).ink() : made ? palette.text() : palette.muted(),
            Type.Align.CENTRE,
            0);
    // A circle, or as wide as a long number needs.
    double half = Math.max(radius, pen.surface().textWidth(number, type) / 2 + pen.px(5));
    pen.surface()
        .rectangle(
            new Box(line - half, row.centreY() - radius, 2 * half, 2 * radius),
            radius,
            Ink.filled(fill).withStroke(palette.faint(), pen.px(1.5)));
    pen.surface().text(number, line, row.centreY() + size * 0.36, type);
    double start = line + half + pen.px(12);
    double pairSize = Math.min(pen.px(13), row.height() * 0.48);
    var strip =
        Strip.of(
            pen.surface(),
            Parts.of(pen, stage.pair(), pairSize, row.right() - start),
            start,
            row.centreY(),
            pairSize,
            row.right());
    for (int i = 0; i < strip.chips().size(); i++) {
      var chip = strip.chips().get(i);
      chip.draw(
          pen.surface(),
          strip.boxes().get(i),
          current
              ? Chip.current(pen.look())
              : Styles.encoded(
                  pen, i == 0 ? stage.pair().left() : stage.pair().right(), frame.applied()));
    }
    var merge = frame.training().merge(stage.rank());
    double room = Math.max(0, row.right() - strip.right() - pen.px(10));
    var count = Phrases.number(merge.count());
    var learned =
        pen.brief(room, pen.muted(12), "learned from a count of " + count, "count " + count, count);
    pen.right(learned, row.right(), row.centreY() + pen.px(4), room, pen.muted(12));
    var element = new OfStage(walk.word(), index);
    pen.shown()
        .hits()
        .add(element, row.inset(pen.px(2)), "merge %d applies".formatted(stage.rank() + 1));
    pen.light(element, row.inset(pen.px(2)));
  }
}
