package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.LstmFrame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;

/// Draws the stage of the LSTM cell: the cell with the values on its wires, and below it what the
/// gates and states did over time.
final class LstmPainter implements StagePainter<LstmFrame> {
  private final StripCache cache = new StripCache();

  @Override
  public void paint(Surface surface, Box area, Shown<LstmFrame> shown) {
    var scene = new Scene(Sheet.of(surface, shown));
    var layout =
        LstmLayout.of(scene.time().cell(), shown.choice(LstmLayout.VIEW), shown.look(), area);
    layout.traces().ifPresent(box -> new TracesPainter(scene, box, cache).paint());
    layout.diagram().ifPresent(box -> new DiagramPainter(scene, box).paint());
  }
}
