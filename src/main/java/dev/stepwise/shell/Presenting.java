package dev.stepwise.shell;

import dev.stepwise.lecture.Lecture;
import dev.stepwise.presenting.ScreenPlan;
import dev.stepwise.presenting.ScreenPlan.Extent;
import dev.stepwise.presenting.ScreenPlan.Order;
import dev.stepwise.presenting.ScreenPlan.Wanted;
import dev.stepwise.presenting.Talk;
import dev.stepwise.presenting.Wall;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.BorderPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Goes to present mode and back: the full screen, what is shown in it, and the presenter's window
/// where there is a second screen or it is wanted.
final class Presenting {
  private final Stage stage;
  private final BorderPane frame;
  private final Layers layers;
  private final Wall wall;
  private final Talk talk;
  private final Supplier<Optional<ExerciseScreen<?, ?>>> screen;
  private final Lecturing lecturing;
  private final Function<Runnable, PresenterWindow> opening;
  private final InvalidationListener screens = _ -> Platform.runLater(this::arrange);
  private @Nullable PresenterWindow presenter;
  private @Nullable ScreenPlan plan;
  private Optional<WindowPlace> before = Optional.empty();
  private Order order = Order.USUAL;
  private Wanted wanted = Wanted.NO;
  private boolean goesOn;
  private int moving; // windows that are on their way, and let go of the full screen for it

  /// @param screen what is presented; empty where the page is no run
  /// @param lecturing the lecture, whose students may do less
  /// @param opening makes the presenter's window, given what is done when it is closed by hand
  Presenting(
      Stage stage,
      BorderPane frame,
      Layers layers,
      Wall wall,
      Talk talk,
      Supplier<Optional<ExerciseScreen<?, ?>>> screen,
      Lecturing lecturing,
      Function<Runnable, PresenterWindow> opening) {
    this.lecturing = lecturing;
    this.stage = stage;
    this.frame = frame;
    this.layers = layers;
    this.wall = wall;
    this.talk = talk;
    this.screen = screen;
    this.opening = opening;
  }

  /// Leaves it when the full screen is left by other means.
  void follow() {
    stage
        .fullScreenProperty()
        .subscribe(full -> {
          boolean wasFull = plan != null && plan.audience().extent() == Extent.FULL_SCREEN;
          if (!full && moving == 0 && wasFull && isOn()) {
            leave();
          }
        });
    layers.root().layoutBoundsProperty().subscribe(_ -> view().ifPresent(PresenterView::turned));
  }

  /// What is done over the picture.
  Wall wall() {
    return wall;
  }

  /// The time.
  Talk talk() {
    return talk;
  }

  /// Whether the exercise that is open is presented.
  boolean isOn() {
    return screen.get().filter(ExerciseScreen::isPresenting).isPresent();
  }

  /// The presenter's window; empty where there is none.
  Optional<PresenterView> view() {
    return Optional.ofNullable(presenter).map(PresenterWindow::view);
  }

  /// Does what a key asks of a presentation; false where it asks nothing of it.
  boolean perform(Command command) {
    return switch (command) {
      case PRESENTER -> togglePresenter();
      case SWAP_SCREENS -> swap();
      case FREEZE -> freeze();
      case NOTES_LARGER, NOTES_SMALLER -> view().filter(view -> view.size(command)).isPresent();
      default -> false;
    };
  }

  private boolean freeze() {
    boolean shown = isOn() || wall.isFrozen();
    if (shown) {
      wall.toggleFrozen();
    }
    return shown;
  }

  /// Goes there, or back.
  void toggle() {
    if (isOn()) {
      leave();
    } else if (screen.get().isPresent()) {
      begin();
    }
  }

  private void begin() {
    before = WindowPlace.of(stage);
    inPlace();
    talk.begin(lecturing.lecture().map(Lecture::title));
    Screen.getScreens().addListener(screens);
    arrange();
  }

  /// Opens the presenter's window, or closes it where there is one screen.
  private boolean togglePresenter() {
    if (screen.get().isEmpty()) {
      return false;
    }
    wanted = presenter == null ? Wanted.YES : Wanted.NO;
    if (!isOn()) {
      begin();
    } else {
      arrange();
    }
    return true;
  }

  /// The room's window and the presenter's change places.
  private boolean swap() {
    if (plan == null || !plan.hasTwoScreens()) {
      return false;
    }
    order = order.other();
    arrange();
    return true;
  }

  /// Where the room's window is, in words.
  String place() {
    if (plan == null) {
      return "";
    }
    var area = plan.audience().screen();
    var size = "%d×%d".formatted(Math.round(area.width()), Math.round(area.height()));
    return plan.hasTwoScreens() ? "Wall: " + size : "One screen, " + size;
  }

  /// Puts both windows where the screens that there are ask for.
  private void arrange() {
    if (!isOn() || Screen.getScreens().isEmpty()) {
      return;
    }
    var next = ScreenPlan.of(WindowMove.screens(), order, wanted);
    if (next.equals(plan)) {
      return;
    }
    if (next.hasTwoScreens()) {
      wanted = Wanted.YES; // so that it stays where somebody can see it when a screen goes
    }
    plan = next;
    move(stage, next.audience(), () -> view().ifPresent(PresenterView::turned));
    if (next.presenter().isEmpty()) {
      closePresenter();
      return;
    }
    var open = presenter;
    if (open == null) {
      open = opening.apply(this::closedByHand);
      presenter = open;
    }
    open.show(next.presenter().get());
    var shown = open;
    Platform.runLater(() -> {
      shown.stage().toFront();
      shown.stage().requestFocus();
      shown.view().turned();
    });
  }

  private void move(Stage window, ScreenPlan.Spot spot, Runnable then) {
    moving++;
    WindowMove.to(
        window,
        spot,
        () -> {
          then.run();
          Platform.runLater(() -> moving--);
        });
  }

  /// With a second screen both windows are one presentation; with one, the room's window goes on.
  private void closedByHand() {
    boolean two = plan != null && plan.hasTwoScreens();
    wanted = Wanted.NO;
    closePresenter();
    if (two) {
      leave();
    } else {
      arrange();
    }
  }

  private void closePresenter() {
    if (presenter != null) {
      presenter.close();
      presenter = null;
    }
  }

  /// Shows it in the window as it is.
  void inPlace() {
    if (!isOn()) {
      screen
          .get()
          .ifPresent(open -> {
            open.togglePresenting();
            layers.setContent(open.node());
            lecturing.turned();
          });
    }
  }

  /// The exercise gives way to another page, which is presented if it can be.
  void turn() {
    if (isOn()) {
      takeBack();
      goesOn = true;
    }
  }

  /// Another exercise is open: it is presented where the one before was.
  void goOn() {
    if (goesOn) {
      inPlace();
      goesOn = false;
      view().ifPresent(PresenterView::turned);
    }
  }

  /// What is open cannot be presented.
  void end() {
    if (goesOn) {
      goesOn = false;
      letGo();
    }
  }

  private void backTo(WindowPlace place) {
    if (!isOn()) {
      WindowMemory.back(stage, place);
    }
  }

  private void leave() {
    takeBack();
    letGo();
  }

  private void takeBack() {
    screen
        .get()
        .ifPresent(open -> {
          open.togglePresenting();
          frame.setCenter(open.node());
          layers.setContent(frame);
          lecturing.turned();
        });
  }

  /// Lets go of the screens; the window is where it was before.
  private void letGo() {
    Screen.getScreens().removeListener(screens);
    wall.clear();
    plan = null;
    wanted = Wanted.NO;
    order = Order.USUAL;
    closePresenter();
    stage.setFullScreen(false);
    // Twice: at first the system may not have given it its frame back, and counts without.
    before.ifPresent(place ->
        WindowMove.later(() -> {
          backTo(place);
          WindowMove.later(() -> backTo(place));
        }));
    before = Optional.empty();
  }
}
