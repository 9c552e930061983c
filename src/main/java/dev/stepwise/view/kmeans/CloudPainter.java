package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.AssignmentFocus;
import dev.stepwise.compute.kmeans.IterationFocus;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.view.Shown;
import dev.stepwise.view.kmeans.ClassTable.ClassesOfClusters;
import dev.stepwise.view.kmeans.KMeansElement.OfCentroid;
import dev.stepwise.view.kmeans.KMeansElement.OfPoint;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Element;
import dev.stepwise.view.marks.Hits;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.MarkerShape;
import dev.stepwise.view.marks.ScatterMark;
import dev.stepwise.view.marks.ScatterPainter;
import dev.stepwise.view.marks.Surface;
import java.util.Optional;
import java.util.stream.IntStream;

/// Draws points, trails and centroids.
final class CloudPainter {
  static final double CENTROID_RADIUS = 12;
  private static final double REACH = 9;
  private static final int MOST_RINGS = 400;

  private final Surface surface;
  private final Scene scene;
  private final Shown<KMeansFrame> shown;
  private final Look look;

  private final ScatterPainter points;

  CloudPainter(Surface surface, Scene scene, Shown<KMeansFrame> shown, ScatterPainter points) {
    this.points = points;
    this.surface = surface;
    this.scene = scene;
    this.shown = shown;
    this.look = shown.look();
  }

  void paint() {
    points.draw(surface, scene.cloud(), scene.plot(), look);
    shown.hits().add(new PointLookup(scene, look.px(REACH)));
    ringsAroundMovers();
    ringsAroundOddOnes();
    lights();
    trails();
    var names = CentroidNames.of(surface, scene, look);
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
    if (look.density() == Look.Density.THUMBNAIL) {
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
            var colour = look.palette().category(before[i]);
            scene.cloud().ring(surface, scene.plot(), look, i, colour, ScatterMark.Ring.DASHED);
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
        look.density() != Look.Density.THUMBNAIL
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
        scene
            .cloud()
            .ring(surface, scene.plot(), look, i, look.palette().text(), ScatterMark.Ring.DASHED);
      }
    }
  }

  private void lights() {
    for (var element : shown.lit()) {
      if (element instanceof OfPoint(int point)) {
        scene
            .cloud()
            .ring(
                surface,
                scene.plot(),
                look,
                point,
                look.palette().accent(),
                ScatterMark.Ring.SOLID);
      }
    }
    if (shown.picked().orElse(null) instanceof OfPoint(int point)) {
      scene
          .cloud()
          .ring(surface, scene.plot(), look, point, look.palette().text(), ScatterMark.Ring.SOLID);
    }
  }

  private void trails() {
    if (look.density() == Look.Density.THUMBNAIL) {
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
      var colour = look.palette().category(j);
      surface.line(xs, ys, new Ink.Stroke(colour, look.px(2), look.px(2), look.px(4)));
      for (int t = 0; t < stops; t++) {
        if (Math.hypot(xs[t] - xs[stops], ys[t] - ys[stops]) > look.px(6)) {
          var hollow = Ink.filled(look.palette().background()).withStroke(colour, look.px(1.6));
          MarkerShape.of(j).draw(surface, xs[t], ys[t], look.px(3.6), hollow);
        }
      }
    }
  }

  private void centroid(int j, CentroidNames names) {
    double x = scene.centroidX(j);
    double y = scene.centroidY(j);
    boolean small = look.density() == Look.Density.THUMBNAIL;
    double radius = small ? 6 : look.px(CENTROID_RADIUS);
    var palette = look.palette();
    var body =
        Ink.filled(palette.category(j)).withStroke(palette.background(), small ? 1.2 : look.px(2));
    var element = new OfCentroid(j);
    if (shown.lit().contains(element) || shown.picked().filter(element::equals).isPresent()) {
      surface.circle(x, y, radius + look.px(6), Ink.stroked(palette.accent(), look.px(2.5)));
    }
    MarkerShape.of(j).draw(surface, x, y, radius, body);
    double arm = radius * 0.42;
    var plus = new Ink.Stroke(palette.background(), small ? 1.4 : look.px(2.2));
    surface.line(x - arm, y, x + arm, y, plus);
    surface.line(x, y - arm, x, y + arm, plus);
    if (!small) {
      names.draw(j);
      shown
          .hits()
          .add(
              element,
              new Box(x - radius, y - radius, 2 * radius, 2 * radius),
              "centroid " + (j + 1));
    }
  }
}
