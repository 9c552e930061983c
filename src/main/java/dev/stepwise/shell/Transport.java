package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Speed;
import dev.stepwise.view.Guide;
import dev.stepwise.view.marks.Look;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
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

    /// Pauses at other conditions.
    void setBreakOn(Set<Condition> conditions);

    /// Marks the step shown, or takes its mark away.
    void toggleBreakpoint();

    /// Gives up what is being computed.
    void cancel();
  }

  private static final List<Speed> SPEEDS = List.of(Speed.values());

  private static final double ICONS_NEED = 960;

  private final VBox box = new VBox();
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
  private final Slider speed = new Slider(0, SPEEDS.size() - 1, SPEEDS.indexOf(Speed.NORMAL));
  private final Label speedLabel = Controls.label(Speed.NORMAL.label(), "speed-label");
  private final BreakpointMenu breakpoints;
  private @Nullable PlayerState<?> shown;

  Transport(List<Condition> conditions, Look look, Actions actions) {
    crumbs = new Crumbs(actions::goTo);
    timeline = new Timeline(look, actions);
    busy = new BusyIndicator(actions::cancel);
    breakpoints = new BreakpointMenu(conditions, actions::setBreakOn, actions::toggleBreakpoint);
    var restart =
        button("restart", "", Feather.ROTATE_CCW, "Restart (R)", Command.RESTART, actions);
    restart.getStyleClass().add(Styles.BUTTON_ICON);
    back = button("back", "Back", Feather.SKIP_BACK, "Step back (←)", Command.BACK, actions);
    into =
        button("into", "Into", Feather.CORNER_RIGHT_DOWN, "Step into (↓)", Command.INTO, actions);
    play =
        button("play", "Play", Feather.PLAY, "Play or pause (Space)", Command.PLAY_PAUSE, actions);
    play.getStyleClass().add(Styles.ACCENT);
    over = button("over", "Over", Feather.SKIP_FORWARD, "Step over (→)", Command.OVER, actions);
    out = button("out", "Out", Feather.CORNER_RIGHT_UP, "Step out (↑)", Command.OUT, actions);
    var present =
        button("present", "Present", Feather.MONITOR, "Present (F5)", Command.PRESENT, actions);

    var where = new HBox(10, crumbs.node(), reason, Controls.spring(), busy.node(), counter);
    where.getStyleClass().add("where");
    var buttons = new HBox(8, restart, back, into, play, over, out);
    buttons.getStyleClass().add("transport-group");
    var right = new HBox(8, speedBox(actions), breakpoints.node(), present);
    right.getStyleClass().add("transport-group");
    var row = new FlowPane(16, 8, buttons, right);
    row.getStyleClass().add("transport-row");
    var worded = List.of(back, into, play, over, out, breakpoints.node(), present);
    box.widthProperty()
        .subscribe(width -> {
          var display =
              width.doubleValue() < ICONS_NEED ? ContentDisplay.TEXT_ONLY : ContentDisplay.LEFT;
          worded.forEach(each -> each.setContentDisplay(display));
        });
    box.getStyleClass().add("transport");
    box.getChildren().addAll(where, timeline, row);
  }

  private HBox speedBox(Actions actions) {
    speed.setId("speed");
    speed.setAccessibleText("Speed");
    speed.setPrefWidth(90);
    speed.setMinWidth(80);
    speed.setMajorTickUnit(1);
    speed.setMinorTickCount(0);
    speed.setBlockIncrement(1);
    speed.setSnapToTicks(true);
    speed.setTooltip(Controls.tip("Speed of playing (+ and −)"));
    speed
        .valueProperty()
        .subscribe((_, value) -> {
          var chosen = SPEEDS.get((int) Math.round(value.doubleValue()));
          if (shown != null && shown.speed() != chosen) {
            actions.setSpeed(chosen);
          }
        });
    var box = new HBox(8, Controls.label("Speed", Styles.TEXT_MUTED), speed, speedLabel);
    box.getStyleClass().add("transport-group");
    return box;
  }

  private static Button button(
      String id, String text, Feather icon, String hint, Command command, Actions actions) {
    return Controls.button(id, text, icon, hint, () -> actions.perform(command));
  }

  VBox node() {
    return box;
  }

  void setLook(Look look) {
    timeline.setLook(look);
  }

  /// A new run.
  void forget() {
    timeline.forget();
    shown = null;
  }

  void setSurvey(Survey survey) {
    timeline.setSurvey(survey);
  }

  void show(PlayerState<?> state) {
    var before = shown == null ? state : shown;
    shown = state;
    busy.arrived();
    crumbs.show(state);
    counter.setText(Counter.words(state));
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
    speed.setValue(SPEEDS.indexOf(state.speed()));
    speedLabel.setText(state.speed().label());
  }

  private void showIcon(Feather icon) {
    if (!(play.getGraphic() instanceof FontIcon shownIcon && shownIcon.getIconCode() == icon)) {
      play.setGraphic(new FontIcon(icon));
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
