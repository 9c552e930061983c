package dev.stepwise.draw;

import org.jspecify.annotations.Nullable;

/// Draws scatters, one after the other, for one stage. A few points are drawn as shapes; more are
/// stamped into a pixel buffer, a hundred thousand in a few milliseconds. While nothing but what
/// lies around the points changes, the buffer is drawn again as it is.
public final class ScatterPainter {
  private static final int MOST_SHAPES = 120; // on a screen; a drawing of shapes keeps them
  private static final int MOST_OUTLINED = 20_000;

  private @Nullable Stamped stamped;
  private @Nullable SpriteStamp stamp;
  private @Nullable Look stampLook;
  private double stampRadius;

  /// What the buffer shows. The arrays of the mark are compared by identity: they are never written
  /// to, and comparing a hundred thousand numbers would be felt.
  private record Stamped(ScatterMark mark, PlotFrame frame, Look look, Pixels pixels) {
    @SuppressWarnings("ReferenceEquality")
    boolean shows(ScatterMark other, PlotFrame otherFrame, Look otherLook) {
      return mark.xs() == other.xs()
          && mark.ys() == other.ys()
          && mark.categories() == other.categories()
          && frame.equals(otherFrame)
          && look.equals(otherLook);
    }
  }

  /// Draws all points, cut off at the frame's box.
  public void draw(Surface surface, ScatterMark mark, PlotFrame frame, Look look) {
    if (mark.xs().length <= mostShapes(surface)) {
      surface.clipped(
          frame.box(),
          () -> {
            for (int i = 0; i < mark.xs().length; i++) {
              mark.draw(surface, frame, look, i);
            }
          });
      return;
    }
    var box = frame.box();
    surface.pixels(pixels(mark, frame, look), Math.floor(box.x()), Math.floor(box.y()));
  }

  private static int mostShapes(Surface surface) {
    return switch (surface.kind()) {
      case PIXELS -> MOST_SHAPES;
      case SHAPES -> ScatterMark.MOST_SHAPES;
    };
  }

  private Pixels pixels(ScatterMark mark, PlotFrame frame, Look look) {
    var kept = stamped;
    if (kept != null && kept.shows(mark, frame, look)) {
      return kept.pixels();
    }
    var made = stampFor(mark, look).stamp(mark, frame);
    stamped = new Stamped(mark, frame, look, made);
    return made;
  }

  private SpriteStamp stampFor(ScatterMark mark, Look look) {
    double radius = mark.radius(look);
    var kept = stamp;
    if (kept != null && look.equals(stampLook) && radius == stampRadius) {
      return kept;
    }
    var placing =
        mark.xs().length <= MOST_OUTLINED ? SpriteStamp.Placing.FINE : SpriteStamp.Placing.DENSE;
    var made = new SpriteStamp(look, radius, placing);
    stamp = made;
    stampLook = look;
    stampRadius = radius;
    return made;
  }
}
