package dev.stepwise.cli;

import dev.stepwise.draw.TextLayouts;
import dev.stepwise.formula.Formulas;
import dev.stepwise.interview.InterviewFile;
import dev.stepwise.interview.Interviews;
import dev.stepwise.interview.MockInterviews;
import dev.stepwise.lecture.Session;
import dev.stepwise.lecture.SessionFile;
import dev.stepwise.platform.AppDirectories;
import dev.stepwise.platform.LogFile;
import dev.stepwise.practice.Journal;
import dev.stepwise.quiz.Review;
import dev.stepwise.quiz.ReviewFile;
import dev.stepwise.session.Workers;
import dev.stepwise.shell.AppWindow;
import dev.stepwise.shell.Memory;
import dev.stepwise.shell.Saver;
import dev.stepwise.shell.Settings;
import dev.stepwise.shell.SettingsModel;
import dev.stepwise.shell.SettingsStore;
import dev.stepwise.shell.Ticker;
import dev.stepwise.shell.checking.CodeChecks;
import dev.stepwise.shell.sharing.SystemFilePicker;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Opens the window and waits until it is closed.
final class WindowApp {
  private final Exercises exercises;
  private final WindowToolkit toolkit;

  WindowApp(Exercises exercises, WindowToolkit toolkit) {
    this.exercises = exercises;
    this.toolkit = toolkit;
  }

  /// @param opening what to begin with
  /// @throws WindowToolkit.NoDisplay where there is no display
  /// @throws WindowToolkit.Refused where it lets no window be opened
  /// @throws Exception where it fails: a defect of the app
  void run(Opening opening) throws Exception {
    var closed = new CountDownLatch(1);
    var failure = new AtomicReference<@Nullable Throwable>();
    // While JavaFX starts.
    var store = new SettingsStore(AppDirectories.ofThisUser().config().resolve("settings.json"));
    var loaded = store.load();
    var progress = new ReviewFile(AppDirectories.ofThisUser().data().resolve("progress.json"));
    var remembered = progress.load();
    var held = new InterviewFile(AppDirectories.ofThisUser().data().resolve("interviews.json"));
    var interviews = held.load();
    var kept =
        new SessionFile(
            AppDirectories.ofThisUser().data().resolve("session.stepwise"), exercises.scenarios());
    var session =
        Rehearsal.isOne() ? new SessionFile.Loaded(Session.NONE, Optional.empty()) : kept.load();
    toolkit.await();
    Platform.runLater(() ->
        open(
            new Remembered(store, loaded, progress, remembered, held, interviews, kept, session),
            opening,
            closed,
            failure));
    closed.await();
    var failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("the window could not be opened", failed);
    }
  }

  /// What earlier starts left.
  private record Remembered(
      SettingsStore store,
      SettingsStore.Loaded settings,
      ReviewFile progress,
      ReviewFile.Loaded review,
      InterviewFile held,
      InterviewFile.Loaded interviews,
      SessionFile kept,
      SessionFile.Loaded session) {
    Optional<String> remark() {
      return settings.remark().or(review::remark).or(interviews::remark).or(session::remark);
    }
  }

  /// Where the log cannot be written, what lies beside it in the user's home cannot either.
  private static Optional<String> unwritable(Optional<LogFile> log) {
    return log.isPresent()
        ? Optional.empty()
        : Optional.of(
            "The folder %s cannot be written to. What you do here may not be remembered."
                .formatted(AppDirectories.ofThisUser().logs()));
  }

  private void open(
      Remembered remembered,
      Opening opening,
      CountDownLatch closed,
      AtomicReference<@Nullable Throwable> failure) {
    try {
      TextLayouts.keepApart();
      var log = LogFile.open(AppDirectories.ofThisUser().logs(), Logger.getLogger(""));
      var saver =
          new Saver<Settings>("settings", remembered.store()::save, Workers.single("settings"));
      var keeper =
          new Saver<Review>("progress", remembered.progress()::save, Workers.single("progress"));
      var journal = new Journal(remembered.review().review(), InstantSource.system());
      var interviewKeeper =
          new Saver<Interviews>(
              "interviews", remembered.held()::save, Workers.single("interviews"));
      var interviews =
          new MockInterviews(
              remembered.interviews().interviews(),
              InstantSource.system(),
              RandomGenerator.getDefault());
      var sessionKeeper =
          new Saver<Session>("session", remembered.kept()::save, Workers.single("session"));
      var formulas = new Formulas();
      var stage = new Stage();
      var window =
          new AppWindow(
              stage,
              new AppWindow.Setup(
                  exercises.registry(),
                  new SettingsModel(
                      remembered.settings().settings(), Rehearsal.isOne() ? _ -> {} : saver),
                  journal,
                  interviews,
                  formulas,
                  Ticker.frames(),
                  _ -> log.map(LogFile::path), // by then the log has it
                  new SystemFilePicker(),
                  CodeChecks.withPython(),
                  opening.remark().or(remembered::remark).or(() -> unwritable(log)),
                  new Memory(
                      remembered.session().session(),
                      Rehearsal.isOne() ? _ -> {} : sessionKeeper,
                      InstantSource.system()),
                  log.map(LogFile::path)));
      stage.setOnHidden(_ -> {
        saver.close();
        keeper.close();
        interviewKeeper.close();
        sessionKeeper.close();
        log.ifPresent(LogFile::close);
        closed.countDown();
      });
      if (!Rehearsal.isOne()) {
        journal.onChange(keeper);
        interviews.onKeep(interviewKeeper);
      }
      window.show();
      if (Rehearsal.isOne()) {
        window.afterFirstFrame(() -> Rehearsal.end(stage));
      } else {
        formulas.warmUp(task -> window.afterFirstFrame(() -> Thread.ofVirtual().start(task)));
      }
      opening.lecture().ifPresent(lecture -> window.open(lecture, opening.file()));
    } catch (RuntimeException | Error e) {
      failure.set(e);
      closed.countDown();
    }
  }
}
