package dev.stepwise.shell.checking;

import dev.stepwise.check.Checker;
import dev.stepwise.check.Python;
import dev.stepwise.check.Report;
import dev.stepwise.job.Background;
import dev.stepwise.job.LatestJob;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.session.Listeners;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The file that is checked and what came of it. Checks run in the background, the latest alone
/// counts; a file that is saved is checked again. Used on the window's thread.
public final class CheckDesk implements AutoCloseable {
  /// How often a file is looked at, in nanoseconds.
  static final long PERIOD = 1_000_000_000L;

  private static final long LARGEST_LISTING = 1 << 20;

  private final CodeChecks checks;
  private final Supplier<Optional<LoadedScenario<?, ?>>> open;
  private final Supplier<Optional<Path>> named;
  private final Background background;
  private final Background watching;
  private final Clock clock;
  private final Consumer<Throwable> failed;
  private final LatestJob<Outcome> check;
  private final LatestJob<Optional<Python>> search;
  private final LatestJob<Optional<FileStamp>> look;
  private final Listeners<Checked> onChange = new Listeners<>();
  private Checked checked = Checked.NOTHING;
  private Optional<Found> python = Optional.empty();
  private Optional<FileStamp> stamp = Optional.empty();
  private long lookedAt;

  /// What was looked for and what was found.
  private record Found(Optional<Path> named, Optional<Python> python) {}

  private record Outcome(
      Found python, Optional<FileStamp> stamp, Report report, List<String> lines) {}

  /// Where work is done.
  ///
  /// @param checking where code is checked; ended with the desk
  /// @param watching where files are looked at; ended with the desk
  /// @param clock says when something was checked
  public record Means(Background checking, Background watching, Clock clock) {}

  /// @param open what code is checked against; empty while nothing is open
  /// @param named the Python that the settings name
  /// @param failed told of a defect
  public CheckDesk(
      CodeChecks checks,
      Supplier<Optional<LoadedScenario<?, ?>>> open,
      Supplier<Optional<Path>> named,
      Means means,
      Consumer<Throwable> failed) {
    this.checks = checks;
    this.open = open;
    this.named = named;
    this.failed = failed;
    background = means.checking();
    watching = means.watching();
    clock = means.clock();
    check = new LatestJob<>(background.worker(), background.screen());
    search = new LatestJob<>(background.worker(), background.screen());
    look = new LatestJob<>(watching.worker(), watching.screen());
  }

  /// Listens to its being otherwise than before.
  ///
  /// @return ends it
  public Runnable onChange(Consumer<? super Checked> listener) {
    return onChange.add(listener);
  }

  /// How it stands.
  public Checked checked() {
    return checked;
  }

  /// The Python that runs code, empty where there is none; empty as a whole where nobody has looked
  /// yet.
  @SuppressWarnings("OptionalMapToOptional") // nobody looked, or there is none
  public Optional<Optional<Python>> python() {
    return python.filter(found -> found.named().equals(named.get())).map(Found::python);
  }

  /// Looks for Python, unless it is known.
  public void lookForPython() {
    if (python().isPresent() || search.running()) {
      return;
    }
    var wanted = named.get();
    search.start(
        _ -> checks.python(wanted),
        new Hearing<>(found -> {
          python = Optional.of(new Found(wanted, found));
          onChange.tell(checked);
        }));
  }

  /// Opens a file and checks it.
  public void open(Path file) {
    stamp = Optional.empty();
    checked = new Checked(Optional.of(file), Optional.empty(), Optional.empty());
    again();
  }

  /// Checks the file that is open again, on the inputs that are open.
  public void again() {
    var file = checked.file();
    var loaded = open.get();
    if (file.isEmpty() || loaded.isEmpty()) {
      return;
    }
    become(checked.doing(Optional.of("Starting")));
    var wanted = named.get();
    var known = python.filter(found -> found.named().equals(wanted) && found.python().isPresent());
    check.start(_ -> outcome(file.get(), loaded.get(), wanted, known), new Hearing<>(this::take));
  }

  private Outcome outcome(
      Path file, LoadedScenario<?, ?> loaded, Optional<Path> wanted, Optional<Found> known) {
    var found = known.orElseGet(() -> new Found(wanted, checks.python(wanted)));
    var before = FileStamp.of(file);
    var lines = lines(file);
    return new Outcome(
        found, before, checks.check(found.python(), loaded, file, this::progress), lines);
  }

  private static List<String> lines(Path file) {
    try {
      return Checker.isCode(file) && Files.size(file) <= LARGEST_LISTING
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException _) {
      return List.of(); // the check tells of it
    }
  }

  private void progress(String doing) {
    background
        .screen()
        .execute(() -> {
          if (checked.doing().isPresent()) {
            become(checked.doing(Optional.of(doing)));
          }
        });
  }

  private void take(Outcome outcome) {
    python = Optional.of(outcome.python());
    stamp = outcome.stamp();
    become(
        checked.with(
            new Checked.Result(
                outcome.report(), outcome.lines(), LocalTime.now(clock), Checked.Inputs.SAME)));
  }

  /// Ends the check that is running; what came of the one before stays.
  public void cancel() {
    check.cancel();
    become(checked.doing(Optional.empty()));
  }

  /// Another problem is open: what is shown is of the one before, until it is checked again.
  public void turned() {
    if (checked.doing().isPresent()) {
      again();
    } else {
      become(checked.elsewhere());
    }
  }

  /// Called once a frame: looks now and then whether the file was saved.
  public void pulse(long now) {
    boolean isSoon = Math.abs(now - lookedAt) < PERIOD; // the clock may stand before zero
    if (checked.file().isEmpty() || check.running() || look.running() || isSoon) {
      return;
    }
    lookedAt = now;
    var file = checked.file().get();
    look.start(
        _ -> FileStamp.of(file),
        new Hearing<>(found -> {
          boolean isSaved =
              found.isPresent() && !found.equals(stamp) && checked.result().isPresent();
          if (isSaved && checked.file().equals(Optional.of(file)) && !check.running()) {
            again();
          }
        }));
  }

  private void become(Checked next) {
    if (!next.equals(checked)) {
      checked = next;
    }
    onChange.tell(checked);
  }

  @Override
  public void close() {
    check.cancel();
    search.cancel();
    look.cancel();
    onChange.clear();
    background.worker().shutdownNow();
    watching.worker().shutdownNow();
  }

  /// Hears of the end of a job.
  private final class Hearing<R> implements LatestJob.Listener<R> {
    private final Consumer<R> done;

    Hearing(Consumer<R> done) {
      this.done = done;
    }

    @Override
    public void progressed(double fraction) {
      // how far it is nobody knows
    }

    @Override
    public void finished(R result) {
      done.accept(result);
    }

    @Override
    public void failed(Throwable cause) {
      become(checked.doing(Optional.empty()));
      if (!(cause instanceof CancellationException)) {
        failed.accept(cause);
      }
    }
  }
}
