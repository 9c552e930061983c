package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.AssignmentFocus;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.kmeans.SeedingFocus;
import dev.stepwise.compute.kmeans.UpdateFocus;
import dev.stepwise.view.Shown;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.ScatterMark;
import dev.stepwise.view.marks.Surface;
import java.util.Arrays;
import javafx.scene.paint.Color;

/// Draws what a step looks at: the distances of a point, the members of a centroid, the weights of
/// a draw.
final class FocusPainter {
  private static final int MOST_SPOKES = 3_000;
  private static final int MOST_TAGS = 12;

  private final Surface surface;
  private final Scene scene;
  private final Shown<KMeansFrame> shown;
  private final Look look;

  FocusPainter(Surface surface, Scene scene, Shown<KMeansFrame> shown) {
    this.surface = surface;
    this.scene = scene;
    this.shown = shown;
    this.look = shown.look();
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
    var colour = look.palette().text();
    scene.cloud().ring(surface, scene.plot(), look, point, colour, ScatterMark.Ring.SOLID);
  }

  /// Lines from the members of a cluster to the mean that they give.
  private void spokes(int centroid) {
    var labels = scene.frame().clustering().labels();
    var colour = withOpacity(look.palette().category(centroid), 0.35);
    double x = scene.centroidX(centroid);
    double y = scene.centroidY(centroid);
    int drawn = 0;
    for (int i = 0; i < labels.length && drawn < MOST_SPOKES; i++) {
      if (labels[i] == centroid) {
        surface.line(scene.pointX(i), scene.pointY(i), x, y, new Ink.Stroke(colour, look.px(1)));
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
    var colour = withOpacity(look.palette().accent(), 0.14);
    for (int i = 0; i < draw.weights().length; i++) {
      double radius = look.px(26) * Math.sqrt(draw.weights()[i] / largest);
      surface.circle(scene.pointX(i), scene.pointY(i), radius, Ink.filled(colour));
    }
  }

  private void distances(int point, double[] distances, int telling) {
    double x = scene.pointX(point);
    double y = scene.pointY(point);
    for (int j = 0; j < distances.length; j++) {
      double width = j == telling ? look.px(4) : look.px(1.8);
      surface.line(
          x,
          y,
          scene.centroidX(j),
          scene.centroidY(j),
          new Ink.Stroke(look.palette().category(j), width));
    }
    ring(point);
    if (distances.length <= MOST_TAGS) {
      new DistanceTags(surface, scene, shown).paint(point, distances, telling);
    }
  }

  private static Color withOpacity(Color colour, double opacity) {
    return colour.deriveColor(0, 1, 1, opacity);
  }
}
