package dev.stepwise.compute.run;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// A run that follows a recurrence: each state comes from the one before. Only some states, the key
/// states, are kept; the others are computed again from the nearest key state before them. When the
/// key states grow too many, every second one is dropped, so memory stays bounded and the way from
/// a key state to any step stays short: at most `2 · length / maximum` transitions.
///
/// @param <S> the states, immutable
/// @param <F> the frames of the steps
public final class UnfoldingRun<S, F extends Frame> implements Run<F> {

  /// What unfolds. All three must be pure functions.
  public interface Recurrence<S, F extends Frame> {
    /// The state of the first step.
    S first();

    /// Whether no state follows this one.
    boolean isLast(S state, int index);

    /// The state that follows.
    S next(S state, int index);

    /// The step that shows a state.
    Step<F> step(S state, int index);
  }

  private record Reached<S>(int index, S state) {}

  private final Recurrence<S, F> recurrence;
  private final int maximumKeys;
  private final ConcurrentSkipListMap<Integer, S> keys = new ConcurrentSkipListMap<>();
  private volatile int stride = 1;
  private volatile int length = -1;
  private volatile @Nullable Reached<S> latest;

  /// @param maximumKeys how many key states may be kept, at least 2; the memory that the run may
  ///   take, divided by the size of a state
  public UnfoldingRun(Recurrence<S, F> recurrence, int maximumKeys) {
    if (maximumKeys < 2) {
      throw new IllegalArgumentException("at least 2 key states are kept, not " + maximumKeys);
    }
    this.recurrence = recurrence;
    this.maximumKeys = maximumKeys;
  }

  @Override
  public Step<F> step(int index) {
    var reached = reach(index);
    if (reached == null || reached.index() != index) {
      throw new IndexOutOfBoundsException("step " + index + " of " + knownLength().orElse(-1));
    }
    return recurrence.step(reached.state(), index);
  }

  @Override
  public boolean has(int index) {
    if (length >= 0) {
      return index >= 0 && index < length;
    }
    var reached = reach(index);
    return reached != null && reached.index() == index;
  }

  @Override
  public OptionalInt knownLength() {
    return length >= 0 ? OptionalInt.of(length) : OptionalInt.empty();
  }

  /// How many states are kept now.
  int keptStates() {
    return keys.size();
  }

  /// Goes to the index, or to the last state where the run ends before it; null for indices that
  /// cannot exist.
  private @Nullable Reached<S> reach(int index) {
    if (index < 0 || (length >= 0 && index >= length)) {
      return null;
    }
    var at = nearestBefore(index);
    while (at.index() < index) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("computing step " + index + " was cancelled");
      }
      if (recurrence.isLast(at.state(), at.index())) {
        length = at.index() + 1;
        return at;
      }
      at = new Reached<>(at.index() + 1, recurrence.next(at.state(), at.index()));
      keep(at);
    }
    latest = at;
    return at;
  }

  private Reached<S> nearestBefore(int index) {
    var key = keys.floorEntry(index);
    var recent = latest;
    if (recent != null
        && recent.index() <= index
        && (key == null || key.getKey() < recent.index())) {
      return recent;
    }
    if (key != null) {
      return new Reached<>(key.getKey(), key.getValue());
    }
    var first = new Reached<>(0, Objects.requireNonNull(recurrence.first()));
    keep(first);
    return first;
  }

  private void keep(Reached<S> reached) {
    if (reached.index() % stride != 0) {
      return;
    }
    keys.putIfAbsent(reached.index(), reached.state());
    if (keys.size() > maximumKeys) {
      thinOut();
    }
  }

  private synchronized void thinOut() {
    if (keys.size() > maximumKeys) {
      int doubled = stride * 2;
      stride = doubled;
      keys.keySet().removeIf(index -> index % doubled != 0);
    }
  }
}
