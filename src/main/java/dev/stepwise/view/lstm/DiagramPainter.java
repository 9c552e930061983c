package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Cell;
import dev.stepwise.compute.lstm.Operation;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.lstm.Diagram.Part;
import dev.stepwise.view.lstm.Diagram.Wire;
import java.util.Optional;
import javafx.scene.paint.Color;

/// Draws the cell at the step's time, with values travelling on its wires in the order of
/// computation.
final class DiagramPainter {
  /// The room in which things have their own size.
  private static final double WIDE = 700;

  private static final double RNN_HIGH = 130;
  private static final double HIGH = 245;
  private static final double LEAST = 0.74;
  private static final double MOST = 1.06;

  /// The edges of the cell, and the widest note in it, as shares of the width.
  private static final double LEFT = 0.155;

  private static final double RIGHT = 0.935;
  private static final double NOTE = 0.6;

  private static final double HIGHWAY = 30;
  private static final double ARROW = 4.5;
  private static final double TRAVELLER = 5;
  private static final double LAYER_WIDTH = 72;
  private static final double LAYER_HEIGHT = 28;

  /// How high a layer is at most that has a chip above it, and one that has none, as shares of the
  /// height.
  private static final double BELOW_CHIP = 0.13;

  private static final double ALONE = 0.25;

  private static final double KNOB = 11;

  /// How large letters are on a plate of some height.
  private static final double LETTERS = 0.54;

  private static final double SIGN = 0.75;

  private final Scene stage;
  private final Box area;
  private final Box box;
  private final Scene scene;
  private final Pen pen;
  private final Diagram diagram;

  DiagramPainter(Scene stage, Box area) {
    this.stage = stage;
    this.area = area;
    this.box = stage.pen().below(area).inset(0, 0, stage.pen().px(Space.SMALL), 0);
    this.scene = stage.scaled(fitting(box, stage));
    this.pen = scene.pen();
    this.diagram = Diagram.of(scene.time().cell());
  }

  /// How much smaller things must be for none to cover another.
  private static double fitting(Box box, Scene scene) {
    var pen = scene.pen();
    double across = box.width() / pen.px(WIDE);
    double up = box.height() / pen.px(scene.time().cell() == Cell.RNN ? RNN_HIGH : HIGH);
    return Math.clamp(Math.min(across, up), LEAST, MOST);
  }

  private void head() {
    var title = scene.time().cell().title() + " cell at t = " + scene.time().name();
    int hidden = scene.time().hidden();
    int unit = scene.unit() + 1;
    if (hidden == 1) {
      stage.pen().heading(area, title, "1 unit");
    } else {
      stage
          .pen()
          .heading(
              area,
              title,
              "stripes: the %d units; number: unit %d".formatted(hidden, unit),
              "number: unit %d of %d".formatted(unit, hidden));
    }
  }

  void paint() {
    head();
    body();
    diagram.wires().forEach(this::wire);
    travellers();
    var chips = new ChipPainter(scene);
    int t = scene.time().t();
    for (var part : diagram.parts()) {
      switch (part) {
        case Part.Chip(var quantity, int ago, double x, double y) ->
            chips.value(quantity, t - ago, x(x), y(y));
        case Part.Input(double x, double y) -> chips.input(x(x), y(y));
        case Part.Layer(var operation, var function, double x, double y) ->
            layer(operation, function, x(x), y(y));
        case Part.Knob(var operation, var sign, double x, double y) ->
            knob(operation, sign, x(x), y(y));
        case Part.Note(var text, double x, double y) ->
            pen.write(text, x(x), y(y), box.width() * NOTE, pen.type(Role.NOTE).centred());
      }
    }
  }

  private double x(double share) {
    return box.x() + share * box.width();
  }

  private double y(double share) {
    return box.y() + share * box.height();
  }

  private void body() {
    var around = new Box(x(LEFT), box.y(), x(RIGHT) - x(LEFT), box.height());
    var inside = around.inset(-pen.px(Space.TIGHT), 0, -pen.px(Space.TIGHT), 0);
    pen.card(inside);
    if (scene.time().cell().keepsAndAdds()) {
      var memory = Pen.faded(scene.colour(scene.time().cell().memory()), 0.12);
      double height = pen.px(HIGHWAY);
      pen.surface()
          .rectangle(
              new Box(inside.x(), y(0.17) - height / 2, inside.width(), height),
              pen.px(Space.TIGHT),
              Ink.filled(memory));
    }
  }

  private void wire(Wire wire) {
    var progress = scene.progress(wire.operation());
    var xs = new double[wire.path().length / 2];
    var ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = x(wire.path()[2 * i]);
      ys[i] = y(wire.path()[2 * i + 1]);
    }
    var width = wire.highway() ? Space.TIGHT : Space.LINE;
    if (progress == Scene.Progress.AHEAD) {
      pen.surface().line(xs, ys, pen.dashed(pen.palette().faint(), width));
      return;
    }
    var colour = scene.colour(wire.carries());
    pen.surface().line(xs, ys, stroke(colour, width, progress));
    arrow(xs, ys, colour, pen.px(ARROW) * (wire.highway() ? 1.4 : 1));
  }

  /// A head at the end of a wire that leaves the cell.
  private void arrow(double[] xs, double[] ys, Color colour, double size) {
    int last = xs.length - 1;
    if (xs[last] < x(RIGHT)) {
      return;
    }
    double tip = xs[last] + size;
    pen.surface()
        .polygon(
            new double[] {tip, xs[last] - size, xs[last] - size},
            new double[] {ys[last], ys[last] - size, ys[last] + size},
            Ink.filled(colour));
  }

  /// Dots on the wires of what is being computed, one operation after the other where a whole time
  /// step passes.
  private void travellers() {
    double progress = scene.shown().progress();
    if (progress >= 1 || scene.before().isEmpty()) {
      return;
    }
    var operations = scene.time().cell().operations();
    for (var wire : diagram.wires()) {
      double share = progress;
      if (scene.operation().isEmpty()) {
        share = progress * operations.size() - operations.indexOf(wire.operation());
      } else if (scene.progress(wire.operation()) != Scene.Progress.NOW) {
        continue;
      }
      if (share > 0 && share < 1) {
        dot(wire, share);
      }
    }
  }

  private void dot(Wire wire, double share) {
    double length = 0;
    for (int i = 2; i < wire.path().length; i += 2) {
      length += piece(wire, i);
    }
    double way = share * length;
    for (int i = 2; i < wire.path().length; i += 2) {
      double piece = piece(wire, i);
      if (way <= piece) {
        double part = piece == 0 ? 0 : way / piece;
        double px = x(wire.path()[i - 2] * (1 - part) + wire.path()[i] * part);
        double py = y(wire.path()[i - 1] * (1 - part) + wire.path()[i + 1] * part);
        var edge = pen.stroke(pen.palette().background(), Space.HAIR);
        var ink = new Ink(Optional.of(scene.colour(wire.carries())), Optional.of(edge));
        pen.surface().circle(px, py, pen.px(TRAVELLER), ink);
        return;
      }
      way -= piece;
    }
  }

  private double piece(Wire wire, int i) {
    return Math.hypot(
        x(wire.path()[i]) - x(wire.path()[i - 2]), y(wire.path()[i + 1]) - y(wire.path()[i - 1]));
  }

  private void layer(Operation operation, String function, double x, double y) {
    var progress = scene.progress(operation);
    var palette = pen.palette();
    double width = pen.px(LAYER_WIDTH);
    double most = scene.time().cell() == Cell.RNN ? ALONE : BELOW_CHIP;
    double height = Math.min(pen.px(LAYER_HEIGHT), box.height() * most);
    var plate = new Box(x - width / 2, y - height / 2, width, height);
    var colour = scene.colour(operation.result());
    var fill = palette.background().interpolate(colour, 0.16);
    plate(plate, pen.px(Space.TIGHT), fill, colour, progress);
    var type = pen.type(Role.BODY).bold().at(height * LETTERS).centred();
    boolean ahead = progress == Scene.Progress.AHEAD;
    pen.write(function, plate, ahead ? type.coloured(palette.muted()) : type);
  }

  /// A line, broader where something is computed now.
  private Ink.Stroke stroke(Color colour, Space width, Scene.Progress progress) {
    double wider = progress == Scene.Progress.NOW ? pen.px(Space.HAIR) : 0;
    return new Ink.Stroke(colour, pen.px(width) + wider);
  }

  /// A plate of the cell, dashed where it lies ahead.
  private void plate(Box place, double radius, Color fill, Color edge, Scene.Progress progress) {
    var ink =
        progress == Scene.Progress.AHEAD
            ? scene.outlinedAhead()
            : new Ink(Optional.of(fill), Optional.of(stroke(edge, Space.LINE, progress)));
    pen.surface().rectangle(place, radius, ink);
  }

  private void knob(Operation operation, String sign, double x, double y) {
    var palette = pen.palette();
    var progress = scene.progress(operation);
    var colour =
        switch (progress) {
          case AHEAD -> palette.muted();
          case NOW -> palette.accent();
          case DONE -> palette.text();
        };
    var body = pen.type(Role.BODY).bold().coloured(colour).centred();
    boolean isWord = sign.length() > 1;
    var type = isWord ? body : body.at(2 * pen.px(KNOB) * SIGN);
    double half = isWord ? pen.width(sign, type) / 2 + pen.px(Space.SMALL) : pen.px(KNOB);
    var place = new Box(x - half, y - pen.px(KNOB), 2 * half, 2 * pen.px(KNOB));
    plate(place, pen.px(KNOB), palette.background(), colour, progress);
    pen.write(sign, place, type);
  }
}
