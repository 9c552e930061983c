package dev.stepwise.shell;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.lecture.Freedom;
import dev.stepwise.playback.Player;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import dev.stepwise.practice.Mode;
import dev.stepwise.practice.Practice;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.Offer;
import dev.stepwise.session.Shelf;
import dev.stepwise.session.Workers;
import dev.stepwise.session.Workspace;
import dev.stepwise.shell.practising.Practising;
import dev.stepwise.shell.sharing.OpenRun;
import dev.stepwise.shell.sharing.Sharing;
import dev.stepwise.view.StageModel;
import dev.stepwise.view.StageNode;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The screen of one exercise: the bar, the stage or the lab, the panel, the transport. It puts
/// them together; each of them follows the [Workspace] and the [StageModel] by itself.
final class ExerciseScreen<P, F extends Frame> implements AutoCloseable {

  private final Registry.Ready<P, F> entry;
  private final SettingsModel settings;
  private final Appearance appearance;
  private final Workers workers;
  private final ScreenHost host;
  private final Purpose<P, F> purpose;
  private final Workspace<P, F> workspace;
  private final Shelf<P, F> shelf;
  private final StageModel<P, F> model;
  private final StageNode<P, F> stage;
  private final ProblemBar bar;
  private final Transport transport;
  private final SidePanel panel;
  private final PresentView present;
  private final Telling<F> telling;
  private final RunControls<P, F> controls;
  private final ScreenLayout layout;
  private final Sharing<P, F> sharing;
  private final Practising<P, F> practising;
  private final LabPlace<P, F> lab;
  private final Beside<P, F> beside;
  private final Ticker.Ticking ticking;
  private final Subscription following;
  private final ScreenWalk<P, F> walk;
  private final StudentLock lock = new StudentLock();
  private boolean presenting;

  ExerciseScreen(
      Registry.Ready<P, F> entry,
      Purpose<P, F> purpose,
      AppWindow.Setup setup,
      Appearance appearance,
      Workers workers,
      ScreenHost host) {
    this.entry = entry;
    this.purpose = purpose;
    settings = setup.settings();
    var formulas = setup.formulas();
    this.appearance = appearance;
    this.workers = workers;
    this.host = host;
    var exercise = entry.view().exercise();
    var look = appearance.look().get();
    workspace = new Workspace<>(exercise, workers);
    workspace.setSpeed(settings.get().speed());
    shelf = new Shelf<>(workspace, purpose::over);
    shelf.onOpen(_ -> host.turned());
    purpose.follow(workspace, shelf);
    model = new StageModel<>(entry.view());
    workspace.onProblem(model::setProblem);
    workspace.onStep(state -> model.show(state.step()));
    controls = new RunControls<>(workspace, settings, lock, this::performHere);
    walk = new ScreenWalk<>(workspace, shelf, model, formulas, controls);
    stage = new StageNode<>(model, formulas, look);
    stage.setId("stage");
    stage.setMotion(appearance.longestAnimation());
    stage.setOnEdit(workspace::preview, workspace::edit);
    stage.setGuide(controls);
    stage.setOnFailure(host::tell);
    var data = new OpenData<>(entry, workspace, shelf, host::window);
    sharing = new Sharing<>(this::openRun, formulas, setup.picker(), host::window, host::announce);
    bar =
        new ProblemBar(
            BarParts.of(entry, purpose, data.items(), new ShareMenu(sharing, host::lecture)),
            new BarActions<>(
                workspace, shelf, stage, this::perform, this::togglePanel, this::toggleLab));
    bar.follow(workspace, entry.view());
    bar.tools().follow(model);
    data.showIn(bar);
    controls.setOnMessage(bar::showMessage);
    transport = new Transport(exercise.conditions(), purpose.practices(), look, controls);
    panel = new SidePanel(entry, formulas, appearance.look());
    panel.lead(workspace, host::announce);
    present =
        new PresentView(
            look, formulas, entry.view().rowCategory(), entry.view().painter().words(), controls);
    telling = new Telling<>(panel, present);
    workspace.onStep(state -> tell(state.step()));
    transport.follow(workspace);
    purpose.showOn(transport);
    present.follow(workspace);
    workspace.onState(state -> panel.showLead(point(state)));
    controls.setOnPassing(telling::pass, telling::end);
    practising = new Practising<>(workspace, stage, setup.journal(), formulas, appearance.look());
    practising.practice().onChange(this::practised);
    layout =
        new ScreenLayout(
            bar,
            practising.stage(),
            panel.node(),
            transport,
            look,
            width -> settings.update(now -> now.withPanelWidth(width)));
    layout.apply(purpose.adapted(settings.get()));
    practising.keepClear(layout.covered());
    lab = new LabPlace<>(entry.view(), workspace, layout, appearance.look(), this::requestFocus);
    beside =
        new Beside<>(
            new Learning<>(
                entry,
                workspace,
                shelf,
                model,
                formulas,
                appearance.look(),
                setup.journal(),
                new Learning.Room(panel, layout, this::togglePanel, lab::open, this::requestFocus),
                host),
            checking(setup),
            host);
    layout.node().addEventHandler(Done.SETTING, _ -> requestFocus());
    appearance.look().subscribe((_, _) -> useLook());
    present.look().subscribe((_, _) -> useLook());
    stage.layoutBoundsProperty().subscribe((_, _) -> useStageLook());
    following = settings.property().subscribe(this::useSettings);
    Settling.follow(workspace, host);
    ticking = setup.ticker().start(this::pulse);
  }

  private Optional<Checking<P, F>> checking(AppWindow.Setup setup) {
    return purpose.isChecked()
        ? Optional.of(new Checking<>(workspace, shelf, model, setup, appearance, room(), host))
        : Optional.empty();
  }

  private Checking.Room room() {
    return new Checking.Room(
        panel, layout, practising, () -> presenting, this::togglePanel, this::requestFocus);
  }

  /// What the open preset shows; while something is predicted it would give too much away.
  private Optional<String> point(PlayerState<F> state) {
    return practising.practice().mode() == Mode.WATCH ? shelf.point(state) : Optional.empty();
  }

  /// Who looks for a mistake is shown the values, not what made them.
  private void tell(Step<F> step) {
    boolean hunting = practising.practice().mode() == Mode.HUNT;
    telling.show(hunting ? step.saying(() -> step.narration().valuesAlone()) : step);
  }

  private void practised(Practice<P, F> practice) {
    new PracticePlace(practising, panel, present).show(presenting);
    panel.show(practice.mode());
    var told = practice.mode() == Mode.HUNT ? StageModel.Reasons.WITHHELD : StageModel.Reasons.TOLD;
    if (model.setReasons(told)) {
      model.step().ifPresent(this::tell);
    }
    bar.show(practice.mode());
    transport.show(practice.mode());
    present.show(practice.mode());
  }

  /// Asks what is due, once the run is there.
  void askWhatIsDue() {
    practising.review();
  }

  /// Opens a bookmark; what cannot be looked at as it says is told in the bar.
  ///
  /// @param opened told when it takes the place of what is open, if it does
  void open(Bookmark bookmark, Runnable opened) {
    bar.showMessage("");
    try {
      var restoring = model.restoring(bookmark.choices(), bookmark.pins());
      shelf.open(
          bookmark,
          () -> {
            restoring.run();
            opened.run();
          });
    } catch (InvalidInput reason) {
      bar.showRefusal(reason);
    }
  }

  /// Opens a preset, at a step or where its point shows.
  void open(Offer chosen, Optional<Position> at) {
    bar.showMessage("");
    shelf.open(chosen, at);
  }

  /// Lets a student do so much.
  void free(Set<Freedom> freedoms) {
    lock.free(freedoms, bar, transport, stage);
  }

  /// Its run, as a lecture walks through it.
  WallWalk walk() {
    return walk;
  }

  Region node() {
    return presenting ? present.node() : layout.node();
  }

  /// Gives the stage the keyboard, so that the keys step.
  void requestFocus() {
    stage.requestFocus();
  }

  /// Goes to present mode, or back to the window.
  void togglePresenting() {
    presenting = !presenting;
    hidePopOver();
    if (presenting) {
      beside.endChecking();
      model.step().ifPresent(this::tell);
      present.hold(practising.stage());
    } else {
      layout.holdStage();
    }
    new PracticePlace(practising, panel, present).show(presenting);
    useLook();
    requestFocus();
  }

  /// Pauses, because another page is shown.
  void leave() {
    hidePopOver();
    workspace.player().ifPresent(Player::pause);
  }

  /// Whether all that was asked for is shown.
  boolean isSettled() {
    return workspace.isSettled();
  }

  boolean isPresenting() {
    return presenting;
  }

  /// Closes what floats over the screen, else lets go of what is pinned; false where there is
  /// neither.
  boolean hidePopOver() {
    boolean floats = bar.hidePopOver() || panel.hidePopOver() || model.isExplaining();
    stage.closeExplanation();
    return floats || beside.leave() || layout.foldPanelOver() || model.unpin();
  }

  /// Gives a key to the question that is open; false where none is, or it is no answer.
  boolean takes(KeyEvent event) {
    return practising.takes(event) || beside.takes(event);
  }

  /// Does what a key or a button asks for.
  boolean perform(Command command) {
    return controls.perform(command);
  }

  /// Does what is not about the run; false where it is.
  private boolean performHere(Command command) {
    switch (command) {
      case WHY -> stage.explainNext();
      case COPY_PICTURE -> beside.learning().copyOr(sharing::copyPicture);
      case SAVE_PICTURE -> sharing.savePicture();
      case PREDICT -> practise(Mode.PREDICT);
      case HUNT -> practise(Mode.HUNT);
      case BY_HAND -> practise(Mode.BY_HAND);
      case COMPARE -> purpose.toggleComparing();
      case LEARN -> beside.learning().toggle();
      case SEARCH_LESSONS -> beside.learning().search();
      case CHECK -> beside.toggleChecking();
      case FIRST_DIFFERENCE -> purpose.goToDifference();
      case PRESENT -> host.togglePresent();
      case GO_TO -> GoToDialog.lead(workspace, host.window());
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Numbers by hand are typed in the panel, which has to be there.
  private void practise(Mode mode) {
    if (purpose.practices().contains(mode)) {
      boolean typed = practising.practice().mode() == Mode.BY_HAND;
      practising.toggle(mode);
      if (typed) {
        layout.foldPanelOver();
      } else if (mode == Mode.BY_HAND && !presenting && layout.isPanelFolded()) {
        togglePanel();
      }
    }
  }

  /// Remembers where this exercise stands; not before the first step is shown.
  void leaveAt(Places places) {
    var state = workspace.state();
    var bookmark = walk.seen();
    if (state.isPresent() && bookmark.isPresent()) {
      shelf.offer().ifPresent(open -> places.leave(open, bookmark.get(), state.get()));
    }
  }

  private void pulse(long now) {
    telling.pulse(now);
    beside.pulse(now);
    workspace
        .player()
        .ifPresent(player -> {
          player.pulse(now);
          transport.pulse(now, player.isBusy() ? BusyIndicator.Work.BUSY : BusyIndicator.Work.IDLE);
        });
  }

  private void useStageLook() {
    if (presenting) {
      stage.setLook(present.look().get());
    } else {
      StageRoom.fit(stage, appearance.look().get());
    }
  }

  private void useLook() {
    useStageLook();
    layout.setLook(appearance.look().get());
    present.setWindowLook(appearance.look().get());
  }

  private void useSettings(Settings before, Settings now) {
    if (before.speed() != now.speed()) {
      workspace.setSpeed(now.speed());
    }
    stage.setMotion(appearance.longestAnimation());
    layout.apply(purpose.adapted(now));
  }

  private Optional<OpenRun<P, F>> openRun() {
    return workspace.problem().flatMap(problem -> walk.seen().map(at -> open(problem, at)));
  }

  private OpenRun<P, F> open(P problem, Bookmark at) {
    return new OpenRun<>(entry.view(), at, problem, model.interaction(), stage.look());
  }

  /// Shows the stage again in the place of the lab; false where it is there.
  boolean leaveLab() {
    return lab.leave();
  }

  private void toggleLab() {
    lab.toggle();
  }

  /// The lesson beside the run.
  Learning<P, F> learning() {
    return beside.learning();
  }

  private void togglePanel() {
    layout.togglePanel(() -> {
      purpose.togglePanel(settings);
      layout.apply(purpose.adapted(settings.get()));
    });
  }

  @Override
  public void close() {
    hidePopOver();
    ticking.close();
    appearance.close();
    following.unsubscribe();
    beside.close();
    workspace.close();
    workers.close();
  }
}
