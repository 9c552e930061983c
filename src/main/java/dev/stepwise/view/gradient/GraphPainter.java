package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFocus;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.draw.Box;
import dev.stepwise.view.gradient.GradientElement.OfSample;

/// Draws the network as a graph: one sample's values in the nodes, the weights on the edges; on the
/// way back the errors beside the nodes and the gradients on the edges.
final class GraphPainter {
  private final NetworkScene scene;
  private final NetworkFrame frame;
  private final Box area;
  private final GraphLayout layout;

  GraphPainter(NetworkScene scene, Box area) {
    this.scene = scene;
    this.frame = scene.frame();
    this.area = area;
    this.layout = GraphLayout.of(frame, scene.pen(), area);
  }

  void paint() {
    scene.pen().heading(area, "Network", notes());
    var edges = new EdgePainter(scene, layout);
    boolean gradients = showsGradients();
    if (gradients) {
      var back = frame.moment().pass().orElseThrow().back();
      edges.paint(Place.Of.W1, back.dw1());
      edges.paint(Place.Of.W2, back.dw2());
    } else {
      var weights = scene.parameters();
      edges.paint(Place.Of.W1, weights.w1());
      edges.paint(Place.Of.W2, weights.w2());
    }
    var chain = new ChainPainter(scene, layout);
    chain.paintUnder();
    new NodePainter(scene, layout).paint();
    new ErrorPlates(scene, layout).ofHidden();
    new LossPainter(scene, layout).paint();
    chain.paintOver();
    scene.sheet().shown().hits().add(new NodePlaces(layout, area));
    new GraphFoot(scene, layout).paint(area, gradients ? "gradients" : "weights");
  }

  /// Gradients where both layers have theirs and the step is about all of them, else weights: the
  /// chain of one number runs over weights. The edges of both layers show the same.
  private boolean showsGradients() {
    boolean both = frame.moment().pass().filter(pass -> pass.knows(Tensor.DW1)).isPresent();
    return both
        && switch (frame.focus()) {
          case NetworkFocus.Whole.BACKWARD -> true;
          case NetworkFocus.Computed(var tensor) -> tensor.isBackward();
          default -> false;
        };
  }

  /// Whose values the nodes show, in fewer and fewer words.
  private String[] notes() {
    var lens = scene.lens();
    var point = "point %d".formatted(lens.sample() + 1);
    var pass = frame.moment().pass();
    if (pass.isEmpty()) {
      return new String[] {point + ", by the parameters now", point};
    }
    if (pass.get().rowOf(lens.sample()) < 0) {
      return new String[] {point + ", not in this batch", point};
    }
    var row = "%s, row %d of the batch".formatted(point, lens.row());
    return scene.sheet().shown().pinned().orElse(null) instanceof OfSample(int pinned)
            && pinned != lens.sample()
        ? new String[] {
          "%s; point %d, pinned, has none of this".formatted(row, pinned + 1), row, point
        }
        : new String[] {row, point};
  }
}
