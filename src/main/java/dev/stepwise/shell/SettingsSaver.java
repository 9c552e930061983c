package dev.stepwise.shell;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Saves settings in the background. Only the newest are written: where changes come faster than
/// they can be written, those between are skipped.
public final class SettingsSaver implements Consumer<Settings>, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SettingsSaver.class.getName());
  private static final long PATIENCE_SECONDS = 2;

  private final SettingsStore store;
  private final ExecutorService writer;
  private final AtomicReference<Settings> newest = new AtomicReference<>();

  /// @param writer runs one task at a time
  public SettingsSaver(SettingsStore store, ExecutorService writer) {
    this.store = store;
    this.writer = writer;
  }

  @Override
  public void accept(Settings settings) {
    if (newest.getAndSet(settings) == null) {
      writer.execute(this::write);
    }
  }

  private void write() {
    var settings = newest.getAndSet(null);
    try {
      store.save(settings);
    } catch (IOException failure) {
      LOG.log(Level.WARNING, "the settings could not be saved", failure);
    }
  }

  /// Waits until what was changed is written.
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warning("the settings could not be saved in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
