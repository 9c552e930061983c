package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.kmeans.KMeansFrame.Focus;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.view.Shown;
import dev.stepwise.view.kmeans.KMeansElement.OfDistance;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.ScatterMark;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import javafx.scene.paint.Color;

/// Draws what a step looks at: the distances of a point, the members of a centroid, the weights of a
/// draw.
final class FocusPainter {
  private static final int MOST_SPOKES = 3_000;

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
      case Focus.CentroidUpdated(int centroid, _, _, _) -> spokes(centroid);
      case Focus.MeanTaken(int centroid, _, _, _, _, _) -> spokes(centroid);
      case Focus.DrawPart(_, _, var draw, var part) when part == Focus.Part.SQUARED_DISTANCES ->
          weights(draw);
      case Focus.Drawn(_, int point, var draw) when draw != null && point >= 0 -> weights(draw);
      default -> {}
    }
  }

  /// What lies over them.
  void paintOver() {
    switch (scene.frame().focus()) {
      case Focus.PointAssigned(int point, var distances, int label, _, _) ->
          distances(point, distances, label);
      case Focus.DistanceMeasured(int point, int centroid, var distances) ->
          distances(point, distances, centroid);
      case Focus.Drawn(_, int point, _) when point >= 0 -> ring(point);
      case Focus.DrawPart(_, int point, _, var part) when part == Focus.Part.RANDOM_NUMBER ->
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
        surface.line(
            scene.pointX(i), scene.pointY(i), x, y, new Ink.Stroke(colour, look.px(1)));
        drawn++;
      }
    }
  }

  /// A disc around each point whose area grows with its weight in the draw.
  private void weights(Draw draw) {
    double largest = 0;
    for (double weight : draw.weights()) {
      largest = Math.max(largest, weight);
    }
    if (largest == 0 || draw.weights().length > MOST_SPOKES) {
      return;
    }
    var colour = withOpacity(look.palette().accent(), 0.16);
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
    if (distances.length > 12) {
      return;
    }
    for (int j = 0; j < distances.length; j++) {
      tag(point, j, distances[j], j == telling);
    }
  }

  /// The distance on its line, away from the point so that the tags of several lines part.
  private void tag(int point, int centroid, double distance, boolean telling) {
    double share = 0.58;
    double x = scene.pointX(point) * (1 - share) + scene.centroidX(centroid) * share;
    double y = scene.pointY(point) * (1 - share) + scene.centroidY(centroid) * share;
    var face = telling ? Type.Face.MONO_BOLD : Type.Face.MONO;
    var type =
        new Type(face, look.px(13), look.palette().text()).aligned(Type.Align.CENTRE);
    String text = Numbers.text(distance);
    double width = surface.textWidth(text, type) + look.px(12);
    double height = look.px(22);
    var plot = scene.plot().box();
    x = Math.clamp(x, plot.x() + width / 2 + 2, Math.max(plot.x() + width / 2 + 2, plot.right() - width / 2 - 2));
    y = Math.clamp(y, plot.y() + height / 2 + 2, Math.max(plot.y() + height / 2 + 2, plot.bottom() - height / 2 - 2));
    var box = new Box(x - width / 2, y - height / 2, width, height);
    surface.rectangle(
        box,
        look.px(4),
        Ink.filled(look.palette().background())
            .withStroke(look.palette().category(centroid), telling ? look.px(2.4) : look.px(1.2)));
    surface.text(text, x, y + look.px(4.6), type);
    shown
        .hits()
        .add(
            new OfDistance(point, centroid),
            box,
            "distance to centroid " + (centroid + 1) + ": " + text);
  }

  private static Color withOpacity(Color colour, double opacity) {
    return colour.deriveColor(0, 1, 1, opacity);
  }
}
