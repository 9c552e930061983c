package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.multihead.HeadsFocus;
import dev.stepwise.compute.multihead.JoinFocus;
import dev.stepwise.compute.multihead.MixFocus;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.SplitFocus;
import dev.stepwise.compute.multihead.StraightFocus;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.matrices.HeadPainter;
import dev.stepwise.view.matrices.KeptPixels;
import dev.stepwise.view.matrices.MatrixElement;
import dev.stepwise.view.matrices.Scene;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import java.util.Optional;

/// Draws the stage of multi-head attention: the ledger of shapes at the top, below it what the step
/// works on.
final class MultiHeadPainter implements StagePainter<MultiHeadFrame> {
  private static final double LEAST_HEIGHT_WITH_LEDGER = 480;
  private static final double ASIDE = 150;

  private final HeadPainter inside = new HeadPainter();
  private final WholeScales.Kept scales = new WholeScales.Kept();
  private final KeptPixels pixels = new KeptPixels();
  private final LedgerPictures.Kept pictures = new LedgerPictures.Kept();

  @Override
  public void paint(Surface surface, Box area, Shown<MultiHeadFrame> shown) {
    var look = shown.look();
    var frame = shown.step().frame();
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    var padded = area.inset(thumbnail ? 4 : look.px(12));
    if (thumbnail) {
      new HeadsPainter(surface, shown, pixels).paint(padded);
      return;
    }
    boolean ledger = area.height() >= look.px(LEAST_HEIGHT_WITH_LEDGER);
    double high = 0;
    if (ledger) {
      var way = new Ledger(surface, shown, pictures);
      high = way.height();
      way.paint(new Box(padded.x(), padded.y(), padded.width(), high));
      double line = padded.y() + high;
      surface.line(
          padded.x(), line, padded.right(), line, new Ink.Stroke(look.palette().faint(), 1));
    }
    var body = padded.inset(ledger ? high + look.px(12) : 0, 0, 0, 0);
    switch (frame.focus()) {
      case SplitFocus.Projected _,
          SplitFocus.Projecting _,
          MixFocus.Mixed _,
          MixFocus.TokenMixed _ ->
          new ProductPainter(surface, shown, scales.of(frame, look.palette()), pixels).paint(body);
      case SplitFocus.Reshaped _, SplitFocus.Turned _, StraightFocus _ ->
          new PiecesPainter(surface, shown, pictures).paint(body);
      case HeadsFocus.Attended _, HeadsFocus.HeadAttended _, MixFocus.Finished _ ->
          new HeadsPainter(surface, shown, pixels).paint(body);
      case JoinFocus _ ->
          new JoinPainter(surface, shown, scales.of(frame, look.palette()), pixels).paint(body);
      case HeadsFocus.Inside(int head, var inner) -> head(surface, body, shown, head, inner);
    }
  }

  /// Exercise 1 for a head, with all heads small at its side.
  private void head(
      Surface surface, Box body, Shown<MultiHeadFrame> shown, int head, AttentionFrame inner) {
    var look = shown.look();
    boolean beside = body.width() >= look.px(620);
    double aside = beside ? look.px(ASIDE) : 0;
    var scene =
        new Scene(
            surface,
            look,
            shown.interaction(),
            shown.hits(),
            element -> element instanceof MatrixElement matrix ? new InHead(head, matrix) : element,
            element -> unwrapped(element, head));
    var before = shown.before().map(Step::frame).flatMap(earlier -> before(earlier, head));
    inside.paint(
        scene,
        body.inset(0, beside ? aside + look.px(16) : 0, 0, 0),
        inner,
        before,
        shown.progress());
    if (beside) {
      var box = new Box(body.right() - aside, body.y(), aside, body.height());
      new HeadsPainter(surface, shown, pixels).multiples(box, head);
    }
  }

  private static Optional<AttentionFrame> before(MultiHeadFrame earlier, int head) {
    return earlier.focus() instanceof HeadsFocus.Inside(int same, var inner) && same == head
        ? Optional.of(inner)
        : Optional.empty();
  }

  private static Optional<MatrixElement> unwrapped(Element element, int head) {
    return element instanceof InHead(int of, var inner) && of == head
        ? Optional.of(inner)
        : Optional.empty();
  }
}
