package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.lstm.LstmElement.OfInput;
import dev.stepwise.view.lstm.LstmElement.OfValue;

/// Draws the values on the wires: the units as stripes, the number of the unit that is looked at.
final class ChipPainter {
  private static final double HEIGHT = 25;
  private static final double WIDTH = 82;
  private static final int MOST_STRIPES = 24;

  /// Room for a number as long as most, so that the wires hold still.
  private static final String LONG = "−0.0000";

  private static final int INPUTS_WRITTEN = 3;

  private final Surface surface;
  private final Scene scene;
  private final Look look;

  ChipPainter(Surface surface, Scene scene) {
    this.surface = surface;
    this.scene = scene;
    this.look = scene.look();
  }

  /// A quantity at a time step, its middle at a place.
  void value(Quantity quantity, int t, double x, double y) {
    var palette = look.palette();
    var value = scene.value(quantity, t);
    boolean known = value.isPresent();
    var sign = DiagramPainter.sign(quantity, t);
    var name = new Type(Type.Face.ITALIC, look.text(13), known ? palette.text() : palette.muted());
    var number =
        new Type(Type.Face.MONO, look.text(12), known ? palette.text() : palette.muted())
            .aligned(Type.Align.RIGHT);
    var figure = scene.figure(quantity, t);
    double width =
        Math.max(
            look.px(WIDTH),
            look.px(quantity == Quantity.H ? 39 : 34)
                + surface.textWidth(sign, name)
                + Math.max(surface.textWidth(LONG, number), surface.textWidth(figure, number)));
    var box = new Box(x - width / 2, y - look.px(HEIGHT / 2), width, look.px(HEIGHT));
    // The cell state is angular, the hidden state round: never to be confused.
    double radius = quantity == Quantity.H ? box.height() / 2 : look.px(4);
    var colour = scene.colour(quantity);
    boolean marked = scene.isMarked(quantity, t, scene.unit());
    if (marked) {
      surface.rectangle(
          box.inset(-look.px(4)), radius + look.px(4), Ink.stroked(palette.accent(), look.px(2.5)));
    }
    surface.rectangle(
        box,
        radius,
        known
            ? Ink.filled(palette.background()).withStroke(colour, look.px(1.8))
            : Ink.filled(palette.background())
                .withStroke(palette.muted(), look.px(1.2), look.px(4), look.px(3)));
    double left = box.x() + look.px(quantity == Quantity.H ? 9 : 6);
    stripes(
        quantity, t, new Box(left, box.y() + look.px(4), look.px(9), box.height() - look.px(8)));
    surface.text(sign, left + look.px(14), y + look.px(4.5), name);
    surface.text(figure, box.right() - look.px(8), y + look.px(4.5), number);
    if (known) {
      shownSaturated(quantity, value.orElse(0.0), box);
      scene
          .shown()
          .hits()
          .add(
              new OfValue(quantity, t, scene.unit()),
              box,
              "%s of unit %d: %s".formatted(quantity.title(), scene.unit() + 1, figure));
    }
  }

  private void shownSaturated(Quantity quantity, double value, Box box) {
    if (quantity.range() == Quantity.Range.GATE) {
      SaturationMark.of(value)
          .ifPresent(mark ->
              mark.draw(
                  surface,
                  box.right() + look.px(7),
                  box.centreY(),
                  look.px(4),
                  look.palette().text()));
    }
  }

  private void stripes(Quantity quantity, int t, Box box) {
    int hidden = scene.time().hidden();
    int stripes = Math.min(hidden, MOST_STRIPES);
    for (int i = 0; i < stripes; i++) {
      int unit = (int) ((long) i * hidden / stripes);
      double top = Math.floor(box.y() + box.height() * i / stripes);
      double bottom = Math.floor(box.y() + box.height() * (i + 1) / stripes);
      var stripe = new Box(box.x(), top, box.width(), bottom - top);
      var value = scene.value(quantity, t, unit);
      value.ifPresentOrElse(
          number ->
              surface.rectangle(
                  stripe,
                  0,
                  Ink.filled(scene.scale(quantity).colour(Scene.shade(quantity, number)))),
          () -> surface.rectangle(stripe, 0, Ink.filled(look.palette().faint())));
      if (unit == scene.unit() && hidden > 1 && stripes == hidden) {
        surface.rectangle(
            new Box(box.x() - look.px(4), top, look.px(2.4), Math.max(2, bottom - top)),
            0,
            Ink.filled(look.palette().accent()));
      }
    }
    surface.rectangle(box, 0, Ink.stroked(look.palette().muted(), look.px(0.7)));
  }

  /// The input of the time step, its middle at a place.
  void input(double x, double y) {
    var palette = look.palette();
    var time = scene.time();
    double[] numbers = time.x();
    var labels = time.problem().labels();
    String text = labels.isEmpty() ? numbers(numbers) : "‘" + labels.get(time.t()) + "’";
    var name = new Type(Type.Face.ITALIC, look.text(13), palette.text());
    var number = new Type(Type.Face.MONO, look.text(11.5), palette.text());
    double nameWidth = surface.textWidth("x", name) + look.px(8);
    double width = Math.max(look.px(60), nameWidth + surface.textWidth(text, number) + look.px(20));
    var box =
        new Box(
            Math.max(x - width / 2, x - look.px(WIDTH / 2)),
            y - look.px(HEIGHT / 2),
            width,
            look.px(HEIGHT));
    surface.rectangle(
        box,
        look.px(4),
        Ink.filled(palette.background()).withStroke(palette.muted(), look.px(1.5)));
    surface.text("x", box.x() + look.px(8), y + look.px(4.5), name);
    surface.text(text, box.x() + look.px(8) + nameWidth, y + look.px(4.5), number);
    scene.shown().hits().add(new OfInput(time.t(), told(numbers)), box, "the input: " + text);
  }

  /// The number of the input that a click asks about: the one furthest from 0.
  private static int told(double[] numbers) {
    int most = 0;
    for (int k = 1; k < numbers.length; k++) {
      most = Math.abs(numbers[k]) > Math.abs(numbers[most]) ? k : most;
    }
    return most;
  }

  private static String numbers(double[] numbers) {
    if (numbers.length > INPUTS_WRITTEN) {
      return numbers.length + " numbers";
    }
    var text = new StringBuilder();
    for (double number : numbers) {
      text.append(text.isEmpty() ? "" : " ").append(Numbers.text(number));
    }
    return text.toString();
  }
}
