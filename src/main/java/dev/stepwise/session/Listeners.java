package dev.stepwise.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Who is told of one kind of change, in the order in which they began to listen. Used on one
/// thread; whoever listens may stop while being told.
///
/// @param <T> what is told
public final class Listeners<T> {
  private final List<Consumer<? super T>> all = new CopyOnWriteArrayList<>();

  /// Begins to listen.
  ///
  /// @return ends it
  public Runnable add(Consumer<? super T> listener) {
    all.add(listener);
    return () -> all.remove(listener);
  }

  /// Tells all.
  public void tell(T news) {
    all.forEach(listener -> listener.accept(news));
  }

  /// Nobody listens any more.
  public void clear() {
    all.clear();
  }
}
