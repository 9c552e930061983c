package dev.stepwise.testing;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.TextLayouts;
import dev.stepwise.draw.Type;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;

/// The JavaFX thread, windows and pictures for tests.
public final class Fx {
  private Fx() {}

  /// Does something on the JavaFX thread and waits for its result.
  public static <T> T call(Callable<T> task) {
    try {
      FxToolkit.registerPrimaryStage();
    } catch (TimeoutException e) {
      throw new IllegalStateException("JavaFX did not start", e);
    }
    var result = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        TextLayouts.keepApart();
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

  /// Does something on the JavaFX thread and waits until it is done.
  public static void run(Runnable task) {
    call(() -> {
      task.run();
      return true;
    });
  }

  /// Opens a window of its own.
  public static <T extends Parent> T shown(int width, int height, Supplier<T> content) {
    return call(() -> {
      var root = content.get();
      var stage = new Stage();
      stage.setScene(scene(root, width, height, Palette.LIGHT));
      stage.show();
      return root;
    });
  }

  /// A scene in a theme.
  public static Scene scene(Parent root, int width, int height, Palette palette) {
    Fonts.BUNDLED.font(Type.Face.REGULAR, 12);
    var scene = new Scene(root, width, height);
    var theme = palette.dark() ? new PrimerDark() : new PrimerLight();
    scene.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    return scene;
  }

  /// Saves what a scene shows as `target/pictures/NAME.png`. On the JavaFX thread.
  public static void picture(String name, Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    scene.getRoot().layout();
    save(name, scene.snapshot(null));
  }

  /// Saves a picture as `target/pictures/NAME.png`.
  public static void save(String name, WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    buffered.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      var file = Path.of("target/pictures", name + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(buffered, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Checks that no visible label or button had its text cut off. On the JavaFX thread, after
  /// layout.
  public static void assertNothingCutOff(Node node) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && !labeled.getText().isEmpty()) {
      assertThat(labeled.lookupAll(".text"))
          .as(labeled.getText())
          .allSatisfy(text ->
              assertThat(((Text) text).getText().replace("\n", ""))
                  .isEqualTo(labeled.getText().replace("\n", "")));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(Fx::assertNothingCutOff);
    }
  }
}
