package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.multihead.HeadsFocus;
import dev.stepwise.compute.multihead.JoinFocus;
import dev.stepwise.compute.multihead.MixFocus;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.ProjectFocus;
import dev.stepwise.compute.multihead.ReshapeFocus;
import dev.stepwise.compute.multihead.TransposeFocus;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.Sheet;
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
  private static final double LEAST_WIDTH_WITH_OTHERS = 620;

  /// The room of the other heads beside the one that is looked into.
  private static final double OTHERS = 150;

  private final HeadPainter inside = new HeadPainter();
  private final WholeScales.Kept scales = new WholeScales.Kept();
  private final KeptPixels pixels = new KeptPixels();
  private final LedgerPictures.Kept pictures = new LedgerPictures.Kept();

  @Override
  public void paint(Surface surface, Box area, Shown<MultiHeadFrame> shown) {
    var sheet = Sheet.of(surface, shown);
    var pen = sheet.pen();
    if (pen.speaks()) {
      var padded = area.inset(pen.px(Space.GAP));
      boolean ledger = area.height() >= pen.px(LEAST_HEIGHT_WITH_LEDGER);
      work(sheet, ledger ? new Ledger(sheet, pictures).paint(padded) : padded);
    } else {
      new HeadsPainter(sheet, pixels).paint(area.inset(pen.px(Space.TIGHT)));
    }
  }

  /// What the step works on.
  private void work(Sheet<MultiHeadFrame> sheet, Box body) {
    var frame = sheet.frame();
    switch (frame.focus()) {
      case ProjectFocus.Projected _,
          ProjectFocus.Projecting _,
          MixFocus.Mixed _,
          MixFocus.TokenMixed _ ->
          new ProductPainter(sheet, scales.of(frame, sheet.palette()), pixels).paint(body);
      case ReshapeFocus _, TransposeFocus _ -> new PiecesPainter(sheet, pictures).paint(body);
      case HeadsFocus.Inside(int head, var inner) -> head(sheet, body, head, inner);
      case HeadsFocus _, MixFocus.Finished _ -> new HeadsPainter(sheet, pixels).paint(body);
      case JoinFocus _ ->
          new JoinPainter(sheet, scales.of(frame, sheet.palette()), pixels).paint(body);
    }
  }

  /// Exercise 1 for a head, with all heads small at its side.
  private void head(Sheet<MultiHeadFrame> sheet, Box body, int head, AttentionFrame inner) {
    var pen = sheet.pen();
    var scene =
        new Scene(
            sheet,
            element -> element instanceof MatrixElement matrix ? new InHead(head, matrix) : element,
            element -> unwrapped(element, head));
    var before = sheet.shown().before().map(Step::frame).flatMap(earlier -> before(earlier, head));
    boolean beside = body.width() >= pen.px(LEAST_WIDTH_WITH_OTHERS);
    double others = beside ? pen.px(OTHERS) : 0;
    var large = beside ? body.inset(0, others + pen.px(Space.WIDE), 0, 0) : body;
    inside.paint(scene, large, inner, before);
    if (beside) {
      var right = body.inset(0, 0, 0, body.width() - others);
      new HeadsPainter(sheet, pixels).multiples(right, head);
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
