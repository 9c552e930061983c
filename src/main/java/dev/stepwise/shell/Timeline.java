package dev.stepwise.shell;

import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Type;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Survey;
import dev.stepwise.view.Guide;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The run as a line: how far it is, a mark for each step of the top level, its breakpoints in red,
/// and names where there is room. A click or a drag goes to a step.
final class Timeline extends Region {
  private static final double KNOB = 6;
  private static final double NAME_SIZE = 12;

  private final Canvas canvas = new Canvas();
  private final Tooltip tip = Controls.tip("");
  private Look look;
  private Optional<Survey> survey = Optional.empty();
  private Ahead ahead = Ahead.SHOWN;
  private @Nullable PlayerState<?> state;
  private Optional<Flag> flag = Optional.empty();

  /// A step of note.
  ///
  /// @param at where it is
  /// @param along how far along the run, in steps of the top level
  /// @param words what is there
  record Flag(Position at, double along, String words) {}

  /// @param guide asked to go where the student wants to
  Timeline(Look look, Guide guide) {
    this.look = look;
    setId("timeline");
    getStyleClass().add("timeline");
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText("Timeline");
    setFocusTraversable(true);
    getChildren().add(canvas);
    tip.setShowDelay(Duration.millis(150));
    Tooltip.install(this, tip);
    setOnMousePressed(event -> seek(event, guide::goTo));
    setOnMouseDragged(event -> seek(event, guide::scrubTo));
    setOnMouseReleased(_ -> guide.scrubbed());
    setOnMouseMoved(event -> tip.setText(tipAt(event.getX())));
    focusedProperty().subscribe(_ -> draw());
  }

  void setLook(Look other) {
    look = other;
    requestLayout();
    draw();
  }

  /// A new run, whose length is not known yet.
  void forget() {
    survey = Optional.empty();
    state = null;
    draw();
  }

  /// Marks a step of note; empty for none.
  void setFlag(Optional<Flag> noted) {
    flag = noted;
    draw();
  }

  void setSurvey(Survey known) {
    survey = Optional.of(known);
    draw();
  }

  /// Shows what lies ahead, or only as much of it as has been passed.
  void setAhead(Ahead other) {
    ahead = other;
    draw();
  }

  /// What may be seen of the way.
  private Optional<Survey> seen() {
    var now = state;
    return ahead == Ahead.SHOWN || now == null
        ? survey
        : survey.map(known -> known.upTo(now.position().first()));
  }

  void show(PlayerState<?> now) {
    state = now;
    setAccessibleText("Timeline, " + Counter.words(now, ahead));
    draw();
  }

  /// The step of the top level at a place, from 0; empty while the length is not known.
  Optional<Integer> indexAt(double x) {
    return seen()
        .map(known ->
            Math.clamp(
                Math.round((x - margin()) / trackWidth() * known.gaps() - known.lead()),
                0,
                known.passed() - 1));
  }

  private void seek(MouseEvent event, Consumer<Position> goTo) {
    if (event.getButton() == MouseButton.PRIMARY) {
      indexAt(event.getX()).ifPresent(index -> goTo.accept(Position.top(index)));
    }
    event.consume();
  }

  private String tipAt(double x) {
    return indexAt(x).map(index -> "step " + (index + 1)).orElse("the length is not known yet");
  }

  private double margin() {
    return look.px(KNOB + 3);
  }

  private double trackY() {
    return look.px(KNOB + 5);
  }

  private double trackWidth() {
    return Math.max(1, getWidth() - 2 * margin());
  }

  private Font nameFont() {
    return Fonts.BUNDLED.font(Type.Face.REGULAR, look.px(NAME_SIZE));
  }

  @Override
  protected double computePrefHeight(double width) {
    return trackY() * 2 + look.px(NAME_SIZE) * 1.4;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 120;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private void draw() {
    var pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    double width = trackWidth();
    var palette = look.palette();
    var idle = palette.muted().deriveColor(0, 1, 1, 0.35);
    bar(idle, width);
    var now = state;
    double fraction =
        now == null ? 0 : seen().map(known -> known.fraction(now.along())).orElse(0.0);
    bar(palette.accent(), width * fraction);
    seen().ifPresent(known -> drawTicks(known, width, fraction));
    seen()
        .ifPresent(
            known -> flag.ifPresent(noted -> drawFlag(known.fraction(noted.along()), width)));
    if (state != null) {
      drawBreakpoints(state, width);
      double x = margin() + width * fraction;
      pen.setFill(palette.background());
      disc(x, look.px(KNOB + 2));
      pen.setFill(palette.accent());
      disc(x, look.px(KNOB));
      if (isFocused()) {
        double radius = look.px(KNOB + 2.5);
        pen.setStroke(palette.accent());
        pen.setLineWidth(1.5);
        pen.strokeOval(x - radius, trackY() - radius, 2 * radius, 2 * radius);
      }
    }
  }

  private void bar(Color colour, double length) {
    var pen = canvas.getGraphicsContext2D();
    pen.setFill(colour);
    double thick = look.px(5);
    pen.fillRoundRect(margin(), trackY() - thick / 2, length, thick, thick, thick);
  }

  private void disc(double x, double radius) {
    canvas.getGraphicsContext2D().fillOval(x - radius, trackY() - radius, 2 * radius, 2 * radius);
  }

  private void drawTicks(Survey known, double width, double fraction) {
    var pen = canvas.getGraphicsContext2D();
    var palette = look.palette();
    var ticks = Ticks.of(known, width, this::nameWidth);
    for (int index = 0; index < known.passed(); index += ticks.stride()) {
      double at = known.fraction(index);
      pen.setFill(at <= fraction ? palette.accent() : palette.muted());
      double high = look.px(KNOB);
      pen.fillRect(Math.round(margin() + width * at) - 0.75, trackY() - high, 1.5, 2 * high);
    }
    pen.setFont(nameFont());
    int current = state == null ? -1 : state.position().first();
    for (var placed : ticks.names()) {
      pen.setFill(placed.name().index() == current ? palette.accent() : palette.muted());
      pen.fillText(
          placed.name().label(), margin() + placed.left(), trackY() * 2 + look.px(NAME_SIZE) * 0.9);
    }
  }

  private void drawFlag(double fraction, double width) {
    var pen = canvas.getGraphicsContext2D();
    double x = margin() + width * fraction;
    double high = trackY() - 1;
    pen.setFill(look.palette().difference());
    pen.fillRect(x - 1, trackY() - high, 2, high + look.px(KNOB));
    pen.fillPolygon(
        new double[] {x, x + look.px(8), x},
        new double[] {
          trackY() - high, trackY() - high + look.px(3.5), trackY() - high + look.px(7)
        },
        3);
  }

  private void drawBreakpoints(PlayerState<?> shown, double width) {
    var seen = seen();
    if (seen.isEmpty()) {
      return;
    }
    var pen = canvas.getGraphicsContext2D();
    pen.setFill(look.palette().alarm());
    for (var position : shown.breakpoints()) {
      double x = margin() + width * seen.get().fraction(position.first());
      disc(x, look.px(4));
    }
  }

  private double nameWidth(String label) {
    var text = new Text(label);
    text.setFont(nameFont());
    return text.getLayoutBounds().getWidth();
  }
}
