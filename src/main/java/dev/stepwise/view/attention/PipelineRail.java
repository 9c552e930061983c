package dev.stepwise.view.attention;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.matrices.KeptScales;
import dev.stepwise.view.matrices.Scene;
import java.util.List;

/// Draws the way from X to the output from top to bottom, where height is dearer than width: X,
/// then Q, K and V beside each other, scores, weights, output.
final class PipelineRail {
  private static final double WIDTH = 74;

  private static final List<List<Tensor>> ROWS =
      List.of(
          List.of(Tensor.X),
          List.of(Tensor.Q, Tensor.K, Tensor.V),
          List.of(Tensor.SCORES),
          List.of(Tensor.WEIGHTS),
          List.of(Tensor.OUTPUT));

  /// The way to the next.
  private static final double WAY = 26;

  private static final double LARGEST_PICTURE = 46;
  private static final double LEAST_PICTURE = 10;

  /// Beside others a picture is smaller than alone.
  private static final double BESIDE_OTHERS = 0.8;

  private final KeptScales scales = new KeptScales();
  private final PipelineStation station = new PipelineStation();

  /// Draws it at the left of an area.
  ///
  /// @return what is left
  Box paint(Scene scene, Box area, AttentionFrame frame) {
    var pen = scene.pen();
    var box = area.inset(0, area.width() - pen.px(WIDTH), 0, 0);
    double pitch = box.height() / ROWS.size();
    double words = PipelineStation.words(pen);
    double picture =
        Math.clamp(pitch - words - pen.px(WAY), pen.px(LEAST_PICTURE), pen.px(LARGEST_PICTURE));
    double beside = Math.min(picture, pen.px(LARGEST_PICTURE) * BESIDE_OTHERS);
    double high = picture + words;
    for (int row = 0; row < ROWS.size(); row++) {
      var tensors = ROWS.get(row);
      double y = box.y() + row * pitch + pen.px(WAY) / 2;
      double slot = box.width() / tensors.size();
      for (int i = 0; i < tensors.size(); i++) {
        var place = new Box(box.x() + i * slot, y, slot, high);
        double largest = tensors.size() == 1 ? picture : beside;
        var colours = scales.of(frame, scene.palette());
        station.paint(scene, place, largest, frame, tensors.get(i), colours);
      }
      if (row > 0) {
        double above = y - pitch + high;
        way(
            pen,
            new Box(box.x(), above, box.width(), y - above),
            PipelineStation.way(frame, tensors.getFirst()));
      }
    }
    var edge = pen.stroke(scene.palette().faint(), Space.HAIR);
    pen.surface().line(box.right(), box.y(), box.right(), box.bottom(), edge);
    return area.inset(0, 0, 0, box.width() + pen.px(Space.SMALL));
  }

  /// An arrow downwards, and at its right what happens.
  private static void way(Pen pen, Box box, String words) {
    double x = box.x() + pen.px(Space.GAP);
    double top = box.y() + pen.px(Space.TIGHT);
    var stroke = pen.stroke(pen.palette().muted(), Space.HAIR);
    pen.arrow(x, top, x, box.bottom() - pen.px(Space.TIGHT), stroke);
    var right = box.inset(0, pen.px(Space.TIGHT), 0, pen.px(Space.GAP) + pen.px(Space.SMALL));
    pen.write(words, right, pen.type(Role.NOTE).centred());
  }
}
