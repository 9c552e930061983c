package dev.stepwise.view.page;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Candidate;
import dev.stepwise.draw.CandidateMarks;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.formula.Formulas;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import java.util.List;

/// Draws a page: the stage at the left, what the step says at the right, the timeline below.
public final class PagePainter<F extends Frame> {
  private static final double STAGE_SHARE = 0.63;
  private static final double MARGIN = 26;
  private static final double TIMELINE = 46;

  private final StagePainter<F> stage;
  private final Formulas formulas;

  /// Draws pages of one exercise.
  public PagePainter(StagePainter<F> stage, Formulas formulas) {
    this.stage = stage;
    this.formulas = formulas;
  }

  /// How large things are on a page, so that it looks alike at all sizes.
  ///
  /// @param width,height of the page in pixels
  public static double scale(double width, double height, Look.Density density) {
    double share = Math.min(width / 1280, height / 800);
    return switch (density) {
      case PRESENT -> Math.max(0.82, 1.35 * Math.min(width / 1440, height / 810));
      case WINDOW, THUMBNAIL -> Math.max(0.82, share);
    };
  }

  /// Paints a page over a whole area.
  ///
  /// @param shown the page's step, at rest or on its way from another
  public void paint(Surface surface, Box area, Page<F> page, Shown<F> shown) {
    var look = shown.look();
    surface.rectangle(area, 0, Ink.filled(look.palette().background()));
    var upper = upper(area, look);
    paintUpper(surface, upper, page, shown);
    var strip =
        new Box(
            upper.x() + look.px(MARGIN) * 0.4,
            upper.bottom() + look.px(4),
            upper.width() - look.px(MARGIN) * 0.4,
            look.px(TIMELINE));
    TimelinePainter.draw(surface, strip, page, look);
    if (look.density() == Look.Density.WINDOW) {
      heading(surface, strip, page, look);
    }
  }

  /// Paints a page for a question about the step after it: what is asked about is marked on the
  /// stage, and there is no timeline, which would tell how the run goes on.
  ///
  /// @param marks as far as the stage has them
  public void paintAsking(
      Surface surface, Box area, Page<F> page, Shown<F> shown, List<Candidate> marks) {
    surface.rectangle(area, 0, Ink.filled(shown.look().palette().background()));
    var stageBox = paintUpper(surface, upper(area, shown.look()), page, shown);
    new CandidateMarks(surface, shown.look(), shown.hits(), stageBox).draw(marks);
  }

  /// What is above the timeline.
  private static Box upper(Box area, Look look) {
    double margin = look.px(MARGIN);
    return area.inset(margin * 0.6, margin, margin * 0.6, margin * 0.6)
        .inset(0, 0, look.px(TIMELINE), 0);
  }

  /// @return where the stage is
  private Box paintUpper(Surface surface, Box upper, Page<F> page, Shown<F> shown) {
    var look = shown.look();
    double margin = look.px(MARGIN);
    double split = Math.floor(upper.width() * STAGE_SHARE);
    var stageBox = new Box(upper.x(), upper.y(), split, upper.height());
    stage.paint(surface, stageBox, shown);
    var words =
        new Box(
            upper.x() + split + margin,
            upper.y() + look.px(8),
            upper.width() - split - margin,
            upper.height() - look.px(8));
    new WordsPainter(surface, words, look, formulas).paint(page);
    return stageBox;
  }

  private static void heading(Surface surface, Box strip, Page<?> page, Look look) {
    var type =
        new Type(Type.Face.REGULAR, look.px(11), look.palette().muted()).aligned(Type.Align.RIGHT);
    double size = look.px(11);
    double width = surface.textWidth(page.heading(), type);
    double room = strip.width() * 0.36;
    var fitting =
        width <= room
            ? type
            : new Type(
                Type.Face.REGULAR,
                size * room / width,
                look.palette().muted(),
                Type.Align.RIGHT,
                0);
    surface.text(page.heading(), strip.right(), strip.y() - look.px(9), fitting);
  }
}
