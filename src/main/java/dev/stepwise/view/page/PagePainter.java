package dev.stepwise.view.page;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Candidate;
import dev.stepwise.draw.CandidateMarks;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Surface;
import dev.stepwise.formula.Formulas;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import java.util.List;

/// Draws a page: the stage at the left, what the step says at the right, the timeline below.
public final class PagePainter<F extends Frame> {
  private static final double STAGE_SHARE = 0.63;
  private static final double MARGIN = 26;

  /// The margin where what stands there has one of its own.
  private static final double EDGE = 15.6;

  private static final double TIMELINE = 46;

  /// How much larger than on the stage words are: there is less of them, and most of all in a
  /// lecture hall, where the listing is left out.
  static final double WORDS = 1.12;

  private static final double WORDS_PRESENTED = 1.44;

  private static final double HEADING_SHARE = 0.36;

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
    var pen = new Pen(surface, shown.look());
    var upper = upper(pen, area);
    paintUpper(pen, area, page, shown);
    double edge = pen.px(EDGE);
    var strip =
        area.inset(
            upper.bottom() - area.y() + pen.px(Space.TIGHT),
            pen.px(MARGIN),
            edge,
            edge + pen.px(Space.GAP));
    new TimelinePainter(pen, strip).draw(page);
    if (!presents(pen)) {
      var type = pen.type(Role.LABEL).right();
      double room = strip.width() * HEADING_SHARE;
      pen.write(page.heading(), strip.right(), strip.y() - pen.px(Space.SMALL), room, type);
    }
  }

  /// Paints a page for a question about the step after it: what is asked about is marked on the
  /// stage, and there is no timeline, which would tell how the run goes on.
  ///
  /// @param marks as far as the stage has them
  public void paintAsking(
      Surface surface, Box area, Page<F> page, Shown<F> shown, List<Candidate> marks) {
    var stageBox = paintUpper(new Pen(surface, shown.look()), area, page, shown);
    new CandidateMarks(surface, shown.look(), shown.hits(), stageBox).draw(marks);
  }

  private static boolean presents(Pen pen) {
    return pen.look().density() == Look.Density.PRESENT;
  }

  /// What is above the timeline.
  private static Box upper(Pen pen, Box area) {
    double edge = pen.px(EDGE);
    return area.inset(edge, pen.px(MARGIN), edge, edge).inset(0, 0, pen.px(TIMELINE), 0);
  }

  /// Paints what is above the timeline.
  ///
  /// @return where the stage is
  private Box paintUpper(Pen pen, Box area, Page<F> page, Shown<F> shown) {
    pen.surface().rectangle(area, 0, Ink.filled(pen.palette().background()));
    var upper = upper(pen, area);
    boolean told = stage.words() == StagePainter.Words.WITHIN;
    double split = told ? upper.width() : Math.floor(upper.width() * STAGE_SHARE);
    var stageBox = upper.inset(0, upper.width() - split, 0, 0);
    stage.paint(pen.surface(), stageBox, shown);
    if (!told) {
      var words = upper.inset(pen.px(Space.SMALL), 0, 0, split + pen.px(MARGIN));
      new WordsPainter(pen.scaled(presents(pen) ? WORDS_PRESENTED : WORDS), words, formulas)
          .paint(page, presents(pen) ? List.of() : page.listing().lines());
    }
    return stageBox;
  }
}
