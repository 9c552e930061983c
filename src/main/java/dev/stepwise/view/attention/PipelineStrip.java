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

/// Draws the way from X to the output as small matrices in a row, with their names, their shapes
/// and what happens between them. The step's own matrices are framed.
final class PipelineStrip {
  private static final double PICTURE = 50;
  private static final List<Tensor> STATIONS =
      List.of(Tensor.X, Tensor.Q, Tensor.K, Tensor.V, Tensor.SCORES, Tensor.WEIGHTS, Tensor.OUTPUT);

  /// How many ways there are with words, and how long they are beside a station.
  private static final int WAYS = 4;

  private static final double WAY = 0.62;

  /// The same of a way without words.
  private static final double SHORT_WAY = 0.1;

  private final KeptScales scales = new KeptScales();
  private final PipelineStation station = new PipelineStation();

  /// Draws it at the top of an area.
  ///
  /// @return what is left
  Box paint(Scene scene, Box area, AttentionFrame frame) {
    var pen = scene.pen();
    double picture = pen.px(PICTURE);
    double high = picture + PipelineStation.words(pen) + pen.px(Space.SMALL);
    double slot = area.width() / (STATIONS.size() + WAYS * WAY + 2 * SHORT_WAY);
    double x = area.x();
    for (var tensor : STATIONS) {
      if (tensor != STATIONS.getFirst()) {
        var words = PipelineStation.way(frame, tensor);
        double way = words.isEmpty() ? slot * SHORT_WAY : slot * WAY;
        if (!words.isEmpty()) {
          way(pen, new Box(x, area.y(), way, picture), words);
        }
        x += way;
      }
      var place = new Box(x, area.y(), slot, high);
      station.paint(scene, place, picture, frame, tensor, scales.of(frame, scene.palette()));
      x += slot;
    }
    pen.rule(area.x(), area.right(), area.y() + high);
    return area.inset(high + pen.px(Space.GAP), 0, 0, 0);
  }

  private static void way(Pen pen, Box box, String words) {
    double y = box.centreY() + pen.px(Space.TIGHT);
    double air = pen.px(Space.LINE);
    var stroke = pen.stroke(pen.palette().muted(), Space.HAIR);
    pen.arrow(box.x() + air, y, box.right() - air, y, stroke);
    var type = pen.type(Role.NOTE).centred();
    // The pictures beside it are narrower than their slots.
    double room = box.width() + 2 * pen.px(Space.SMALL);
    pen.write(words, box.centreX(), y - pen.px(Space.SMALL), room, type);
  }
}
