package dev.stepwise.job;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Where work is done and where its results are shown.
///
/// @param worker does the work, one thing after the other
/// @param screen shows the results
public record Background(ExecutorService worker, Executor screen) {
  private static final long IDLE_SECONDS = 5;

  /// A thread of its own that ends when there is nothing to do, and the JavaFX thread.
  ///
  /// @param name of the thread
  public static Background threadNamed(String name) {
    var worker =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name(name).factory());
    worker.allowCoreThreadTimeOut(true);
    return new Background(worker, Platform::runLater);
  }
}
