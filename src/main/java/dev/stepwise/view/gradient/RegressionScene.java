package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.RegressionFocus;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.RegressionFrame.Pass;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.draw.Pen;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.gradient.GradientElement.OfRow;
import dev.stepwise.view.gradient.GradientElement.OfWeight;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/// A step of linear regression as all of its pictures draw it.
///
/// @param sheet what is drawn on
/// @param frame of the step
/// @param faded the samples that are not in the batch that the step looks at
record RegressionScene(Sheet<?> sheet, RegressionFrame frame, BitSet faded) {
  /// Samples that are not in the batch.
  private static final double FADED = 0.28;

  private static final double FAR = 1e5;

  static RegressionScene of(Sheet<?> sheet, RegressionFrame frame) {
    var faded = new BitSet();
    if (frame.pass().isPresent() && frame.problem().batches() > 1) {
      faded.set(0, frame.problem().y().length);
      Arrays.stream(frame.pass().get().samples()).forEach(faded::clear);
    }
    return new RegressionScene(sheet, frame, faded);
  }

  Pen pen() {
    return sheet.pen();
  }

  /// The frame whose data the axes are fitted to.
  RegressionFrame axes() {
    return sheet.shown().axes() instanceof RegressionFrame edited ? edited : frame;
  }

  /// The frame that the picture moves away from, while it moves.
  Optional<RegressionFrame> before() {
    return sheet
        .shown()
        .before()
        .filter(_ -> sheet.shown().progress() < 1)
        .flatMap(step ->
            step.frame() instanceof RegressionFrame earlier
                ? Optional.of(earlier)
                : Optional.empty());
  }

  /// How solid a sample is drawn.
  double opacity(int sample) {
    return faded.get(sample) ? FADED : 1;
  }

  /// Whether a sample is one that an explanation speaks of, or the one that the step predicts.
  boolean isLit(int sample) {
    return sheet.spots().isLit(new OfRow(sample))
        || (frame.focus() instanceof RegressionFocus.SamplePredicted(int now, _) && now == sample);
  }

  /// Whether a parameter is the one that the step differentiates by.
  boolean isCurrent(OfWeight weight) {
    return frame.focus() instanceof RegressionFocus.DerivativeTaken(int now, _)
        && now == weight.parameter();
  }

  /// The model on its way from the step before.
  LinearModel model() {
    var now =
        frame.focus() == RegressionFocus.Whole.PREDICTED
                || frame.focus() instanceof RegressionFocus.SamplePredicted
            ? frame.pass().map(Pass::at).orElse(frame.model())
            : frame.model();
    return before()
        .map(RegressionFrame::model)
        .filter(from -> from.weights().length == now.weights().length)
        .map(from -> between(from, now))
        .orElse(now);
  }

  private LinearModel between(LinearModel from, LinearModel to) {
    var weights = to.weights().clone();
    for (int j = 0; j < weights.length; j++) {
      weights[j] = between(from.weights()[j], weights[j]);
    }
    return new LinearModel(weights, between(from.bias(), to.bias()));
  }

  /// Between two places as far as the picture has moved.
  double between(double from, double to) {
    return from + sheet.shown().progress() * (to - from);
  }

  /// A place in pixels that can be drawn to, however far off.
  static double bounded(double pixel) {
    return Double.isNaN(pixel) ? -FAR : Math.clamp(pixel, -FAR, FAR);
  }
}
