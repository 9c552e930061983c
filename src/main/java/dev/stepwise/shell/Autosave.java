package dev.stepwise.shell;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Saves what changes by itself: a second after a change at the latest, and once where many come
/// together.
///
/// @param <T> what is saved
final class Autosave<T> implements AutoCloseable {
  /// How long a change may wait, in nanoseconds.
  static final long PATIENCE = 1_000_000_000L;

  private final Supplier<T> now;
  private final Consumer<T> keep;
  private final Ticker.Ticking ticking;
  private boolean changed;
  private boolean waits;
  private long since;

  /// @param now collects what is to be saved
  /// @param keep takes it away to be written; returns at once
  Autosave(Ticker ticker, Supplier<T> now, Consumer<T> keep) {
    this.now = now;
    this.keep = keep;
    ticking = ticker.start(this::pulse);
  }

  /// Something has changed.
  void changed() {
    changed = true;
  }

  private void pulse(long time) {
    if (!changed) {
      return;
    }
    if (!waits) {
      waits = true;
      since = time;
    } else if (time - since >= PATIENCE) {
      save();
    }
  }

  /// Saves now what has changed.
  void save() {
    if (changed) {
      changed = false;
      waits = false;
      keep.accept(now.get());
    }
  }

  @Override
  public void close() {
    save();
    ticking.close();
  }
}
