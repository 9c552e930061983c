package dev.stepwise.cli;

import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Type;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// JavaFX for a window. It takes long to start, mostly in the system's own libraries, so it starts
/// beside everything else.
final class WindowToolkit {
  private @Nullable CompletableFuture<Void> started;

  /// No window can be opened here: JavaFX was not tried, and can still draw pictures.
  static final class NoDisplay extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /// The display that there is refuses, as another user's does. JavaFX has been tried in vain, and
  /// draws nothing any more in this process.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /// Begins to start it; nothing happens where there is no display.
  void begin() {
    if (Display.isThere() || Rehearsal.isHeadless()) {
      GraphicsCard.searchOnlyWhereOneCanBe();
      // The fonts beside the system's window library, which takes as long to load.
      var fonts =
          CompletableFuture.runAsync(
              WindowToolkit::loadFonts, task -> new Thread(task, "fonts").start());
      started =
          CompletableFuture.runAsync(
                  () -> Platform.startup(() -> {}), task -> new Thread(task, "toolkit").start())
              .thenCompose(_ -> fonts);
    }
  }

  /// The app's own, and the system's, which JavaFX looks for with the first control.
  private static void loadFonts() {
    Fonts.BUNDLED.font(Type.Face.REGULAR, 12);
    Font.getDefault();
  }

  /// Waits until it has started.
  ///
  /// @throws NoDisplay where there is no display
  /// @throws Refused where it lets no window be opened
  void await() throws NoDisplay, Refused {
    if (started == null) {
      begin();
    }
    var starting = started;
    if (starting == null) {
      throw new NoDisplay();
    }
    try {
      starting.join();
    } catch (CompletionException e) {
      // What JavaFX throws where the display refuses or its libraries are missing.
      if (e.getCause() instanceof UnsupportedOperationException
          || e.getCause() instanceof UnsatisfiedLinkError) {
        throw new Refused();
      }
      throw e;
    }
  }
}
