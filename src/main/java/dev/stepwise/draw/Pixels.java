package dev.stepwise.draw;

import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A buffer of pixels that is filled by hand and drawn at its own size: the cheap way to draw dense
/// things.
public final class Pixels {
  private final int width;
  private final int height;
  private final int[] argb;
  private final PixelBuffer<IntBuffer> buffer;
  private final WritableImage image;

  /// An empty, transparent buffer; at least one pixel wide and high.
  public Pixels(int width, int height) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.argb = new int[this.width * this.height];
    this.buffer =
        new PixelBuffer<>(
            this.width, this.height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
    this.image = new WritableImage(buffer);
  }

  /// In pixels.
  public int width() {
    return width;
  }

  /// In pixels.
  public int height() {
    return height;
  }

  /// The pixels themselves, premultiplied ARGB, row by row, to be written to; then call [#changed].
  public int[] argb() {
    return argb;
  }

  /// Tells that the pixels were written to. On the JavaFX thread once the image is shown.
  public void changed() {
    buffer.updateBuffer(_ -> null);
  }

  /// The same pixels as an image.
  public WritableImage image() {
    return image;
  }
}
