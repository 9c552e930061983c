package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Cell;
import dev.stepwise.compute.lstm.Operation;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.lstm.Diagram.Part;
import dev.stepwise.view.lstm.Diagram.Wire;
import javafx.scene.paint.Color;

/// Draws the cell at the step's time, with values travelling on its wires in the order of
/// computation.
final class DiagramPainter {
  private static final double HEAD = 22;
  private static final double WIDE = 700;
  private static final double RNN_HIGH = 130;
  private static final double HIGH = 245;
  private static final double LEAST = 0.74;
  private static final double MOST = 1.06;

  private final Surface surface;
  private final Scene scene;
  private final Look look;
  private final Box box;
  private final Diagram diagram;

  DiagramPainter(Surface surface, Scene scene, Box area) {
    this.surface = surface;
    this.box = area.inset(scene.look().px(HEAD), 0, scene.look().px(6), 0);
    this.scene = scene.scaled(fitting(box, scene));
    this.look = this.scene.look();
    this.diagram = Diagram.of(scene.time().cell());
    head(area, scene.look());
  }

  /// How much smaller things must be for none to cover another.
  private static double fitting(Box box, Scene scene) {
    var look = scene.look();
    double across = box.width() / look.px(WIDE);
    double up = box.height() / look.px(scene.time().cell() == Cell.RNN ? RNN_HIGH : HIGH);
    return Math.clamp(Math.min(across, up), LEAST, MOST);
  }

  private void head(Box area, Look look) {
    var palette = look.palette();
    double baseline = area.y() + look.px(13);
    var bold = new Type(Type.Face.BOLD, look.px(13), palette.text());
    var title = scene.time().cell().title() + " cell at t = " + scene.time().name();
    surface.text(title, area.x(), baseline, bold);
    var muted =
        new Type(Type.Face.REGULAR, look.px(11.5), palette.muted()).aligned(Type.Align.RIGHT);
    int hidden = scene.time().hidden();
    var said =
        hidden == 1
            ? "1 unit"
            : "stripes: the %d units; number: unit %d".formatted(hidden, scene.unit() + 1);
    if (surface.textWidth(title, bold) + surface.textWidth(said, muted) + look.px(16)
        < area.width()) {
      surface.text(said, area.right(), baseline, muted);
    }
  }

  void paint() {
    body();
    diagram.wires().forEach(this::wire);
    travellers();
    for (var part : diagram.parts()) {
      switch (part) {
        case Part.Chip chip -> chip(chip);
        case Part.Input(double x, double y) -> new ChipPainter(surface, scene).input(x(x), y(y));
        case Part.Layer(var operation, var function, double x, double y) ->
            layer(operation, function, x(x), y(y));
        case Part.Knob(var operation, var sign, double x, double y) ->
            knob(operation, sign, x(x), y(y));
        case Part.Note(var text, double x, double y) -> note(text, x(x), y(y));
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
    var palette = look.palette();
    var inside =
        new Box(x(0.145), box.y() - look.px(4), x(0.935) - x(0.145), box.height() + look.px(10));
    surface.rectangle(
        inside, look.px(10), Ink.filled(palette.raised()).withStroke(palette.faint(), look.px(1)));
    if (scene.time().cell().keepsAndAdds()) {
      var memory = scene.colour(scene.time().cell().memory()).deriveColor(0, 1, 1, 0.12);
      double height = look.px(30);
      surface.rectangle(
          new Box(inside.x(), y(0.17) - height / 2, inside.width(), height),
          look.px(4),
          Ink.filled(memory));
    }
  }

  private void wire(Wire wire) {
    var progress = scene.progress(wire.operation());
    boolean now = progress == Scene.Progress.NOW;
    double width = look.px(wire.highway() ? (now ? 4.5 : 3.6) : now ? 3 : 1.7);
    var xs = new double[wire.path().length / 2];
    var ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = x(wire.path()[2 * i]);
      ys[i] = y(wire.path()[2 * i + 1]);
    }
    if (progress == Scene.Progress.AHEAD) {
      surface.line(xs, ys, new Ink.Stroke(look.palette().faint(), width, look.px(4), look.px(4)));
      return;
    }
    var colour = scene.colour(wire.carries());
    surface.line(xs, ys, new Ink.Stroke(colour, width));
    arrow(xs, ys, colour, wire.highway() ? look.px(6) : look.px(4.5));
  }

  /// A head at the end of a wire that leaves the cell.
  private void arrow(double[] xs, double[] ys, Color colour, double size) {
    int last = xs.length - 1;
    if (xs[last] < x(0.95)) {
      return;
    }
    double tip = xs[last] + size;
    surface.polygon(
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
        surface.circle(
            px,
            py,
            look.px(5),
            Ink.filled(scene.colour(wire.carries()))
                .withStroke(look.palette().background(), look.px(1.5)));
        return;
      }
      way -= piece;
    }
  }

  private double piece(Wire wire, int i) {
    return Math.hypot(
        x(wire.path()[i]) - x(wire.path()[i - 2]), y(wire.path()[i + 1]) - y(wire.path()[i - 1]));
  }

  private void chip(Part.Chip chip) {
    new ChipPainter(surface, scene)
        .value(chip.quantity(), scene.time().t() - chip.ago(), x(chip.x()), y(chip.y()));
  }

  private void layer(Operation operation, String function, double x, double y) {
    var progress = scene.progress(operation);
    var colour = scene.colour(operation.result());
    var palette = look.palette();
    double height = Math.min(look.px(28), box.height() * 0.13);
    var plate = new Box(x - look.px(36), y - height / 2, look.px(72), height);
    boolean ahead = progress == Scene.Progress.AHEAD;
    var ink = Ink.filled(palette.background());
    surface.rectangle(plate, look.px(6), ink);
    surface.rectangle(
        plate,
        look.px(6),
        ahead
            ? Ink.stroked(palette.muted(), look.px(1.2), look.px(4), look.px(3))
            : Ink.filled(colour.deriveColor(0, 1, 1, 0.16))
                .withStroke(colour, look.px(progress == Scene.Progress.NOW ? 3 : 1.6)));
    var type =
        new Type(Type.Face.MEDIUM, look.px(15), ahead ? palette.muted() : palette.text())
            .aligned(Type.Align.CENTRE);
    surface.text(function, x, y + look.px(5), type);
  }

  private void knob(Operation operation, String sign, double x, double y) {
    var progress = scene.progress(operation);
    var palette = look.palette();
    boolean ahead = progress == Scene.Progress.AHEAD;
    boolean now = progress == Scene.Progress.NOW;
    var ring = ahead ? palette.muted() : now ? palette.accent() : palette.text();
    var plain = Ink.filled(palette.background());
    var ink =
        ahead
            ? plain.withStroke(ring, look.px(1.2), look.px(3), look.px(3))
            : plain.withStroke(ring, look.px(now ? 2.8 : 1.8));
    var type =
        new Type(Type.Face.MEDIUM, look.text(sign.length() > 1 ? 12 : 17), ring)
            .aligned(Type.Align.CENTRE);
    if (sign.length() > 1) {
      double half = surface.textWidth(sign, type) / 2 + look.px(7);
      surface.rectangle(
          new Box(x - half, y - look.px(10), 2 * half, look.px(20)), look.px(10), ink);
      surface.text(sign, x, y + look.px(4.2), type);
    } else {
      surface.circle(x, y, look.px(11), ink);
      surface.text(sign, x, y + look.px(6), type);
    }
  }

  private void note(String text, double x, double y) {
    var type =
        new Type(Type.Face.REGULAR, look.text(11.5), look.palette().muted())
            .aligned(Type.Align.CENTRE);
    if (surface.textWidth(text, type) < box.width() * 0.6) {
      surface.text(text, x, y, type);
    }
  }

  /// The sign of a quantity as chips and rows write it.
  static String sign(Quantity quantity, int t) {
    return switch (quantity) {
      case C, H -> quantity.symbol() + subscript(t + 1);
      case KEPT, ADDED -> quantity.symbol();
      default -> quantity.symbol();
    };
  }

  private static String subscript(int number) {
    var digits = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      digits.append((char) ('₀' + digit - '0'));
    }
    return digits.toString();
  }
}
