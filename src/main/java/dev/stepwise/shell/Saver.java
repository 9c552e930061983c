package dev.stepwise.shell;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Saves what changes in the background, such as settings. Only the newest is written: where
/// changes come faster than they can be written, those between are skipped.
///
/// @param <T> what is saved
public final class Saver<T> implements Consumer<T>, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Saver.class.getName());
  private static final long PATIENCE_SECONDS = 2;

  /// Where it is saved.
  ///
  /// @param <T> what is saved
  @FunctionalInterface
  public interface Store<T> {
    /// Writes it.
    ///
    /// @throws IOException where it cannot be written; what was there before stays
    void save(T value) throws IOException;
  }

  private final String name;
  private final Store<T> store;
  private final ExecutorService writer;
  private final AtomicReference<@Nullable T> newest = new AtomicReference<>();

  /// @param name what is saved, for the log: `settings`
  /// @param writer runs one task at a time
  public Saver(String name, Store<T> store, ExecutorService writer) {
    this.name = name;
    this.store = store;
    this.writer = writer;
  }

  @Override
  public void accept(T value) {
    if (newest.getAndSet(value) == null) {
      writer.execute(this::write);
    }
  }

  private void write() {
    var value = newest.getAndSet(null);
    if (value == null) {
      return;
    }
    try {
      store.save(value);
    } catch (IOException failure) {
      LOG.log(Level.WARNING, "the " + name + " could not be saved", failure);
    }
  }

  /// Waits until what was changed is written.
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warning("the " + name + " could not be saved in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
