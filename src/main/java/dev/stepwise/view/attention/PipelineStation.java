package dev.stepwise.view.attention;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Focus;
import dev.stepwise.compute.attention.ProjectionFocus;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.Type;
import dev.stepwise.view.matrices.HeadPainter;
import dev.stepwise.view.matrices.HeadScales;
import dev.stepwise.view.matrices.KeptPixels;
import dev.stepwise.view.matrices.MatrixElement.OfTensor;
import dev.stepwise.view.matrices.Scene;

/// Draws a matrix of the pipeline, framed where the step is about it. Keeps the pixels of those
/// that were drawn last.
final class PipelineStation {
  private final KeptPixels pixels = new KeptPixels();

  /// Draws a matrix small, with its name and its shape below.
  ///
  /// @param slot its place
  /// @param high how high the matrix may be, in pixels at scale 1
  void paint(
      Scene scene, Box slot, double high, AttentionFrame frame, Tensor tensor, HeadScales scales) {
    var palette = scene.look().palette();
    double[][] values = frame.values(tensor);
    int rows = values.length;
    int columns = values[0].length;
    double room = Math.min(slot.width() - scene.px(6), scene.px(high * 1.5));
    double unit =
        Math.max(
            Math.min(scene.px(high) / rows, room / columns),
            Math.min(scene.px(high) / Math.max(rows, columns), scene.px(6)));
    double width = Math.clamp(unit * columns, scene.px(8), room);
    double height = Math.clamp(unit * rows, scene.px(8), scene.px(high));
    var picture =
        new Box(
            slot.centreX() - width / 2, slot.y() + (scene.px(high) - height) / 2, width, height);
    var grid = new CellGrid(picture, rows, columns);
    var mask = tensor == Tensor.WEIGHTS ? HeadPainter.masked(frame) : MatrixMark.Mask.NONE;
    var mark = new MatrixMark(values, scales.of(tensor), frame.known(tensor), mask);
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
    double baseline = slot.y() + scene.px(high + 17);
    scene.centred(
        name,
        slot.centreX(),
        baseline,
        12.5,
        current ? Type.Face.BOLD : Type.Face.MEDIUM,
        current ? palette.accent() : palette.text(),
        slot.width());
    var shape = rows + "×" + columns;
    var mono = new Type(Type.Face.MONO, scene.px(11.5), palette.muted());
    boolean fits = scene.surface().textWidth(shape, mono) <= slot.width() - scene.px(8);
    // Beside others of its shape it is said by the one in the middle.
    if (fits || tensor == Tensor.K)
      scene.centred(
          shape,
          slot.centreX(),
          baseline + scene.px(14),
          11.5,
          Type.Face.MONO,
          palette.muted(),
          fits ? slot.width() : Double.POSITIVE_INFINITY);
    scene.hit(new OfTensor(tensor), slot, name + ", " + rows + "×" + columns);
  }

  /// What happens between two stations.
  ///
  /// @param to the matrix that comes of it
  static String way(AttentionFrame frame, Tensor to) {
    if (frame.problem().settings().mistake().spoils(to)) {
      return "";
    }
    return switch (to) {
      case Q -> "· W";
      case SCORES ->
          frame.problem().settings().scales() ? "Q·Kᵀ/√" + frame.problem().keyWidth() : "Q·Kᵀ";
      case WEIGHTS -> "softmax";
      case OUTPUT -> "· V";
      default -> "";
    };
  }

  private static boolean isCurrent(Focus focus, Tensor tensor) {
    return focus instanceof ProjectionFocus.Projected
        ? tensor.isProjection()
        : tensor == focus.tensor();
  }
}
