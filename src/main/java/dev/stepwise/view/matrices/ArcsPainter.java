package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Sharpness;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Type;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.matrices.MatrixElement.OfToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Draws the weights as arcs from each query at the left to the keys at the right, the wider the
/// more weight. The row of the step, of the pinned token or of the one under the pointer stands
/// out, with its weights as bars.
public final class ArcsPainter {
  private static final int MOST_ARCS = 600;
  private static final int MOST_OF_A_ROW = 60;
  private static final double FAINTEST = 0.02;
  private static final int PIECES = 28;

  private final Scene scene;
  private final AttentionFrame frame;
  private final List<String> tokens;

  /// For a step in a scene; weights must be known.
  public ArcsPainter(Scene scene, AttentionFrame frame) {
    this.scene = scene;
    this.frame = frame;
    this.tokens = Words.labels(frame.problem());
  }

  private record Arc(int query, int key, double weight) {}

  /// Draws it.
  public void paint(Box area) {
    var palette = scene.look().palette();
    int n = tokens.size();
    int rows = Math.min(n, frame.known(Tensor.WEIGHTS) / n);
    double head = scene.px(58);
    double pitch = Math.min(scene.px(34), (area.height() - head) / n);
    double top = area.y() + head;
    double left = area.x() + Math.min(scene.px(170), area.width() * 0.24);
    double right = area.right() - Math.min(scene.px(300), area.width() * 0.4);
    heading(area, left, right, top);
    int current = current(rows);
    for (var arc : arcs(rows)) {
      if (arc.query() != current) {
        boolean aside = current >= 0;
        arc(arc, left, right, top, pitch, aside ? 0.12 : 0.75);
      }
    }
    if (current >= 0) {
      strongest(current).forEach(arc -> arc(arc, left, right, top, pitch, 1));
    }
    double size = Math.min(scene.px(14), pitch * 0.85);
    for (int i = 0; i < n; i++) {
      double y = top + (i + 0.5) * pitch;
      var band = new Box(left - scene.px(120), y - pitch / 2, scene.px(118), pitch);
      scene.hit(new OfToken(i), band, "token " + tokens.get(i) + ": click to pin");
    }
    int winner = current < 0 ? -1 : Sharpness.winner(frame.pass().weights()[current]);
    var atLeft = new Type(Type.Face.REGULAR, Math.max(size, scene.px(11)), palette.text());
    names(current, left - scene.px(10), top, pitch, atLeft.aligned(Type.Align.RIGHT));
    names(winner, right + scene.px(10), top, pitch, atLeft);
    if (current >= 0) {
      bars(current, right, top, pitch, area.right());
    } else {
      double from = right + scene.px(100);
      double room = area.right() - from;
      scene.centred(
          "Click a token to see its weights.",
          from + room / 2,
          top + scene.px(14),
          12.5,
          Type.Face.REGULAR,
          palette.muted(),
          room);
    }
  }

  /// The tokens' names, as many as have room; that of one token always, and strong.
  private void names(int strong, double x, double top, double pitch, Type type) {
    double least = type.size() * 1.05;
    int every = 1;
    while (every * pitch < (pitch < least ? 2 * least : 0)) {
      every *= 2;
    }
    for (int i = 0; i < tokens.size(); i += every) {
      if (i != strong && (strong < 0 || Math.abs(i - strong) * pitch >= least)) {
        name(i, x, top, pitch, type);
      }
    }
    if (strong >= 0) {
      var accent = scene.look().palette().accent();
      name(
          strong,
          x,
          top,
          pitch,
          new Type(Type.Face.BOLD, type.size(), accent, type.align(), type.angle()));
    }
  }

  private void name(int token, double x, double top, double pitch, Type type) {
    double y = top + (token + 0.5) * pitch + type.size() * 0.36;
    scene.surface().text(tokens.get(token), x, y, type);
  }

  private void heading(Box area, double left, double right, double top) {
    var palette = scene.look().palette();
    scene.text(
        Equations.of(frame).text(),
        area.x(),
        area.y() + scene.px(14),
        14.5,
        Type.Face.BOLD,
        palette.text());
    var size = scene.px(12);
    var muted = new Type(Type.Face.MEDIUM, size, palette.muted());
    double baseline = top - scene.px(8);
    scene.surface().text("query", left - scene.px(10), baseline, muted.aligned(Type.Align.RIGHT));
    scene.surface().text("key", right + scene.px(10), baseline, muted);
  }

  /// The row that stands out, or -1.
  private int current(int rows) {
    var pointed =
        scene
            .pointed()
            .flatMap(element ->
                element instanceof OfToken(int token) ? Optional.of(token) : Optional.empty());
    var row =
        pointed
            .or(() -> Spotlight.of(frame.focus()).query())
            .or(scene::pinnedToken)
            .filter(query -> query < rows);
    return row.orElse(-1);
  }

  /// The arcs of all rows that are worth drawing, the strongest last.
  private List<Arc> arcs(int rows) {
    var arcs = new ArrayList<Arc>();
    for (int query = 0; query < rows; query++) {
      double[] weights = frame.pass().weights()[query];
      for (int key = 0; key < weights.length; key++) {
        if (weights[key] >= FAINTEST) {
          arcs.add(new Arc(query, key, weights[key]));
        }
      }
    }
    arcs.sort(Comparator.comparingDouble(Arc::weight));
    return arcs.size() <= MOST_ARCS ? arcs : arcs.subList(arcs.size() - MOST_ARCS, arcs.size());
  }

  /// The arcs of one row, the strongest last: a thousand at once would be one area.
  private List<Arc> strongest(int query) {
    double[] weights = frame.pass().weights()[query];
    var arcs = new ArrayList<Arc>();
    for (int key = 0; key < weights.length; key++) {
      if (weights[key] > 0) {
        arcs.add(new Arc(query, key, weights[key]));
      }
    }
    arcs.sort(Comparator.comparingDouble(Arc::weight));
    return arcs.subList(Math.max(0, arcs.size() - MOST_OF_A_ROW), arcs.size());
  }

  private void arc(Arc arc, double left, double right, double top, double pitch, double strength) {
    var palette = scene.look().palette();
    double y1 = top + (arc.query() + 0.5) * pitch;
    double y2 = top + (arc.key() + 0.5) * pitch;
    var xs = new double[PIECES + 1];
    var ys = new double[PIECES + 1];
    for (int i = 0; i <= PIECES; i++) {
      double t = i / (double) PIECES;
      // A smooth step: level at both ends.
      double s = t * t * (3 - 2 * t);
      xs[i] = left + t * (right - left);
      ys[i] = y1 + s * (y2 - y1);
    }
    double width = scene.px(0.8) + arc.weight() * Math.min(scene.px(14), pitch * 0.75);
    var colour = palette.accent();
    double opacity = strength * (0.18 + 0.82 * Math.sqrt(arc.weight()));
    scene
        .surface()
        .faded(opacity, () -> scene.surface().line(xs, ys, new Ink.Stroke(colour, width)));
  }

  /// The weights of a row, beside their keys.
  private void bars(int query, double right, double top, double pitch, double end) {
    var palette = scene.look().palette();
    double[] weights = frame.pass().weights()[query];
    double start = right + Math.min(scene.px(110), (end - right) * 0.42);
    double longest = end - start - scene.px(44);
    int winner = Sharpness.winner(weights);
    double size = Math.min(scene.px(12.5), pitch * 0.8);
    boolean each = size >= scene.px(9.5);
    // Where no bar has room for its number, the longest has, and the others are measured by it.
    double full = each || !(weights[winner] > 0) ? 1 : weights[winner];
    for (int key = 0; key < weights.length; key++) {
      double y = top + (key + 0.5) * pitch;
      double weight = weights[key];
      var row = new Box(start, y - pitch / 2, longest + scene.px(44), pitch);
      boolean hidden = HeadPainter.masked(frame).hides(query, key);
      var words = hidden ? "–" : Numbers.text(weight);
      var told = hidden ? "0, hidden by the mask" : words;
      scene.hit(new OfCell(Tensor.WEIGHTS, query, key), row, "weight " + told);
      double length = Double.isFinite(weight) ? weight / full * longest : 0;
      if (length > 0) {
        double height = Math.max(0.5, pitch * 0.6);
        var bar = new Box(start, y - height / 2, length, height);
        scene.surface().rectangle(bar, scene.px(2), Ink.filled(palette.accent()));
      }
      if (each || key == winner) {
        double fitting = each ? size : scene.px(11);
        var face = key == winner ? Type.Face.MONO_BOLD : Type.Face.MONO;
        scene
            .surface()
            .text(
                words,
                start + length + scene.px(5),
                y + fitting * 0.36,
                new Type(face, fitting, palette.text()));
      }
    }
  }
}
