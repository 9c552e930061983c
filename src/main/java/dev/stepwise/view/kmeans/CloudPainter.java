package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.AssignmentFocus;
import dev.stepwise.compute.kmeans.IterationFocus;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.MarkerShape;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.ScatterMark.Ring;
import dev.stepwise.draw.ScatterPainter;
import dev.stepwise.draw.Space;
import dev.stepwise.view.kmeans.ClassTable.ClassesOfClusters;
import dev.stepwise.view.kmeans.KMeansElement.OfCentroid;
import dev.stepwise.view.kmeans.KMeansElement.OfPoint;
import java.util.Optional;
import java.util.stream.IntStream;

/// Draws points, trails and centroids.
final class CloudPainter {
  static final double CENTROID_RADIUS = 12;
  private static final double THUMBNAIL_RADIUS = 6;
  private static final double REACH = 9;

  /// The radius of the places where a centroid was.
  private static final double STOP = 3.6;

  private static final int MOST_RINGS = 400;

  private final Scene scene;
  private final ScatterPainter points;
  private final Pen pen;

  CloudPainter(Scene scene, ScatterPainter points) {
    this.scene = scene;
    this.points = points;
    this.pen = scene.sheet().pen();
  }

  void paint() {
    points.draw(pen.surface(), scene.cloud(), scene.plot(), pen.look());
    scene.sheet().shown().hits().add(new PointLookup(scene, pen.px(REACH)));
    ringsAroundMovers();
    ringsAroundOddOnes();
    lights();
    trails();
    var names = CentroidNames.of(scene);
    for (int j = 0; j < scene.centroidXs().length; j++) {
      centroid(j, names);
    }
  }

  /// Finds the points without a note for each of them.
  private static final class PointLookup implements Hits.Lookup {
    private final Scene scene;
    private final double reach;

    PointLookup(Scene scene, double reach) {
      this.scene = scene;
      this.reach = reach;
    }

    @Override
    public Optional<Hits.Hit> at(double x, double y) {
      if (!scene.plot().box().contains(x, y)) {
        return Optional.empty();
      }
      int point = scene.cloud().nearest(scene.plot(), x, y, reach);
      return point < 0 ? Optional.empty() : Optional.of(hit(point));
    }

    @Override
    public Optional<Hits.Hit> of(Element element) {
      return element instanceof OfPoint(int point) ? Optional.of(hit(point)) : Optional.empty();
    }

    private Hits.Hit hit(int point) {
      double x = scene.pointX(point);
      double y = scene.pointY(point);
      var box = new Box(x - reach, y - reach, 2 * reach, 2 * reach);
      var classes = scene.frame().problem().names().classes();
      var name = "point " + (point + 1);
      return new Hits.Hit(
          new OfPoint(point),
          box,
          classes.isEmpty() ? name : name + ", known as " + classes.get(point));
    }
  }

  /// Rings in the colour of the cluster that a point leaves.
  private void ringsAroundMovers() {
    if (!pen.speaks()) {
      return;
    }
    switch (scene.frame().focus()) {
      case AssignmentFocus.Assigned _,
          IterationFocus.Iterated _,
          AssignmentFocus.PointAssigned _,
          AssignmentFocus.DistanceMeasured _ -> {
        int[] after = scene.frame().clustering().labels();
        int[] before = scene.frame().clustering().labelsBefore();
        var movers =
            IntStream.range(0, after.length)
                .filter(i -> before[i] >= 0 && before[i] != after[i])
                .limit(MOST_RINGS + 1)
                .toArray();
        // So many rings would say nothing, and any few of them something wrong.
        if (movers.length <= MOST_RINGS) {
          for (int i : movers) {
            scene.ring(i, pen.palette().category(before[i]), Ring.DASHED);
          }
        }
      }
      default -> {}
    }
  }

  /// Rings around the points whose known class is not that of most of their cluster, at the end.
  private void ringsAroundOddOnes() {
    var classes = scene.frame().problem().names().classes();
    boolean shows =
        pen.speaks()
            && !classes.isEmpty()
            && scene.frame().focus() instanceof IterationFocus.Finished;
    if (!shows) {
      return;
    }
    int[] labels = scene.frame().clustering().labels();
    var clusters = ClassesOfClusters.of(classes, labels, scene.frame().problem().k());
    var odd =
        IntStream.range(0, labels.length)
            .filter(i -> clusters.isOdd(i, labels[i]))
            .limit(MOST_RINGS + 1)
            .toArray();
    if (odd.length <= MOST_RINGS) {
      for (int i : odd) {
        scene.ring(i, pen.palette().text(), Ring.DASHED);
      }
    }
  }

  private void lights() {
    for (var element : scene.sheet().shown().lit()) {
      if (element instanceof OfPoint(int point)) {
        scene.ring(point, pen.palette().accent(), Ring.SOLID);
      }
    }
    if (scene.sheet().shown().picked().orElse(null) instanceof OfPoint(int point)) {
      scene.ring(point, pen.palette().text(), Ring.SOLID);
    }
  }

  private void trails() {
    if (!pen.speaks()) {
      return;
    }
    var trail = scene.frame().clustering().trail();
    for (int j = 0; j < scene.centroidXs().length && !trail.isEmpty(); j++) {
      int stops = trail.size();
      var xs = new double[stops + 1];
      var ys = new double[stops + 1];
      for (int t = 0; t < stops; t++) {
        var place = scene.projection().place(trail.get(t)[j]);
        xs[t] = scene.plot().pixelX(place[0]);
        ys[t] = scene.plot().pixelY(place[1]);
      }
      xs[stops] = scene.centroidX(j);
      ys[stops] = scene.centroidY(j);
      var colour = pen.palette().category(j);
      pen.surface().line(xs, ys, pen.dashed(colour, Space.LINE));
      var hollow = Ink.filled(pen.palette().background()).withStroke(colour, pen.px(Space.LINE));
      for (int t = 0; t < stops; t++) {
        if (Math.hypot(xs[t] - xs[stops], ys[t] - ys[stops]) > pen.px(CENTROID_RADIUS) / 2) {
          MarkerShape.of(j).draw(pen.surface(), xs[t], ys[t], pen.px(STOP), hollow);
        }
      }
    }
  }

  private void centroid(int j, CentroidNames names) {
    double x = scene.centroidX(j);
    double y = scene.centroidY(j);
    double radius = pen.speaks() ? pen.px(CENTROID_RADIUS) : THUMBNAIL_RADIUS;
    var palette = pen.palette();
    var element = new OfCentroid(j);
    if (scene.sheet().spots().isLit(element)) {
      double around = radius + pen.px(Space.TIGHT);
      pen.surface().circle(x, y, around, Ink.stroked(palette.accent(), pen.px(Space.LINE)));
    }
    double edge = pen.speaks() ? pen.px(Space.LINE) : 1.2;
    var body = Ink.filled(palette.category(j)).withStroke(palette.background(), edge);
    MarkerShape.of(j).draw(pen.surface(), x, y, radius, body);
    double arm = radius * 0.42;
    var plus = new Ink.Stroke(palette.background(), edge);
    pen.surface().line(x - arm, y, x + arm, y, plus);
    pen.surface().line(x, y - arm, x, y + arm, plus);
    if (pen.speaks()) {
      names.draw(j);
      var box = new Box(x - radius, y - radius, 2 * radius, 2 * radius);
      scene.sheet().shown().hits().add(element, box, "centroid " + (j + 1));
    }
  }
}
