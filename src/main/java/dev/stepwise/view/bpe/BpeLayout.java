package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import java.util.Optional;

/// Where things are on the stage. It depends on the problem and the room alone, never on the step,
/// so nothing jumps about.
///
/// @param words the corpus's words, or the word that is encoded
/// @param pairs the pair table, or the merges that apply; empty where there is no room beside
/// @param curve the tokens per word; empty where there is no room below
/// @param timeline the merges
/// @param encode the words to encode, where there are any
record BpeLayout(
    Box words,
    Optional<Box> pairs,
    Optional<Box> curve,
    Optional<Box> timeline,
    Optional<Box> encode) {
  private static final double ENCODED = 44;

  /// What is kept for the words and pairs before another word to encode is shown.
  private static final double RESERVE = 30;

  private static final double TIMELINE = 88;
  private static final double LEAST_CURVE = 94;
  private static final double MOST_GROWTH = 80;
  private static final double LEAST_TOP = 170;

  /// From this width on words and pairs stand beside each other.
  private static final double LEAST_BESIDE = 480;

  private static final int MOST_ENCODED = 3;

  /// How much of the width the stages of a word take, so that all its letters can be read.
  private static final double STAGES = 0.62;

  static BpeLayout of(BpeProblem problem, Look look, Box area) {
    if (!look.speaks()) {
      return new BpeLayout(
          area.inset(area.height() * 0.06),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    var room = area.inset(look.px(Space.GAP));
    double gap = look.px(Space.WIDE);
    double left = room.height() - look.px(LEAST_TOP);
    // What there is room for, in the order of its worth: a word to encode, the merges, the curve,
    // more words to encode.
    int encoded = 0;
    if (!problem.encode().isEmpty() && left >= gap + encodeHeight(look, 1)) {
      encoded = 1;
      left -= gap + encodeHeight(look, 1);
    }
    boolean hasTimeline = problem.numMerges() > 0 && left >= gap + look.px(TIMELINE);
    left -= hasTimeline ? gap + look.px(TIMELINE) : 0;
    boolean hasCurve = hasTimeline && left >= look.px(LEAST_CURVE);
    left -= hasCurve ? look.px(LEAST_CURVE) : 0;
    while (encoded > 0
        && encoded < Math.min(MOST_ENCODED, problem.encode().size())
        && left >= look.px(ENCODED + RESERVE)) {
      encoded++;
      left -= look.px(ENCODED);
    }
    double curveHeight =
        hasCurve ? look.px(LEAST_CURVE) + Math.clamp(left * 0.2, 0, look.px(MOST_GROWTH)) : 0;
    double timelineHeight = hasTimeline ? look.px(TIMELINE) : 0;
    double below =
        (hasTimeline ? gap + timelineHeight + curveHeight : 0)
            + (encoded > 0 ? gap + encodeHeight(look, encoded) : 0);
    double top = room.height() - below;
    double y = room.y() + top + gap;
    var curve = box(hasCurve, room, y, curveHeight);
    var timeline = box(hasTimeline, room, y + curveHeight, timelineHeight);
    y += hasTimeline ? curveHeight + timelineHeight + gap : 0;
    var encode = box(encoded > 0, room, y, encodeHeight(look, encoded));
    return topAnd(look, room, top, curve, timeline, encode);
  }

  /// The same while a word is encoded, whose letters need more room than the merges beside them.
  BpeLayout encoding() {
    if (pairs.isEmpty() || pairs.get().x() <= words.x()) {
      return this;
    }
    var right = pairs.get();
    double gap = right.x() - words.right();
    double width = Math.floor((words.width() + right.width()) * STAGES);
    double x = words.x() + width + gap;
    return new BpeLayout(
        new Box(words.x(), words.y(), width, words.height()),
        Optional.of(new Box(x, right.y(), right.right() - x, right.height())),
        curve,
        timeline,
        encode);
  }

  private static double encodeHeight(Look look, int words) {
    return Pen.head(look) + look.px(ENCODED) * words;
  }

  private static Optional<Box> box(boolean there, Box room, double y, double height) {
    return there ? Optional.of(new Box(room.x(), y, room.width(), height)) : Optional.empty();
  }

  private static BpeLayout topAnd(
      Look look,
      Box room,
      double height,
      Optional<Box> curve,
      Optional<Box> timeline,
      Optional<Box> encode) {
    var whole = new Box(room.x(), room.y(), room.width(), height);
    double gap = look.px(Space.WIDE);
    if (room.width() >= look.px(LEAST_BESIDE)) {
      double left = Math.floor((room.width() - gap) * 0.5);
      var words = new Box(whole.x(), whole.y(), left, height);
      var pairs = new Box(whole.x() + left + gap, whole.y(), whole.width() - left - gap, height);
      return new BpeLayout(words, Optional.of(pairs), curve, timeline, encode);
    }
    double upper = height * 0.52;
    return new BpeLayout(
        new Box(whole.x(), whole.y(), whole.width(), upper),
        Optional.of(
            new Box(
                whole.x(), whole.y() + upper + gap / 2, whole.width(), height - upper - gap / 2)),
        curve,
        timeline,
        encode);
  }
}
