package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.RegressionFrame.Focus;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
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
    var step =
        leaf(
            "batch",
            "Batch " + (batch.pass().batch() + 1),
            frame(batch.after(), new Focus.BatchDone()),
            Line.REGRESSION_BATCH,
            List.of("X", "y", "weights", "bias"),
            "i",
            "y_pred",
            "error",
            "loss",
            "dw",
            "db",
            "weights",
            "bias");
    var met =
        batch.trouble().isPresent() ? Set.of(GradientConditions.DIVERGES) : Set.<Condition>of();
    return step.opening(this::parts).meeting(met);
  }

  /// What is inside it. A loss far off has no gradient and no update.
  Run<GradientFrame> parts() {
    boolean stops =
        batch.trouble().isPresent()
            && batch.trouble().get().kind() != Trouble.Kind.UPDATE_NOT_FINITE;
    return Run.indexed(stops ? 2 : 4, this::part);
  }

  private RegressionFrame frame(LinearModel model, Focus focus) {
    boolean measured = store.problem.batches() > 1 || !(focus instanceof Focus.Predicted);
    boolean updated = focus instanceof Focus.Updated || focus instanceof Focus.BatchDone;
    return store.frame(
        epoch,
        model,
        Optional.of(batch.pass()),
        measured ? epoch : epoch - 1,
        updated ? visited + 1 : visited,
        focus);
  }

  private Step<GradientFrame> part(int index) {
    var pass = batch.pass();
    return switch (index) {
      case 0 -> {
        var frame = frame(pass.at(), new Focus.Predicted());
        var reads = List.of("X", "weights", "bias");
        var step = leaf("predict", "Predict", frame, Line.PREDICT, reads, "y_pred");
        yield step.opening(
            () -> Run.indexed(pass.samples().length, row -> sample(frame, pass.samples()[row])));
      }
      case 1 ->
          leaf(
              "loss",
              "Loss",
              frame(pass.at(), new Focus.LossMeasured()),
              Line.SQUARED_ERROR,
              List.of("y_pred", "y"),
              "error",
              "loss");
      case 2 -> {
        var frame = frame(pass.at(), new Focus.GradientTaken());
        var reads = List.of("X", "error");
        var step = leaf("gradient", "Gradient", frame, Line.DW, reads, "dw", "db");
        int parameters = store.problem.dimensions() + 1;
        yield step.opening(() -> Run.indexed(parameters, j -> derivative(frame, j)));
      }
      default ->
          leaf(
              "update",
              "Update",
              frame(batch.after(), new Focus.Updated()),
              Line.DESCEND,
              List.of("weights", "bias", "dw", "db", "rate"),
              "weights",
              "bias");
    };
  }

  private static Step<GradientFrame> sample(RegressionFrame frame, int sample) {
    return leaf(
        "sample",
        "point " + (sample + 1),
        frame.at(new Focus.SamplePredicted(sample)),
        Line.PREDICT,
        List.of("X", "weights", "bias"),
        "y_pred");
  }

  private static Step<GradientFrame> derivative(RegressionFrame frame, int j) {
    boolean bias = j == frame.problem().dimensions();
    return leaf(
        "derivative",
        bias ? "db" : "dw[%d]".formatted(j),
        frame.at(new Focus.DerivativeTaken(j)),
        bias ? Line.DB : Line.DW,
        bias ? List.of("error") : List.of("X", "error"),
        bias ? "db" : "dw");
  }

  /// A step that does not open.
  static Step<GradientFrame> leaf(
      String phase,
      String crumb,
      RegressionFrame frame,
      int line,
      List<String> reads,
      String... writes) {
    return new Step<>(
        phase,
        crumb,
        RegressionNarration.of(frame),
        line,
        reads,
        List.of(writes),
        Set.of(),
        frame,
        null);
  }
}
