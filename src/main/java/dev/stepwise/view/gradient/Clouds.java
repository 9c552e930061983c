package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.LabelledData;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.ScatterMark;
import dev.stepwise.draw.ScatterPainter;
import dev.stepwise.draw.Surface;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The samples of two dimensions as points, those trained on and those held out. They are the same
/// at every step, so their pictures are kept.
final class Clouds {
  private final ScatterPainter trainingPainter = new ScatterPainter();
  private final ScatterPainter heldPainter = new ScatterPainter();
  private @Nullable LabelledData data;
  private ScatterMark all = new ScatterMark(new double[0], new double[0], new int[0]);
  private ScatterMark training = all;
  private ScatterMark held = all;

  /// Tells whose points are drawn.
  @SuppressWarnings("ReferenceEquality") // comparing all numbers at every frame would be felt
  void use(LabelledData wanted) {
    if (data == wanted) {
      return;
    }
    data = wanted;
    all =
        new ScatterMark(
            PlanePainter.column(wanted.x(), 0), PlanePainter.column(wanted.x(), 1), wanted.y());
    training = only(wanted.training());
    held = only(wanted.held());
  }

  /// As large as all, since the number of points decides their size; the others are nowhere.
  private ScatterMark only(int[] samples) {
    var xs = new double[all.xs().length];
    Arrays.fill(xs, Double.NaN);
    for (int sample : samples) {
      xs[sample] = all.xs()[sample];
    }
    return new ScatterMark(xs, all.ys(), all.categories());
  }

  /// All points.
  ScatterMark all() {
    return all;
  }

  /// Draws those trained on.
  void training(Surface surface, PlotFrame plot, Look look) {
    trainingPainter.draw(surface, training, plot, look);
  }

  /// Draws those held out.
  void held(Surface surface, PlotFrame plot, Look look) {
    heldPainter.draw(surface, held, plot, look);
  }
}
