package dev.stepwise.shell;

import dev.stepwise.draw.TextLayouts;
import dev.stepwise.formula.Formulas;
import dev.stepwise.interview.Interviews;
import dev.stepwise.interview.MockInterviews;
import dev.stepwise.practice.Journal;
import dev.stepwise.quiz.Review;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.bpe.BpeView;
import dev.stepwise.view.cosine.CosineView;
import dev.stepwise.view.gradient.GradientView;
import dev.stepwise.view.kmeans.KMeansView;
import dev.stepwise.view.lstm.LstmView;
import dev.stepwise.view.multihead.MultiHeadView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The app's window, with k-means in it unless told otherwise, for tests.
final class TestWindow {
  final ChosenPlace picker = new ChosenPlace();
  final FakeChecks checks = new FakeChecks();
  final ManualTicker ticker = new ManualTicker();
  final List<Throwable> failures = new CopyOnWriteArrayList<>();
  final Journal journal = new Journal(Review.EMPTY, () -> Instant.parse("2026-01-31T12:00:00Z"));
  final List<Interviews> kept = new CopyOnWriteArrayList<>();
  final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-01-31T12:00:00Z"));
  final MockInterviews interviews = new MockInterviews(Interviews.NONE, time::get, new Random(1));
  final SettingsModel settings;
  final AppWindow window;
  final Stage stage;
  Parent root;

  private TestWindow(Stage stage, Settings first, Registry registry) {
    TextLayouts.keepApart();
    interviews.onKeep(kept::add);
    this.stage = stage;
    this.settings = new SettingsModel(first, _ -> {});
    this.window =
        new AppWindow(
            stage,
            new AppWindow.Setup(
                registry,
                settings,
                journal,
                interviews,
                new Formulas(),
                ticker,
                failure -> {
                  failures.add(failure);
                  return Optional.empty();
                },
                picker,
                checks,
                Optional.empty()));
    this.root = window.scene().getRoot();
  }

  static Settings still(UnaryOperator<Settings> change) {
    return change.apply(
        Settings.DEFAULTS.withTheme(Settings.Theme.LIGHT).withMotion(Settings.Motion.REDUCED));
  }

  /// A window that is shown on the headless screen.
  static TestWindow show(double width, double height, Settings settings) throws TimeoutException {
    return show(width, height, settings, registry());
  }

  /// A window with other exercises.
  static TestWindow show(double width, double height, Settings settings, Registry registry)
      throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    var made =
        onFx(() -> {
          var stage = new Stage();
          var window = new TestWindow(stage, settings, registry);
          stage.setWidth(width);
          stage.setHeight(height);
          window.window.show();
          return window;
        });
    WaitForAsyncUtils.waitForFxEvents();
    return made;
  }

  /// A window that is never shown, of any size, for pictures.
  static TestWindow offScreen(Settings settings) throws TimeoutException {
    return offScreen(settings, registry());
  }

  /// A window that is never shown, with other exercises.
  static TestWindow offScreen(Settings settings, Registry registry) throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    return onFx(() -> new TestWindow(new Stage(), settings, registry));
  }

  /// All exercises.
  static Registry everyExercise() {
    return new Registry(
        List.of(
            Registry.ready(new AttentionView()),
            Registry.ready(new MultiHeadView()),
            Registry.ready(new LstmView()),
            Registry.ready(new KMeansView()),
            Registry.ready(new GradientView()),
            Registry.ready(new BpeView()),
            Registry.ready(new CosineView())));
  }

  /// The ids of all exercises.
  static Stream<String> ids() {
    return everyExercise().entries().stream().map(entry -> entry.card().id());
  }

  static Registry registry() {
    return new Registry(
        everyExercise().entries().stream()
            .map(entry ->
                entry.card().id().equals("k-means") ? entry : new Registry.Planned(entry.card()))
            .toList());
  }

  void openKMeans(String preset, String position) {
    run(() -> {
      settings.update(now ->
          now.withPlace("k-means", new Settings.Place(preset, position, "Iteration 1", 0.4)));
      window.open("k-means");
    });
    waitForCounter();
  }

  private void waitForCounter() {
    waitUntil(() -> !text(".counter").isEmpty());
  }

  String text(String selector) {
    var node = find(selector);
    if (node instanceof Labeled label) {
      boolean abbreviated = selector.equals(".counter") && label.getAccessibleText() != null;
      return abbreviated ? label.getAccessibleText() : label.getText();
    }
    return "";
  }

  Node find(String selector) {
    return root.lookup(selector);
  }

  <T> T find(String selector, Class<T> type) {
    return type.cast(find(selector));
  }

  void waitUntil(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(condition));
    } catch (TimeoutException late) {
      throw new AssertionError("waited in vain", late);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  void waitForCounter(String words) {
    waitUntil(() -> text(".counter").equals(words));
  }

  void run(Runnable what) {
    onFx(() -> {
      what.run();
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  static <T> T onFx(Callable<T> what) {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, what);
  }

  /// Closes it with all that it opened; the headless screen takes lists that open for defects.
  void close() {
    run(() -> {
      List.copyOf(Window.getWindows()).forEach(Window::hide);
      window.close();
    });
  }
}
