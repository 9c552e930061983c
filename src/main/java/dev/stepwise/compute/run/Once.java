package dev.stepwise.compute.run;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Computes a value when it is first asked for, and keeps it. Where computing fails or is
/// cancelled, the next one who asks computes it again. For any thread.
///
/// @param <T> the value
public final class Once<T> implements Supplier<T> {
  private final Supplier<T> computing;
  private volatile @Nullable T value;

  /// Nothing is computed yet.
  public Once(Supplier<T> computing) {
    this.computing = computing;
  }

  @Override
  public T get() {
    var there = value;
    return there != null ? there : compute();
  }

  private synchronized T compute() {
    var there = value;
    if (there == null) {
      there = computing.get();
      value = there;
    }
    return there;
  }
}
