package dev.stepwise.view.attention;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.ProjectionFocus;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
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
    var look = shown.look();
    var scene = Scene.of(surface, look, shown.interaction(), shown.hits());
    var frame = shown.step().frame();
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    boolean present = look.density() == Look.Density.PRESENT;
    var padded = area.inset(thumbnail ? 4 : look.px(present ? 4 : 12));
    var body = thumbnail ? padded : beside(scene, padded, area, frame);
    var before =
        shown
            .before()
            .map(Step::frame)
            .filter(earlier -> earlier.problem().equals(frame.problem()));
    if (projects(frame)) {
      new ProjectionPainter(scene, frame, scales.of(frame, look.palette()), pixels)
          .paint(body, before.filter(AttentionPainter::projects), shown.progress());
    } else if (shown.choice(AttentionView.LOOKS).equals(AttentionView.ARCS)
        && frame.known(Tensor.WEIGHTS) > 0) {
      new ArcsPainter(scene, frame).paint(body);
    } else {
      head.paint(
          scene, body, frame, before.filter(earlier -> !projects(earlier)), shown.progress());
    }
  }

  /// Draws the pipeline: at the side where height is dear, at the top where it is not.
  ///
  /// @return what is left
  private Box beside(Scene scene, Box padded, Box area, AttentionFrame frame) {
    var look = scene.look();
    boolean present = look.density() == Look.Density.PRESENT;
    boolean low = area.height() < look.px(LEAST_HEIGHT_WITH_STRIP);
    boolean wide = area.width() >= look.px(LEAST_WIDTH_WITH_RAIL);
    if ((present || low) && wide) {
      double width = look.px(PipelineRail.WIDTH);
      rail.paint(scene, new Box(padded.x(), padded.y(), width, padded.height()), frame);
      return padded.inset(0, 0, 0, width + look.px(8));
    }
    if (low) {
      return padded;
    }
    double high = look.px(PipelineStrip.HEIGHT);
    strip.paint(scene, new Box(padded.x(), padded.y(), padded.width(), high), frame);
    return padded.inset(high + look.px(12), 0, 0, 0);
  }

  private static boolean projects(AttentionFrame frame) {
    return frame.focus() instanceof ProjectionFocus;
  }
}
