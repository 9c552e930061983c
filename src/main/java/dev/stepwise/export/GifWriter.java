package dev.stepwise.export;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.jspecify.annotations.Nullable;

/// Writes an animated GIF (89a) picture by picture. Of each picture only the rectangle that changed
/// is written, and in it what stayed is transparent.
final class GifWriter implements Closeable {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";
  private static final int TRANSPARENT = 255;
  private static final int REMEMBERED = 1 << 18;

  private final int[] palette;
  private final IndexColorModel colours;
  private final ImageWriter writer;
  private final Map<Integer, Integer> nearest = new HashMap<>();
  private int @Nullable [] before;

  /// @param palette at most 255 colours as RGB
  GifWriter(OutputStream out, int[] palette) throws IOException {
    this.palette = palette.clone();
    var reds = new byte[256];
    var greens = new byte[256];
    var blues = new byte[256];
    for (int i = 0; i < palette.length; i++) {
      reds[i] = (byte) (palette[i] >> 16);
      greens[i] = (byte) (palette[i] >> 8);
      blues[i] = (byte) palette[i];
    }
    colours = new IndexColorModel(8, 256, reds, greens, blues, TRANSPARENT);
    writer = ImageIO.getImageWritersByFormatName("gif").next();
    writer.setOutput(ImageIO.createImageOutputStream(out));
    writer.prepareWriteSequence(null);
  }

  /// Adds a picture; the first one says how large all are.
  ///
  /// @param hundredths how long it is seen, in hundredths of a second
  void add(BufferedImage image, int hundredths) throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] now = Png.pixels(image);
    var changed = Changed.between(before, now, width, height);
    var part =
        new BufferedImage(
            changed.width(), changed.height(), BufferedImage.TYPE_BYTE_INDEXED, colours);
    var raster = part.getRaster();
    var row = new int[changed.width()];
    for (int y = 0; y < changed.height(); y++) {
      int start = (changed.y() + y) * width + changed.x();
      for (int x = 0; x < row.length; x++) {
        boolean same = before != null && before[start + x] == now[start + x];
        row[x] =
            same
                ? TRANSPARENT
                : x > 0 && now[start + x] == now[start + x - 1] && row[x - 1] != TRANSPARENT
                    ? row[x - 1]
                    : index(now[start + x] & 0xffffff);
      }
      raster.setPixels(0, y, row.length, 1, row);
    }
    writer.writeToSequence(
        new IIOImage(part, null, metadata(part, changed, hundredths)),
        writer.getDefaultWriteParam());
    before = now;
  }

  /// The rectangle in which two pictures differ; a single pixel where they are equal.
  private record Changed(int x, int y, int width, int height) {
    static Changed between(int @Nullable [] before, int[] now, int width, int height) {
      if (before == null) {
        return new Changed(0, 0, width, height);
      }
      int left = width;
      int right = -1;
      int top = height;
      int bottom = -1;
      for (int i = 0; i < now.length; i++) {
        if (before[i] != now[i]) {
          left = Math.min(left, i % width);
          right = Math.max(right, i % width);
          top = Math.min(top, i / width);
          bottom = i / width;
        }
      }
      return right < 0
          ? new Changed(0, 0, 1, 1)
          : new Changed(left, top, right - left + 1, bottom - top + 1);
    }
  }

  private int index(int rgb) {
    if (nearest.size() > REMEMBERED) {
      nearest.clear();
    }
    return nearest.computeIfAbsent(rgb, this::nearestTo);
  }

  private int nearestTo(int rgb) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      int red = (palette[i] >> 16 & 255) - (rgb >> 16 & 255);
      int green = (palette[i] >> 8 & 255) - (rgb >> 8 & 255);
      int blue = (palette[i] & 255) - (rgb & 255);
      int distance = red * red + green * green + blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private IIOMetadata metadata(BufferedImage part, Changed place, int hundredths)
      throws IOException {
    var metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(part), writer.getDefaultWriteParam());
    var root = new IIOMetadataNode(FORMAT);
    var descriptor = child(root, "ImageDescriptor");
    descriptor.setAttribute("imageLeftPosition", Integer.toString(place.x()));
    descriptor.setAttribute("imageTopPosition", Integer.toString(place.y()));
    descriptor.setAttribute("imageWidth", Integer.toString(place.width()));
    descriptor.setAttribute("imageHeight", Integer.toString(place.height()));
    descriptor.setAttribute("interlaceFlag", "FALSE");
    var control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "TRUE");
    control.setAttribute("transparentColorIndex", Integer.toString(TRANSPARENT));
    control.setAttribute("delayTime", Integer.toString(hundredths));
    if (before == null) {
      var repeat = child(child(root, "ApplicationExtensions"), "ApplicationExtension");
      repeat.setAttribute("applicationID", "NETSCAPE");
      repeat.setAttribute("authenticationCode", "2.0");
      repeat.setUserObject(new byte[] {1, 0, 0});
    }
    metadata.mergeTree(FORMAT, root);
    return metadata;
  }

  private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
    var child = new IIOMetadataNode(name);
    parent.appendChild(child);
    return child;
  }

  @Override
  public void close() throws IOException {
    writer.endWriteSequence();
    if (writer.getOutput() instanceof Closeable stream) {
      stream.close();
    }
    writer.dispose();
  }
}
