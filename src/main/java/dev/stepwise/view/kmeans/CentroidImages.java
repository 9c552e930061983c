package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.MarkerShape;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.kmeans.KMeansElement.OfCentroid;
import javafx.scene.paint.Color;

/// Centroids of images, drawn as the images that they are: rows of 64 numbers from 0 to 16 are 8×8
/// pixels, as in the digits.
final class CentroidImages {
  private static final int SIDE = 8;
  private static final double BRIGHTEST = 16;
  private static final double MARKER = 4;

  private CentroidImages() {}

  /// Whether the points are such images.
  static boolean fit(KMeansProblem problem) {
    return problem.points()[0].length == SIDE * SIDE;
  }

  static void draw(Sheet<KMeansFrame> sheet, Box area) {
    var pen = sheet.pen();
    double[][] centroids = sheet.frame().clustering().centroids();
    int columns = columns(centroids.length, area);
    double cell = area.width() / columns;
    double image = Math.max(SIDE, cell - pen.px(Space.SMALL));
    for (int j = 0; j < centroids.length; j++) {
      int row = j / columns;
      double x = area.x() + j % columns * cell;
      double y = area.y() + row * (cell + pen.px(Space.TIGHT));
      if (y + image > area.bottom() + 1) {
        return;
      }
      var box = new Box(x, y, image, image);
      image(pen, box, centroids[j]);
      var colour = pen.palette().category(j);
      pen.surface().rectangle(box, 0, Ink.stroked(colour, pen.px(Space.LINE)));
      double corner = pen.px(MARKER) * 1.5;
      var marker = Ink.filled(colour).withStroke(pen.palette().background(), pen.px(Space.HAIR));
      MarkerShape.of(j).draw(pen.surface(), x + corner, y + corner, pen.px(MARKER), marker);
      sheet.spots().add(new OfCentroid(j), box, "image of centroid " + (j + 1));
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

  private static void image(Pen pen, Box box, double[] pixels) {
    double pixel = box.width() / SIDE;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double share = Math.clamp(pixels[row * SIDE + column] / BRIGHTEST, 0, 1);
        var ink = pen.palette().dark() ? Color.gray(share) : Color.gray(1 - share);
        // Half a pixel more hides the seams between neighbours.
        pen.surface()
            .rectangle(
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
