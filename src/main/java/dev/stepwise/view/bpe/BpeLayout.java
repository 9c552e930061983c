package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Look;
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
  private static final double GAP = 22;
  private static final int MOST_ENCODED = 3;

  static BpeLayout of(BpeProblem problem, Look look, Box area) {
    if (look.density() == Look.Density.THUMBNAIL) {
      return new BpeLayout(
          area.inset(area.height() * 0.06),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    var room = area.inset(look.px(12), look.px(16), look.px(12), look.px(16));
    double gap = look.px(GAP);
    boolean high = room.height() > look.px(470);
    int encoded = Math.min(problem.encode().size(), high ? MOST_ENCODED : 1);
    double encodeHeight = encoded == 0 ? 0 : look.px(24 + 44 * encoded);
    double timelineHeight = look.px(84);
    double curveHeight = high ? Math.clamp(room.height() * 0.2, look.px(96), look.px(190)) : 0;
    double below = timelineHeight + curveHeight + (encoded == 0 ? 0 : encodeHeight + gap) + gap;
    double top = room.height() - below;
    if (top < look.px(150)) {
      // Too little room: the timeline goes first, then the encoder.
      boolean encodes = encoded > 0 && room.height() - encodeHeight - gap > look.px(150);
      double height = encodes ? room.height() - encodeHeight - gap : room.height();
      return topAnd(
          look,
          room,
          height,
          Optional.empty(),
          Optional.empty(),
          encodes
              ? Optional.of(new Box(room.x(), room.y() + height + gap, room.width(), encodeHeight))
              : Optional.empty());
    }
    double y = room.y() + top + gap;
    var curve =
        high ? Optional.of(new Box(room.x(), y, room.width(), curveHeight)) : Optional.<Box>empty();
    y += curveHeight;
    var timeline = Optional.of(new Box(room.x(), y, room.width(), timelineHeight));
    y += timelineHeight + gap;
    var encode =
        encoded == 0
            ? Optional.<Box>empty()
            : Optional.of(new Box(room.x(), y, room.width(), encodeHeight));
    return topAnd(look, room, top, curve, timeline, encode);
  }

  private static BpeLayout topAnd(
      Look look,
      Box room,
      double height,
      Optional<Box> curve,
      Optional<Box> timeline,
      Optional<Box> encode) {
    var whole = new Box(room.x(), room.y(), room.width(), height);
    double gap = look.px(GAP);
    if (room.width() >= look.px(480)) {
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
