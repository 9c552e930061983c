package dev.stepwise.export;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.CanvasSurface;
import dev.stepwise.view.marks.Formulas;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Palette;
import dev.stepwise.view.page.PagePainter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Draws steps as pictures, with no display. The same step gives the same bytes.
public final class PictureWriter {
  private final Formulas formulas = new Formulas();

  /// Writes a step's page as PNG.
  ///
  /// @param painter of the exercise's stage
  /// @param position of the step; the navigator has it
  /// @param width,height in pixels
  /// @throws IOException where the stream fails
  public <P, F extends Frame> void writePng(
      Exercise<P, F> exercise,
      StagePainter<F> painter,
      Scenario scenario,
      Navigator<F> navigator,
      Position position,
      int width,
      int height,
      Palette palette,
      Look.Density density,
      OutputStream out)
      throws IOException {
    var page = Pages.of(exercise, scenario, navigator, position);
    var look = new Look(palette, PagePainter.scale(width, height, density), density);
    Toolkit.start();
    var image =
        Toolkit.call(() -> {
          var canvas = new Canvas(width, height);
          new PagePainter<>(painter, formulas)
              .paint(
                  new CanvasSurface(canvas.getGraphicsContext2D()),
                  new Box(0, 0, width, height),
                  page,
                  look);
          return canvas.snapshot(new SnapshotParameters(), null);
        });
    writePng(image, out);
  }

  private static void writePng(WritableImage image, OutputStream out) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var pixels = new int[width * height];
    Objects.requireNonNull(image.getPixelReader())
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    opaque.setRGB(0, 0, width, height, pixels, 0, width);
    if (!ImageIO.write(opaque, "png", out)) {
      throw new IOException("this Java has no PNG writer");
    }
  }
}
