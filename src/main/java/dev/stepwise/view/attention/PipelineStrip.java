package dev.stepwise.view.attention;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Type;
import dev.stepwise.view.matrices.KeptScales;
import dev.stepwise.view.matrices.Scene;
import java.util.List;

/// Draws the way from X to the output as small matrices in a row, with their names, their shapes
/// and what happens between them. The step's own matrices are framed.
final class PipelineStrip {
  /// How high it is, in pixels at scale 1.
  static final double HEIGHT = 92;

  private static final double PICTURE = 50;
  private static final List<Tensor> STATIONS =
      List.of(Tensor.X, Tensor.Q, Tensor.K, Tensor.V, Tensor.SCORES, Tensor.WEIGHTS, Tensor.OUTPUT);

  private static final int WAYS = 4;

  private final KeptScales scales = new KeptScales();
  private final PipelineStation station = new PipelineStation();

  void paint(Scene scene, Box box, AttentionFrame frame) {
    var palette = scene.look().palette();
    double slot = box.width() / (STATIONS.size() + WAYS * 0.62 + 2 * 0.1);
    double x = box.x();
    for (int index = 0; index < STATIONS.size(); index++) {
      var tensor = STATIONS.get(index);
      if (index > 0) {
        var words = PipelineStation.way(frame, tensor);
        double way = words.isEmpty() ? slot * 0.1 : slot * 0.62;
        if (!words.isEmpty()) {
          way(scene, new Box(x, box.y(), way, scene.px(PICTURE)), words);
        }
        x += way;
      }
      var place = new Box(x, box.y(), slot, box.height());
      station.paint(scene, place, PICTURE, frame, tensor, scales.of(frame, palette));
      x += slot;
    }
    double line = box.bottom();
    scene.surface().line(box.x(), line, box.right(), line, new Ink.Stroke(palette.faint(), 1));
  }

  private static void way(Scene scene, Box box, String words) {
    var palette = scene.look().palette();
    double y = box.centreY() + scene.px(4);
    double right = box.right() - scene.px(2);
    var stroke = new Ink.Stroke(palette.muted(), scene.px(1.3));
    scene.surface().line(box.x() + scene.px(3), y, right, y, stroke);
    double head = scene.px(4);
    scene
        .surface()
        .polygon(
            new double[] {right, right - head, right - head},
            new double[] {y, y - head * 0.8, y + head * 0.8},
            Ink.filled(palette.muted()));
    scene.centred(
        words,
        box.centreX(),
        y - scene.px(7),
        12,
        Type.Face.MEDIUM,
        palette.muted(),
        box.width() - scene.px(2));
  }
}
