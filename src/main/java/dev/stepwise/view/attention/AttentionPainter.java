package dev.stepwise.view.attention;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.ProjectionFocus;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.matrices.ArcsPainter;
import dev.stepwise.view.matrices.HeadPainter;
import dev.stepwise.view.matrices.KeptPixels;
import dev.stepwise.view.matrices.KeptScales;
import dev.stepwise.view.matrices.ProjectionPainter;
import dev.stepwise.view.matrices.Scene;

/// Draws the stage of self-attention: the pipeline of all matrices at the top, below it what the
/// step works on.
final class AttentionPainter implements StagePainter<AttentionFrame> {
  private static final double LEAST_HEIGHT_WITH_STRIP = 600;
  private static final double LEAST_WIDTH_WITH_RAIL = 520;

  private final HeadPainter head = new HeadPainter();
  private final PipelineStrip strip = new PipelineStrip();
  private final PipelineRail rail = new PipelineRail();
  private final KeptScales scales = new KeptScales();
  private final KeptPixels pixels = new KeptPixels();

  @Override
  public void paint(Surface surface, Box area, Shown<AttentionFrame> shown) {
    var sheet = Sheet.of(surface, shown);
    var scene = Scene.of(sheet);
    var frame = sheet.frame();
    var body =
        sheet.pen().speaks() ? beside(scene, area, frame) : area.inset(scene.pen().px(Space.TIGHT));
    var before =
        shown
            .before()
            .map(Step::frame)
            .filter(earlier -> earlier.problem().equals(frame.problem()))
            .filter(earlier -> projects(earlier) == projects(frame));
    if (projects(frame)) {
      new ProjectionPainter(scene, frame, scales.of(frame, sheet.palette()), pixels)
          .paint(body, before);
    } else if (shown.choice(AttentionView.LOOKS).equals(AttentionView.ARCS)
        && frame.known(Tensor.WEIGHTS) > 0) {
      new ArcsPainter(scene, frame).paint(body);
    } else {
      head.paint(scene, body, frame, before);
    }
  }

  /// Draws the pipeline: at the side where height is dear, at the top where it is not.
  ///
  /// @return what is left
  private Box beside(Scene scene, Box area, AttentionFrame frame) {
    var pen = scene.pen();
    boolean present = pen.look().density() == Look.Density.PRESENT;
    var padded = area.inset(pen.px(present ? Space.TIGHT : Space.GAP));
    boolean low = area.height() < pen.px(LEAST_HEIGHT_WITH_STRIP);
    if ((present || low) && area.width() >= pen.px(LEAST_WIDTH_WITH_RAIL)) {
      return rail.paint(scene, padded, frame);
    }
    return low ? padded : strip.paint(scene, padded, frame);
  }

  private static boolean projects(AttentionFrame frame) {
    return frame.focus() instanceof ProjectionFocus;
  }
}
