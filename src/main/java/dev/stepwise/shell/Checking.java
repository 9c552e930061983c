package dev.stepwise.shell;

import dev.stepwise.check.Checker;
import dev.stepwise.check.Report;
import dev.stepwise.check.Walk;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Look;
import dev.stepwise.job.Background;
import dev.stepwise.platform.TypedPath;
import dev.stepwise.playback.Position;
import dev.stepwise.practice.Mode;
import dev.stepwise.quiz.Review.Part;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.session.Shelf;
import dev.stepwise.session.Workspace;
import dev.stepwise.shell.checking.ArraysPane;
import dev.stepwise.shell.checking.CheckDesk;
import dev.stepwise.shell.checking.CheckPane;
import dev.stepwise.shell.checking.Checked;
import dev.stepwise.shell.checking.WalkPane;
import dev.stepwise.shell.practising.Practising;
import dev.stepwise.shell.sharing.FilePicker.Kind;
import dev.stepwise.view.StageModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Checking code of one's own beside a run: its tab in the panel, the arrays in the place of the
/// stage, the walk at its left; and where each of them leads.
final class Checking<P, F extends Frame> implements CheckPane.Actions, AutoCloseable {
  private static final String TAB = "check";
  private static final List<Kind> KINDS =
      List.of(
          StartedFile.CODE,
          new Kind("NumPy archive", ".npz"),
          new Kind("NumPy array", ".npy"),
          new Kind("Arrays (JSON)", ".json"),
          new Kind("Array (CSV)", ".csv"));

  /// What of the screen checking takes part in.
  ///
  /// @param practising is left off before checking takes the stage
  /// @param presenting whether the stage is presented
  /// @param openPanel opens the panel where it is folded
  /// @param toStage gives the stage the keyboard
  record Room(
      SidePanel panel,
      ScreenLayout layout,
      Practising<?, ?> practising,
      BooleanSupplier presenting,
      Runnable openPanel,
      Runnable toStage) {
    private boolean isWatched() {
      return practising.practice().mode() == Mode.WATCH && !presenting.getAsBoolean();
    }

    private void watch() {
      practising.practice().setMode(Mode.WATCH);
    }
  }

  private final Workspace<P, F> workspace;
  private final Shelf<P, F> shelf;
  private final CheckedPlace<P, F> places;
  private final Room room;
  private final AppWindow.Setup setup;
  private final ScreenHost host;
  private final ObservableValue<Look> look;
  private final CheckDesk desk;
  private final CheckPane pane;
  private final Subscription settings;
  private Optional<Checked.Result> shown = Optional.empty();
  private @Nullable WalkPane walk;

  Checking(
      Workspace<P, F> workspace,
      Shelf<P, F> shelf,
      StageModel<P, F> model,
      AppWindow.Setup setup,
      Appearance appearance,
      Room room,
      ScreenHost host) {
    this.workspace = workspace;
    this.shelf = shelf;
    this.room = room;
    this.setup = setup;
    this.host = host;
    look = appearance.look();
    places = new CheckedPlace<>(workspace, shelf, model, host);
    desk =
        new CheckDesk(
            setup.checks(),
            this::loaded,
            () -> setup.settings().get().code().python().flatMap(TypedPath::of),
            new CheckDesk.Means(
                Background.threadNamed(id() + " check"),
                Background.threadNamed(id() + " watch"),
                Clock.systemUTC()),
            host::tell);
    pane = new CheckPane(look, this);
    var tabs = room.panel().tabs();
    tabs.onSelect(this::selected);
    tabs.add(TAB, "Check", pane);
    desk.onChange(this::show);
    workspace.onProblem(problem -> {
      endArrays();
      if (!isWhatWasChecked(problem)) {
        desk.turned();
      }
    });
    settings =
        setup
            .settings()
            .property()
            .subscribe((before, now) -> {
              if (!before.code().equals(now.code()) && isInFront()) {
                look();
              }
            });
    new DroppedFile(Checker::isCheckable, this::openFile).installOn(room.practising().stage());
  }

  /// Whether a problem is the one that the result speaks of, opened to be looked at.
  private boolean isWhatWasChecked(P problem) {
    return result()
        .flatMap(result -> result.report().context().inputs())
        .filter(inputs -> CheckedPlace.isSame(workspace.exercise().given(problem), inputs))
        .isPresent();
  }

  private String id() {
    return workspace.exercise().id();
  }

  private Optional<LoadedScenario<?, ?>> loaded() {
    return workspace.problem().map(this::loaded);
  }

  private LoadedScenario<P, F> loaded(P problem) {
    var exercise = workspace.exercise();
    var title = shelf.offer().map(offer -> offer.title()).orElse("");
    return new LoadedScenario<>(
        exercise, new Scenario(id(), title, exercise.given(problem)), problem);
  }

  private boolean isInFront() {
    return room.panel().tabs().isSelected(TAB);
  }

  private boolean isShown() {
    return isInFront() && !room.layout().isPanelFolded();
  }

  private void selected(String tab) {
    if (tab.equals(TAB)) {
      look();
    } else {
      leave();
    }
  }

  private void look() {
    desk.lookForPython();
    show(desk.checked());
  }

  private void show(Checked checked) {
    boolean isNew = checked.doing().isEmpty() && !checked.result().equals(shown);
    shown = checked.doing().isEmpty() ? checked.result() : shown;
    pane.show(
        checked,
        desk.python(),
        Optional.ofNullable(setup.settings().get().code().files().get(id()))
            .flatMap(TypedPath::of)
            .filter(Files::isRegularFile));
    boolean isRight =
        checked.doing().isEmpty()
            && checked
                .result()
                .filter(result -> result.report().verdict() == Report.Verdict.EQUAL)
                .isPresent();
    if (isRight) {
      setup.journal().reached(id(), Part.CODE, 1);
    }
    if (isNew && checked.result().isPresent()) {
      took(checked.result().get());
    }
  }

  /// What was seen of the result before is no longer so.
  private void took(Checked.Result result) {
    if (result.inputs() == Checked.Inputs.OTHERS) {
      return;
    }
    endArrays();
    endWalk();
    if (!isShown()) {
      host.announce(CheckPane.told(result));
    } else if (room.isWatched() && room.layout().isWide()) {
      showArrays();
    }
  }

  /// Shows the tab, or leaves it for the step.
  void toggle() {
    if (isShown() && walk == null) {
      room.panel().tabs().select("step");
      room.toStage().run();
    } else {
      leave();
      bringToFront();
    }
  }

  private void bringToFront() {
    room.panel().tabs().select(TAB);
    if (room.layout().isPanelFolded()) {
      room.openPanel().run();
    }
  }

  @Override
  public void open() {
    setup
        .picker()
        .existing(host.window(), "Open your code, or arrays that it made", KINDS)
        .ifPresent(this::openFile);
  }

  @Override
  public void openRecent(Path file) {
    openFile(file);
  }

  /// Opens a file and checks it.
  void openFile(Path file) {
    leave();
    room.watch();
    bringToFront();
    if (!Checker.isCheckable(file)) {
      host.announce(
          file.getFileName() + " is neither code nor arrays; give .py, .npz, .npy, .json or .csv");
      return;
    }
    setup
        .settings()
        .update(now -> now.withCode(now.code().withFile(id(), file.toAbsolutePath().toString())));
    desk.open(file);
  }

  @Override
  public void start() {
    workspace
        .problem()
        .ifPresent(problem ->
            workspace.ask(
                () -> StartedFile.of(loaded(problem)),
                started -> started.save(setup.picker(), host, id()).ifPresent(this::openFile)));
  }

  @Override
  public void again() {
    desk.again();
  }

  @Override
  public void cancel() {
    desk.cancel();
  }

  private Optional<Checked.Result> result() {
    return desk.checked().result();
  }

  @Override
  public void showInPicture() {
    endArrays();
    room.watch();
    uncover();
    result().ifPresent(result -> places.show(result.report()));
    room.toStage().run();
  }

  @Override
  public void showArrays() {
    room.watch();
    uncover();
    result()
        .flatMap(result -> ArraysPane.of(result.report(), look, this::backToStage))
        .ifPresent(arrays -> room.layout().setInstead(Optional.of(arrays)));
  }

  /// Where the panel lies over the stage it makes room.
  private void uncover() {
    room.layout().foldPanelOver();
  }

  private void backToStage() {
    endArrays();
    room.toStage().run();
  }

  @Override
  public void compare() {
    result().ifPresent(result -> places.compare(result.report()));
  }

  @Override
  public void walk() {
    result()
        .filter(result -> !result.report().context().walk().equals(Walk.NONE))
        .ifPresent(result -> {
          endArrays();
          room.watch();
          var lines = result.report().context().walk();
          var opened =
              new WalkPane(
                  result.lines(),
                  lines,
                  look,
                  step -> Position.parse(step).ifPresent(at -> places.goTo(lines.inputs(), at)),
                  this::endWalk);
          walk = opened;
          room.layout().setBeside(Optional.of(opened));
          room.toStage().run();
        });
  }

  private void endWalk() {
    if (walk != null) {
      walk.hidePopOver();
      walk = null;
      room.layout().setBeside(Optional.empty());
      room.toStage().run();
    }
  }

  private boolean endArrays() {
    boolean were = room.layout().isInstead();
    room.layout().setInstead(Optional.empty());
    return were;
  }

  @Override
  public void settings() {
    host.openSettings();
  }

  /// Gives the stage its place again; false where it has it.
  boolean leave() {
    if (walk == null) {
      return endArrays();
    }
    if (!walk.hidePopOver()) {
      endWalk();
    }
    return true;
  }

  /// Walks through the learner's code with a key, where that is open.
  boolean takes(KeyEvent event) {
    return walk != null && walk.takes(event);
  }

  /// Called once a frame.
  void pulse(long now) {
    desk.pulse(now);
  }

  @Override
  public void close() {
    settings.unsubscribe();
    desk.close();
  }
}
