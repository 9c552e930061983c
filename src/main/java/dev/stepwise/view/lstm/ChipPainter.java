package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Type;
import dev.stepwise.view.lstm.LstmElement.OfInput;
import dev.stepwise.view.lstm.LstmElement.OfValue;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;

/// Draws the values on the wires: the units as stripes, the number of the unit that is looked at.
final class ChipPainter {
  private static final double HEIGHT = 25;
  private static final double WIDTH = 82;
  private static final double STRIPES = 9;

  /// How far left of its middle an input begins at most, however long it is.
  private static final double INPUT_LEFT = 58;

  private static final int MOST_STRIPES = 24;

  /// Letters stand in chips, so they are no larger than the numbers beside them need.
  private static final double LETTER = 0.78;

  /// Room for a number as long as most, so that the wires hold still.
  private static final String LONG = "−0.0000";

  private static final int INPUTS_WRITTEN = 3;

  private final Scene scene;
  private final Pen pen;

  ChipPainter(Scene scene) {
    this.scene = scene;
    this.pen = scene.pen();
  }

  /// A quantity at a time step, its middle at a place.
  void value(Quantity quantity, int t, double x, double y) {
    var value = scene.value(quantity, t);
    var tone = value.isPresent() ? pen.palette().text() : pen.palette().muted();
    var letter = letter(tone);
    var number = number(tone).right();
    var sign = Scene.sign(quantity, t);
    var figure = scene.figure(quantity, t);
    double before = pen.px(Space.SMALL) + pen.px(STRIPES) + pen.px(Space.TIGHT);
    double needed =
        before
            + pen.width(sign, letter)
            + Math.max(pen.width(LONG, number), pen.width(figure, number))
            + 2 * pen.px(Space.SMALL);
    var box = around(x, y, Math.max(pen.px(WIDTH), needed));
    // The cell state is angular, the hidden state round: never to be confused.
    double radius = quantity == Quantity.H ? box.height() / 2 : pen.px(Space.TIGHT);
    pen.surface()
        .rectangle(
            box,
            radius,
            value.isPresent() ? outlined(scene.colour(quantity)) : scene.outlinedAhead());
    stripes(quantity, t, box.inset(pen.px(Space.TIGHT), 0, pen.px(Space.TIGHT), 0));
    var text = box.inset(0, pen.px(Space.SMALL), 0, before);
    pen.write(sign, text, letter);
    pen.write(figure, text, number);
    value.ifPresent(known -> {
      if (quantity.range() == Quantity.Range.GATE) {
        SaturationMark.of(known).ifPresent(mark -> mark.beside(pen, box.right(), box.centreY()));
      }
      var description = "%s of unit %d: %s".formatted(quantity.title(), scene.unit() + 1, figure);
      scene.sheet().spots().add(new OfValue(quantity, t, scene.unit()), box, description);
    });
  }

  private Type letter(Color tone) {
    return pen.type(Role.SYMBOL).sized(LETTER).coloured(tone);
  }

  private Type number(Color tone) {
    return pen.type(Role.DETAIL).coloured(tone);
  }

  private Box around(double x, double y, double width) {
    double height = pen.px(HEIGHT);
    return new Box(x - width / 2, y - height / 2, width, height);
  }

  private Ink outlined(Color edge) {
    return Ink.filled(pen.palette().background()).withStroke(edge, pen.px(Space.LINE));
  }

  /// The units of a quantity at the left of a chip's inside.
  private void stripes(Quantity quantity, int t, Box inside) {
    var surface = pen.surface();
    var palette = pen.palette();
    var box =
        new Box(inside.x() + pen.px(Space.SMALL), inside.y(), pen.px(STRIPES), inside.height());
    int hidden = scene.time().hidden();
    int stripes = Math.min(hidden, MOST_STRIPES);
    for (int i = 0; i < stripes; i++) {
      int unit = (int) ((long) i * hidden / stripes);
      double top = Math.floor(box.y() + box.height() * i / stripes);
      double bottom = Math.floor(box.y() + box.height() * (i + 1) / stripes);
      var colour =
          scene
              .value(quantity, t, unit)
              .map(number -> scene.scale(quantity).colour(Scene.shade(quantity, number)))
              .orElse(palette.faint());
      surface.rectangle(new Box(box.x(), top, box.width(), bottom - top), 0, Ink.filled(colour));
      if (unit == scene.unit() && hidden > 1 && stripes == hidden) {
        double tick = pen.px(Space.TIGHT);
        var beside = new Box(box.x() - tick, top, tick / 2, Math.max(2, bottom - top));
        surface.rectangle(beside, 0, Ink.filled(palette.accent()));
      }
    }
    surface.rectangle(box, 0, Ink.stroked(palette.muted(), pen.px(Space.HAIR)));
  }

  /// The input of the time step, its middle at a place.
  void input(double x, double y) {
    var time = scene.time();
    double[] numbers = time.x();
    var labels = time.problem().labels();
    String text = labels.isEmpty() ? numbers(numbers) : "‘" + labels.get(time.t()) + "’";
    var letter = letter(pen.palette().text());
    var figures = number(pen.palette().text()).right();
    var sign = "x" + Scene.subscript(time.t() + 1);
    double needed = pen.width(sign, letter) + pen.width(text, figures) + 3 * pen.px(Space.SMALL);
    double middle = Math.max(x, x - pen.px(INPUT_LEFT) + needed / 2);
    var box = around(middle, y, needed);
    pen.surface().rectangle(box, pen.px(Space.TIGHT), outlined(pen.palette().muted()));
    var inside = box.inset(0, pen.px(Space.SMALL), 0, pen.px(Space.SMALL));
    pen.write(sign, inside, letter);
    pen.write(text, inside, figures);
    var spots = scene.sheet().spots();
    var told = new OfInput(time.t(), told(numbers));
    spots.add(told, box, "the input: " + text);
    if (!spots.isLit(told)) {
      IntStream.range(0, numbers.length)
          .mapToObj(k -> new OfInput(time.t(), k))
          .filter(spots::isLit)
          .findFirst()
          .ifPresent(number -> spots.light(number, box));
    }
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
