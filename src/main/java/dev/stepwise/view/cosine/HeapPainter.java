package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.HeapFocus;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.cosine.CosineElement.OfHeapPlace;

/// Draws the heap as a tree: the worst of the best on top.
final class HeapPainter {
  private static final int MOST_NODES = 31;

  private final Surface surface;
  private final Stage stage;

  /// A node so narrow has room for the document's name alone.
  private static final double NARROW = 40;

  private final Look look;
  private final int[] heap;

  HeapPainter(Surface surface, Stage stage) {
    this.surface = surface;
    this.stage = stage;
    this.look = stage.look();
    this.heap = stage.frame().standing().heap();
  }

  void paint(Box box) {
    int k = stage.problem().k();
    new Heading(surface, look)
        .draw(box, "Heap: %d of %d, the worst on top".formatted(heap.length, k));
    int nodes = Math.min(k, MOST_NODES);
    int levels = Integer.SIZE - Integer.numberOfLeadingZeros(nodes);
    var body = box.inset(look.px(26), look.px(4), look.px(8), look.px(4));
    double level = Math.min(look.px(62), body.height() / levels);
    for (int place = 1; place < nodes; place++) {
      var child = centre(body, level, place);
      var parent = centre(body, level, (place - 1) / 2);
      surface.line(
          parent[0],
          parent[1],
          child[0],
          child[1],
          new Ink.Stroke(look.palette().faint(), look.px(1.5)));
    }
    for (int place = 0; place < nodes; place++) {
      node(body, level, place, levels);
    }
    if (k > nodes) {
      surface.text(
          "the first %d of %d places".formatted(nodes, k),
          box.x(),
          box.bottom() - look.px(2),
          new Type(Type.Face.REGULAR, look.px(11), look.palette().muted()));
    }
  }

  private static double[] centre(Box body, double level, int place) {
    int depth = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(place + 1);
    int first = (1 << depth) - 1;
    double x = body.x() + body.width() * (place - first + 0.5) / (1 << depth);
    return new double[] {x, body.y() + level * (depth + 0.5)};
  }

  private void node(Box body, double level, int place, int levels) {
    var centre = centre(body, level, place);
    double width = Math.min(look.px(58), body.width() / (1 << (levels - 1)) - look.px(4));
    double height = Math.min(look.px(34), level - look.px(8));
    var box = new Box(centre[0] - width / 2, centre[1] - height / 2, width, height);
    var palette = look.palette();
    if (place >= heap.length) {
      surface.rectangle(
          box,
          look.px(5),
          Ink.filled(palette.background())
              .withStroke(palette.faint(), look.px(1.2), look.px(3), look.px(3)));
      return;
    }
    int document = heap[place];
    boolean focus =
        stage.frame().focus() instanceof HeapFocus.HeapChanged changed
            ? changed.moved() == document
            : stage.frame().document() == document;
    boolean other =
        stage.frame().focus() instanceof HeapFocus.HeapChanged swapped
            && swapped.other() == document;
    var fill =
        focus
            ? palette.accent()
            : place == 0
                ? palette.background().interpolate(palette.category(1), 0.35)
                : palette.raised();
    surface.rectangle(
        box,
        look.px(5),
        Ink.filled(fill)
            .withStroke(other ? palette.accent() : palette.muted(), look.px(other ? 2 : 1)));
    boolean narrow = width < look.px(NARROW);
    var words = Words.document(document);
    double size =
        narrow
            ? Math.min(look.px(12), Math.min(height * 0.6, width / (words.length() * 0.66)))
            : Math.min(look.px(12), Math.min(height * 0.36, width * 0.25));
    var colour = focus ? palette.background() : palette.text();
    var name = new Type(Type.Face.BOLD, size, colour).aligned(Type.Align.CENTRE);
    double baseline = narrow ? box.centreY() + size * 0.36 : box.y() + height * 0.43;
    if (size >= Look.LEGIBLE) {
      surface.text(words, box.centreX(), baseline, name);
    }
    var figure =
        Figures.similarity(stage.frame().search().similarities()[document], stage.metric());
    if (!narrow) {
      surface.text(
          figure,
          box.centreX(),
          box.y() + height * 0.85,
          new Type(Type.Face.MONO, size, colour).aligned(Type.Align.CENTRE));
    }
    stage
        .shown()
        .hits()
        .add(
            new OfHeapPlace(place),
            box,
            "place %d of the heap: %s, %s".formatted(place + 1, words, figure));
  }
}
