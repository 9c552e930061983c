package dev.stepwise.benchmark;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/// The JavaFX thread of a headless toolkit, which is started once.
final class FxThread {
  private FxThread() {}

  static void start() throws InterruptedException {
    var started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException _) {
      started.countDown(); // it runs already
    }
    started.await();
    Platform.setImplicitExit(false);
  }

  /// Runs something there, and waits for it.
  static void run(Runnable work) throws InterruptedException, ExecutionException {
    var task = new FutureTask<Void>(work, null);
    Platform.runLater(task);
    task.get();
  }
}
