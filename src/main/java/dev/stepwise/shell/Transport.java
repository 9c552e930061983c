package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Look;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Speed;
import dev.stepwise.practice.Mode;
import dev.stepwise.session.Workspace;
import dev.stepwise.view.Guide;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bottom of the screen: where the run stands, the timeline, and the buttons that move it.
final class Transport {

  /// What the transport asks for.
  interface Actions extends Guide {
    /// Does what a button or its key stands for.
    boolean perform(Command command);

    /// Plays at another speed.
    void setSpeed(Speed speed);

    /// Walks at another depth, from 1 for the top level.
    void walkAt(int depth);

    /// Pauses at other conditions.
    void setBreakOn(Set<Condition> conditions);

    /// Marks the step shown, or takes its mark away.
    void toggleBreakpoint();

    /// Gives up what is being computed.
    void cancel();
  }

  /// Below this width, at a text scale of 1, the timeline takes a row of its own.
  private static final double ONE_ROW_NEEDS = 1060;

  /// Below this width, at a text scale of 1, the tools have no names but in their tips.
  private static final double NAMES_NEED = 930;

  /// How wide a character of the counter is, at a text scale of 1.
  private static final double CHARACTER = 8.4;

  private final StackPane box = new StackPane();
  private final Crumbs crumbs;
  private final Label reason = Controls.label("", "pause-reason");
  private final Label counter = Controls.label("", "counter");
  private final Timeline timeline;
  private final BusyIndicator busy;
  private final Button back;
  private final Button into;
  private final Button play;
  private final Button over;
  private final Button out;
  private final PaceMenus pace;
  private final BreakpointMenu breakpoints;
  private final HBox where;
  private final VBox way;
  private final HBox moves;
  private final HBox tools;
  private final Button present;
  private final ToggleButton predict;
  private final ToggleButton byHand;
  private final ToggleButton hunt;
  private final Button difference;
  private double textScale;
  private Ahead ahead = Ahead.SHOWN;
  private @Nullable PlayerState<?> shown;

  /// @param practices in which ways the run can be practised
  Transport(List<Condition> conditions, Set<Mode> practices, Look look, Actions actions) {
    crumbs = new Crumbs(actions::goTo);
    timeline = new Timeline(look, actions);
    busy = new BusyIndicator(actions::cancel);
    breakpoints = new BreakpointMenu(conditions, actions::setBreakOn, actions::toggleBreakpoint);
    pace = new PaceMenus(actions::setSpeed, actions::walkAt);
    var restart = button("restart", Feather.ROTATE_CCW, "Restart (R)", Command.RESTART, actions);
    restart.getStyleClass().add(Styles.FLAT);
    back = button("back", Feather.SKIP_BACK, "Step back (←)", Command.BACK, actions);
    into = button("into", Feather.CORNER_RIGHT_DOWN, "Step into (↓)", Command.INTO, actions);
    play =
        Controls.button(
            "play",
            "Play",
            Feather.PLAY,
            "Play or pause (Space)",
            () -> actions.perform(Command.PLAY_PAUSE));
    play.getStyleClass().addAll(Styles.ACCENT, "play");
    over = button("over", Feather.SKIP_FORWARD, "Step over (→)", Command.OVER, actions);
    out = button("out", Feather.CORNER_RIGHT_UP, "Step out (↑)", Command.OUT, actions);
    present =
        Controls.button(
            "present",
            "Present",
            Feather.MONITOR,
            "Present (F5); the right mouse button leads out again",
            () -> actions.perform(Command.PRESENT));
    predict = way("predict", "Predict", Feather.HELP_CIRCLE, "P", Command.PREDICT, actions);
    byHand = way("by-hand", "By hand", Feather.EDIT_3, "H", Command.BY_HAND, actions);
    hunt = way("hunt", "Find bug", Feather.SEARCH, "M", Command.HUNT, actions);
    offer(predict, practices.contains(Mode.PREDICT));
    offer(byHand, practices.contains(Mode.BY_HAND));
    offer(hunt, practices.contains(Mode.HUNT));
    difference =
        Controls.button(
            "first-difference",
            "",
            Feather.FLAG,
            "To the first number that differs (N)",
            () -> actions.perform(Command.FIRST_DIFFERENCE));
    difference.getStyleClass().addAll(Styles.FLAT, "first-difference");
    difference.setMinWidth(0);
    offer(difference, false);
    List.of(predict, byHand, hunt, present, breakpoints.node())
        .forEach(each -> {
          each.getStyleClass().addAll(Styles.FLAT, "tool");
          each.setContentDisplay(ContentDisplay.TOP);
        });

    where = new HBox(10, crumbs.node(), difference, reason, busy.node(), counter);
    where.getStyleClass().add("where");
    where.widthProperty().subscribe((_, _) -> Platform.runLater(this::showCounter));
    way = new VBox(2, where, timeline);
    way.getStyleClass().add("way");
    HBox.setHgrow(way, Priority.ALWAYS);
    moves = new HBox(6, restart, back, into, play, over, out, pace.node());
    moves.getStyleClass().add("transport-group");
    tools = new HBox(2, predict, byHand, hunt, breakpoints.node(), present);
    tools.getStyleClass().add("transport-group");
    box.getStyleClass().add("transport");
    // Its parts must not keep the window wide: it is arranged by how wide it gets.
    box.setMinWidth(0);
    setLook(look);
    arrange(Rows.ONE);
    box.widthProperty().subscribe((_, _) -> Platform.runLater(this::arrange));
  }

  private static void offer(ButtonBase button, boolean offered) {
    button.setVisible(offered);
    button.setManaged(offered);
  }

  /// Marks the first number that differs between two runs; empty where none does.
  void showDifference(Optional<Timeline.Flag> flag) {
    timeline.setFlag(flag);
    difference.setText(flag.map(found -> "first difference: " + found.words()).orElse(""));
    offer(difference, flag.isPresent());
  }

  private enum Names {
    SHOWN,
    IN_TIPS
  }

  /// The names of the tools give way before the tools take a row of their own.
  private void showNames(Names wanted) {
    boolean shown = wanted == Names.SHOWN;
    tools.getStyleClass().remove("icons");
    if (!shown) {
      tools.getStyleClass().add("icons");
    }
    var display = shown ? ContentDisplay.TOP : ContentDisplay.GRAPHIC_ONLY;
    List.of(predict, byHand, hunt, breakpoints.node(), present)
        .forEach(each -> each.setContentDisplay(display));
  }

  private enum Rows {
    ONE,
    SEVERAL
  }

  private Rows rows = Rows.SEVERAL;

  private void arrange() {
    if (box.getWidth() > 0) {
      showNames(box.getWidth() >= NAMES_NEED * textScale ? Names.SHOWN : Names.IN_TIPS);
      arrange(box.getWidth() < ONE_ROW_NEEDS * textScale ? Rows.SEVERAL : Rows.ONE);
    }
  }

  private void arrange(Rows wanted) {
    if (wanted == rows) {
      return;
    }
    rows = wanted;
    box.getChildren()
        .setAll(
            switch (wanted) {
              case ONE -> {
                var row = new HBox(moves, way, tools);
                row.getStyleClass().add("transport-row");
                yield row;
              }
              case SEVERAL -> {
                var below = new FlowPane(16, 6, moves, tools);
                below.getStyleClass().add("transport-below");
                yield new VBox(6, way, below);
              }
            });
  }

  private static ToggleButton way(
      String id, String name, Feather icon, String key, Command command, Actions actions) {
    var button = new ToggleButton(name, new FontIcon(icon));
    button.setId(id);
    var hint = KeyBinding.of(command).title() + " (" + key + ")";
    button.setTooltip(Controls.tip(hint));
    button.setAccessibleText(name + ": " + hint);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> actions.perform(command));
    return button;
  }

  /// Shows in which way the run is practised; what lies ahead is not shown to who predicts.
  void show(Mode mode) {
    predict.setSelected(mode == Mode.PREDICT);
    byHand.setSelected(mode == Mode.BY_HAND);
    hunt.setSelected(mode == Mode.HUNT);
    ahead = Ahead.of(mode);
    timeline.setAhead(ahead);
    showCounter();
  }

  private static Button button(
      String id, Feather icon, String hint, Command command, Actions actions) {
    var button = Controls.button(id, "", icon, hint, () -> actions.perform(command));
    button.setAccessibleText(hint);
    button.getStyleClass().add(Styles.BUTTON_ICON);
    return button;
  }

  Region node() {
    return box;
  }

  void setLook(Look look) {
    timeline.setLook(look);
    crumbs.setLook(look);
    textScale = look.scale();
    var colour = look.palette().difference().toString().substring(2, 8);
    difference.setStyle("-stepwise-difference: #" + colour + ";");
    arrange();
  }

  /// Keeps the run where it stands, and is seen to.
  void lock(boolean steps) {
    moves.setDisable(steps);
    way.setDisable(steps);
    pace.node().setDisable(steps);
  }

  /// Shows the run that is open in a workspace.
  <P, F extends Frame> void follow(Workspace<P, F> workspace) {
    workspace.onProblem(problem -> {
      pace.setGrains(workspace.exercise().grains(problem));
      timeline.forget();
      shown = null;
    });
    workspace.onState(this::show);
    workspace.onSurvey(timeline::setSurvey);
  }

  private void show(PlayerState<?> state) {
    var before = shown == null ? state : shown;
    shown = state;
    busy.arrived();
    crumbs.show(state);
    showCounter();
    showReason(state, before);
    timeline.show(state);
    breakpoints.show(state);
    back.setDisable(state.atStart());
    over.setDisable(state.atEnd());
    into.setDisable(!state.step().isComposite());
    out.setDisable(state.position().depth() == 1);
    play.setText(state.playing() ? "Pause" : state.atEnd() ? "Replay" : "Play");
    showIcon(state.playing() ? Feather.PAUSE : Feather.PLAY);
    play.setAccessibleText(play.getText() + ": Space");
    pace.show(state);
  }

  private void showIcon(Feather icon) {
    if (!(play.getGraphic() instanceof FontIcon shownIcon && shownIcon.getIconCode() == icon)) {
      play.setGraphic(new FontIcon(icon));
    }
  }

  /// Where the way to the step needs its room, the counter leaves the name to it.
  private void showCounter() {
    if (shown != null) {
      var words = Counter.words(shown, ahead);
      double beside = where.getWidth() - crumbs.wholeWidth() - 2 * where.getSpacing();
      boolean fits = where.getWidth() <= 0 || words.length() * CHARACTER * textScale <= beside;
      counter.setText(fits ? words : Counter.brief(shown, ahead));
      counter.setAccessibleText(words);
    }
  }

  /// The reason stays while the step does.
  private void showReason(PlayerState<?> state, PlayerState<?> before) {
    var why = Counter.pauseReason(state, before);
    if (!why.isEmpty() || state.playing() || !state.position().equals(before.position())) {
      reason.setText(why);
    }
    reason.setVisible(!reason.getText().isEmpty());
    reason.setManaged(reason.isVisible());
  }

  /// Called once a frame.
  void pulse(long now, BusyIndicator.Work work) {
    busy.pulse(now, work);
  }
}
