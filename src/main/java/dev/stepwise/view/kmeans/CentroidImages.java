package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Hits;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.MarkerShape;
import dev.stepwise.view.marks.Surface;
import javafx.scene.paint.Color;

/// Centroids of images, drawn as the images that they are: rows of 64 numbers from 0 to 16 are 8×8
/// pixels, as in the digits.
final class CentroidImages {
  private static final int SIDE = 8;
  private static final double BRIGHTEST = 16;

  private CentroidImages() {}

  /// Whether the points are such images.
  static boolean fit(KMeansProblem problem) {
    return problem.points()[0].length == SIDE * SIDE;
  }

  static void draw(Surface surface, Box area, double[][] centroids, Look look, Hits hits) {
    int columns = columns(centroids.length, area);
    double cell = area.width() / columns;
    double image = Math.max(SIDE, cell - look.px(8));
    for (int j = 0; j < centroids.length; j++) {
      int row = j / columns;
      int column = j % columns;
      double x = area.x() + column * cell;
      double y = area.y() + row * (cell + look.px(4));
      if (y + image > area.bottom() + 1) {
        return;
      }
      var box = new Box(x, y, image, image);
      image(surface, box, centroids[j], look);
      surface.rectangle(box, 0, Ink.stroked(look.palette().category(j), look.px(1.6)));
      MarkerShape.of(j)
          .draw(
              surface,
              x + look.px(6),
              y + look.px(6),
              look.px(4),
              Ink.filled(look.palette().category(j))
                  .withStroke(look.palette().background(), look.px(1)));
      hits.add(new KMeansElement.OfCentroid(j), box, "image of centroid " + (j + 1));
    }
  }

  /// As few columns as fit the height, so that the images are as large as they can be.
  private static int columns(int images, Box area) {
    for (int columns = 1; columns < images; columns++) {
      int rows = (images + columns - 1) / columns;
      if (area.width() / columns * rows <= area.height()) {
        return columns;
      }
    }
    return images;
  }

  private static void image(Surface surface, Box box, double[] pixels, Look look) {
    double pixel = box.width() / SIDE;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double share = Math.clamp(pixels[row * SIDE + column] / BRIGHTEST, 0, 1);
        var ink = look.palette().dark() ? Color.gray(share) : Color.gray(1 - share);
        // Half a pixel more hides the seams between neighbours.
        surface.rectangle(
            new Box(
                box.x() + column * pixel,
                box.y() + row * pixel,
                pixel + (column < SIDE - 1 ? 0.5 : 0),
                pixel + (row < SIDE - 1 ? 0.5 : 0)),
            0,
            Ink.filled(ink));
      }
    }
  }
}
