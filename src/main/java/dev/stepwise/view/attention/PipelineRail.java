package dev.stepwise.view.attention;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Type;
import dev.stepwise.view.matrices.KeptScales;
import dev.stepwise.view.matrices.Scene;
import java.util.List;

/// Draws the way from X to the output from top to bottom, where height is dearer than width: X,
/// then Q, K and V beside each other, scores, weights, output.
final class PipelineRail {
  /// How wide it is, in pixels at scale 1.
  static final double WIDTH = 74;

  private static final List<List<Tensor>> ROWS =
      List.of(
          List.of(Tensor.X),
          List.of(Tensor.Q, Tensor.K, Tensor.V),
          List.of(Tensor.SCORES),
          List.of(Tensor.WEIGHTS),
          List.of(Tensor.OUTPUT));

  /// Name and shape below a picture, and the way to the next, in pixels at scale 1.
  private static final double WORDS = 34;

  private static final double WAY = 26;
  private static final double LARGEST_PICTURE = 46;

  private final KeptScales scales = new KeptScales();
  private final PipelineStation station = new PipelineStation();

  void paint(Scene scene, Box box, AttentionFrame frame) {
    var palette = scene.look().palette();
    double pitch = box.height() / ROWS.size();
    double room = pitch / scene.px(1) - WORDS - WAY;
    double picture = Math.clamp(room, 10, LARGEST_PICTURE);
    double high = scene.px(picture + WORDS);
    for (int row = 0; row < ROWS.size(); row++) {
      var tensors = ROWS.get(row);
      double y = box.y() + row * pitch + scene.px(WAY) / 2;
      double slot = box.width() / tensors.size();
      for (int i = 0; i < tensors.size(); i++) {
        var place = new Box(box.x() + i * slot, y, slot, high);
        double fitting = tensors.size() == 1 ? picture : Math.min(picture, LARGEST_PICTURE * 0.8);
        station.paint(scene, place, fitting, frame, tensors.get(i), scales.of(frame, palette));
      }
      if (row > 0) {
        double above = box.y() + (row - 1) * pitch + scene.px(WAY) / 2 + high;
        way(scene, box, above, y, PipelineStation.way(frame, tensors.getFirst()));
      }
    }
    double line = box.right();
    scene.surface().line(line, box.y(), line, box.bottom(), new Ink.Stroke(palette.faint(), 1));
  }

  /// An arrow downwards, and at its right what happens.
  private static void way(Scene scene, Box box, double from, double to, String words) {
    var palette = scene.look().palette();
    double x = box.x() + scene.px(14);
    double top = from + scene.px(3);
    double end = to - scene.px(6);
    var stroke = new Ink.Stroke(palette.muted(), scene.px(1.3));
    scene.surface().line(x, top, x, end, stroke);
    double head = scene.px(4);
    scene
        .surface()
        .polygon(
            new double[] {x, x - head * 0.8, x + head * 0.8},
            new double[] {end, end - head, end - head},
            Ink.filled(palette.muted()));
    double room = box.right() - x - scene.px(10);
    scene.centred(
        words,
        x + scene.px(6) + room / 2,
        (top + end) / 2 + scene.px(4),
        12,
        Type.Face.MEDIUM,
        palette.muted(),
        room);
  }
}
