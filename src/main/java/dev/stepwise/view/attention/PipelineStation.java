package dev.stepwise.view.attention;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Focus;
import dev.stepwise.compute.attention.ProjectionFocus;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.matrices.HeadPainter;
import dev.stepwise.view.matrices.HeadScales;
import dev.stepwise.view.matrices.KeptPixels;
import dev.stepwise.view.matrices.MatrixElement.OfTensor;
import dev.stepwise.view.matrices.Scene;

/// Draws a matrix of the pipeline, framed where the step is about it. Keeps the pixels of those
/// that were drawn last.
final class PipelineStation {
  /// A line of words.
  private static final double LINE = 15;

  /// How much wider than high a picture may be.
  private static final double WIDEST = 1.5;

  /// A cell of a long and narrow matrix.
  private static final double CELL = 6;

  private final KeptPixels pixels = new KeptPixels();

  /// How high name and shape are together.
  static double words(Pen pen) {
    return 2 * pen.px(LINE) + pen.px(Space.TIGHT);
  }

  /// Draws a matrix small, with its name and its shape below.
  ///
  /// @param slot its place
  /// @param high how high the matrix may be
  void paint(
      Scene scene, Box slot, double high, AttentionFrame frame, Tensor tensor, HeadScales scales) {
    var pen = scene.pen();
    double[][] values = frame.values(tensor);
    var mask = tensor == Tensor.WEIGHTS ? HeadPainter.masked(frame) : MatrixMark.Mask.NONE;
    var mark = new MatrixMark(values, scales.of(tensor), frame.known(tensor), mask);
    var grid = grid(pen, slot, high, values.length, values[0].length);
    pixels.drawColours(pen, grid, mark);
    boolean current = isCurrent(frame.focus(), tensor);
    if (current) {
      pen.frame(grid.box().inset(-pen.px(Space.TIGHT)), pen.palette().accent(), Space.LINE);
    }
    var name =
        switch (tensor) {
          case SCORES -> "scores";
          case WEIGHTS -> "weights";
          case OUTPUT -> "output";
          default -> tensor.symbol();
        };
    double line = pen.px(LINE);
    var below = new Box(slot.x(), slot.y() + high + pen.px(Space.TIGHT), slot.width(), line);
    var body = pen.type(Role.BODY).centred();
    pen.write(name, below, current ? body.bold().coloured(pen.palette().accent()) : body);
    var shape = values.length + "×" + values[0].length;
    var detail = pen.type(Role.DETAIL).centred();
    double apart = pen.px(Space.SMALL);
    boolean fits = pen.brief(slot.width() - apart, detail, shape, "").equals(shape);
    // Beside others of its shape it is said by the one in the middle.
    double beyond = !fits && tensor == Tensor.K ? slot.width() : 0;
    if (fits || beyond > 0) {
      pen.write(shape, below.inset(line, -beyond, -line, -beyond), detail);
    }
    scene.add(new OfTensor(tensor), slot, name + ", " + shape);
  }

  private static CellGrid grid(Pen pen, Box slot, double high, int rows, int columns) {
    double room = Math.min(slot.width() - pen.px(Space.SMALL), high * WIDEST);
    double least = pen.px(Space.SMALL);
    double unit =
        Math.max(
            Math.min(high / rows, room / columns),
            Math.min(high / Math.max(rows, columns), pen.px(CELL)));
    double width = Math.clamp(unit * columns, least, room);
    double height = Math.clamp(unit * rows, least, high);
    double y = slot.y() + (high - height) / 2;
    return new CellGrid(new Box(slot.centreX() - width / 2, y, width, height), rows, columns);
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
