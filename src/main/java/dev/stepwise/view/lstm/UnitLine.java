package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.compute.lstm.Saturation;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Surface;
import java.util.Arrays;

/// Draws the course of one unit of a quantity, from its lowest possible value to its highest. Where
/// many time steps share a pixel, the least and the greatest of them are drawn.
final class UnitLine {
  private final Surface surface;
  private final Scene scene;
  private final TimeAxis axis;
  private final Look look;
  private double[] xs = new double[256];
  private double[] ys = new double[256];
  private int points;

  UnitLine(Surface surface, Scene scene, TimeAxis axis) {
    this.surface = surface;
    this.scene = scene;
    this.axis = axis;
    this.look = scene.look();
  }

  void draw(Quantity quantity, Box box) {
    var palette = look.palette();
    surface.rectangle(box, 0, Ink.filled(palette.raised()));
    boolean gate = quantity.range() == Quantity.Range.GATE;
    var guide = new Ink.Stroke(palette.faint(), look.px(1));
    if (gate) {
      level(box, y(box, gate, Saturation.SHUT), guide);
      level(box, y(box, gate, Saturation.OPEN), guide);
    } else {
      level(box, y(box, gate, 0), guide);
    }
    int unit = scene.unit();
    int known = scene.frame().knownSteps(quantity, unit);
    int end = Math.min(known, axis.last() + 1);
    if (end <= axis.first()) {
      return;
    }
    trace(quantity, unit, box, gate, end);
    var colour = scene.colour(quantity);
    surface.line(
        Arrays.copyOf(xs, points), Arrays.copyOf(ys, points), new Ink.Stroke(colour, look.px(1.8)));
    if (known == scene.time().t() + 1 && scene.time().t() <= axis.last()) {
      double value = scene.time().value(quantity, unit);
      surface.circle(
          axis.middle(scene.time().t()), y(box, gate, value), look.px(3.2), Ink.filled(colour));
    }
  }

  private void trace(Quantity quantity, int unit, Box box, boolean gate, int end) {
    var history = scene.time().history();
    boolean dense = axis.step() < 2;
    for (int t = axis.first(); t < end; ) {
      double least = history.moment(t).values(quantity)[unit];
      double most = least;
      double start = axis.edge(t);
      int next = t + 1;
      while (dense && next < end && axis.edge(next) <= start) {
        double value = history.moment(next).values(quantity)[unit];
        least = Math.min(least, value);
        most = Math.max(most, value);
        next++;
      }
      add(Math.max(start, axis.left()), y(box, gate, most));
      if (least < most) {
        add(Math.max(start, axis.left()), y(box, gate, least));
      }
      add(Math.min(axis.edge(next), axis.right()), y(box, gate, least < most ? least : most));
      t = next;
    }
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
    surface.line(box.x(), y, box.right(), y, stroke);
  }

  private double y(Box box, boolean gate, double value) {
    double margin = Math.min(look.px(3), box.height() * 0.15);
    double share = gate ? value : (Math.clamp(value, -1, 1) + 1) / 2;
    return box.bottom() - margin - share * (box.height() - 2 * margin);
  }
}
