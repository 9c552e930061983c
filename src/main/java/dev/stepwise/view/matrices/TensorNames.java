package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Type;
import dev.stepwise.view.matrices.MatrixElement.OfTensor;
import java.util.Set;

/// Writes the names of matrices that are too narrow or too low for a name in one line: the name,
/// and below it the shape.
///
/// @param involved those that the step reads or writes; the names of others are paler
/// @param tight whether other names stand close beside those above matrices
record TensorNames(Scene scene, Set<Tensor> involved, boolean tight) {
  private static final double LINE = 16;

  /// The room of a name beside a matrix, or above one that is narrower.
  private static final double WIDE = 52;

  private static final double TIGHT = 38;

  /// Above a matrix.
  ///
  /// @param names the same in fewer and fewer letters
  void above(Box matrix, Tensor tensor, String shape, String... names) {
    var pen = scene.pen();
    double width = Math.max(matrix.width(), pen.px(tight ? TIGHT : WIDE));
    var box = new Box(matrix.centreX() - width / 2, top(matrix), width, 2 * pen.px(LINE));
    write(box, tight ? matrix.width() : width, Type.Align.CENTRE, tensor, shape, names);
  }

  /// Where a name above a matrix begins.
  double top(Box matrix) {
    return matrix.y() - scene.pen().px(Space.TIGHT) - 2 * scene.pen().px(LINE);
  }

  /// At the left of a matrix, half-way down.
  ///
  /// @param lowest where it ends at the latest, such as where another name begins
  void beside(Box matrix, double lowest, Tensor tensor, String shape, String name) {
    var pen = scene.pen();
    double high = 2 * pen.px(LINE);
    double y = Math.min(matrix.centreY() + high / 2, lowest) - high;
    double right = matrix.x() - pen.px(Space.SMALL);
    var box = new Box(right - pen.px(WIDE), y, pen.px(WIDE), high);
    write(box, box.width(), Type.Align.RIGHT, tensor, shape, name);
  }

  private void write(
      Box box, double room, Type.Align align, Tensor tensor, String shape, String... names) {
    var pen = scene.pen();
    var heading = pen.type(Role.HEADING).aligned(align);
    var type = involved.contains(tensor) ? heading : heading.coloured(pen.palette().muted());
    double half = box.height() / 2;
    pen.write(pen.brief(room, type, names), box.inset(0, 0, half, 0), type);
    pen.write(shape, box.inset(half, 0, 0, 0), pen.type(Role.DETAIL).aligned(align));
    scene.add(new OfTensor(tensor), box, names[0] + ", " + shape);
  }
}
