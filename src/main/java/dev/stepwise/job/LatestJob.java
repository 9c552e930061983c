package dev.stepwise.job;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/// Runs a job in the background and tells how it goes. A new job cancels the one before it, whose
/// listener then hears no more. Used on the JavaFX thread alone.
///
/// @param <R> what a job results in
public final class LatestJob<R> {
  private static final double LEAST_PROGRESS = 0.005;

  private final ExecutorService worker;
  private final Executor screen;
  private Optional<Ticket> current = Optional.empty();

  /// Hears of a job, on the screen's executor.
  ///
  /// @param <R> what the job results in
  public interface Listener<R> {
    /// So much is done, from 0 to 1.
    void progressed(double fraction);

    /// It is done.
    void finished(R result);

    /// It could not be done.
    void failed(Throwable cause);
  }

  /// @param worker where jobs run; it interrupts the thread of a job that is cancelled
  /// @param screen where listeners are told, such as `Platform::runLater`
  public LatestJob(ExecutorService worker, Executor screen) {
    this.worker = worker;
    this.screen = screen;
  }

  /// Starts a job instead of the one that is running.
  ///
  /// @param work computes the result and tells its progress from 0 to 1
  public void start(Function<DoubleConsumer, R> work, Listener<R> listener) {
    cancel();
    var ticket = new Ticket();
    current = Optional.of(ticket);
    ticket.future = Optional.of(worker.submit(() -> run(ticket, work, listener)));
  }

  /// Stops the job that is running, if any; its listener hears no more.
  public void cancel() {
    current.flatMap(ticket -> ticket.future).ifPresent(future -> future.cancel(true));
    current = Optional.empty();
  }

  /// Whether a job is running or waiting for its turn.
  public boolean running() {
    return current.isPresent();
  }

  private void run(Ticket ticket, Function<DoubleConsumer, R> work, Listener<R> listener) {
    try {
      var result = work.apply(fraction -> report(ticket, fraction, listener));
      end(ticket, () -> listener.finished(result));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      end(ticket, () -> listener.failed(e));
    }
  }

  private void report(Ticket ticket, double fraction, Listener<R> listener) {
    // A loop of a million rounds must not flood the screen's queue.
    if (fraction - ticket.reported >= LEAST_PROGRESS) {
      ticket.reported = fraction;
      screen.execute(() -> {
        if (isCurrent(ticket)) {
          listener.progressed(fraction);
        }
      });
    }
  }

  private void end(Ticket ticket, Runnable telling) {
    screen.execute(() -> {
      if (isCurrent(ticket)) {
        current = Optional.empty();
        telling.run();
      }
    });
  }

  @SuppressWarnings("ReferenceEquality") // a ticket stands for one start
  private boolean isCurrent(Ticket ticket) {
    return current.filter(now -> now == ticket).isPresent();
  }

  /// One start of one job.
  private static final class Ticket {
    private Optional<Future<?>> future = Optional.empty();
    private double reported;
  }
}
