package dev.stepwise.session;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The threads behind a screen. All are daemons: they never keep the app from ending.
///
/// @param moves computes the steps, one at a time
/// @param surveys computes what can come later, such as the length of the run
/// @param window runs tasks on the window's thread
public record Workers(ExecutorService moves, ExecutorService surveys, Executor window)
    implements AutoCloseable {

  /// Two threads.
  ///
  /// @param name begins their names
  public static Workers named(String name, Executor window) {
    return new Workers(single(name + " steps"), single(name + " survey"), window);
  }

  /// A daemon thread that runs one task at a time.
  public static ExecutorService single(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  @Override
  public void close() {
    moves.shutdownNow();
    surveys.shutdownNow();
  }
}
