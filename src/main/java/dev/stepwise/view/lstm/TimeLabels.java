package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Cell;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pixels;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import java.util.ArrayList;
import java.util.List;

/// Writes the head of the traces with the keys to their colours, and the time steps below them.
final class TimeLabels {
  private final Surface surface;
  private final Scene scene;
  private final TimeAxis axis;
  private final TracesLayout layout;
  private final Look look;

  TimeLabels(Surface surface, Scene scene, TimeAxis axis, TracesLayout layout) {
    this.surface = surface;
    this.scene = scene;
    this.axis = axis;
    this.layout = layout;
    this.look = scene.look();
  }

  void draw(Box area) {
    head(area);
    times();
  }

  private void head(Box area) {
    var palette = look.palette();
    double baseline = area.y() + look.px(13);
    var bold = new Type(Type.Face.BOLD, look.px(13), palette.text());
    surface.text("Over time", area.x(), baseline, bold);
    double x = Math.max(axis.left(), area.x() + surface.textWidth("Over time", bold) + look.px(18));
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

  private double bar(double x, double baseline, String names, Quantity sample, String from) {
    var italic = new Type(Type.Face.ITALIC, look.px(12), look.palette().muted());
    var plain = new Type(Type.Face.REGULAR, look.px(11), look.palette().muted());
    surface.text(names, x, baseline, italic);
    double at = x + surface.textWidth(names, italic) + look.px(8);
    surface.text(from, at, baseline, plain);
    at += surface.textWidth(from, plain) + look.px(4);
    var pixels = new Pixels((int) look.px(54), (int) look.px(9));
    var scale = scene.scale(sample);
    for (int column = 0; column < pixels.width(); column++) {
      int argb = scale.map().argb((column + 0.5) / pixels.width());
      for (int row = 0; row < pixels.height(); row++) {
        pixels.argb()[row * pixels.width() + column] = argb;
      }
    }
    surface.pixels(pixels, Math.rint(at), Math.rint(baseline - look.px(9)));
    at += pixels.width() + look.px(4);
    surface.text("1", at, baseline, plain);
    return at + look.px(22);
  }

  private void saturated(double x, double baseline, double right) {
    var plain = new Type(Type.Face.REGULAR, look.px(11), look.palette().muted());
    var text = "saturated";
    double y = baseline - look.px(4);
    boolean dashed = isDashed();
    double dashes = dashed ? look.px(32) : 0;
    if (x + look.px(22) + dashes + surface.textWidth(text, plain) > right) {
      return;
    }
    SaturationMark.OPEN.draw(surface, x, y, look.px(4), look.palette().text());
    SaturationMark.SHUT.draw(surface, x + look.px(10), y, look.px(4), look.palette().text());
    if (dashed) {
      dashed(x + look.px(18), y, 1);
      dashed(x + look.px(34), y, 0);
    }
    surface.text(text, x + look.px(18) + dashes, baseline, plain);
  }

  private boolean isDashed() {
    int hidden = scene.time().hidden();
    return layout.rows().stream()
        .filter(row -> row.quantity().range() == Quantity.Range.GATE)
        .map(row -> SaturationMark.sign(axis.step(), row.strip().height() / hidden, look))
        .anyMatch(sign -> sign == SaturationMark.Sign.DASH);
  }

  /// A cell with its dash.
  private void dashed(double x, double y, double gate) {
    var scale = scene.scale(Quantity.F);
    var cell = new Box(x, y - look.px(3), look.px(13), look.px(6));
    surface.rectangle(cell, 0, Ink.filled(scale.colour(gate)));
    SaturationMark.dash(surface, cell.centreX(), y, cell.width(), look.px(3), scale.textOn(gate));
  }

  private void times() {
    var palette = look.palette();
    double baseline = layout.bottom() + look.px(16);
    var plain =
        new Type(Type.Face.REGULAR, look.px(11), palette.muted()).aligned(Type.Align.CENTRE);
    var letters = scene.time().problem().labels();
    boolean spelled = !letters.isEmpty() && axis.step() >= look.px(9);
    int stride = spelled ? 1 : stride();
    int now = scene.time().t();
    var word = label(now, letters);
    var bold =
        new Type(Type.Face.BOLD, look.px(11.5), palette.background()).aligned(Type.Align.CENTRE);
    double half = surface.textWidth(word, bold) / 2 + look.px(6);
    double at = Math.clamp(axis.middle(now), axis.left(), axis.right());
    for (int t = axis.first(); t <= axis.last(); t++) {
      boolean shown = spelled || t == 0 || (t + 1) % stride == 0;
      double x = axis.middle(t);
      if (shown && Math.abs(x - at) > half + look.px(10)) {
        var colour = t > now ? palette.muted().deriveColor(0, 1, 1, 0.75) : palette.text();
        surface.text(
            spelled ? letters.get(t) : Integer.toString(t + 1),
            x,
            baseline,
            plain.coloured(colour));
      }
    }
    if (now >= axis.first() && now <= axis.last()) {
      surface.rectangle(
          new Box(at - half, baseline - look.px(12), 2 * half, look.px(17)),
          look.px(4),
          Ink.filled(palette.accent()));
      surface.text(word, at, baseline + look.px(0.5), bold);
    }
    surface.text(
        "time step",
        axis.left() - look.px(14),
        baseline,
        new Type(Type.Face.REGULAR, look.px(11), palette.muted()).aligned(Type.Align.RIGHT));
  }

  private static String label(int t, List<String> letters) {
    return letters.isEmpty() ? Integer.toString(t + 1) : (t + 1) + " " + letters.get(t);
  }

  /// Every so many time steps a label: 5, 10, 20, 50, …
  private int stride() {
    double least = look.px(34) / axis.step();
    int stride = 1;
    int[] factors = {5, 2};
    for (int i = 0; stride < least; i++) {
      stride *= factors[i % 2];
    }
    return stride;
  }
}
