package dev.stepwise.view.kmeans;

import dev.stepwise.compute.text.Subscripts;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The names of the centroids, each beside its own: rather on the side where the nearest other
/// centroid is not, and where it covers the fewest points and no other name.
///
/// @param boxes where each name is written; empty where there are too many
record CentroidNames(Scene scene, List<Box> boxes) {
  private static final double HEIGHT = 18;

  /// How near another centroid has to be to be avoided.
  private static final double NEAR = 70;

  /// Among more points any place covers some.
  private static final int MOST_POINTS = 3_000;

  /// More names would hide the picture.
  private static final int MOST_NAMES = 60;

  static CentroidNames of(Scene scene) {
    var boxes = new ArrayList<Box>();
    var names = new CentroidNames(scene, boxes);
    int count = scene.centroidXs().length;
    for (int j = 0; j < count && count <= MOST_NAMES; j++) {
      boxes.add(names.place(j));
    }
    return names;
  }

  private Pen pen() {
    return scene.sheet().pen();
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
    double width = pen().width(name(centroid), Role.SYMBOL);
    double height = pen().px(HEIGHT);
    double radius = pen().px(CloudPainter.CENTROID_RADIUS) + pen().px(Space.TIGHT);
    double x = scene.centroidX(centroid);
    double y = scene.centroidY(centroid);
    return switch (side) {
      case -1 -> new Box(x - radius - width, y - height * 0.4, width, height);
      case 1 -> new Box(x + radius, y - height * 0.4, width, height);
      case 0 -> new Box(x - width / 2, y - radius - height, width, height);
      default -> new Box(x - width / 2, y + radius, width, height);
    };
  }

  /// What a place would cover: points count one each, centroids, names and the plot's edge many.
  private double covered(int centroid, Box box) {
    double covered = 0;
    var around = box.inset(-pen().px(Space.TIGHT));
    int points = scene.projection().xs().length;
    for (int i = 0; i < points && points <= MOST_POINTS; i++) {
      covered += around.contains(scene.pointX(i), scene.pointY(i)) ? 1 : 0;
    }
    var wide = box.inset(-pen().px(CloudPainter.CENTROID_RADIUS));
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
    var box = boxes.get(centroid);
    var type = pen().type(Role.SYMBOL);
    pen().haloed(name(centroid), box.x(), box.y() + box.height() * 0.72, type);
  }

  private boolean neighbourIsLeft(int centroid) {
    double x = scene.centroidX(centroid);
    double y = scene.centroidY(centroid);
    double nearest = pen().px(NEAR);
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
