package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFocus;
import dev.stepwise.compute.gradient.OperationNarration;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.Tensors;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.gradient.GradientElement.OfTensor;
import java.util.List;
import java.util.Optional;

/// The tensors of a batch as chips with their shapes, in the order in which they are computed:
/// those that do not exist yet are dashed, the one under way is solid, its sources are tinted.
final class TensorStrip {
  private static final List<Tensor> FORWARD =
      List.of(Tensor.X, Tensor.Y, Tensor.Z1, Tensor.A1, Tensor.Z2, Tensor.P, Tensor.LOSS);
  private static final List<Tensor> BACKWARD =
      List.of(Tensor.DZ2, Tensor.DW2, Tensor.DB2, Tensor.DA1, Tensor.DZ1, Tensor.DW1, Tensor.DB1);

  /// From these heights on both passes are below each other, or have headings.
  private static final double STACKED = 80;

  private static final double HEADED = 50;

  /// What a tensor's name takes of its chip; its shape has the rest.
  private static final double NAMED = 0.55;

  private final NetworkScene scene;
  private final Pen pen;
  private final Optional<Tensor> current;

  TensorStrip(NetworkScene scene) {
    this.scene = scene;
    this.pen = scene.pen();
    this.current =
        switch (scene.frame().focus()) {
          case NetworkFocus.Computed(var tensor) -> Optional.of(tensor);
          case NetworkFocus.Cell(var tensor, _, _) -> Optional.of(tensor);
          default -> Optional.empty();
        };
  }

  void paint(Box area) {
    if (area.height() > pen.px(STACKED)) {
      double half = (area.height() - pen.px(Space.TIGHT)) / 2;
      chips(FORWARD, area.inset(0, 0, area.height() - half, 0));
      chips(BACKWARD, area.inset(area.height() - half, 0, 0, 0));
      return;
    }
    double half = (area.width() - pen.px(Space.WIDE)) / 2;
    var left = area.inset(0, area.width() - half, 0, 0);
    var right = area.inset(0, 0, 0, area.width() - half);
    boolean headed = area.height() > pen.px(HEADED);
    if (headed) {
      pen.heading(left, "Forward");
      pen.heading(right, "Backward");
    }
    chips(FORWARD, headed ? pen.below(left) : left);
    chips(BACKWARD, headed ? pen.below(right) : right);
  }

  private void chips(List<Tensor> tensors, Box box) {
    double gap = pen.px(Space.TIGHT);
    double width = (box.width() - gap * (tensors.size() - 1)) / tensors.size();
    for (int i = 0; i < tensors.size(); i++) {
      chip(tensors.get(i), new Box(box.x() + i * (width + gap), box.y(), width, box.height()));
    }
  }

  private void chip(Tensor tensor, Box box) {
    var palette = pen.palette();
    boolean known = scene.frame().moment().pass().map(pass -> pass.knows(tensor)).orElse(false);
    boolean now = current.filter(tensor::equals).isPresent();
    var ink =
        known || now
            ? ink(tensor, now)
            : Ink.stroked(
                palette.faint(), pen.px(Space.HAIR), pen.px(Space.TIGHT), pen.px(Space.TIGHT));
    pen.surface().rectangle(box, pen.px(Space.TIGHT), ink);
    var text = now ? palette.background() : known ? palette.text() : palette.muted();
    var inside = box.inset(pen.px(Space.LINE));
    double name = inside.height() * NAMED;
    pen.write(
        tensor == Tensor.LOSS ? "L" : tensor.code(),
        inside.inset(0, 0, inside.height() - name, 0),
        pen.type(Role.BODY).bold().coloured(text).centred());
    var shape = Tensors.shape(scene.frame(), tensor);
    pen.write(
        shape,
        inside.inset(name, 0, 0, 0),
        pen.type(Role.DETAIL).coloured(now ? text : palette.muted()).centred());
    var description = "%s, %s".formatted(tensor.code(), shape);
    scene.sheet().spots().add(new OfTensor(tensor), box, description);
  }

  private Ink ink(Tensor tensor, boolean now) {
    var palette = pen.palette();
    boolean source =
        current.filter(at -> OperationNarration.sources(at).contains(tensor)).isPresent();
    var fill =
        now ? palette.accent() : source ? Pen.faded(palette.accent(), 0.16) : palette.raised();
    var edge = now || source ? palette.accent() : palette.faint();
    return Ink.filled(fill).withStroke(edge, pen.px(Space.HAIR));
  }
}
