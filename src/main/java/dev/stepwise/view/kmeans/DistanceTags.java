package dev.stepwise.view.kmeans;

import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.kmeans.KMeansElement.OfDistance;
import java.util.ArrayList;
import java.util.List;

/// Writes the distances of a point on their lines, each where it covers no other.
final class DistanceTags {
  /// Places along a line, from the point to the centroid, the best first.
  private static final double[] PLACES = {0.55, 0.4, 0.7, 0.28, 0.82, 0.48, 0.62, 0.34, 0.76};

  /// How far above or below its line a tag may stand, in its heights: off the line only where the
  /// line is too short for it.
  private static final double[] SIDES = {0, -1.5, 1.5};

  private static final double HEIGHT = 22;

  private final Scene scene;
  private final Pen pen;
  private final List<Box> taken = new ArrayList<>();

  DistanceTags(Scene scene) {
    this.scene = scene;
    this.pen = scene.sheet().pen();
  }

  /// The telling one is placed first, so it has the best place, and drawn last.
  void paint(int point, double[] distances, int telling) {
    keepFree(scene.pointX(point), scene.pointY(point));
    for (int j = 0; j < distances.length; j++) {
      keepFree(scene.centroidX(j), scene.centroidY(j));
    }
    taken.addAll(CentroidNames.of(scene).boxes());
    var tags = new Box[distances.length];
    tags[telling] = place(point, telling, distances[telling]);
    for (int j = 0; j < distances.length; j++) {
      if (j != telling) {
        tags[j] = place(point, j, distances[j]);
      }
    }
    for (int j = 0; j < distances.length; j++) {
      if (j != telling) {
        draw(tags[j], point, j, distances[j], Role.VALUE);
      }
    }
    draw(tags[telling], point, telling, distances[telling], Role.TELLING);
  }

  private void keepFree(double x, double y) {
    double radius = pen.px(CloudPainter.CENTROID_RADIUS);
    taken.add(new Box(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private Box place(int point, int centroid, double distance) {
    double width = pen.width(Numbers.text(distance), Role.TELLING) + pen.px(Space.GAP);
    double height = pen.px(HEIGHT);
    Box best = null;
    double leastCovered = Double.POSITIVE_INFINITY;
    for (double side : SIDES) {
      for (double place : PLACES) {
        var box = boxAt(point, centroid, place, side * height, width, height);
        double covered = taken.stream().mapToDouble(other -> overlap(box, other)).sum();
        if (covered < leastCovered) {
          leastCovered = covered;
          best = box;
        }
      }
    }
    var chosen = best == null ? boxAt(point, centroid, PLACES[0], 0, width, height) : best;
    taken.add(chosen);
    return chosen;
  }

  private Box boxAt(
      int point, int centroid, double place, double aside, double width, double height) {
    var plot = scene.plot().box();
    double x = scene.pointX(point) * (1 - place) + scene.centroidX(centroid) * place;
    double y = scene.pointY(point) * (1 - place) + scene.centroidY(centroid) * place + aside;
    return new Box(
        within(x - width / 2, plot.x() + 2, plot.right() - width - 2),
        within(y - height / 2, plot.y() + 2, plot.bottom() - height - 2),
        width,
        height);
  }

  private static double within(double value, double least, double most) {
    return Math.clamp(value, least, Math.max(least, most));
  }

  private static double overlap(Box a, Box b) {
    double width = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
    double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
    return Math.max(0, width) * Math.max(0, height);
  }

  private void draw(Box box, int point, int centroid, double distance, Role role) {
    var text = Numbers.text(distance);
    var colour = pen.palette().category(centroid);
    pen.plate(text, box, pen.type(role), colour, role == Role.TELLING ? Space.LINE : Space.HAIR);
    scene
        .sheet()
        .spots()
        .add(
            new OfDistance(point, centroid),
            box,
            "distance to centroid " + (centroid + 1) + ": " + text);
  }
}
