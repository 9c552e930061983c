package dev.stepwise.session;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Computes what is asked for beside the window; only the newest request is answered, on the
/// window's thread.
final class Requests {
  private final Workers workers;
  private int newest;
  private @Nullable Future<?> underWay;

  Requests(Workers workers) {
    this.workers = workers;
  }

  /// Computes something; what was asked for before is forgotten.
  ///
  /// @param use takes it
  /// @param failed told why it could not be computed
  <T> void ask(Supplier<T> computation, Consumer<T> use, Consumer<Throwable> failed) {
    forget();
    int mine = newest;
    underWay =
        workers
            .surveys()
            .submit(() -> {
              try {
                var found = computation.get();
                answer(mine, () -> use.accept(found));
              } catch (CancellationException _) {
                // a newer request has taken its place
              } catch (RuntimeException | Error failure) {
                answer(mine, () -> failed.accept(failure));
              }
            });
  }

  /// What was asked for is wanted no more.
  void forget() {
    newest++;
    if (underWay != null) {
      underWay.cancel(true);
    }
  }

  private void answer(int asked, Runnable what) {
    workers
        .window()
        .execute(() -> {
          if (asked == newest) {
            underWay = null; // it is done, and not to be interrupted by what follows from it
            what.run();
          }
        });
  }
}
