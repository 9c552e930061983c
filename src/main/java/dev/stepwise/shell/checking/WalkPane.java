package dev.stepwise.shell.checking;

import atlantafx.base.theme.Styles;
import dev.stepwise.check.Walk;
import dev.stepwise.compute.run.Value;
import dev.stepwise.draw.Look;
import dev.stepwise.panel.CodePanel;
import dev.stepwise.panel.Pieces;
import dev.stepwise.panel.ValuePopOver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;

/// The learner's code as a run of its own, line by line and both ways: the line that was executed,
/// and what the variables hold after it.
public final class WalkPane extends VBox {
  private final Walk walk;
  private final Consumer<String> toStep;
  private final Label place = Pieces.label("", "muted");
  private final Label beside = Pieces.paragraph("", "muted");
  private final Slider slider = new Slider();
  private final CodePanel code;
  private final Button back;
  private final Button onward;
  private final ValuePopOver values = new ValuePopOver(this, PopOver.ArrowLocation.LEFT_TOP);
  private int at;

  /// @param lines of the learner's code
  /// @param walk at least one moment
  /// @param toStep told the path of the step of the run that corresponds
  /// @param close ends the walk
  public WalkPane(
      List<String> lines,
      Walk walk,
      ObservableValue<Look> look,
      Consumer<String> toStep,
      Runnable close) {
    super(10);
    this.walk = walk;
    this.toStep = toStep;
    setId("walk");
    getStyleClass().addAll("panel-content", "walk-pane");
    back =
        Pieces.button("walk-back", "", Feather.CHEVRON_LEFT, "One line back (←)", () -> go(at - 1));
    onward =
        Pieces.button(
            "walk-onward", "", Feather.CHEVRON_RIGHT, "One line on (→)", () -> go(at + 1));
    back.getStyleClass().add(Styles.BUTTON_ICON);
    onward.getStyleClass().add(Styles.BUTTON_ICON);
    code = new CodePanel(look);
    code.setListing(lines);
    code.setHint("A line: its next execution");
    code.setExecuted(executed(walk));
    code.setOnLine(line -> walk.next(at, line).ifPresent(this::go));
    code.setOnOpen(values::show);
    var scroll = new ScrollPane(code);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("panel-body");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    slider.setId("walk-slider");
    slider.setAccessibleText("Which line of your code was executed last");
    slider.setMin(0);
    slider.setMax(Math.max(1, walk.moments().size() - 1));
    slider.setBlockIncrement(1);
    slider.setFocusTraversable(false);
    HBox.setHgrow(slider, Priority.ALWAYS);
    slider
        .valueProperty()
        .subscribe(value -> {
          int wanted = (int) Math.round(value.doubleValue());
          if (wanted != at) {
            go(wanted);
          }
        });
    var title = new Label("Your code, line by line");
    title.getStyleClass().add("pane-title");
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    var leave =
        Pieces.button("walk-close", "Close", Feather.X, "back to what was checked (Esc)", close);
    var head = new HBox(8, title, leave);
    head.setAlignment(Pos.CENTER_LEFT);
    var moves = new HBox(8, back, slider, onward);
    moves.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(head, moves, new VBox(1, place, beside), scroll);
    show();
  }

  private static Set<Integer> executed(Walk walk) {
    var lines = new TreeSet<Integer>();
    walk.moments().forEach(moment -> lines.add(moment.line()));
    return lines;
  }

  /// Where it is, from 0.
  public int at() {
    return at;
  }

  /// Goes to a moment; to the nearest one where there is none.
  public void go(int moment) {
    int next = Math.clamp(moment, 0, walk.moments().size() - 1);
    if (next != at) {
      at = next;
      show();
    }
  }

  private void show() {
    var moment = walk.moments().get(at);
    slider.setValue(at);
    back.setDisable(at == 0);
    onward.setDisable(at == walk.moments().size() - 1);
    place.setText(
        "Line %d%s, %d of %d%s"
            .formatted(
                moment.line(),
                moment.function().isEmpty() ? "" : " in " + moment.function(),
                at + 1,
                walk.moments().size(),
                walk.isCut() ? " that were kept; it went on" : " executed"));
    beside.setText(
        moment
            .step()
            .map(step -> "The run stands where it makes the same: step %s.".formatted(step))
            .orElse("The run makes nothing of this yet."));
    hidePopOver();
    code.show(moment.line(), ordered(moment), List.of(), moment.written());
    moment.step().ifPresent(toStep);
  }

  /// What the line wrote comes first, where it is seen.
  private static SequencedMap<String, Value> ordered(Walk.Moment moment) {
    var ordered = new LinkedHashMap<String, Value>();
    moment.written().forEach(name -> ordered.put(name, moment.locals().get(name)));
    moment.locals().forEach(ordered::putIfAbsent);
    return ordered;
  }

  /// Closes the numbers of a variable; false where none are open.
  public boolean hidePopOver() {
    return values.hide();
  }

  /// Walks with a key; false where it is none of the walk's.
  public boolean takes(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return false;
    }
    var to = target(event.getCode());
    to.ifPresent(this::go);
    return to.isPresent();
  }

  private Optional<Integer> target(KeyCode key) {
    return switch (key) {
      case LEFT, KP_LEFT, PAGE_UP -> Optional.of(at - 1);
      case RIGHT, KP_RIGHT, PAGE_DOWN -> Optional.of(at + 1);
      case HOME -> Optional.of(0);
      case END -> Optional.of(walk.moments().size() - 1);
      default -> Optional.empty();
    };
  }
}
