package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.HeapFocus;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.cosine.CosineElement.OfHeapPlace;
import javafx.scene.paint.Color;

/// Draws the heap as a tree: the worst of the best on top.
final class HeapPainter {
  private static final int MOST_NODES = 31;
  private static final double LEVEL = 62;
  private static final double WIDTH = 58;
  private static final double HEIGHT = 34;

  /// A lower node has room for one line alone: the document's name.
  private static final double TWO_LINES = 28;

  private final Stage stage;
  private final Pen pen;
  private final int[] heap;

  HeapPainter(Stage stage) {
    this.stage = stage;
    this.pen = stage.pen();
    this.heap = stage.frame().standing().heap();
  }

  /// Where the nodes are.
  ///
  /// @param body of the whole tree
  /// @param levels how many rows of nodes there are
  /// @param pitch from one level to the next
  private record Tree(Pen pen, Box body, int levels, double pitch) {
    static Tree of(Pen pen, Box body, int nodes) {
      int levels = Integer.SIZE - Integer.numberOfLeadingZeros(nodes);
      return new Tree(pen, body, levels, Math.min(pen.px(LEVEL), body.height() / levels));
    }

    Box node(int place) {
      int depth = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(place + 1);
      int first = (1 << depth) - 1;
      double x = body.x() + body.width() * (place - first + 0.5) / (1 << depth);
      double y = body.y() + pitch * (depth + 0.5);
      double narrowest = body.width() / (1 << (levels - 1)) - pen.px(Space.TIGHT);
      double width = Math.min(pen.px(WIDTH), narrowest);
      double height = Math.min(pen.px(HEIGHT), pitch - pen.px(Space.SMALL));
      return new Box(x - width / 2, y - height / 2, width, height);
    }
  }

  void paint(Box box) {
    int k = stage.problem().k();
    pen.heading(box, "Heap: %d of %d, the worst on top".formatted(heap.length, k));
    int nodes = Math.min(k, MOST_NODES);
    boolean all = nodes == k;
    var below = pen.below(box);
    var tree = Tree.of(pen, all ? below : pen.above(below), nodes);
    var edge = pen.stroke(pen.palette().faint(), Space.LINE);
    for (int place = 1; place < nodes; place++) {
      var child = tree.node(place);
      var parent = tree.node((place - 1) / 2);
      pen.surface()
          .line(parent.centreX(), parent.centreY(), child.centreX(), child.centreY(), edge);
    }
    for (int place = 0; place < nodes; place++) {
      node(tree.node(place), place);
    }
    if (!all) {
      pen.foot(box, "the first %d of %d places".formatted(nodes, k));
    }
  }

  private void node(Box box, int place) {
    if (place >= heap.length) {
      double dash = pen.px(Space.TIGHT);
      plate(box, Ink.stroked(pen.palette().faint(), pen.px(Space.HAIR), dash, dash));
      return;
    }
    int document = heap[place];
    boolean moved = isMoved(document);
    plate(box, ink(place, moved, isSwapped(document)));
    var colour = moved ? pen.palette().background() : pen.palette().text();
    var name = Words.document(document);
    var figure =
        Figures.similarity(stage.frame().search().similarities()[document], stage.metric());
    words(box.inset(0, pen.px(Space.LINE), 0, pen.px(Space.LINE)), name, figure, colour);
    stage
        .spots()
        .add(
            new OfHeapPlace(place),
            box,
            "place %d of the heap: %s, %s".formatted(place + 1, name, figure));
  }

  /// The name and the similarity, as far as there is room for them.
  private void words(Box room, String name, String figure, Color colour) {
    var bold = pen.type(Role.BODY).bold().coloured(colour).centred();
    var mono = pen.type(Role.DETAIL).coloured(colour).centred();
    var shown = pen.brief(room.width(), mono, figure, "");
    var title = pen.brief(room.width(), bold, name, "");
    if (shown.isEmpty() || room.height() < pen.px(TWO_LINES)) {
      pen.write(title, room, bold);
      return;
    }
    double half = room.height() / 2;
    pen.write(title, room.inset(0, 0, half, 0), bold);
    pen.write(shown, room.inset(half, 0, 0, 0), mono);
  }

  private void plate(Box box, Ink ink) {
    pen.surface().rectangle(box, pen.px(Space.TIGHT), ink);
  }

  /// Whether the step puts this document to its place.
  private boolean isMoved(int document) {
    return stage.frame().focus() instanceof HeapFocus.HeapChanged changed
        ? changed.moved() == document
        : stage.frame().document() == document;
  }

  /// Whether it changes places with the one that the step moves.
  private boolean isSwapped(int document) {
    return stage.frame().focus() instanceof HeapFocus.HeapChanged changed
        && changed.other() == document;
  }

  private Ink ink(int place, boolean moved, boolean swapped) {
    var palette = pen.palette();
    var worst = palette.background().interpolate(palette.category(1), 0.35);
    var fill = moved ? palette.accent() : place == 0 ? worst : palette.raised();
    return Ink.filled(fill)
        .withStroke(
            swapped ? palette.accent() : palette.muted(),
            pen.px(swapped ? Space.LINE : Space.HAIR));
  }
}
