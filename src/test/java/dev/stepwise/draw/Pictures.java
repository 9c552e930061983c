package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;

/// Renders pictures without a display and compares them with references. Every picture is also
/// written to `target/pictures`. A missing reference fails; `-Dpictures.record=true` writes
/// references, which are to be looked at before they are committed.
public final class Pictures {
  private static final Path REFERENCES = Path.of("src/test/resources/pictures");
  private static final Path RENDERED = Path.of("target/pictures");
  private static final int VISIBLE = 40;
  private static final double TOLERATED = 0.003;

  private Pictures() {}

  /// Does something on the JavaFX thread and waits for its result.
  public static <T> T onFx(Callable<T> task) {
    try {
      FxToolkit.registerPrimaryStage();
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException(e);
    }
    var result = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        result.complete(task.call());
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    });
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof AssertionError failed) {
        throw failed;
      }
      throw e;
    }
  }

  /// Draws on a canvas with the look's background.
  public static BufferedImage drawn(int width, int height, Look look, Consumer<Surface> drawing) {
    return onFx(() -> {
      var canvas = new Canvas(width, height);
      var surface = new CanvasSurface(canvas.getGraphicsContext2D());
      surface.rectangle(new Box(0, 0, width, height), 0, Ink.filled(look.palette().background()));
      drawing.accept(surface);
      return copy(canvas.snapshot(null, null));
    });
  }

  /// Lays a pane out in a scene of its own theme, whatever theme the toolkit has by now, and
  /// renders it.
  public static BufferedImage laidOut(
      Pane pane, int width, int height, String theme, String... styleSheets) {
    return onFx(() -> {
      var scene = new Scene(pane, width, height);
      scene.setUserAgentStylesheet(theme);
      scene.getStylesheets().setAll(styleSheets);
      pane.applyCss();
      pane.layout();
      return copy(scene.snapshot(null));
    });
  }

  /// Compares a picture with its reference.
  public static void check(String name, BufferedImage picture) {
    try {
      Files.createDirectories(RENDERED);
      ImageIO.write(picture, "png", RENDERED.resolve(name + ".png").toFile());
      var reference = REFERENCES.resolve(name + ".png");
      if (Boolean.getBoolean("pictures.record")) {
        Files.createDirectories(REFERENCES);
        ImageIO.write(picture, "png", reference.toFile());
      }
      assertThat(reference).exists();
      compare(name, picture, ImageIO.read(reference.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(String name, BufferedImage picture, BufferedImage reference) {
    assertThat(new int[] {picture.getWidth(), picture.getHeight()})
        .as("size of %s", name)
        .containsExactly(reference.getWidth(), reference.getHeight());
    int different = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        different += distance(picture.getRGB(x, y), reference.getRGB(x, y)) > VISIBLE ? 1 : 0;
      }
    }
    double share = (double) different / (picture.getWidth() * picture.getHeight());
    assertThat(share)
        .as("share of pixels in which %s differs visibly from its reference", name)
        .isLessThan(TOLERATED);
  }

  private static int distance(int one, int other) {
    int red = Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff));
    int green = Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff));
    return Math.max(Math.max(red, green), Math.abs((one & 0xff) - (other & 0xff)));
  }

  private static BufferedImage copy(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    return copy;
  }
}
