package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.Optional;
import java.util.Set;

/// The steps inside a batch of linear regression: predict, measure the loss, take the gradient,
/// update; inside those one sample or one parameter after the other.
///
/// @param store of the run
/// @param visited how many batches came before it, over all epochs
record RegressionSteps(
    RegressionRun.Store store, int epoch, int visited, RegressionTrainer.Batch batch) {

  /// The batch as one step.
  Step<GradientFrame> whole() {
    var met =
        batch.trouble().isPresent() ? Set.of(GradientConditions.DIVERGES) : Set.<Condition>of();
    return frame(batch.after(), RegressionFocus.Whole.BATCH)
        .step("Batch " + (batch.pass().batch() + 1))
        .opening(this::parts)
        .meeting(met);
  }

  /// What is inside it. A loss far off has no gradient and no update.
  Run<GradientFrame> parts() {
    boolean stops =
        batch.trouble().isPresent()
            && batch.trouble().get().kind() != Trouble.Kind.UPDATE_NOT_FINITE;
    return Run.indexed(stops ? 2 : 4, this::part);
  }

  private RegressionFrame frame(LinearModel model, RegressionFocus focus) {
    boolean measured = store.problem.batches() > 1 || focus != RegressionFocus.Whole.PREDICTED;
    boolean updated =
        focus == RegressionFocus.Whole.UPDATED || focus == RegressionFocus.Whole.BATCH;
    return store.frame(
        epoch,
        model,
        Optional.of(batch.pass()),
        measured ? epoch : epoch - 1,
        updated ? visited + 1 : visited,
        focus);
  }

  private Step<GradientFrame> part(int index) {
    var at = batch.pass().at();
    return switch (index) {
      case 0 -> {
        var frame = frame(at, RegressionFocus.Whole.PREDICTED);
        int samples = batch.pass().samples().length;
        yield frame.step("Predict").opening(() -> Run.indexed(samples, row -> sample(frame, row)));
      }
      case 1 -> frame(at, RegressionFocus.Whole.LOSS).step("Loss");
      case 2 -> {
        var frame = frame(at, RegressionFocus.Whole.GRADIENT);
        int parameters = store.problem.dimensions() + 1;
        yield frame
            .step("Gradient")
            .opening(() -> Run.indexed(parameters, j -> derivative(frame, j)));
      }
      default -> frame(batch.after(), RegressionFocus.Whole.UPDATED).step("Update");
    };
  }

  private Step<GradientFrame> sample(RegressionFrame frame, int row) {
    int sample = batch.pass().samples()[row];
    return frame.at(new RegressionFocus.SamplePredicted(sample, row)).step("point " + (sample + 1));
  }

  private static Step<GradientFrame> derivative(RegressionFrame frame, int j) {
    int weights = frame.problem().dimensions();
    return frame
        .at(new RegressionFocus.DerivativeTaken(j, weights))
        .step(RegressionDerivations.gradient(j, weights).text());
  }
}
