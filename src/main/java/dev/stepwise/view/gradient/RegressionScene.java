package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.RegressionFocus;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.RegressionFrame.Pass;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.Shown;
import dev.stepwise.view.gradient.GradientElement.OfRow;
import dev.stepwise.view.gradient.GradientElement.OfWeight;
import java.util.Arrays;
import java.util.BitSet;

/// A step of linear regression as all of its pictures draw it.
///
/// @param brush draws
/// @param shown what is to be painted
/// @param frame of the step
/// @param faded the samples that are not in the batch that the step looks at
record RegressionScene(Brush brush, Shown<?> shown, RegressionFrame frame, BitSet faded) {
  /// Samples that are not in the batch.
  private static final double FADED = 0.28;

  private static final double FAR = 1e5;

  static RegressionScene of(Brush brush, Shown<?> shown, RegressionFrame frame) {
    var faded = new BitSet();
    if (frame.pass().isPresent() && frame.problem().batches() > 1) {
      faded.set(0, frame.problem().y().length);
      Arrays.stream(frame.pass().get().samples()).forEach(faded::clear);
    }
    return new RegressionScene(brush, shown, frame, faded);
  }

  Surface surface() {
    return brush.surface();
  }

  Look look() {
    return brush.look();
  }

  /// The frame whose data the axes are fitted to.
  RegressionFrame axes() {
    return shown.axes() instanceof RegressionFrame edited ? edited : frame;
  }

  /// How solid a sample is drawn.
  double opacity(int sample) {
    return faded.get(sample) ? FADED : 1;
  }

  /// Whether a sample is one that an explanation speaks of, or the one that the step predicts.
  boolean isLit(int sample) {
    var element = new OfRow(sample);
    return shown.lit().contains(element)
        || shown.picked().filter(element::equals).isPresent()
        || (frame.focus() instanceof RegressionFocus.SamplePredicted(int now, _) && now == sample);
  }

  /// Whether a parameter is the one that the step differentiates by, or is asked about.
  boolean isLit(OfWeight weight) {
    return (frame.focus() instanceof RegressionFocus.DerivativeTaken(int now, _)
            && now == weight.parameter())
        || shown.picked().filter(weight::equals).isPresent();
  }

  /// The model on its way from the step before.
  LinearModel model() {
    var now =
        frame.focus() == RegressionFocus.Whole.PREDICTED
                || frame.focus() instanceof RegressionFocus.SamplePredicted
            ? frame.pass().map(Pass::at).orElse(frame.model())
            : frame.model();
    if (shown.progress() < 1
        && shown.before().isPresent()
        && shown.before().get().frame() instanceof RegressionFrame earlier
        && earlier.model().weights().length == now.weights().length) {
      var from = earlier.model();
      var weights = now.weights().clone();
      for (int j = 0; j < weights.length; j++) {
        weights[j] = mixed(from.weights()[j], weights[j]);
      }
      return new LinearModel(weights, mixed(from.bias(), now.bias()));
    }
    return now;
  }

  private double mixed(double from, double to) {
    return from + shown.progress() * (to - from);
  }

  /// A place in pixels that can be drawn to, however far off.
  static double bounded(double pixel) {
    return Double.isNaN(pixel) ? -FAR : Math.clamp(pixel, -FAR, FAR);
  }
}
