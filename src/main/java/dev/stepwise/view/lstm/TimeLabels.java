package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Cell;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Pixels;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import java.util.ArrayList;
import java.util.List;

/// Writes the head of the traces with the keys to their colours, and the time steps below them.
final class TimeLabels {
  private static final double KEY_WIDTH = 54;
  private static final double KEY_HEIGHT = 9;
  private static final double DASHED_WIDTH = 13;
  private static final double DASHED_HEIGHT = 6;

  /// How high a number below the rows stands, and how far from the next it is at least.
  private static final double PLATE = 17;

  private static final double APART = 10;
  private static final double STRIDE = 34;

  /// How wide a time step is at least that has its letter below it.
  private static final double LETTER = 9;

  private final Scene scene;
  private final TimeAxis axis;
  private final TracesLayout layout;
  private final Pen pen;

  TimeLabels(Scene scene, TimeAxis axis, TracesLayout layout) {
    this.scene = scene;
    this.axis = axis;
    this.layout = layout;
    this.pen = scene.pen();
  }

  void draw(Box area) {
    head(area);
    times();
  }

  private void head(Box area) {
    var heading = pen.type(Role.HEADING);
    var title = "Over time";
    pen.heading(area, title);
    double baseline = area.y() + heading.size();
    double x = Math.max(axis.left(), area.x() + pen.width(title, heading) + pen.px(Space.WIDE));
    var cell = scene.time().cell();
    if (!cell.gates().isEmpty()) {
      x = bar(x, baseline, names(cell.gates()), Quantity.F, "0");
    }
    x = bar(x, baseline, cell == Cell.LSTM ? "c̃, tanh c, h" : names(rest(cell)), Quantity.H, "−1");
    if (!cell.gates().isEmpty()) {
      saturated(x, baseline, area.right());
    }
  }

  private static List<Quantity> rest(Cell cell) {
    var rest = new ArrayList<>(cell.quantities());
    rest.removeAll(cell.gates());
    rest.remove(Quantity.RH);
    return rest;
  }

  private static String names(List<Quantity> quantities) {
    return String.join(", ", quantities.stream().map(Quantity::symbol).toList());
  }

  /// The key to the colours of some quantities; gives where the next one begins.
  private double bar(double x, double baseline, String names, Quantity sample, String from) {
    double at = word(names, x, baseline, Role.AXIS) + pen.px(Space.TIGHT);
    at = word(from, at, baseline, Role.LABEL);
    var pixels = new Pixels((int) pen.px(KEY_WIDTH), (int) pen.px(KEY_HEIGHT));
    var scale = scene.scale(sample);
    for (int column = 0; column < pixels.width(); column++) {
      int argb = scale.map().argb((column + 0.5) / pixels.width());
      for (int row = 0; row < pixels.height(); row++) {
        pixels.argb()[row * pixels.width() + column] = argb;
      }
    }
    pen.surface().pixels(pixels, Math.rint(at), Math.rint(baseline - pixels.height()));
    at += pixels.width() + pen.px(Space.TIGHT);
    return word("1", at, baseline, Role.LABEL) + pen.px(Space.GAP);
  }

  /// Writes a word and gives where the next thing stands.
  private double word(String text, double x, double baseline, Role role) {
    pen.write(text, x, baseline, pen.type(role));
    return x + pen.width(text, role) + pen.px(Space.TIGHT);
  }

  private void saturated(double x, double baseline, double right) {
    var text = "saturated";
    double apart = 2 * pen.px(SaturationMark.SIZE) + pen.px(Space.TIGHT);
    double dashes = isDashed() ? 2 * (pen.px(DASHED_WIDTH) + pen.px(Space.TIGHT)) : 0;
    if (x + 3 * apart + dashes + pen.width(text, Role.LABEL) > right) {
      return;
    }
    double y = baseline - pen.px(SaturationMark.SIZE);
    double at = x + apart / 2;
    SaturationMark.OPEN.draw(pen, at, y);
    SaturationMark.SHUT.draw(pen, at + apart, y);
    at = x + 2 * apart + pen.px(Space.TIGHT);
    if (dashes > 0) {
      dashed(at, y, 1);
      dashed(at + dashes / 2, y, 0);
    }
    word(text, at + dashes, baseline, Role.LABEL);
  }

  private boolean isDashed() {
    int hidden = scene.time().hidden();
    return layout.rows().stream()
        .filter(row -> row.quantity().range() == Quantity.Range.GATE)
        .map(row -> SaturationMark.sign(axis.step(), row.strip().height() / hidden, pen))
        .anyMatch(sign -> sign == SaturationMark.Sign.DASH);
  }

  /// A cell with its dash.
  private void dashed(double x, double y, double gate) {
    var scale = scene.scale(Quantity.F);
    double height = pen.px(DASHED_HEIGHT);
    var cell = new Box(x, y - height / 2, pen.px(DASHED_WIDTH), height);
    pen.surface().rectangle(cell, 0, Ink.filled(scale.colour(gate)));
    SaturationMark.dash(
        pen.surface(), cell.centreX(), y, cell.width(), height / 2, scale.textOn(gate));
  }

  private void times() {
    var palette = pen.palette();
    var type = pen.type(Role.LABEL).centred();
    double height = pen.px(PLATE);
    double top = layout.bottom() + pen.px(Space.TIGHT);
    double baseline = top + height / 2 + type.drop();
    var letters = scene.time().problem().labels();
    boolean spelled = !letters.isEmpty() && axis.step() >= pen.px(LETTER);
    int stride = spelled ? 1 : stride();
    int now = scene.time().t();
    var word = label(now, letters);
    var current = type.bold().coloured(palette.background());
    double half = pen.width(word, current) / 2 + pen.px(Space.SMALL);
    double at = Math.clamp(axis.middle(now), axis.left(), axis.right());
    for (int t = axis.first(); t <= axis.last(); t++) {
      boolean shown = spelled || t == 0 || (t + 1) % stride == 0;
      double x = axis.middle(t);
      if (shown && Math.abs(x - at) > half + pen.px(APART)) {
        var text = spelled ? letters.get(t) : Integer.toString(t + 1);
        pen.write(text, x, baseline, t > now ? type : type.coloured(palette.text()));
      }
    }
    if (now >= axis.first() && now <= axis.last()) {
      var plate = new Box(at - half, top, 2 * half, height);
      pen.surface().rectangle(plate, pen.px(Space.TIGHT), Ink.filled(palette.accent()));
      pen.write(word, plate, current);
    }
    pen.write("time step", axis.left() - pen.px(Space.GAP), baseline, pen.type(Role.LABEL).right());
  }

  private static String label(int t, List<String> letters) {
    return letters.isEmpty() ? Integer.toString(t + 1) : (t + 1) + " " + letters.get(t);
  }

  /// Every so many time steps a label: 5, 10, 20, 50, …
  private int stride() {
    double least = pen.px(STRIDE) / axis.step();
    int stride = 1;
    int[] factors = {5, 2};
    for (int i = 0; stride < least; i++) {
      stride *= factors[i % 2];
    }
    return stride;
  }
}
