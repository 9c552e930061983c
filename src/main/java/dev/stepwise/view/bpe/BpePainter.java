package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;

/// Draws the stage of BPE: words and pairs above, the merges below them, and the words to encode at
/// the bottom. While a word is encoded, its stages take the place of words and pairs.
final class BpePainter implements StagePainter<BpeFrame> {

  @Override
  public void paint(Surface surface, Box area, Shown<BpeFrame> shown) {
    var sheet = Sheet.of(surface, shown);
    var layout = BpeLayout.of(shown.step().frame().problem(), shown.look(), area);
    var stages = new StagesPainter(sheet);
    if (stages.applies() && sheet.pen().speaks()) {
      var encoding = layout.encoding();
      stages.paintStages(encoding.words());
      encoding.pairs().ifPresent(stages::paintMerges);
    } else {
      new WordsPainter(sheet).paint(layout.words());
      layout.pairs().ifPresent(new PairsPainter(sheet)::paint);
    }
    layout.curve().ifPresent(new CurvePainter(sheet)::paint);
    layout.timeline().ifPresent(new TimelinePainter(sheet)::paint);
    layout.encode().ifPresent(new EncodePainter(sheet)::paint);
  }
}
