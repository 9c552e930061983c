package dev.stepwise.shell;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Player;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.shell.sharing.FilePicker;
import dev.stepwise.shell.sharing.OpenRun;
import dev.stepwise.shell.sharing.Sharing;
import dev.stepwise.view.Lab;
import dev.stepwise.view.StageEditor;
import dev.stepwise.view.StageNode;
import dev.stepwise.view.StageOption;
import dev.stepwise.view.marks.Formulas;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Subscription;

/// The screen of one exercise: the bar, the stage or the lab, the panel, the transport. One run is
/// open in it.
final class ExerciseScreen<P, F extends Frame>
    implements AutoCloseable, Session.Watcher<P, F>, ProblemBar.Actions {

  /// What the screen needs of the window.
  interface Host {
    /// Present mode was asked for or left.
    void togglePresent();

    /// Tells of a defect.
    void tell(Throwable failure);

    /// Tells what was done.
    void announce(String done);

    /// A screen shows more of what was asked of it than before.
    void advanced();

    /// The window.
    Window window();
  }

  private final Registry.Ready<P, F> entry;
  private final SettingsModel settings;
  private final Appearance appearance;
  private final Workers workers;
  private final Host host;
  private final Session<P, F> session;
  private final StageNode<P, F> stage;
  private final ProblemBar bar;
  private final Transport transport;
  private final SidePanel panel;
  private final PresentView present;
  private final Telling<F> telling;
  private final RunControls<P, F> controls;
  private final ScreenLayout layout;
  private final OpenData<P, F> data;
  private final Sharing<P, F> sharing;
  private final Ticker.Ticking ticking;
  private final Subscription subscriptions;
  private Optional<PlayerState<F>> latest = Optional.empty();
  private boolean presenting;

  ExerciseScreen(
      Registry.Ready<P, F> entry,
      SettingsModel settings,
      Appearance appearance,
      Formulas formulas,
      Workers workers,
      Ticker ticker,
      FilePicker picker,
      Host host) {
    this.entry = entry;
    this.settings = settings;
    this.appearance = appearance;
    this.workers = workers;
    this.host = host;
    var exercise = entry.view().exercise();
    var look = appearance.look().get();
    session = new Session<>(exercise, workers, this);
    session.setSpeed(settings.get().speed());
    controls = new RunControls<>(session, settings, this::perform);
    stage = new StageNode<>(entry.view(), formulas, look);
    stage.setId("stage");
    stage.setMotion(appearance.longestAnimation());
    stage.setOnEdit(session::preview, session::edit);
    stage.setGuide(controls);
    stage.setOnFailure(host::tell);
    data = new OpenData<>(entry, session, host::window);
    sharing = new Sharing<>(this::openRun, formulas, picker, host::window, host::announce);
    bar =
        new ProblemBar(
            new ProblemBar.Parts(
                exercise.schema(),
                entry.presets(),
                data.items(),
                entry.view().editor().map(StageEditor::tools).orElse(List.of()),
                entry.view().options(),
                entry.view().lab().isPresent()
                    ? ProblemBar.LabOffer.THERE
                    : ProblemBar.LabOffer.NONE,
                Optional.of(new ShareMenu(sharing).node())),
            this);
    data.showIn(bar);
    transport = new Transport(exercise.conditions(), look, controls);
    panel = new SidePanel(entry, formulas, appearance.look());
    present = new PresentView(look, formulas, entry.view().rowCategory(), controls);
    telling = new Telling<>(panel, present);
    controls.setOnPassing(telling::pass, telling::end);
    layout =
        new ScreenLayout(
            bar,
            stage,
            panel.node(),
            transport,
            look,
            width -> settings.update(now -> now.withPanelWidth(width)));
    layout.apply(settings.get());
    layout.node().addEventHandler(Done.SETTING, _ -> requestFocus());
    subscriptions =
        Subscription.combine(
            appearance.look().subscribe((_, _) -> useLook()),
            present.look().subscribe((_, _) -> useLook()),
            stage.layoutBoundsProperty().subscribe((_, _) -> useStageLook()),
            settings.property().subscribe((_, _) -> useSettings()));
    ticking = ticker.start(this::pulse);
  }

  /// Opens what a scenario file holds, at a step.
  void open(Scenario scenario, Position at) {
    bar.showMessage("");
    data.open(scenario, at);
  }

  /// Opens a preset, at a step or where its point shows.
  void open(Preset chosen, Optional<Position> at) {
    bar.showMessage("");
    data.open(chosen, at);
  }

  @Override
  public void open(Preset chosen) {
    open(chosen, Optional.empty());
    requestFocus();
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
      latest.ifPresent(telling::show);
      present.hold(stage);
    } else {
      layout.holdStage();
    }
    useLook();
    requestFocus();
  }

  /// Pauses, because another page is shown.
  void leave() {
    hidePopOver();
    session.player().ifPresent(Player::pause);
  }

  /// Whether all that was asked for is shown.
  boolean isSettled() {
    return session.isSettled();
  }

  boolean isPresenting() {
    return presenting;
  }

  /// Closes what floats over the screen, else lets go of what is pinned; false where there is
  /// neither.
  boolean hidePopOver() {
    boolean floats = bar.hidePopOver() || panel.hidePopOver() || stage.isExplaining();
    stage.closeExplanation();
    return floats || layout.foldPanelOver() || stage.unpin();
  }

  @Override
  public boolean perform(Command command) {
    switch (command) {
      case UNDO -> session.undo();
      case REDO -> session.redo();
      case FASTER -> controls.setSpeed(settings.get().speed().faster());
      case SLOWER -> controls.setSpeed(settings.get().speed().slower());
      case WHY -> stage.explainNext();
      case COPY_PICTURE -> sharing.copyPicture();
      case SAVE_PICTURE -> sharing.savePicture();
      case PRESENT -> host.togglePresent();
      case GO_TO -> latest.ifPresent(this::askWhere);
      default -> session.player().ifPresent(player -> PlayerCommands.perform(command, player));
    }
    return true;
  }

  private void askWhere(PlayerState<F> state) {
    new GoToDialog(host.window(), state.position().toString())
        .ask(answer -> session.player().ifPresent(answer::lead));
  }

  @Override
  public void change(String parameter, Object value) {
    var exercise = entry.view().exercise();
    bar.showMessage("");
    if (session.problem().isPresent()) {
      session.change(problem -> exercise.changed(problem, parameter, value));
    }
  }

  @Override
  public void use(Optional<StageEditor.Tool> tool) {
    stage.setTool(tool);
    requestFocus();
  }

  @Override
  public void choose(StageOption option, String choice) {
    stage.choose(option, choice);
    requestFocus();
  }

  @Override
  public void reset() {
    session.reset();
  }

  @Override
  public void problemChanged(P problem) {
    latest = Optional.empty();
    stage.setProblem(problem);
    bar.show(entry.view().exercise().given(problem));
    bar.rest(entry.view().exercise().idle(problem));
    bar.tools().offer(option -> entry.view().offers(option, problem));
    transport.setGrains(entry.view().exercise().grains(problem));
    bar.showHistory(session);
    bar.showMessage("");
    transport.forget();
    present.forget();
    layout.refreshLab();
  }

  @Override
  public void stateChanged(PlayerState<F> state) {
    boolean moved = latest.map(before -> isAnother(before.step(), state.step())).orElse(true);
    latest = Optional.of(state);
    if (moved) {
      stage.show(state.step());
      telling.show(state);
    } else {
      present.showState(state);
    }
    transport.show(state);
    panel.showLead(data.preset().filter(open -> isOpening(open, state)).map(Preset::point));
    host.advanced();
  }

  /// Whether a preset opens with the step that is shown: there its point is said first.
  private static boolean isOpening(Preset open, PlayerState<?> state) {
    return open.opens().map(state.position()::equals).orElse(state.atEnd());
  }

  /// States that differ in the player alone share their step; comparing its content would be dear.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isAnother(Step<?> before, Step<?> now) {
    return before != now;
  }

  @Override
  public void surveyed(Survey survey) {
    transport.setSurvey(survey);
    present.setSurvey(survey);
    host.advanced();
  }

  @Override
  public void refused(InvalidInput reason) {
    bar.showRefusal(reason);
    showWhatIsOpen();
    host.advanced();
  }

  @Override
  public void failed(Throwable failure) {
    showWhatIsOpen();
    host.tell(failure);
  }

  /// What was chosen and did not come about is not what the bar should say.
  private void showWhatIsOpen() {
    data.show();
    session.problem().ifPresent(problem -> bar.show(entry.view().exercise().given(problem)));
  }

  /// Where this exercise stands, to be remembered; empty before the first step is shown.
  Optional<Workspace.Left> place() {
    return latest.flatMap(state ->
        data.preset().map(open -> new Workspace.Left(open, Settings.Place.of(open, state))));
  }

  private void pulse(long now) {
    telling.pulse(now);
    session
        .player()
        .ifPresent(player -> {
          player.pulse(now);
          transport.pulse(now, player.isBusy() ? BusyIndicator.Work.BUSY : BusyIndicator.Work.IDLE);
        });
  }

  private void useStageLook() {
    if (!presenting) {
      var fitting = StageRoom.look(appearance.look().get(), stage.getWidth(), stage.getHeight());
      if (!fitting.equals(stage.look())) {
        stage.setLook(fitting);
      }
    }
  }

  private void useLook() {
    if (presenting) {
      stage.setLook(present.look().get());
    }
    useStageLook();
    layout.setLook(appearance.look().get());
    present.setWindowLook(appearance.look().get());
  }

  private void useSettings() {
    session.setSpeed(settings.get().speed());
    stage.setMotion(appearance.longestAnimation());
    layout.apply(settings.get());
  }

  private Node openLab(Lab<P> lab) {
    var look = appearance.look().get();
    return session.problem().map(problem -> lab.open(problem, look)).orElseGet(Pane::new);
  }

  private Optional<OpenRun<P, F>> openRun() {
    return session
        .problem()
        .flatMap(problem ->
            latest.map(state ->
                new OpenRun<>(
                    entry.view(),
                    data.preset().map(Preset::title).orElse(entry.card().title()),
                    problem,
                    state.position(),
                    stage.interaction(),
                    stage.look())));
  }

  @Override
  public void toggleLab() {
    entry.view().lab().ifPresent(lab -> layout.toggleLab(() -> openLab(lab)));
  }

  @Override
  public void togglePanel() {
    layout.togglePanel(() ->
        settings.update(now ->
            now.withPanel(
                now.panel() == Settings.Panel.OPEN ? Settings.Panel.FOLDED : Settings.Panel.OPEN)));
  }

  @Override
  public void close() {
    hidePopOver();
    ticking.close();
    subscriptions.unsubscribe();
    session.close();
    workers.close();
  }
}
