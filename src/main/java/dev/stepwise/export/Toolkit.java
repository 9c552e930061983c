package dev.stepwise.export;

import dev.stepwise.draw.TextLayouts;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/// JavaFX without a display, for pictures.
public final class Toolkit {
  private Toolkit() {}

  /// Starts JavaFX with its headless platform, unless it runs already.
  public static void start() {
    if (System.getProperty("glass.platform") == null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    var started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException _) {
      return; // it runs already, and ends when its windows say
    }
    Platform.setImplicitExit(false);
    Platform.runLater(TextLayouts::keepApart);
    try {
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while JavaFX started", e);
    }
  }

  /// Computes something on the JavaFX thread and waits for it.
  ///
  /// @throws IllegalStateException where it fails: a defect, with its cause
  public static <T> T call(Callable<T> work) {
    try {
      if (Platform.isFxApplicationThread()) {
        return work.call();
      }
      var task = new FutureTask<>(work);
      Platform.runLater(task);
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while drawing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("drawing failed", e.getCause());
    } catch (Exception e) {
      throw new IllegalStateException("drawing failed", e);
    }
  }
}
