package dev.stepwise.playback;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/// What a player sends its worker to find, one after another, each from where the one before
/// arrived. What is found is told on the window's thread; what was discarded meanwhile is not.
final class Errands {
  private final ExecutorService worker;
  private final Executor window;
  private final AtomicInteger generation = new AtomicInteger();
  private final List<Future<?>> underWay = new ArrayList<>();
  private volatile Place target = new Place(Position.START, 1);
  private int pending;

  /// What was found.
  ///
  /// @param at where the next errand begins
  record Found<R>(Place at, R what) {}

  Errands(ExecutorService worker, Executor window) {
    this.worker = worker;
    this.window = window;
  }

  /// Whether the worker is on its way.
  boolean isBusy() {
    return pending > 0;
  }

  /// Forgets what is under way.
  void discard() {
    synchronized (generation) {
      generation.incrementAndGet();
    }
    pending = 0;
    underWay.forEach(errand -> errand.cancel(true));
    underWay.clear();
  }

  /// The next errand begins here.
  void stand(Place place) {
    synchronized (generation) {
      target = place;
    }
  }

  /// Sends the worker.
  ///
  /// @param errand finds something from a place; may compute for long
  /// @param use told what was found
  /// @param failed told of a defect
  <R> void send(Function<Place, Found<R>> errand, Consumer<R> use, Consumer<Throwable> failed) {
    int mine = generation.get();
    pending++;
    underWay.removeIf(Future::isDone);
    underWay.add(
        worker.submit(() -> {
          if (mine != generation.get()) {
            return;
          }
          try {
            var found = errand.apply(target);
            if (stand(found.at(), mine)) {
              back(mine, () -> use.accept(found.what()));
            }
          } catch (CancellationException _) {
            back(mine, () -> {});
          } catch (RuntimeException | Error failure) {
            back(mine, () -> failed.accept(failure));
          }
        }));
  }

  /// Stands at a place unless the errand that found it has been discarded meanwhile.
  private boolean stand(Place place, int mine) {
    synchronized (generation) {
      if (mine != generation.get()) {
        return false;
      }
      target = place;
      return true;
    }
  }

  private void back(int mine, Runnable told) {
    window.execute(() -> {
      if (mine == generation.get()) {
        pending--;
        told.run();
      }
    });
  }
}
