package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFocus;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Figure;
import dev.stepwise.draw.GreyImageMark;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.MarkerShape;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Shown;
import dev.stepwise.view.gradient.GradientElement.OfNumber;
import dev.stepwise.view.gradient.GradientElement.OfParameter;
import dev.stepwise.view.gradient.GradientElement.OfSample;
import java.util.Optional;

/// Draws the network as a graph: one sample's values in the nodes, the weights on the edges; on the
/// way back the errors beside the nodes and the gradients on the edges.
final class GraphPainter {
  private static final int MOST_EDGE_HITS = 600;

  private final Surface surface;
  private final Brush brush;
  private final Look look;
  private final Shown<?> shown;
  private final NetworkFrame frame;
  private final Box area;
  private final GraphLayout layout;
  private final Lens lens;

  GraphPainter(Brush brush, Shown<?> shown, NetworkFrame frame, Box area) {
    this.brush = brush;
    this.surface = brush.surface();
    this.look = brush.look();
    this.shown = shown;
    this.frame = frame;
    this.area = area;
    this.layout = GraphLayout.of(frame, look, area);
    this.lens = Lens.of(frame, shown.pinned());
  }

  void paint() {
    head();
    var kind = kind();
    edges(Place.Of.W1, kind);
    edges(Place.Of.W2, kind);
    new ChainPainter(brush, shown.hits(), frame, lens, layout).paintUnder();
    nodes();
    loss();
    new ChainPainter(brush, shown.hits(), frame, lens, layout).paintOver();
    shown.hits().add(new NodePlaces(layout, area));
    new GraphFoot(brush, frame, layout)
        .paint(area, kind == Edges.GRADIENTS ? "gradient" : "weight");
  }

  /// What the edges of both layers show: one kind in one picture.
  private enum Edges {
    WEIGHTS,
    GRADIENTS
  }

  /// Gradients where both layers have theirs and the step is about all of them, else weights: the
  /// chain of one number runs over weights.
  private Edges kind() {
    var pass = frame.moment().pass();
    boolean both = pass.isPresent() && pass.get().knows(Tensor.DW1);
    boolean about =
        switch (frame.focus()) {
          case NetworkFocus.Whole.BACKWARD -> true;
          case NetworkFocus.Computed(var tensor) -> tensor.isBackward();
          default -> false;
        };
    return both && about ? Edges.GRADIENTS : Edges.WEIGHTS;
  }

  private void head() {
    double x = brush.heading("Network", area.x(), area.y() + look.px(12));
    var pass = frame.moment().pass();
    var pinned =
        shown.pinned().orElse(null) instanceof OfSample(int sample) && sample != lens.sample()
            ? "; point %d, pinned, has none of this".formatted(sample + 1)
            : "";
    var where =
        pass.isEmpty()
            ? "point %d, by the parameters now".formatted(lens.sample() + 1)
            : pass.get().rowOf(lens.sample()) < 0
                ? "point %d, not in this batch".formatted(lens.sample() + 1)
                : "point %d, row %d of the batch".formatted(lens.sample() + 1, lens.row()) + pinned;
    brush.remark(where, x + look.px(10), area.y() + look.px(12), area.right());
  }

  private Parameters weights() {
    var now = frame.moment().parameters();
    if (shown.before().isPresent()
        && shown.progress() < 1
        && shown.before().get().frame() instanceof NetworkFrame earlier
        && earlier.problem().equals(frame.problem())) {
      return Between.parameters(earlier.moment().parameters(), now, shown.progress());
    }
    return now;
  }

  private void edges(Place.Of of, Edges kind) {
    boolean gradients = kind == Edges.GRADIENTS;
    boolean first = of == Place.Of.W1;
    double[][] values =
        gradients
            ? (first ? lensBack().dw1() : lensBack().dw2())
            : (first ? weights().w1() : weights().w2());
    double largest = largest(values);
    var scale =
        new ColourScale(ColourMap.diverging(look.palette()), new LinearScale(-largest, largest));
    int sources = first ? layout.inputs().size() : layout.hidden().size();
    int targets = first ? layout.hidden().size() : layout.classes().size();
    if (first && layout.image() == GraphLayout.Shape.IMAGE) {
      imageEdges();
      return;
    }
    boolean hits = sources * targets <= MOST_EDGE_HITS;
    for (int i = 0; i < sources; i++) {
      for (int j = 0; j < targets; j++) {
        edge(new Place(of, i, j), values[i][j], largest, scale, hits);
      }
    }
  }

  private dev.stepwise.compute.gradient.network.Backward lensBack() {
    return frame.moment().pass().orElseThrow().back();
  }

  private void imageEdges() {
    var from = layout.inputs().getFirst();
    var stroke = new Ink.Stroke(look.palette().faint(), look.px(1));
    for (var box : layout.hidden()) {
      surface.line(from.right(), from.centreY(), box.x(), box.centreY(), stroke);
    }
  }

  private void edge(Place place, double value, double largest, ColourScale scale, boolean hit) {
    var from = end(place, true);
    var to = end(place, false);
    double share = largest == 0 ? 0 : Math.min(1, Math.abs(value) / largest);
    var element = new OfParameter(place);
    boolean lit = isLit(element);
    double width = look.px(0.7 + 3.2 * share);
    if (lit) {
      surface.line(
          from[0],
          from[1],
          to[0],
          to[1],
          new Ink.Stroke(look.palette().accent(), width + look.px(3.5)));
    }
    var colour =
        Double.isFinite(value)
            ? scale.colour(value).deriveColor(0, 1, 1, 0.35 + 0.6 * share)
            : look.palette().alarm();
    if (share == 0) {
      colour = look.palette().faint();
    }
    surface.line(from[0], from[1], to[0], to[1], new Ink.Stroke(colour, width));
    if (hit) {
      shown
          .hits()
          .add(
              new EdgeHit(
                  element,
                  from,
                  to,
                  look.px(5),
                  "%s = %s".formatted(place.name(), Numbers.text(value))));
    }
  }

  private double[] end(Place place, boolean start) {
    boolean first = place.of() == Place.Of.W1;
    if (start) {
      if (first) {
        return layout.out(place.row());
      }
      var box = layout.hidden().get(place.row());
      return new double[] {box.right(), box.centreY()};
    }
    var box = first ? layout.hidden().get(place.column()) : layout.classes().get(place.column());
    return new double[] {box.x(), box.centreY()};
  }

  private static double largest(double[][] values) {
    double largest = 0;
    for (double[] row : values) {
      for (double value : row) {
        largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
      }
    }
    return largest;
  }

  private void nodes() {
    if (layout.image() == GraphLayout.Shape.IMAGE) {
      var box = layout.inputs().getFirst();
      double[] pixels = lens.pass().forward().x()[lens.row()];
      new GreyImageMark(pixels, 8, Math.max(1, java.util.Arrays.stream(pixels).max().orElse(1)))
          .draw(surface, box, look);
      brush.remark(
          "class %d".formatted(lens.label()), box.x(), box.bottom() + look.px(16), area.right());
    } else {
      for (int i = 0; i < layout.inputs().size(); i++) {
        node(layout.inputs().get(i), "x", i, Tensor.X, Optional.empty());
      }
    }
    for (int j = 0; j < layout.hidden().size(); j++) {
      var tensor = lens.knows(Tensor.A1) ? Tensor.A1 : Tensor.Z1;
      node(layout.hidden().get(j), tensor == Tensor.A1 ? "a" : "z", j, tensor, hiddenError());
    }
    for (int c = 0; c < layout.classes().size(); c++) {
      var tensor = lens.knows(Tensor.P) ? Tensor.P : Tensor.Z2;
      var error = lens.knows(Tensor.DZ2) ? Optional.of(Tensor.DZ2) : Optional.<Tensor>empty();
      node(layout.classes().get(c), tensor == Tensor.P ? "p" : "z", c, tensor, error);
    }
  }

  private Optional<Tensor> hiddenError() {
    if (lens.knows(Tensor.DZ1)) {
      return Optional.of(Tensor.DZ1);
    }
    return lens.knows(Tensor.DA1) ? Optional.of(Tensor.DA1) : Optional.empty();
  }

  private void node(Box box, String name, int index, Tensor tensor, Optional<Tensor> error) {
    var palette = look.palette();
    boolean known = lens.knows(tensor);
    double value = known ? lens.at(tensor, index) : Double.NaN;
    boolean isClass = tensor == Tensor.P || tensor == Tensor.Z2;
    boolean right = isClass && lens.label() == index;
    boolean off = tensor == Tensor.A1 && known && value <= 0;
    var element = new OfNumber(lens.sample(), tensor, index);
    boolean lit = isLit(element);
    var edge = isClass ? palette.category(index) : off ? palette.faint() : palette.muted();
    var fill = off ? palette.raised() : palette.background();
    double width = look.px(right ? 2.4 : lit ? 2.2 : 1.2);
    surface.rectangle(
        box, box.height() / 2, Ink.filled(fill).withStroke(lit ? palette.accent() : edge, width));
    double size = look.text(Math.min(13, box.height() * 0.72 / look.scale()));
    double baseline = box.centreY() + size * 0.36;
    double x = box.x() + size * 0.75;
    if (isClass) {
      MarkerShape.of(index)
          .draw(surface, x, box.centreY(), size * 0.36, Ink.filled(palette.category(index)));
      x += size * 0.7;
    }
    var colour = off ? palette.muted() : palette.text();
    var words = new Type(Type.Face.ITALIC, size, colour);
    surface.text(name + Brush.subscript(index), x, baseline, words);
    if (known) {
      double end = box.right() - size * 0.6;
      double room = end - x - surface.textWidth(name + Brush.subscript(index), words) - look.px(6);
      var figure =
          new Type(Type.Face.MONO, Math.max(Look.LEGIBLE, size * 0.95), colour)
              .aligned(Type.Align.RIGHT);
      var written = Figure.of(surface, value, figure, room);
      surface.text(written.text(), end, baseline, written.type());
    }
    shown
        .hits()
        .add(
            element,
            box,
            "%s[%d] of point %d%s"
                .formatted(
                    tensor.code(),
                    index,
                    lens.sample() + 1,
                    known ? ": " + Numbers.text(value) : ", not computed yet"));
    error.ifPresent(back -> error(box, index, back));
    if (right && layout.hasRoomAbove(box)) {
      surface.text(
          "target",
          box.centreX(),
          box.y() - look.px(5),
          brush.muted(11).aligned(Type.Align.CENTRE));
    }
  }

  private boolean isLit(GradientElement element) {
    return shown.lit().contains(element)
        || shown.picked().filter(element::equals).isPresent()
        || shown.pointed().filter(element::equals).isPresent();
  }

  /// The error of a node, at its right for a class, below it for a hidden unit where there is room.
  private void error(Box box, int index, Tensor tensor) {
    if (tensor != Tensor.DZ2 && isFollowed()) {
      return;
    }
    double value = lens.at(tensor, index);
    var colours = ColourMap.diverging(look.palette());
    var colour = value == 0 ? look.palette().faint() : colours.colour(value < 0 ? 0.12 : 0.88);
    var element = new OfNumber(lens.sample(), tensor, index);
    boolean isClass = tensor == Tensor.DZ2;
    double x = isClass ? (box.right() + layout.loss().x()) / 2 : box.right() + look.px(34);
    double y = isClass ? between(box) : box.centreY();
    if (box.height() < look.px(15) && !isClass) {
      x = box.right() + look.px(30);
    }
    var plate =
        brush.tag(
            Numbers.brief(value),
            x,
            y,
            isLit(element) ? look.palette().accent() : colour,
            GraphLayout.pitch(isClass ? layout.classes() : layout.hidden()) - look.px(1));
    shown
        .hits()
        .add(
            element,
            plate,
            "%s[%d] of point %d: %s"
                .formatted(tensor.code(), index, lens.sample() + 1, Numbers.text(value)));
  }

  /// Whether the step follows one unit's error; its sum and the sum's terms need the room.
  private boolean isFollowed() {
    return frame.focus() instanceof NetworkFocus.Cell(var tensor, int _, int _)
        && switch (tensor) {
          case DA1, DZ1, DW1, DB1 -> true;
          default -> false;
        };
  }

  /// Half way from a class to the loss; of many classes beside it, where the plates have room.
  private double between(Box box) {
    boolean many = GraphLayout.pitch(layout.classes()) < 2 * look.px(19);
    return many ? box.centreY() : (box.centreY() + layout.loss().centreY()) / 2;
  }

  private void loss() {
    var box = layout.loss();
    var palette = look.palette();
    boolean known = lens.knows(Tensor.LOSS);
    boolean back = lens.knows(Tensor.DZ2);
    for (int c = 0; c < layout.classes().size(); c++) {
      var from = layout.classes().get(c);
      boolean right = c == lens.label();
      var stroke =
          right
              ? new Ink.Stroke(palette.text(), look.px(1.8))
              : new Ink.Stroke(palette.faint(), look.px(1));
      if (right || back) {
        surface.line(from.right(), from.centreY(), box.x(), box.centreY(), stroke);
      }
    }
    for (int c = 0; back && c < layout.classes().size(); c++) {
      var from = layout.classes().get(c);
      brush.arrow(
          from.right() + look.px(6),
          along(from, box),
          from.right(),
          from.centreY(),
          palette.accent());
    }
    var element = new OfNumber(lens.sample(), Tensor.LOSS, 0);
    surface.rectangle(
        box,
        look.px(6),
        known
            ? Ink.filled(palette.text())
            : Ink.stroked(palette.faint(), look.px(1.2), look.px(3), look.px(3)));
    var words = known ? "L " + Numbers.brief(lens.at(Tensor.LOSS, 0)) : "L";
    surface.text(
        words,
        box.centreX(),
        box.centreY() + look.px(5),
        new Type(Type.Face.BOLD, look.px(13), known ? palette.background() : palette.muted())
            .aligned(Type.Align.CENTRE));
    surface.text(
        "−ln p" + Brush.subscript(lens.label()),
        box.centreX(),
        box.bottom() + look.px(15),
        brush.muted(11.5).aligned(Type.Align.CENTRE));
    shown.hits().add(element, box, "loss of point %d".formatted(lens.sample() + 1));
    // Over all of it: between narrow neighbours a number counts more than their edges.
    for (int c = 0; back && c < layout.classes().size(); c++) {
      error(layout.classes().get(c), c, Tensor.DZ2);
    }
  }

  private double along(Box from, Box to) {
    double share = look.px(6) / Math.max(1, to.x() - from.right());
    return from.centreY() + share * (to.centreY() - from.centreY());
  }
}
