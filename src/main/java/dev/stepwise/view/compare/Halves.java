package dev.stepwise.view.compare;

import dev.stepwise.compute.compare.Side;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;

/// Where the two stages of a comparison are.
///
/// @param stages both of them, with their headings
/// @param strip the height that is left below them; 0 for none
/// @param heading the height of a heading
/// @param look of the whole picture
record Halves(Box stages, double strip, double heading, Look look) {
  /// What a picture needs at a scale of 1.
  private static final double NEEDED_WIDTH = 660;

  private static final double NEEDED_HEIGHT = 500;
  private static final double LEAST_SHARE = 0.72;
  private static final double LEAST_SCALE = 0.8;

  private static final double STRIP = 158;
  private static final double LEAST_STAGE = 230;

  /// In the area of a picture.
  static Halves of(Box area, Look look) {
    double strip = look.speaks() ? look.px(STRIP) : 0;
    boolean roomy = area.height() - strip >= look.px(LEAST_STAGE);
    return new Halves(
        roomy ? area.inset(0, 0, strip, 0) : area,
        roomy ? strip : 0,
        look.speaks() ? look.px(SideHeading.HEIGHT) : 0,
        look);
  }

  /// Draws the line between them.
  void divide(Pen pen) {
    double middle = middle();
    pen.surface()
        .line(
            middle,
            stages.y(),
            middle,
            stages.bottom(),
            pen.stroke(pen.palette().faint(), Space.HAIR));
  }

  private double middle() {
    return Math.floor(stages.centreX());
  }

  /// The half of a run, its heading at the top.
  Box half(Side side) {
    double middle = middle();
    return switch (side) {
      case FIRST -> new Box(stages.x(), stages.y(), middle - stages.x(), stages.height());
      case SECOND -> new Box(middle + 1, stages.y(), stages.right() - middle - 1, stages.height());
    };
  }

  /// The stage of a run.
  Box stage(Side side) {
    return half(side).inset(heading, 0, 0, 0);
  }

  /// Of the stage of a run: type as large as half the room allows.
  Look look(Side side) {
    var area = stage(side);
    double room =
        Math.min(area.width() / look.px(NEEDED_WIDTH), area.height() / look.px(NEEDED_HEIGHT));
    double scale = look.scale() * Math.clamp(room, LEAST_SHARE, 1);
    return new Look(
        look.palette(), Math.max(Math.min(LEAST_SCALE, look.scale()), scale), look.density());
  }
}
