package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Whatever is pressed, clicked, dragged, typed or chosen, in whatever order: nothing fails,
/// nothing is logged as a warning, and the window answers.
///
/// The suite does a few hundred things, always the same. At length:
///
/// ```
/// mvn -Pmonkey verify -Dmonkey.seed=7 -Dmonkey.actions=20000
/// ```
@OneAtATime
class MonkeyTest {
  private static final int ACTIONS = Integer.getInteger("monkey.actions", 150);
  private static final long SEED = Long.getLong("monkey.seed", 1);
  private static final boolean WATCHED = Boolean.getBoolean("monkey.watched");
  private static final long LONGEST_NANOS = 2_000_000_000L; // of work, whatever else runs
  private static final int REMEMBERED = 25;

  /// Keeps what is logged as a warning or worse.
  private static final class Warnings extends Handler {
    final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord one) {
      if (one.getLevel().intValue() >= Level.WARNING.intValue()) {
        all.add(
            "%s: %s %s"
                .formatted(one.getLoggerName(), one.getMessage(), describe(one.getThrown())));
      }
    }

    private static String describe(Throwable thrown) {
      return thrown == null ? "" : thrown + " at " + List.of(thrown.getStackTrace());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /// JavaFX's screen that is none fails to show lists that reach over its edge, and to type where
  /// no window is active.
  private static boolean isOfScreen(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .dropWhile(at -> at.getClassName().matches("(java|jdk)\\..*"))
        .limit(1)
        .anyMatch(at -> at.getClassName().startsWith("com.sun.glass.ui.headless."));
  }

  private static String told(List<Throwable> thrown) {
    var words = new StringWriter();
    thrown.forEach(each -> each.printStackTrace(new PrintWriter(words)));
    return words.toString();
  }

  private static String report(Deque<String> done) {
    return "seed %d, what was done last:%n%s%n"
        .formatted(SEED, String.join(System.lineSeparator(), done));
  }

  @Test
  void nothing_that_a_user_does_breaks_it() throws TimeoutException {
    var warnings = new Warnings();
    Logger.getLogger("").addHandler(warnings);
    var done = new ConcurrentLinkedDeque<String>();
    var uncaught = new CopyOnWriteArrayList<Throwable>();
    var thread = new AtomicLong();
    var work = ManagementFactory.getThreadMXBean();
    var window =
        TestWindow.show(
            1000, 760, TestWindow.still(UnaryOperator.identity()), TestWindow.everyExercise());
    try {
      var monkey =
          TestWindow.onFx(() -> {
            Thread.currentThread()
                .setUncaughtExceptionHandler((_, e) -> {
                  if (!isOfScreen(e)) {
                    uncaught.add(e);
                  }
                });
            window.window.open("k-means");
            thread.set(Thread.currentThread().threadId());
            return new Monkey(window, SEED);
          });
      for (int i = 0; i < ACTIONS; i++) {
        long start = work.getThreadCpuTime(thread.get());
        int number = i;
        // Not waited for: a dialog keeps its action from ending.
        Platform.runLater(() -> done.addLast(number + " " + monkey.act()));
        WaitForAsyncUtils.waitForFxEvents(3);
        if (i % 40 == 39) {
          window.run(monkey::closeOthers);
        }
        window.run(() -> window.ticker.advanceMillis(100));
        while (done.size() > REMEMBERED) {
          done.removeFirst();
        }
        assertThat(told(window.failures)).as(() -> report(done)).isEmpty();
        assertThat(told(uncaught)).as(() -> report(done)).isEmpty();
        assertThat(warnings.all).as(() -> report(done)).isEmpty();
        if (WATCHED) {
          assertThat(work.getThreadCpuTime(thread.get()) - start)
              .as(() -> report(done))
              .isLessThan(LONGEST_NANOS);
        }
      }
    } finally {
      Logger.getLogger("").removeHandler(warnings);
      window.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
      window.close();
    }
  }
}
