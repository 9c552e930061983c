package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.MatrixPanel;
import dev.stepwise.draw.Pen;
import java.util.Optional;

/// Draws the matrices of a head at a step, faded over those of the step that the picture moves away
/// from.
///
/// @param before the frame that the picture moves away from, if it moves
/// @param pixels of earlier drawings
/// @param transposed of earlier drawings
record HeadMatrices(
    Scene scene,
    AttentionFrame frame,
    Optional<AttentionFrame> before,
    HeadScales scales,
    Spotlight spotlight,
    KeptPixels pixels,
    Transposed transposed) {

  private Pen pen() {
    return scene.pen();
  }

  private Optional<AttentionFrame> moving() {
    return scene.sheet().shown().progress() < 1 ? before : Optional.empty();
  }

  private void faded(Runnable drawing) {
    double progress = scene.sheet().shown().progress();
    pen().surface().faded(moving().isPresent() ? progress : 1, drawing);
  }

  private static boolean lies(Tensor tensor) {
    return tensor == Tensor.K || tensor == Tensor.V;
  }

  /// Draws a block at a side; Kᵀ and Vᵀ lie on their sides.
  void draw(Tensor tensor, CellGrid grid) {
    moving()
        .filter(earlier -> earlier.known(tensor) != frame.known(tensor))
        .ifPresent(earlier -> pixels.draw(pen(), grid, mark(earlier, tensor)));
    var mark = mark(frame, tensor);
    faded(() -> pixels.draw(pen(), grid, mark));
    surround(tensor, mark, grid);
  }

  private MatrixMark mark(AttentionFrame of, Tensor tensor) {
    boolean aside = !spotlight.involved().contains(tensor);
    var colours = scales.of(tensor);
    var scale = aside ? Scene.aside(colours, scene.palette()) : colours;
    double[][] values = of.values(tensor);
    int known = of.known(tensor);
    if (!lies(tensor)) {
      return new MatrixMark(values, scale, known);
    }
    // A matrix that lies on its side is complete before it is drawn here.
    boolean complete = known >= values.length * values[0].length;
    return new MatrixMark(transposed.of(values), scale, complete ? Integer.MAX_VALUE : 0);
  }

  private void surround(Tensor tensor, MatrixMark mark, CellGrid grid) {
    var cells = lies(tensor) ? scene.lying(tensor, mark) : scene.cells(tensor, mark);
    MatrixPanel.of("", mark).asked(cells).surround(scene.spots(), grid);
  }

  /// Draws the middle: scores, and row by row the weights that they become.
  void drawMiddle(CellGrid grid) {
    moving().ifPresent(earlier -> middle(earlier, grid));
    faded(() -> middle(frame, grid));
    surround(Tensor.SCORES, scores(frame), grid);
    surround(Tensor.WEIGHTS, weights(frame), grid);
  }

  private MatrixMark scores(AttentionFrame of) {
    return new MatrixMark(of.values(Tensor.SCORES), scales.scores(), of.known(Tensor.SCORES));
  }

  private MatrixMark weights(AttentionFrame of) {
    return new MatrixMark(
        of.values(Tensor.WEIGHTS),
        scales.weights(),
        of.known(Tensor.WEIGHTS),
        HeadPainter.masked(of));
  }

  private void middle(AttentionFrame of, CellGrid grid) {
    int known = of.known(Tensor.WEIGHTS);
    int n = of.problem().length();
    boolean complete = known >= n * n;
    if (!complete) {
      pixels.draw(pen(), grid, scores(of));
    }
    // The rows that have weights by now lie over their scores.
    var box = grid.box();
    double bottom = complete ? box.bottom() : grid.top(known / n);
    var done = new Box(box.x(), box.y(), box.width(), Math.max(0, bottom - box.y()));
    if (done.height() > 0) {
      pen()
          .surface()
          .clipped(
              done,
              () -> {
                pen().surface().rectangle(done, 0, Ink.filled(scene.palette().background()));
                pixels.draw(pen(), grid, weights(of));
              });
    }
  }
}
