package dev.stepwise.view.kmeans;

import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;

/// The name of a centroid beside it, on the side where the nearest other centroid is not.
///
/// @param centroid from 0
record CentroidName(Surface surface, Scene scene, Look look, int centroid) {
  private static final double FONT = 17;

  private Type type() {
    return new Type(Type.Face.ITALIC, look.px(FONT), look.palette().text())
        .aligned(Type.Align.RIGHT);
  }

  private String name() {
    return "μ" + Subscripts.of(centroid + 1);
  }

  /// Where it is written.
  Box box() {
    double width = surface.textWidth(name(), type());
    double end = end(width);
    double baseline = baseline();
    return new Box(end - width, baseline - look.px(13), width, look.px(18));
  }

  void draw() {
    var type = type();
    double end = end(surface.textWidth(name(), type));
    double baseline = baseline();
    var halo = type.coloured(look.palette().background());
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        if (dx != 0 || dy != 0) {
          surface.text(name(), end + 1.5 * dx, baseline + 1.5 * dy, halo);
        }
      }
    }
    surface.text(name(), end, baseline, type);
  }

  private double baseline() {
    return scene.centroidY(centroid) + look.px(6);
  }

  private double end(double width) {
    double x = scene.centroidX(centroid);
    double radius = look.px(CloudPainter.CENTROID_RADIUS);
    boolean noRoomLeft = x - radius - width - look.px(8) < scene.plot().box().x();
    boolean noRoomRight = x + radius + width + look.px(8) > scene.plot().box().right();
    boolean right = noRoomLeft || (!noRoomRight && neighbourIsLeft());
    return right ? x + radius + look.px(6) + width : x - radius - look.px(5);
  }

  private boolean neighbourIsLeft() {
    double x = scene.centroidX(centroid);
    double y = scene.centroidY(centroid);
    double nearest = look.px(70);
    boolean left = false;
    for (int other = 0; other < scene.centroidXs().length; other++) {
      double gap = Math.hypot(scene.centroidX(other) - x, scene.centroidY(other) - y);
      if (other != centroid && gap < nearest) {
        nearest = gap;
        left = scene.centroidX(other) < x;
      }
    }
    return left;
  }
}
