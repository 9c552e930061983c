package dev.stepwise.view.attention;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.CellGrid;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.MatrixMark;
import dev.stepwise.view.marks.Type;
import dev.stepwise.view.matrices.HeadScales;
import dev.stepwise.view.matrices.KeptPixels;
import dev.stepwise.view.matrices.KeptScales;
import dev.stepwise.view.matrices.MatrixElement.OfTensor;
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
  private static final List<String> WAYS = List.of("· W", "", "", "Q·Kᵀ", "softmax", "· V");

  private final KeptScales scales = new KeptScales();
  private final KeptPixels pixels = new KeptPixels();

  void paint(Scene scene, Box box, AttentionFrame frame) {
    var palette = scene.look().palette();
    double slot = box.width() / (STATIONS.size() + 4 * 0.62 + 2 * 0.1);
    double x = box.x();
    for (int index = 0; index < STATIONS.size(); index++) {
      var tensor = STATIONS.get(index);
      station(
          scene, new Box(x, box.y(), slot, box.height()), frame, tensor, scales.of(frame, palette));
      x += slot;
      if (index < WAYS.size()) {
        double way = WAYS.get(index).isEmpty() ? slot * 0.1 : slot * 0.62;
        if (!WAYS.get(index).isEmpty()) {
          way(scene, new Box(x, box.y(), way, scene.px(PICTURE)), words(frame, index));
        }
        x += way;
      }
    }
    double line = box.bottom();
    scene.surface().line(box.x(), line, box.right(), line, new Ink.Stroke(palette.faint(), 1));
  }

  private static String words(AttentionFrame frame, int index) {
    boolean scales = frame.problem().settings().scale();
    return WAYS.get(index).equals("Q·Kᵀ") && scales
        ? "Q·Kᵀ/√" + frame.problem().keyWidth()
        : WAYS.get(index);
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

  private void station(
      Scene scene, Box slot, AttentionFrame frame, Tensor tensor, HeadScales scales) {
    var palette = scene.look().palette();
    double[][] values = frame.values(tensor);
    int rows = values.length;
    int columns = values[0].length;
    double room = Math.min(slot.width() - scene.px(6), scene.px(PICTURE * 1.5));
    double unit =
        Math.max(
            Math.min(scene.px(PICTURE) / rows, room / columns),
            Math.min(scene.px(PICTURE) / Math.max(rows, columns), scene.px(6)));
    double width = Math.clamp(unit * columns, scene.px(8), room);
    double height = Math.clamp(unit * rows, scene.px(8), scene.px(PICTURE));
    var picture =
        new Box(
            slot.centreX() - width / 2, slot.y() + (scene.px(PICTURE) - height) / 2, width, height);
    var grid = new CellGrid(picture, rows, columns);
    var mark = new MatrixMark(values, scales.of(tensor), frame.known(tensor));
    pixels.drawColours(scene.surface(), scene.look(), grid, mark);
    boolean current = isCurrent(frame.focus(), tensor);
    var outline = grid.box().inset(-scene.px(3));
    if (current) {
      scene.surface().rectangle(outline, scene.px(3), Ink.stroked(palette.accent(), scene.px(2)));
    }
    var name =
        switch (tensor) {
          case SCORES -> "scores";
          case WEIGHTS -> "weights";
          case OUTPUT -> "output";
          default -> tensor.symbol();
        };
    double baseline = slot.y() + scene.px(PICTURE + 17);
    scene.centred(
        name,
        slot.centreX(),
        baseline,
        12.5,
        current ? Type.Face.BOLD : Type.Face.MEDIUM,
        current ? palette.accent() : palette.text(),
        slot.width());
    scene.centred(
        rows + "×" + columns,
        slot.centreX(),
        baseline + scene.px(14),
        11.5,
        Type.Face.MONO,
        palette.muted(),
        slot.width());
    scene.hit(new OfTensor(tensor), slot, name + ", " + rows + "×" + columns);
  }

  private static boolean isCurrent(Focus focus, Tensor tensor) {
    return switch (focus) {
      case Focus.Projected _ -> tensor == Tensor.Q || tensor == Tensor.K || tensor == Tensor.V;
      case Focus.MatrixProjected(var matrix) -> tensor == matrix;
      case Focus.CellProjected(var matrix, _, _) -> tensor == matrix;
      case Focus.TermProjected(var matrix, _, _, _, _) -> tensor == matrix;
      case Focus.Weighed _, Focus.RowWeighed _, Focus.PartWeighed _ -> tensor == Tensor.WEIGHTS;
      case Focus.Mixed _, Focus.RowMixed _, Focus.TermMixed _, Focus.Finished _ ->
          tensor == Tensor.OUTPUT;
      default -> tensor == Tensor.SCORES;
    };
  }
}
