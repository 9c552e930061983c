package dev.stepwise.compute.run;

import java.util.concurrent.CancellationException;

/// How long computations let themselves be stopped.
public final class Cancellation {
  private Cancellation() {}

  /// Called now and then by whatever computes for long.
  ///
  /// @throws CancellationException if the current thread was interrupted; the interrupt stays set
  public static void checkpoint() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the computation was cancelled");
    }
  }
}
