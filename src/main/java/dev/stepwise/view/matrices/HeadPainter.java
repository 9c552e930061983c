package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.Pen;
import java.util.Optional;

/// Draws the matrices of a head from the scores to the output. Keeps the pixels of matrices and the
/// colour scales while they don't change, since hovering repaints them all.
public final class HeadPainter {
  /// What zooming and dragging are remembered by.
  public static final String ZOOM = "attention";

  private static final Box WHOLE = new Box(0, 0, 1, 1);

  /// More tokens can be seen closer.
  private static final int MOST_UNZOOMED = 24;

  private final KeptPixels pixels = new KeptPixels();
  private final KeptSharpness sharpness = new KeptSharpness();
  private final Transposed transposed = new Transposed();
  private final KeptScales keptScales = new KeptScales();

  /// Draws a step.
  ///
  /// @param before the frame that the picture moves away from, if it moves
  public void paint(Scene scene, Box area, AttentionFrame frame, Optional<AttentionFrame> before) {
    var pen = scene.pen();
    var spots = scene.spots();
    var tokens = scene.tokens(frame);
    var seen = spots.seen().apply(ZOOM);
    var layout = HeadLayout.of(pen, area, tokens, width(frame), seen);
    var scales = keptScales.of(frame, scene.palette());
    var spotlight = Spotlight.of(frame.focus());
    var emphasis = HeadEmphasis.of(scene, frame, spotlight);

    var matrices = new HeadMatrices(scene, frame, before, scales, spotlight, pixels, transposed);
    matrices.draw(Tensor.Q, layout.queries());
    if (emphasis.shows(layout, Tensor.K)) {
      matrices.draw(Tensor.K, layout.keys());
    }
    matrices.drawMiddle(layout.middle());
    matrices.draw(Tensor.OUTPUT, layout.output());
    emphasis.lens().ifPresent(lens -> new LensPainter(scene, layout, frame, scales).paint(lens));
    if (emphasis.shows(layout, Tensor.V)) {
      matrices.draw(Tensor.V, layout.values());
    }
    if (pen.speaks()) {
      if (layout.heading().height() > 0) {
        Equations.of(frame).write(pen, layout.heading());
      }
      names(scene, layout, frame, emphasis);
      tokens.strong(emphasis::isQuery).rows(spots, layout.queries(), layout.labels());
      tokens.strong(emphasis::isKey).columns(spots, layout.keys());
      layout.bars().ifPresent(box -> bars(pen, box, spotlight, scales));
      layout
          .sharpness()
          .ifPresent(box ->
              new SharpnessPainter(scene, layout.middle(), box)
                  .paint(frame, sharpness.of(frame.pass().weights())));
    }
    emphasis.paint(scene, layout);
    if (!seen.equals(WHOLE) || frame.problem().length() > MOST_UNZOOMED) {
      spots.hits().zoomable(ZOOM, layout.middle().box());
    }
  }

  private static int width(AttentionFrame frame) {
    return frame.pass().q()[0].length;
  }

  /// Which weights are 0 because their keys are hidden.
  public static MatrixMark.Mask masked(AttentionFrame frame) {
    return frame.problem().settings().hidesTheFuture()
        ? MatrixMark.Mask.CAUSAL
        : MatrixMark.Mask.NONE;
  }

  private static void names(
      Scene scene, HeadLayout layout, AttentionFrame frame, HeadEmphasis emphasis) {
    if (layout.turns() && emphasis.lens().isPresent()) {
      return; // its lines have their names at both sides
    }
    var involved = emphasis.spotlight().involved();
    var names = new TensorNames(scene, involved, layout.turns());
    int n = frame.problem().length();
    var upright = n + "×" + width(frame);
    var lying = width(frame) + "×" + n;
    names.above(layout.queries().box(), Tensor.Q, upright, "Q");
    names.above(layout.output().box(), Tensor.OUTPUT, upright, "output", "out");
    double lowest = names.top(layout.queries().box());
    if (emphasis.shows(layout, Tensor.K)) {
      names.beside(layout.keys().box(), lowest, Tensor.K, lying, "Kᵀ");
    }
    if (emphasis.shows(layout, Tensor.V)) {
      double bottom = layout.turns() ? lowest : Double.POSITIVE_INFINITY;
      names.beside(layout.values().box(), bottom, Tensor.V, lying, "Vᵀ");
    }
  }

  private static void bars(Pen pen, Box box, Spotlight spotlight, HeadScales scales) {
    boolean weighing = spotlight.middle() == Tensor.WEIGHTS;
    var upper = weighing ? scales.weightBar() : new ColourBar(scales.scores(), "score");
    ColourBars.draw(pen, box, upper, new ColourBar(scales.values(), "Q, K, V"));
  }
}
