package dev.stepwise.shell;

import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Type;
import dev.stepwise.formula.Formulas;
import dev.stepwise.interview.MockInterviews;
import dev.stepwise.lecture.Lecture;
import dev.stepwise.playback.Position;
import dev.stepwise.practice.Journal;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.session.Bookmark;
import dev.stepwise.shell.checking.CodeChecks;
import dev.stepwise.shell.sharing.FilePicker;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The window of the app.
public final class AppWindow {
  /// How large a first window is inside, where its screen has the room.
  static final double WIDTH = 1280;

  static final double HEIGHT = 800;

  /// How small it can be made.
  static final double LEAST_WIDTH = 800;

  static final double LEAST_HEIGHT = 600;

  private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128);

  /// What the window needs to begin with.
  ///
  /// @param registry the exercises
  /// @param settings remembered from the last time
  /// @param journal what is remembered of a learner's answers
  /// @param interviews the mock interview under way and those that were held
  /// @param formulas sets formulas, warmed up elsewhere
  /// @param ticker the frames
  /// @param recorder keeps the details of a defect and tells in which file, if it could
  /// @param picker asks where to save
  /// @param checks checks code of one's own
  /// @param remark to be said on the home page, if any
  /// @param memory what is kept of a session
  /// @param log where warnings are written; empty where they cannot be
  public record Setup(
      Registry registry,
      SettingsModel settings,
      Journal journal,
      MockInterviews interviews,
      Formulas formulas,
      Ticker ticker,
      Function<Throwable, Optional<Path>> recorder,
      FilePicker picker,
      CodeChecks checks,
      Optional<String> remark,
      Memory memory,
      Optional<Path> log) {

    /// Of a window that keeps nothing.
    public Setup(
        Registry registry,
        SettingsModel settings,
        Journal journal,
        MockInterviews interviews,
        Formulas formulas,
        Ticker ticker,
        Function<Throwable, Optional<Path>> recorder,
        FilePicker picker,
        CodeChecks checks,
        Optional<String> remark) {
      this(
          registry,
          settings,
          journal,
          interviews,
          formulas,
          ticker,
          recorder,
          picker,
          checks,
          remark,
          Memory.NONE,
          Optional.empty());
    }
  }

  private final Stage stage;
  private final Scene scene;
  private final MainWindow content;
  private final FailureDialog failures;
  private final Appearance appearance;

  /// Fills a stage; [#show] opens it.
  public AppWindow(Stage stage, Setup setup) {
    this.stage = stage;
    BooleanSupplier keeps = () -> setup.settings().get().remembering() == Settings.Remembering.ON;
    setup.journal().setKeeps(keeps);
    setup.interviews().setKeeps(keeps);
    Fonts.BUNDLED.font(Type.Face.REGULAR, 12); // makes the families known to the style sheets
    failures = new FailureDialog(stage, setup.recorder());
    appearance = new Appearance(setup.settings());
    content = new MainWindow(setup, appearance, stage, failures);
    StackPane root = content.root();
    scene = new Scene(root, WIDTH, HEIGHT);
    scene.getStylesheets().setAll(STYLES);
    appearance.applyTo(root);
    content.keys().installOn(scene);
    stage.setTitle("Stepwise");
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setScene(scene);
    var memory = WindowMemory.place(stage, setup.settings().get().window());
    stage.setOnCloseRequest(event -> {
      if (!content.lectures().mayClose(stage::hide)) {
        event.consume();
      }
    });
    stage.setOnHiding(_ -> {
      memory.where().ifPresent(place -> setup.settings().update(now -> now.withWindow(place)));
      close();
    });
  }

  private static final List<String> STYLES =
      List.of(
          resource("/assets/styles/marks.css"),
          resource("/assets/styles/shell.css"),
          resource("/assets/styles/practice.css"),
          resource("/assets/styles/interview.css"),
          resource("/assets/styles/learn.css"),
          resource("/assets/styles/check.css"));

  private static String resource(String path) {
    return Objects.requireNonNull(AppWindow.class.getResource(path), path).toExternalForm();
  }

  /// Opens the window on the home page.
  public void show() {
    failures.install();
    content.goHome();
    stage.show();
    FirstFrame.then(() -> Thread.ofVirtual().start(this::fetchIcons));
  }

  private void fetchIcons() {
    var icons =
        ICON_SIZES.stream()
            .map(size -> new Image(resource("/assets/icon/stepwise-" + size + ".png")))
            .toList();
    Platform.runLater(() -> stage.getIcons().setAll(icons));
  }

  /// Takes what is inside the window into a scene of any size that no window shows, for pictures.
  /// To be called once, instead of [#show].
  public Scene offScreen(double width, double height) {
    var root = scene.getRoot();
    scene.setRoot(new Group());
    var off = new Scene(root, width, height);
    off.getStylesheets().setAll(STYLES);
    return off;
  }

  /// Ends what runs in the window; one that is shown does so itself when it closes.
  public void close() {
    content.close();
    appearance.close();
    failures.close();
  }

  /// Does something once the first frame of the window has been shown.
  public void afterFirstFrame(Runnable task) {
    FirstFrame.then(task);
  }

  /// Opens an exercise where it was left, or at its first preset.
  public void open(String exercise) {
    content.openExercise(exercise);
  }

  /// Opens what a scenario file holds, at its first step.
  public void open(Scenario scenario) {
    open(scenario, Position.START);
  }

  /// Opens what a scenario file holds, at a step.
  public void open(Scenario scenario, Position at) {
    content.open(Bookmark.at(scenario, at), () -> {});
  }

  /// Opens a bookmark.
  public void open(Bookmark bookmark) {
    content.open(bookmark, () -> {});
  }

  /// Opens a lecture at its first stop; one that is no more than a place in a run as that place.
  public void open(Lecture lecture) {
    open(lecture, Optional.empty());
  }

  /// The same of a file.
  public void open(Lecture lecture, Optional<Path> file) {
    content.lectures().open(lecture, file);
  }

  /// Whether an exercise is open and all that was asked of it is shown, as far as it needs no
  /// motion.
  public boolean isSettled() {
    return content.isSettled();
  }

  /// Told on the JavaFX thread once [#isSettled] holds, or with the defect that keeps it from doing
  /// so. To be asked on that thread.
  public CompletableFuture<Void> whenSettled() {
    return content.whenSettled();
  }

  /// Goes to the home page.
  public void goHome() {
    content.goHome();
  }

  /// Goes to the mock interviews.
  public void openInterview() {
    content.openInterview();
  }

  /// Goes to the settings.
  public void openSettings() {
    content.openSettings();
  }

  /// Does what a key asks for; false where it does not apply.
  boolean perform(Command command) {
    return content.keys().perform(command);
  }

  /// Shows present mode without the full screen, for pictures of it.
  void presentInPlace() {
    content.presentInPlace();
  }

  /// The scene, for pictures of it.
  public Scene scene() {
    return scene;
  }
}
