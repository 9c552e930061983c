package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Sharpness;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
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
  private static final double WIDEST_ARC = 14;
  private static final double ROW = 46;

  /// A line of words above what is at the left and at the right.
  private static final double HEADS = 26;

  /// The room of the names at the left, and of names and bars at the right.
  private static final double NAMES_ROOM = 170;

  private static final double BARS_ROOM = 300;

  /// The room of a name.
  private static final double NAMES = 114;

  /// The room of a number, and how high a row is at least for each to have one.
  private static final double FIGURE = 44;

  private static final double FIGURES = 12;

  private final Scene scene;
  private final Pen pen;
  private final AttentionFrame frame;
  private final List<String> tokens;

  /// For a step in a scene; weights must be known.
  public ArcsPainter(Scene scene, AttentionFrame frame) {
    this.scene = scene;
    this.pen = scene.pen();
    this.frame = frame;
    this.tokens = Words.labels(frame.problem());
  }

  private record Arc(int query, int key, double weight) {}

  /// Where the arcs run.
  ///
  /// @param left,right where they begin and end
  /// @param pitch from token to token
  private record Room(double left, double right, double top, double pitch) {
    double y(int token) {
      return top + (token + 0.5) * pitch;
    }

    Box line(int token, double from, double to) {
      return new Box(from, y(token) - pitch / 2, to - from, pitch);
    }
  }

  /// Draws it.
  public void paint(Box area) {
    int n = tokens.size();
    int rows = Math.min(n, frame.known(Tensor.WEIGHTS) / n);
    Equations.of(frame).write(pen, area);
    var body = pen.below(area).inset(pen.px(HEADS), 0, 0, 0);
    double left = body.x() + Math.min(pen.px(NAMES_ROOM), body.width() * 0.24);
    double right = body.right() - Math.min(pen.px(BARS_ROOM), body.width() * 0.4);
    double pitch = Math.min(pen.px(ROW), body.height() / n);
    var room = new Room(left, right, body.y(), pitch);
    int current = current(rows);
    for (var arc : arcs(rows)) {
      if (arc.query() != current) {
        boolean aside = current >= 0;
        arc(arc, room, aside ? 0.12 : 0.75);
      }
    }
    if (current >= 0) {
      strongest(current).forEach(arc -> arc(arc, room, 1));
    }
    double beside = pen.px(Space.SMALL);
    for (int i = 0; i < n; i++) {
      var band = room.line(i, left - pen.px(NAMES), left);
      scene
          .spots()
          .hits()
          .add(
              scene.wrapping().apply(new OfToken(i)),
              band,
              "token " + tokens.get(i) + ": click to pin");
    }
    int winner = current < 0 ? -1 : Sharpness.winner(frame.pass().weights()[current]);
    heads(left - beside, right + beside, body.y() - pen.px(Space.SMALL));
    names(current, left - beside, room, name(pitch).right());
    names(winner, right + beside, room, name(pitch));
    double bars = right + Math.min(pen.px(NAMES), (area.right() - right) * 0.42);
    var end = new Box(bars, body.y(), area.right() - bars, body.height());
    if (current >= 0) {
      pen.write("weight", end.x(), body.y() - pen.px(Space.SMALL), pen.type(Role.NOTE));
      bars(current, room, end);
    } else {
      pen.empty(end, "Click a token to see its weights.");
    }
  }

  private Type name(double pitch) {
    var body = pen.type(Role.BODY);
    return body.at(Math.clamp(pitch * 0.85, pen.type(Role.LABEL).size(), body.size()));
  }

  /// The tokens' names, as many as have room; that of one token always, and strong.
  private void names(int strong, double x, Room room, Type type) {
    double least = type.size() * 1.05;
    int every = 1;
    while (every * room.pitch() < (room.pitch() < least ? 2 * least : 0)) {
      every *= 2;
    }
    for (int i = 0; i < tokens.size(); i += every) {
      if (i != strong && (strong < 0 || Math.abs(i - strong) * room.pitch() >= least)) {
        pen.write(tokens.get(i), x, room.y(i) + type.drop(), type);
      }
    }
    if (strong >= 0) {
      var current = type.bold().coloured(scene.palette().accent());
      pen.write(tokens.get(strong), x, room.y(strong) + type.drop(), current);
    }
  }

  private void heads(double left, double right, double baseline) {
    pen.write("query", left, baseline, pen.type(Role.NOTE).right());
    pen.write("key", right, baseline, pen.type(Role.NOTE));
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

  private void arc(Arc arc, Room room, double strength) {
    double y1 = room.y(arc.query());
    double y2 = room.y(arc.key());
    var xs = new double[PIECES + 1];
    var ys = new double[PIECES + 1];
    for (int i = 0; i <= PIECES; i++) {
      double t = i / (double) PIECES;
      // A smooth step: level at both ends.
      double s = t * t * (3 - 2 * t);
      xs[i] = room.left() + t * (room.right() - room.left());
      ys[i] = y1 + s * (y2 - y1);
    }
    double widest = Math.min(pen.px(WIDEST_ARC), room.pitch() * 0.75);
    double width = pen.px(Space.HAIR) + arc.weight() * widest;
    double opacity = strength * (0.18 + 0.82 * Math.sqrt(arc.weight()));
    var stroke = new Ink.Stroke(scene.palette().accent(), width);
    pen.surface().faded(opacity, () -> pen.surface().line(xs, ys, stroke));
  }

  /// The weights of a row, beside their keys.
  private void bars(int query, Room room, Box end) {
    double[] weights = frame.pass().weights()[query];
    double longest = end.width() - pen.px(FIGURE);
    int winner = Sharpness.winner(weights);
    boolean each = room.pitch() >= pen.px(FIGURES);
    // Where no bar has room for its number, the longest has, and the others are measured by it.
    double full = each || !(weights[winner] > 0) ? 1 : weights[winner];
    for (int key = 0; key < weights.length; key++) {
      double weight = weights[key];
      var row = room.line(key, end.x(), end.right());
      double length = Double.isFinite(weight) ? weight / full * longest : 0;
      if (length > 0) {
        double height = Math.max(0.5, room.pitch() * 0.6);
        var bar = new Box(row.x(), row.centreY() - height / 2, length, height);
        pen.surface().rectangle(bar, pen.px(Space.LINE), Ink.filled(scene.palette().accent()));
      }
      boolean hidden = HeadPainter.masked(frame).hides(query, key);
      var words = hidden ? "–" : Numbers.text(weight);
      if (each || key == winner) {
        var type = pen.type(key == winner ? Role.TELLING : Role.VALUE);
        var fitted = each ? type.at(Math.min(type.size(), room.pitch() * 0.8)) : type;
        pen.write(words, row.inset(0, 0, 0, length + pen.px(Space.TIGHT)), fitted);
      }
      var told = hidden ? "0, hidden by the mask" : words;
      scene.add(new OfCell(Tensor.WEIGHTS, query, key), row, "weight " + told);
    }
  }
}
