package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.ScatterMark;
import dev.stepwise.view.Sheet;
import javafx.scene.paint.Color;

/// A step of k-means laid out on the plot: where the points are, and where the centroids are at
/// this moment of the move from the step before.
///
/// @param sheet what is drawn on
/// @param centroidXs,centroidYs in the plot's units
@SuppressWarnings("ArrayRecordComponent") // made here, never written to
record Scene(
    Sheet<KMeansFrame> sheet,
    Projection projection,
    PlotFrame plot,
    ScatterMark cloud,
    double[] centroidXs,
    double[] centroidYs) {

  static Scene of(Sheet<KMeansFrame> sheet, Projection projection, KMeansLayout layout) {
    var shown = sheet.shown();
    var frame = sheet.frame();
    var centroids = frame.clustering().centroids();
    var xs = new double[centroids.length];
    var ys = new double[centroids.length];
    for (int j = 0; j < centroids.length; j++) {
      var to = projection.place(centroids[j]);
      var from = to;
      if (shown.before().isPresent()) {
        var earlier = shown.before().get().frame();
        if (earlier.problem().equals(frame.problem())
            && j < earlier.clustering().centroids().length) {
          from = projection.place(earlier.clustering().centroids()[j]);
        }
      }
      xs[j] = from[0] + shown.progress() * (to[0] - from[0]);
      ys[j] = from[1] + shown.progress() * (to[1] - from[1]);
    }
    var cloud = new ScatterMark(projection.xs(), projection.ys(), frame.clustering().labels());
    return new Scene(sheet, projection, layout.plot(), cloud, xs, ys);
  }

  KMeansFrame frame() {
    return sheet.frame();
  }

  /// A ring around a point.
  void ring(int point, Color colour, ScatterMark.Ring line) {
    cloud.ring(sheet.surface(), plot, sheet.look(), point, colour, line);
  }

  /// Regions are drawn where they are true: in the plane itself, once every centroid is placed.
  boolean hasRegions() {
    return projection.isExact() && centroidXs.length == frame().problem().k();
  }

  double pointX(int point) {
    return plot.pixelX(projection.xs()[point]);
  }

  double pointY(int point) {
    return plot.pixelY(projection.ys()[point]);
  }

  double centroidX(int centroid) {
    return plot.pixelX(centroidXs[centroid]);
  }

  double centroidY(int centroid) {
    return plot.pixelY(centroidYs[centroid]);
  }
}
