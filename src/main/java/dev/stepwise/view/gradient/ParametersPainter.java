package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.RegressionFocus;
import dev.stepwise.compute.gradient.RegressionNarration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Type;
import dev.stepwise.view.gradient.GradientElement.OfWeight;

/// Draws the parameters of linear regression: their values, the lowest place and the gradient.
///
/// @param scene the step
record ParametersPainter(RegressionScene scene) {
  private static final double ROW = 23;

  /// Where there is little room, what moves the model has its room before rows are high.
  private static final double LEAST_ROW = 19;

  /// The row that says what the columns are.
  private static final double NAMES = 16;

  /// The columns of numbers, each up to where the next one begins.
  private enum Column {
    VALUE(0.14, 0.42),
    LOWEST(0.42, 0.69),
    GRADIENT(0.69, 0.98);

    private final double from;
    private final double to;

    Column(double from, double to) {
      this.from = from;
      this.to = to;
    }

    Box in(Box row) {
      return new Box(
          row.x() + from * row.width(), row.y(), (to - from) * row.width(), row.height());
    }
  }

  /// Draws as many as have room; gives what they leave of the area.
  Box paint(Box area) {
    var pen = scene.pen();
    pen.heading(area, "Parameters");
    var below = pen.below(area);
    var names = new Box(below.x(), below.y(), below.width(), pen.px(NAMES));
    var type = pen.type(Role.LABEL);
    number("value", Column.VALUE, names, type);
    number("lowest", Column.LOWEST, names, type);
    if (hasGradient()) {
      number("gradient", Column.GRADIENT, names, type);
    }
    int d = scene.frame().problem().dimensions();
    var body = below.inset(names.height(), 0, 0, 0);
    double least = pen.px(LEAST_ROW);
    int shown = Math.min(d + 1, Rows.fitting(body, least));
    double free = body.height() - pen.px(Space.TIGHT) - pen.px(ErrorsPainter.LEAST);
    var rows = new Rows(body, shown, Math.clamp(free / shown, least, pen.px(ROW)));
    for (int j = 0; j < rows.shown(); j++) {
      // The bias comes last, even where some weights have no room.
      parameter(j == rows.shown() - 1 ? d : j, rows.row(j));
    }
    return body.inset(rows.shown() * rows.height() + pen.px(Space.TIGHT), 0, 0, 0);
  }

  /// Whether the gradient is known at the step.
  private boolean hasGradient() {
    return scene.frame().pass().isPresent()
        && !(scene.frame().focus() == RegressionFocus.Whole.PREDICTED
            || scene.frame().focus() instanceof RegressionFocus.SamplePredicted
            || scene.frame().focus() == RegressionFocus.Whole.LOSS);
  }

  private void parameter(int parameter, Box row) {
    var pen = scene.pen();
    var frame = scene.frame();
    var element = new OfWeight(parameter);
    if (scene.isCurrent(element)) {
      pen.ground(row);
    }
    var name = RegressionNarration.name(frame, parameter);
    var room = new Box(row.x(), row.y(), Column.VALUE.from * row.width(), row.height());
    pen.write(name, room.inset(0, 0, 0, pen.px(Space.TIGHT)), pen.type(Role.BODY));
    var figure = pen.type(Role.VALUE);
    number(Numbers.text(frame.model().parameter(parameter)), Column.VALUE, row, figure);
    number(
        Numbers.text(frame.bowl().bottom().parameter(parameter)),
        Column.LOWEST,
        row,
        figure.coloured(pen.palette().muted()));
    if (hasGradient()) {
      var gradient = frame.pass().orElseThrow().gradient();
      number(Numbers.text(gradient.parameter(parameter)), Column.GRADIENT, row, figure);
    }
    scene.sheet().spots().add(element, row, name);
  }

  private void number(String text, Column column, Box row, Type type) {
    scene.pen().write(text, column.in(row), type.right());
  }
}
