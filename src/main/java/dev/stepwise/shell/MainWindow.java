package dev.stepwise.shell;

import dev.stepwise.draw.Palette;
import dev.stepwise.lecture.Lecture;
import dev.stepwise.lesson.Target;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.Offer;
import dev.stepwise.session.Workers;
import dev.stepwise.shell.learning.LearnPane;
import dev.stepwise.shell.learning.Library;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What is inside the window: the navigation, the page that is open, the layers over it.
final class MainWindow implements ScreenHost, Lecturing.Hall {
  private final AppWindow.Setup setup;
  private final Stage stage;
  private final FailureDialog failures;
  private final Places places;
  private final Layers layers = new Layers();
  private final BorderPane frame = new BorderPane();
  private final Navigation navigation;
  private final Lecturing lecturing = new Lecturing(this);
  private final LectureBar lectureBar = new LectureBar(lecturing, lecturing::close);
  private final LectureFiles files;
  private final Screens screens;
  private final Library library;
  private final Pages pages;
  private final Presenting presenting;
  private @Nullable ExerciseScreen<?, ?> screen;
  private final Settling settling = new Settling(this::isSettled);
  private Runnable leaving = () -> {};
  private @Nullable String openId;

  MainWindow(AppWindow.Setup setup, Appearance appearance, Stage stage, FailureDialog failures) {
    this.setup = setup;
    this.stage = stage;
    this.failures = failures;
    places = new Places(setup.settings());
    presenting = new Presenting(stage, frame, layers, () -> Optional.ofNullable(screen));
    library = setup.registry().library();
    pages = new Pages(setup, appearance, library, this);
    screens = new Screens(setup, appearance, this);
    files = new LectureFiles(setup.registry(), setup.picker(), this, this::open);
    navigation = new Navigation(setup.registry().entries(), this::goTo);
    frame.getStyleClass().add("frame");
    var notes =
        new LecturePane(lecturing, () -> walk().flatMap(StopWalk::seen), files::save).node();
    notes.visibleProperty().bindBidirectional(lectureBar.edit().selectedProperty());
    frame.setLeft(new HBox(navigation.node(), notes));
    frame.setTop(lectureBar.node());
    layers.setContent(frame);
    new CommandMenu(this::perform, this::isRunOpen, presenting::isOn).installOn(layers.root());
    frame.widthProperty().subscribe(_ -> fitNavigation());
    setup.settings().property().subscribe(_ -> fitNavigation());
    appearance.look().subscribe((before, now) -> repaintHome(before.palette(), now.palette()));
    presenting.follow();
  }

  private void repaintHome(Palette before, Palette now) {
    if (!before.equals(now) && frame.getCenter() instanceof HomePage) {
      goHome();
    }
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
      case Navigation.Destination.Interview _ -> openInterview();
      case Navigation.Destination.SettingsPage _ -> openSettings();
    }
  }

  void openLibrary() {
    leavePage();
    show(
        pages.library((id, part) -> openLesson(id, pane -> pane.show(part))),
        new Navigation.Destination.Learn());
  }

  InterviewPage openInterview() {
    leavePage();
    var page = pages.interview(this::openExercise, this::followFrom);
    leaving = page::close;
    show(page, new Navigation.Destination.Interview());
    return page;
  }

  private void show(Node page, Navigation.Destination destination) {
    frame.setCenter(page);
    navigation.show(destination);
  }

  private void followFrom(String id, Target target) {
    openExercise(id);
    follow(id, target);
  }

  private void onScreen(String id, Consumer<ExerciseScreen<?, ?>> then) {
    openExercise(id);
    if (screen != null) {
      then.accept(screen);
    }
  }

  private void openLesson(String id, Consumer<LearnPane> then) {
    onScreen(id, opened -> then.accept(opened.learning().openAlone()));
  }

  @Override
  public Library library() {
    return library;
  }

  @Override
  public void read(LearnPane.Find find) {
    if (find.hit().exerciseId().equals(Library.INTERVIEW)) {
      openInterview().reveal(find.hit().passage(), find.text());
      return;
    }
    openLesson(find.hit().exerciseId(), pane -> pane.reveal(find.hit().passage(), find.text()));
  }

  @Override
  public void follow(String exerciseId, Target target) {
    if (target instanceof Target.Exercise(var id)) {
      var title = library.titles().getOrDefault(exerciseId, exerciseId);
      openLesson(id, _ -> {});
      Optional.ofNullable(screen)
          .ifPresent(now -> now.learning().cameFrom(title, () -> openLesson(exerciseId, _ -> {})));
      return;
    }
    if (screens.isCompared(exerciseId)) {
      compareNoMore();
    }
    if (screen != null) {
      screen.learning().follow(target);
    }
  }

  @Override
  public void openSettings() {
    leavePage();
    presenting.end();
    show(pages.settings(), new Navigation.Destination.SettingsPage());
  }

  void goHome() {
    leavePage();
    presenting.end();
    var workers = Workers.named("home", Platform::runLater);
    leaving = workers::close;
    show(
        pages.home(
            places,
            workers,
            new LectureCard(shipped -> files.open(shipped), files::ask),
            this::openExercise,
            id -> onScreen(id, ExerciseScreen::askWhatIsDue),
            this::openInterview),
        new Navigation.Destination.Home());
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
            case Registry.Ready<?, ?> ready ->
                screens.of(ready, opened -> show(id, opened)).requestFocus();
          }
        });
    navigation.show(new Navigation.Destination.Exercise(id));
  }

  @Override
  public void open(Bookmark bookmark, Runnable opened) {
    if (bookmark.scenario().isComparison()) {
      openComparison(bookmark.exerciseId(), fresh -> fresh.open(bookmark, opened));
      return;
    }
    endComparison(bookmark.exerciseId());
    onScreen(bookmark.exerciseId(), shown -> shown.open(bookmark, opened));
  }

  /// Opens a lecture at its first stop; one that is no more than a place in a run as that place.
  void open(Lecture lecture) {
    if (lecture.isPlace()) {
      open(lecture.stops().getFirst().bookmark(), () -> {});
    } else {
      lecturing.open(lecture);
    }
  }

  @Override
  public void lecture() {
    lecturing.begin();
    lectureBar.edit().setSelected(lecturing.lecture().isPresent());
  }

  @Override
  public Optional<StopWalk> walk() {
    return Optional.ofNullable(screen).map(ExerciseScreen::walk);
  }

  @Override
  public void turned() {
    lecturing.turned();
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
    if (screens.isCompared(id) && id.equals(openId)) {
      leavePage();
    }
    screens.endComparison(id);
  }

  private void openComparison(String id, Consumer<ExerciseScreen<?, ?>> opening) {
    setup
        .registry()
        .entry(id)
        .ifPresent(entry -> {
          if (entry instanceof Registry.Ready<?, ?> ready) {
            endComparison(id);
            leavePage();
            var fresh = screens.comparison(ready);
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
    presenting.goOn(); // the next stop of a lecture comes in the place of the one before
    lecturing.turned();
  }

  private void leavePage() {
    leaving.run();
    leaving = () -> {};
    var left = screen;
    if (left != null) {
      presenting.turn();
      if (!screens.isComparison(left)) {
        left.leaveAt(places);
      }
      left.leave();
    }
    screen = null;
    openId = null;
    lecturing.turned();
  }

  /// Ends what runs; the window is about to close.
  void close() {
    leavePage();
    screens.close();
  }

  /// Whether an exercise is open and all that was asked of it is shown.
  @Override
  public boolean isSettled() {
    return screen != null && screen.isSettled();
  }

  /// Told once an exercise is open and all that was asked of it is shown, or with the defect that
  /// keeps it from being shown.
  CompletableFuture<Void> whenSettled() {
    return settling.whenSettled();
  }

  @Override
  public void advanced() {
    settling.look();
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
    return layers.perform(command)
        || switch (command) {
          case COME_BACK -> lecturing.comeBack();
          case ONWARD -> lecturing.onward() || performHere(Command.OVER);
          case BACKWARD -> lecturing.backward() || performHere(Command.BACK);
          default -> performHere(command);
        };
  }

  private boolean performHere(Command command) {
    return screen != null && screen.perform(command);
  }

  private boolean leaveTop() {
    if (layers.leaveTop() || screen == null || screen.hidePopOver()) {
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
    presenting.toggle();
  }

  /// Shows present mode in the window as it is.
  void presentInPlace() {
    presenting.inPlace();
  }

  @Override
  public void tell(Throwable failure) {
    settling.fail(failure);
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
