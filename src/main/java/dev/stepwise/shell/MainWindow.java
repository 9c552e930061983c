package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.lesson.Target;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.Offer;
import dev.stepwise.session.Workers;
import dev.stepwise.shell.learning.LearnPane;
import dev.stepwise.shell.learning.Library;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What is inside the window: the navigation, the page that is open, the layers over it.
final class MainWindow implements ScreenHost {
  private final AppWindow.Setup setup;
  private final Appearance appearance;
  private final Stage stage;
  private final FailureDialog failures;
  private final Places places;
  private final Layers layers = new Layers();
  private final BorderPane frame = new BorderPane();
  private final Navigation navigation;

  /// The screens that were opened: whoever comes back finds data and edits as they were.
  private final Map<String, ExerciseScreen<?, ?>> screens = new HashMap<>();

  /// The comparisons that are open, by the exercise; each lies over the exercise's screen.
  private final Map<String, ExerciseScreen<?, ?>> comparisons = new HashMap<>();

  private final Screens making;
  private final Library library;
  private @Nullable ExerciseScreen<?, ?> screen;
  private CompletableFuture<Void> settled = new CompletableFuture<>();
  private @Nullable Workers pageWorkers;
  private @Nullable String openId;

  MainWindow(AppWindow.Setup setup, Appearance appearance, Stage stage, FailureDialog failures) {
    this.setup = setup;
    this.appearance = appearance;
    this.stage = stage;
    this.failures = failures;
    places = new Places(setup.settings());
    making = new Screens(setup, appearance, this);
    library = setup.registry().library();
    navigation = new Navigation(setup.registry().entries(), this::goTo);
    frame.getStyleClass().add("frame");
    frame.setLeft(navigation.node());
    layers.setContent(frame);
    new CommandMenu(this::perform, this::isRunOpen, () -> screen != null && screen.isPresenting())
        .installOn(layers.root());
    frame.widthProperty().subscribe(_ -> fitNavigation());
    setup.settings().property().subscribe(_ -> fitNavigation());
    appearance
        .look()
        .subscribe((before, now) -> {
          if (!before.palette().equals(now.palette()) && frame.getCenter() instanceof HomePage) {
            goHome();
          }
        });
    stage
        .fullScreenProperty()
        .subscribe(full -> {
          if (!full && screen != null && screen.isPresenting()) {
            leavePresent();
          }
        });
  }

  private void fitNavigation() {
    navigation.fit(frame.getWidth(), setup.settings().get().textScale());
  }

  StackPane root() {
    return layers.root();
  }

  private void goTo(Navigation.Destination destination) {
    switch (destination) {
      case Navigation.Destination.Home _ -> goHome();
      case Navigation.Destination.Exercise(var id) -> openExercise(id);
      case Navigation.Destination.Learn _ -> openLibrary();
      case Navigation.Destination.SettingsPage _ -> openSettings();
    }
  }

  void openLibrary() {
    leavePage();
    frame.setCenter(
        new LibraryPage(
            library, (id, part) -> openLesson(id, pane -> pane.show(part)), this::read));
    navigation.show(new Navigation.Destination.Learn());
  }

  private void openLesson(String id, Consumer<LearnPane> then) {
    openExercise(id);
    if (screen != null) {
      then.accept(screen.learning().openAlone());
    }
  }

  @Override
  public Library library() {
    return library;
  }

  @Override
  public void read(LearnPane.Find find) {
    openLesson(find.hit().exerciseId(), pane -> pane.reveal(find.hit().passage(), find.text()));
  }

  @Override
  public void follow(String exerciseId, Target target) {
    if (target instanceof Target.Exercise(var id)) {
      openLesson(id, _ -> {});
      return;
    }
    if (comparisons.containsKey(exerciseId)) {
      compareNoMore();
    }
    if (screen != null) {
      screen.learning().follow(target);
    }
  }

  void openSettings() {
    leavePage();
    frame.setCenter(
        new SettingsPage(setup.settings(), new ProgressRow(setup.journal(), setup.picker(), this)));
    navigation.show(new Navigation.Destination.SettingsPage());
  }

  void goHome() {
    leavePage();
    var workers = Workers.named("home", Platform::runLater);
    pageWorkers = workers;
    frame.setCenter(
        new HomePage(
            setup.registry(),
            places,
            setup.journal(),
            appearance.look().get(),
            setup.formulas(),
            workers,
            setup.remark(),
            card -> openExercise(card.id()),
            this::review));
    navigation.show(new Navigation.Destination.Home());
  }

  /// Opens an exercise and asks what is due.
  private void review(String id) {
    openExercise(id);
    if (screen != null) {
      screen.askWhatIsDue();
    }
  }

  void openExercise(String id) {
    if (id.equals(openId)) {
      navigation.show(new Navigation.Destination.Exercise(id));
      return;
    }
    leavePage();
    setup
        .registry()
        .entry(id)
        .ifPresent(entry -> {
          switch (entry) {
            case Registry.Planned(var card) -> frame.setCenter(new PlannedPage(card));
            case Registry.Ready<?, ?> ready -> showScreen(ready);
          }
        });
    navigation.show(new Navigation.Destination.Exercise(id));
  }

  void open(Bookmark bookmark) {
    if (bookmark.scenario().isComparison()) {
      openComparison(bookmark.exerciseId(), fresh -> fresh.open(bookmark));
      return;
    }
    endComparison(bookmark.exerciseId());
    openExercise(bookmark.exerciseId());
    if (screen != null) {
      screen.open(bookmark);
    }
  }

  @Override
  public void compare(Offer both, Optional<Position> at) {
    if (openId != null) {
      openComparison(openId, fresh -> fresh.open(both, at));
    }
  }

  @Override
  public void compareNoMore() {
    var id = openId;
    if (id != null) {
      leavePage();
      endComparison(id);
      openExercise(id);
    }
  }

  private void endComparison(String id) {
    var open = comparisons.remove(id);
    if (open != null) {
      if (id.equals(openId)) {
        leavePage();
      }
      open.close();
    }
  }

  private void openComparison(String id, Consumer<ExerciseScreen<?, ?>> opening) {
    setup
        .registry()
        .entry(id)
        .ifPresent(entry -> {
          if (entry instanceof Registry.Ready<?, ?> ready) {
            endComparison(id);
            leavePage();
            var fresh = making.comparing(ready);
            comparisons.put(id, fresh);
            show(id, fresh);
            opening.accept(fresh);
            Platform.runLater(fresh::requestFocus); // once the menu that asked for it has closed
            navigation.show(new Navigation.Destination.Exercise(id));
          }
        });
  }

  private void show(String id, ExerciseScreen<?, ?> opened) {
    screen = opened;
    openId = id;
    frame.setCenter(opened.node());
  }

  private void showScreen(Registry.Ready<?, ?> entry) {
    var id = entry.card().id();
    var opened = comparisons.getOrDefault(id, screens.get(id));
    if (opened == null) {
      openScreen(entry);
      return;
    }
    show(id, opened);
    opened.requestFocus();
  }

  private <P, F extends Frame> void openScreen(Registry.Ready<P, F> entry) {
    var opened = making.alone(entry);
    screens.put(entry.card().id(), opened);
    show(entry.card().id(), opened);
    var place = Optional.ofNullable(setup.settings().get().places().get(entry.card().id()));
    opened.open(
        entry.preset(place.map(Settings.Place::preset).orElse("")),
        place.map(Settings.Place::position).flatMap(Position::parse));
    opened.requestFocus();
  }

  private void leavePage() {
    if (pageWorkers != null) {
      pageWorkers.close();
      pageWorkers = null;
    }
    var left = screen;
    if (left != null) {
      if (!comparisons.containsValue(left)) {
        left.leaveAt(places);
      }
      left.leave();
    }
    screen = null;
    openId = null;
  }

  /// Ends what runs; the window is about to close.
  void close() {
    leavePage();
    screens.values().forEach(ExerciseScreen::close);
    screens.clear();
    comparisons.values().forEach(ExerciseScreen::close);
    comparisons.clear();
  }

  /// Whether an exercise is open and all that was asked of it is shown.
  boolean isSettled() {
    return screen != null && screen.isSettled();
  }

  /// Told once an exercise is open and all that was asked of it is shown, or with the defect that
  /// keeps it from being shown.
  CompletableFuture<Void> whenSettled() {
    if (settled.isDone()) {
      settled = new CompletableFuture<>();
    }
    advanced();
    return settled;
  }

  @Override
  public void advanced() {
    if (isSettled()) {
      settled.complete(null);
    }
  }

  boolean isRunOpen() {
    return screen != null;
  }

  /// Any key ends a blank screen.
  boolean takesAnyKey() {
    return layers.unblank();
  }

  /// Gives a key to the question that is open; false where none is, or it is no answer.
  boolean takes(KeyEvent event) {
    return screen != null && screen.takes(event);
  }

  /// Does what a key asks for; false where it does not apply.
  boolean perform(Command command) {
    if (command == Command.LEAVE) {
      return leaveTop();
    }
    if (screen == null && (command == Command.LEARN || command == Command.SEARCH_LESSONS)) {
      openLibrary();
      return true;
    }
    return layers.perform(command) || (screen != null && screen.perform(command));
  }

  private boolean leaveTop() {
    if (layers.leaveTop() || screen == null) {
      return true;
    }
    if (screen.hidePopOver()) {
      return true;
    }
    if (screen.isPresenting()) {
      togglePresent();
      return true;
    }
    return screen.leaveLab();
  }

  @Override
  public void togglePresent() {
    if (screen == null) {
      return;
    }
    if (screen.isPresenting()) {
      leavePresent();
      stage.setFullScreen(false);
    } else {
      presentInPlace();
      stage.setFullScreen(true);
    }
  }

  /// Shows present mode in the window as it is.
  void presentInPlace() {
    if (screen != null && !screen.isPresenting()) {
      screen.togglePresenting();
      layers.setContent(screen.node());
    }
  }

  private void leavePresent() {
    if (screen != null) {
      screen.togglePresenting();
      frame.setCenter(screen.node());
      layers.setContent(frame);
    }
  }

  @Override
  public void tell(Throwable failure) {
    settled.completeExceptionally(failure);
    failures.tell(failure);
  }

  @Override
  public void announce(String done) {
    layers.tell(done);
  }

  @Override
  public Window window() {
    return stage;
  }
}
