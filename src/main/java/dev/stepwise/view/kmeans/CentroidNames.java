package dev.stepwise.view.kmeans;

import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The names of the centroids, each beside its own: rather on the side where the nearest other
/// centroid is not, and where it covers the fewest points and no other name.
///
/// @param boxes where each name is written; empty where there are too many
record CentroidNames(Surface surface, Scene scene, Look look, List<Box> boxes) {
  private static final double FONT = 17;

  /// Among more points any place covers some.
  private static final int MOST_POINTS = 3_000;

  /// More names would hide the picture.
  private static final int MOST_NAMES = 60;

  static CentroidNames of(Surface surface, Scene scene, Look look) {
    var boxes = new ArrayList<Box>();
    var names = new CentroidNames(surface, scene, look, boxes);
    int count = scene.centroidXs().length;
    for (int j = 0; j < count && count <= MOST_NAMES; j++) {
      boxes.add(names.place(j));
    }
    return names;
  }

  private Type type() {
    return new Type(Type.Face.ITALIC, look.px(FONT), look.palette().text())
        .aligned(Type.Align.RIGHT);
  }

  private static String name(int centroid) {
    return "μ" + Subscripts.of(centroid + 1);
  }

  private Box place(int centroid) {
    boolean left = !neighbourIsLeft(centroid);
    return Stream.of(left ? -1 : 1, left ? 1 : -1, 0, 2)
        .map(side -> place(centroid, side))
        .min(Comparator.comparingDouble(box -> covered(centroid, box)))
        .orElseThrow();
  }

  /// @param side -1 for the left, 1 for the right, 0 for above, 2 for below
  private Box place(int centroid, int side) {
    double width = surface.textWidth(name(centroid), type());
    double height = look.px(18);
    double radius = look.px(CloudPainter.CENTROID_RADIUS);
    double x = scene.centroidX(centroid);
    double y = scene.centroidY(centroid);
    return switch (side) {
      case -1 -> new Box(x - radius - look.px(5) - width, y - look.px(7), width, height);
      case 1 -> new Box(x + radius + look.px(6), y - look.px(7), width, height);
      case 0 -> new Box(x - width / 2, y - radius - look.px(3) - height, width, height);
      default -> new Box(x - width / 2, y + radius + look.px(3), width, height);
    };
  }

  /// What a place would cover: points count one each, centroids, names and the plot's edge many.
  private double covered(int centroid, Box box) {
    double covered = 0;
    var around = box.inset(-look.px(3));
    int points = scene.projection().xs().length;
    for (int i = 0; i < points && points <= MOST_POINTS; i++) {
      covered += around.contains(scene.pointX(i), scene.pointY(i)) ? 1 : 0;
    }
    var wide = box.inset(-look.px(CloudPainter.CENTROID_RADIUS));
    for (int other = 0; other < scene.centroidXs().length; other++) {
      boolean hidden =
          other != centroid && wide.contains(scene.centroidX(other), scene.centroidY(other));
      covered += hidden ? 1_000 : 0;
    }
    for (var name : boxes) {
      covered += name.overlaps(box) ? 1_000 : 0;
    }
    var plot = scene.plot().box();
    boolean inside = plot.contains(box.x(), box.y()) && plot.contains(box.right(), box.bottom());
    return inside ? covered : covered + 10_000;
  }

  void draw(int centroid) {
    if (centroid >= boxes.size()) {
      return;
    }
    var type = type();
    var box = boxes.get(centroid);
    double end = box.right();
    double baseline = box.y() + look.px(13);
    var halo = type.coloured(look.palette().background());
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        if (dx != 0 || dy != 0) {
          surface.text(name(centroid), end + 1.5 * dx, baseline + 1.5 * dy, halo);
        }
      }
    }
    surface.text(name(centroid), end, baseline, type);
  }

  private boolean neighbourIsLeft(int centroid) {
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
