package dev.stepwise.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.ManualWorker;
import dev.stepwise.testing.OneAtATime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@OneAtATime
class LatestJobTest {
  private final ManualWorker worker = new ManualWorker();
  private final ManualWorker screen = new ManualWorker();
  private final LatestJob<String> job = new LatestJob<>(worker, screen);
  private final List<String> heard = new ArrayList<>();

  private LatestJob.Listener<String> listener(String name) {
    return new LatestJob.Listener<>() {
      @Override
      public void progressed(double fraction) {
        heard.add(name + " " + fraction);
      }

      @Override
      public void finished(String result) {
        heard.add(name + " " + result);
      }

      @Override
      public void failed(Throwable cause) {
        heard.add(name + " failed: " + cause.getMessage());
      }
    };
  }

  @Test
  void a_job_tells_its_progress_and_then_its_result() {
    job.start(
        progress -> {
          progress.accept(0.5);
          return "done";
        },
        listener("job"));
    assertThat(job.running()).isTrue();
    worker.runAll();
    screen.runAll();
    assertThat(heard).containsExactly("job 0.5", "job done");
    assertThat(job.running()).isFalse();
  }

  @Test
  void a_result_that_waits_for_the_screen_is_discarded_when_a_newer_job_starts() {
    job.start(_ -> "old", listener("first"));
    worker.runAll();
    job.start(_ -> "new", listener("second"));
    screen.runAll();
    worker.runAll();
    screen.runAll();
    assertThat(heard).containsExactly("second new");
  }

  @Test
  void a_cancelled_job_that_waits_never_runs() {
    var ran = new ArrayList<String>();
    job.start(
        _ -> {
          ran.add("ran");
          return "done";
        },
        listener("job"));
    job.cancel();
    worker.runAll();
    screen.runAll();
    assertThat(ran).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void a_failure_is_told() {
    job.start(
        _ -> {
          throw new IllegalStateException("no luck");
        },
        listener("job"));
    worker.runAll();
    screen.runAll();
    assertThat(heard).containsExactly("job failed: no luck");
    assertThat(job.running()).isFalse();
  }

  @Test
  void a_million_steps_of_progress_are_thinned_to_a_few_hundred() {
    job.start(
        progress -> {
          for (int i = 0; i < 1_000_000; i++) {
            progress.accept(i / 1e6);
          }
          return "done";
        },
        listener("job"));
    worker.runAll();
    screen.runAll();
    assertThat(heard).hasSizeBetween(50, 250);
  }

  @Test
  void cancelling_interrupts_the_thread_that_computes() throws InterruptedException {
    var started = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    try (var thread = Executors.newSingleThreadExecutor()) {
      var busy = new LatestJob<String>(thread, screen);
      busy.start(
          _ -> {
            started.countDown();
            try {
              new CountDownLatch(1).await();
              return "never";
            } catch (InterruptedException e) {
              stopped.countDown();
              throw new CancellationException("stopped");
            }
          },
          listener("job"));
      started.await();
      busy.cancel();
      assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }
    screen.runAll();
    assertThat(heard).isEmpty();
  }
}
