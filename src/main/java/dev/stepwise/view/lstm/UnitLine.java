package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.compute.lstm.Saturation;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import java.util.Arrays;
import javafx.scene.paint.Color;

/// Draws the course of one unit of a quantity, from its lowest possible value to its highest. Where
/// time steps are narrow, a pixel column shows everything between the least and the greatest of its
/// values.
final class UnitLine {
  /// Narrower than this in pixels, time steps are drawn as pixel columns.
  static final double DENSE = 3;

  private static final double DOT = 3.2;
  private static final double TALL = 60;

  private final Scene scene;
  private final Pen pen;
  private final TimeAxis axis;
  private double[] xs = new double[256];
  private double[] ys = new double[256];
  private int points;

  UnitLine(Scene scene, TimeAxis axis) {
    this.scene = scene;
    this.pen = scene.pen();
    this.axis = axis;
  }

  void draw(Quantity quantity, Box box) {
    var palette = pen.palette();
    var surface = pen.surface();
    surface.rectangle(box, 0, Ink.filled(palette.raised()));
    boolean gate = quantity.range() == Quantity.Range.GATE;
    var guide = pen.stroke(palette.faint(), Space.HAIR);
    if (gate) {
      level(box, y(box, gate, Saturation.SHUT), guide);
      level(box, y(box, gate, Saturation.OPEN), guide);
    } else {
      level(box, y(box, gate, 0), guide);
    }
    numbers(box, gate);
    int unit = scene.unit();
    int known = scene.frame().knownSteps(quantity, unit);
    int end = Math.min(known, axis.last() + 1);
    if (end <= axis.first()) {
      return;
    }
    var colour = scene.colour(quantity);
    if (axis.step() < DENSE) {
      dense(scene.time().history().values(quantity, end), unit, box, gate, colour);
    } else {
      trace(quantity, unit, box, gate, end);
      surface.line(
          Arrays.copyOf(xs, points), Arrays.copyOf(ys, points), pen.stroke(colour, Space.LINE));
    }
    if (known == scene.time().t() + 1 && scene.time().t() <= axis.last()) {
      double value = scene.time().value(quantity, unit);
      surface.circle(
          axis.middle(scene.time().t()), y(box, gate, value), pen.px(DOT), Ink.filled(colour));
    }
  }

  /// What the edges of a plot mean, where it is so high that this is asked.
  private void numbers(Box box, boolean gate) {
    if (box.height() < pen.px(TALL)) {
      return;
    }
    var type = pen.type(Role.LABEL).right();
    for (int value = gate ? 0 : -1; value <= 1; value++) {
      double baseline = y(box, gate, value) + type.drop();
      pen.write(value < 0 ? "−1" : "" + value, box.x() - pen.px(Space.TIGHT), baseline, type);
    }
  }

  private void trace(Quantity quantity, int unit, Box box, boolean gate, int end) {
    var history = scene.time().history();
    for (int t = axis.first(); t < end; t++) {
      double y = y(box, gate, history.moment(t).values(quantity)[unit]);
      add(Math.max(axis.edge(t), axis.left()), y);
      add(Math.min(axis.edge(t + 1), axis.right()), y);
    }
  }

  /// In each pixel column from the least to the greatest of its values, and to the one before.
  private void dense(double[][] values, int unit, Box box, boolean gate, Color colour) {
    var plot = new PixelPlot(box);
    double half = Math.max(0.5, pen.px(Space.LINE) / 2);
    double before = y(box, gate, values[axis.first()][unit]);
    for (int t = axis.first(); t < values.length; t++) {
      double y = y(box, gate, values[t][unit]);
      double start = Math.max(axis.edge(t), axis.left());
      plot.stroke(start, Math.min(y, before) - half, Math.max(y, before) + half, colour);
      for (double x = start + 1; x < Math.min(axis.edge(t + 1), axis.right()); x++) {
        plot.stroke(x, y - half, y + half, colour);
      }
      before = y;
    }
    plot.draw(pen.surface());
  }

  private void add(double x, double y) {
    if (points == xs.length) {
      xs = Arrays.copyOf(xs, 2 * points);
      ys = Arrays.copyOf(ys, 2 * points);
    }
    xs[points] = x;
    ys[points++] = y;
  }

  private void level(Box box, double y, Ink.Stroke stroke) {
    pen.surface().line(box.x(), y, box.right(), y, stroke);
  }

  private double y(Box box, boolean gate, double value) {
    double margin = Math.min(pen.px(Space.TIGHT), box.height() * 0.15);
    double share = gate ? value : (Math.clamp(value, -1, 1) + 1) / 2;
    return box.bottom() - margin - share * (box.height() - 2 * margin);
  }
}
