package dev.stepwise.export;

import dev.stepwise.draw.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// PNG files.
public final class Png {
  private Png() {}

  /// Pixels as an image with transparency, not premultiplied.
  static BufferedImage straight(Pixels pixels) {
    var image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    image.getRaster().setDataElements(0, 0, pixels.width(), pixels.height(), pixels.argb());
    var straight = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_ARGB);
    var graphics = straight.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return straight;
  }

  /// Pixels as a PNG with transparency.
  static byte[] of(Pixels pixels) {
    var bytes = new ByteArrayOutputStream();
    try {
      write(straight(pixels), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  /// What is seen of an image, opaque.
  static BufferedImage opaque(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var pixels = new int[width * height];
    Objects.requireNonNull(image.getPixelReader())
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    // The pixels as they are: going through the colour model took a third of a film's time.
    opaque.getRaster().setDataElements(0, 0, width, height, pixels);
    return opaque;
  }

  /// The pixels of an opaque image, row by row, as RGB in the lower 24 bits.
  static int[] pixels(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return image.getType() == BufferedImage.TYPE_INT_RGB
        ? (int[]) image.getRaster().getDataElements(0, 0, width, height, null)
        : image.getRGB(0, 0, width, height, null, 0, width);
  }

  /// Writes what is seen of an image, opaque.
  ///
  /// @throws IOException where the stream fails
  public static void write(WritableImage image, OutputStream out) throws IOException {
    write(opaque(image), out);
  }

  static void write(BufferedImage image, OutputStream out) throws IOException {
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("this Java has no PNG writer");
    }
  }
}
