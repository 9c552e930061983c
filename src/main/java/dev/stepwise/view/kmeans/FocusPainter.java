package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.AssignmentFocus;
import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.kmeans.SeedingFocus;
import dev.stepwise.compute.kmeans.UpdateFocus;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.ScatterMark;
import dev.stepwise.draw.Space;
import java.util.Arrays;

/// Draws what a step looks at: the distances of a point, the members of a centroid, the weights of
/// a draw.
final class FocusPainter {
  private static final int MOST_SPOKES = 3_000;
  private static final int MOST_TAGS = 12;

  /// The radius of the disc of the point with the greatest weight.
  private static final double DISC = 26;

  private final Scene scene;
  private final Pen pen;

  FocusPainter(Scene scene) {
    this.scene = scene;
    this.pen = scene.sheet().pen();
  }

  /// What lies under the points.
  void paintUnder() {
    switch (scene.frame().focus()) {
      case UpdateFocus.CentroidUpdated(int centroid, _, _, _) -> spokes(centroid);
      case UpdateFocus.MeanTaken(int centroid, _, _, _, _) -> spokes(centroid);
      case SeedingFocus.DrawPart(_, _, var draw, var part)
          when part == SeedingFocus.Part.SQUARED_DISTANCES ->
          weights(draw);
      case SeedingFocus.Drawn(_, int point, var draw) when draw != null && point >= 0 ->
          weights(draw);
      default -> {}
    }
  }

  /// What lies over them.
  void paintOver() {
    switch (scene.frame().focus()) {
      case AssignmentFocus.PointAssigned(int point, var distances, int label, _, _) ->
          distances(point, distances, label);
      case AssignmentFocus.DistanceMeasured(int point, int centroid, var distances) ->
          distances(point, distances, centroid);
      case SeedingFocus.Drawn(_, int point, _) when point >= 0 -> ring(point);
      case SeedingFocus.DrawPart(_, int point, _, var part)
          when part == SeedingFocus.Part.RANDOM_NUMBER ->
          ring(point);
      default -> {}
    }
  }

  private void ring(int point) {
    scene.ring(point, pen.palette().text(), ScatterMark.Ring.SOLID);
  }

  /// Lines from the members of a cluster to the mean that they give.
  private void spokes(int centroid) {
    var labels = scene.frame().clustering().labels();
    var spoke = pen.stroke(Pen.faded(pen.palette().category(centroid), 0.35), Space.HAIR);
    double x = scene.centroidX(centroid);
    double y = scene.centroidY(centroid);
    int drawn = 0;
    for (int i = 0; i < labels.length && drawn < MOST_SPOKES; i++) {
      if (labels[i] == centroid) {
        pen.surface().line(scene.pointX(i), scene.pointY(i), x, y, spoke);
        drawn++;
      }
    }
  }

  /// A disc around each point whose area grows with its weight in the draw; none where all have the
  /// same chance.
  private void weights(Draw draw) {
    double largest = Arrays.stream(draw.weights()).max().orElse(0);
    double leastOfOthers =
        Arrays.stream(draw.weights()).filter(weight -> weight > 0).min().orElse(0);
    if (leastOfOthers == largest || draw.weights().length > MOST_SPOKES) {
      return;
    }
    var colour = Pen.faded(pen.palette().accent(), 0.14);
    for (int i = 0; i < draw.weights().length; i++) {
      double radius = pen.px(DISC) * Math.sqrt(draw.weights()[i] / largest);
      pen.surface().circle(scene.pointX(i), scene.pointY(i), radius, Ink.filled(colour));
    }
  }

  private void distances(int point, double[] distances, int telling) {
    double x = scene.pointX(point);
    double y = scene.pointY(point);
    for (int j = 0; j < distances.length; j++) {
      var colour = pen.palette().category(j);
      pen.surface()
          .line(
              x,
              y,
              scene.centroidX(j),
              scene.centroidY(j),
              pen.stroke(colour, j == telling ? Space.TIGHT : Space.LINE));
    }
    ring(point);
    if (distances.length <= MOST_TAGS) {
      new DistanceTags(scene).paint(point, distances, telling);
    }
  }
}
