package dev.stepwise.shell;

import dev.stepwise.draw.Palette;
import dev.stepwise.lecture.Freedom;
import dev.stepwise.lecture.Session;
import dev.stepwise.lecture.Stop;
import dev.stepwise.playback.Position;
import dev.stepwise.presenting.Talk;
import dev.stepwise.presenting.Wall;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.Offer;
import dev.stepwise.session.Workers;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What is inside the window: the navigation, the page that is open, the layers over it.
final class MainWindow implements ScreenHost, LectureDesk.Room, WallHost {
  private final AppWindow.Setup setup;
  private final Stage stage;
  private final FailureDialog failures;
  private final Places places;
  private final Wall wall = new Wall();
  private final Layers layers = new Layers(wall);
  private final BorderPane frame = new BorderPane();
  private final Navigation navigation;
  private final LectureDesk lectures;
  private final Screens screens;
  private final LessonWays lessons;
  private final Pages pages;
  private final Presenting presenting;
  private final WindowKeys keys;
  private final Autosave<Session> autosave;
  private @Nullable ExerciseScreen<?, ?> screen;
  private final Settling settling = new Settling(this::isSettled);
  private Runnable leaving = () -> {};
  private @Nullable String openId;

  MainWindow(AppWindow.Setup setup, Appearance appearance, Stage stage, FailureDialog failures) {
    this.setup = setup;
    this.stage = stage;
    this.failures = failures;
    places =
        new Places(
            setup.settings(),
            setup.memory().before().places().stream().map(Stop::bookmark).toList());
    lectures = new LectureDesk(setup, appearance, this, this);
    presenting =
        new Presenting(
            stage,
            frame,
            layers,
            wall,
            new Talk(setup.memory().clock()),
            () -> Optional.ofNullable(screen),
            lectures.lecturing(),
            closed ->
                new PresenterWindow(
                    Desk.of(setup, appearance, lectures.lecturing(), this),
                    PresenterWindow.Making.of(setup, appearance, this),
                    closed));
    screens = new Screens(setup, appearance, this, places);
    lessons =
        new LessonWays(
            setup.registry().library(),
            this::openScreen,
            id -> {
              if (screens.isCompared(id)) {
                compareNoMore();
              }
              return Optional.ofNullable(screen);
            },
            this::openInterview);
    pages = new Pages(setup, appearance, lessons.library(), this);
    navigation = new Navigation(setup.registry().entries(), this::goTo);
    frame.getStyleClass().add("frame");
    frame.setLeft(new HBox(navigation.node(), lectures.list()));
    frame.setRight(lectures.fields());
    frame.setTop(lectures.bar());
    layers.setContent(frame);
    keys =
        new WindowKeys(
            layers, presenting, lectures, () -> Optional.ofNullable(screen), this::openLibrary);
    new CommandMenu(keys::perform, keys::isRunOpen, presenting::isOn).installOn(layers.root());
    frame.widthProperty().subscribe(_ -> fitNavigation());
    setup.settings().property().subscribe(_ -> fitNavigation());
    appearance.look().subscribe((before, now) -> repaintHome(before.palette(), now.palette()));
    presenting.follow();
    autosave = new Autosave<>(setup.ticker(), this::session, setup.memory().keep());
    lectures.edits().onChange(autosave::changed);
  }

  private void repaintHome(Palette before, Palette now) {
    if (!before.equals(now) && frame.getCenter() instanceof HomePage) {
      goHome();
    }
  }

  private void fitNavigation() {
    navigation.fit(frame.getWidth(), setup.settings().get().textScale());
  }

  @Override
  public StackPane root() {
    return layers.root();
  }

  @Override
  public boolean isPresenting() {
    return presenting.isOn();
  }

  @Override
  public void free(Set<Freedom> freedoms) {
    if (screen != null) {
      screen.free(freedoms);
    }
  }

  @Override
  public Presenting presenting() {
    return presenting;
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
        pages.library((id, part) -> lessons.open(id, pane -> pane.show(part))),
        new Navigation.Destination.Learn());
  }

  InterviewPage openInterview() {
    leavePage();
    var page = pages.interview(this::openExercise, lessons::followFrom);
    leaving = page::close;
    show(page, new Navigation.Destination.Interview());
    return page;
  }

  private void show(Node page, Navigation.Destination destination) {
    frame.setCenter(page);
    navigation.show(destination);
  }

  private void onScreen(String id, Consumer<ExerciseScreen<?, ?>> then) {
    openScreen(id).ifPresent(then);
  }

  @Override
  public LessonWays lessons() {
    return lessons;
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
            lectures.card(),
            this::openExercise,
            id -> onScreen(id, ExerciseScreen::askWhatIsDue),
            this::openInterview),
        new Navigation.Destination.Home());
  }

  private Optional<ExerciseScreen<?, ?>> openScreen(String id) {
    openExercise(id);
    return Optional.ofNullable(screen);
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

  /// The lecture, if one is open.
  LectureDesk lectures() {
    return lectures;
  }

  @Override
  public void open(Bookmark bookmark) {
    open(bookmark, () -> {});
  }

  @Override
  public void lecture() {
    lectures.begin();
  }

  @Override
  public Optional<StopWalk> walk() {
    return wallWalk().map(walk -> walk);
  }

  @Override
  public Optional<WallWalk> wallWalk() {
    return Optional.ofNullable(screen).map(ExerciseScreen::walk);
  }

  @Override
  public void turned() {
    lectures.lecturing().turned();
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
    lectures.lecturing().turned();
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
    lectures.lecturing().turned();
  }

  /// What is to be there again after the app has ended; where the run stands is in the settings.
  private Session session() {
    if (screen != null && !screens.isComparison(screen)) {
      screen.leaveAt(places);
    }
    return new Session(screens.own(openId).stream().map(Stop::at).toList(), lectures.talk());
  }

  /// Ends what runs; the window is about to close.
  void close() {
    autosave.close();
    leavePage();
    presenting.end();
    screens.close();
    lectures.close();
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
    autosave.changed();
    settling.look();
  }

  @Override
  public void edited() {
    keys.runEdited();
  }

  @Override
  public WindowKeys keys() {
    return keys;
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
    presenting.view().ifPresentOrElse(view -> view.tell(done), () -> layers.tell(done));
  }

  @Override
  public Window window() {
    return stage;
  }
}
