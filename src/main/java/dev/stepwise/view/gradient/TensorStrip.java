package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFocus;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.OperationNarration;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.Tensors;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Shown;
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

  private final Brush brush;
  private final Shown<?> shown;
  private final NetworkFrame frame;
  private final Optional<Tensor> current;

  TensorStrip(Brush brush, Shown<?> shown, NetworkFrame frame) {
    this.brush = brush;
    this.shown = shown;
    this.frame = frame;
    this.current =
        switch (frame.focus()) {
          case NetworkFocus.Computed(var tensor) -> Optional.of(tensor);
          case NetworkFocus.Cell(var tensor, _, _) -> Optional.of(tensor);
          default -> Optional.empty();
        };
  }

  void paint(Box area) {
    double gap = brush.look().px(18);
    boolean stacked = area.height() > brush.look().px(80);
    if (stacked) {
      row(FORWARD, new Box(area.x(), area.y(), area.width(), area.height() / 2), "");
      row(BACKWARD, new Box(area.x(), area.centreY(), area.width(), area.height() / 2), "");
      return;
    }
    boolean headed = area.height() > brush.look().px(50);
    double half = (area.width() - gap) / 2;
    row(FORWARD, new Box(area.x(), area.y(), half, area.height()), headed ? "Forward" : "");
    row(
        BACKWARD,
        new Box(area.x() + half + gap, area.y(), half, area.height()),
        headed ? "Backward" : "");
  }

  private void row(List<Tensor> tensors, Box box, String title) {
    var look = brush.look();
    double top = box.y();
    if (!title.isEmpty()) {
      brush.heading(title, box.x(), box.y() + look.px(12));
      top += look.px(20);
    }
    double gap = look.px(4);
    double width = (box.width() - gap * (tensors.size() - 1)) / tensors.size();
    double height = box.bottom() - top - look.px(4);
    for (int i = 0; i < tensors.size(); i++) {
      chip(tensors.get(i), new Box(box.x() + i * (width + gap), top, width, height));
    }
  }

  private void chip(Tensor tensor, Box box) {
    var look = brush.look();
    var palette = look.palette();
    boolean known = frame.moment().pass().map(pass -> pass.knows(tensor)).orElse(false);
    boolean now = current.filter(tensor::equals).isPresent();
    boolean source =
        current.map(at -> OperationNarration.sources(at).contains(tensor)).orElse(false)
            || shown.lit().contains(new OfTensor(tensor));
    var fill =
        now
            ? palette.accent()
            : source ? palette.accent().deriveColor(0, 1, 1, 0.16) : palette.raised();
    var edge = now || source ? palette.accent() : palette.faint();
    var ink =
        known || now
            ? Ink.filled(fill).withStroke(edge, look.px(1))
            : Ink.stroked(palette.faint(), look.px(1), look.px(3), look.px(3));
    brush.surface().rectangle(box, look.px(5), ink);
    var text = now ? palette.background() : known ? palette.text() : palette.muted();
    var name = new Type(Type.Face.BOLD, look.px(12.5), text).aligned(Type.Align.CENTRE);
    var shape =
        new Type(Type.Face.MONO, look.px(11), now ? palette.background() : palette.muted())
            .aligned(Type.Align.CENTRE);
    var words = Tensors.shape(frame, tensor);
    boolean fits = brush.surface().textWidth(words, shape) <= box.width() - look.px(2);
    double smaller =
        fits ? 1 : (box.width() - look.px(2)) / brush.surface().textWidth(words, shape);
    var fitting =
        new Type(shape.face(), shape.size() * smaller, shape.colour(), Type.Align.CENTRE, 0);
    var label = tensor == Tensor.LOSS ? "L" : tensor.code();
    brush.surface().text(label, box.centreX(), box.centreY() - look.px(2), name);
    brush.surface().text(words, box.centreX(), box.centreY() + look.px(12), fitting);
    shown.hits().add(new OfTensor(tensor), box, "%s, %s".formatted(tensor.code(), words));
  }
}
