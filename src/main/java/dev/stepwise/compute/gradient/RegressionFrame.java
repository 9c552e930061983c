package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.Series.Prefix;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What linear regression shows at a step. Everything is shared and never written to.
///
/// @param problem the samples and settings
/// @param epoch the one under way or just done, from 1; 0 before the first
/// @param model as it stands
/// @param pass what the epoch computed; empty before the first and after the last
/// @param losses of each epoch, before its update
/// @param path of the first weight, the second where there is one, and the bias: at the start and
///   after each epoch
/// @param focus what the step looks at
public record RegressionFrame(
    RegressionProblem problem,
    int epoch,
    LinearModel model,
    Optional<Pass> pass,
    Prefix losses,
    List<Prefix> path,
    Focus focus)
    implements GradientFrame {

  /// Copies the list.
  public RegressionFrame {
    path = List.copyOf(path);
  }

  /// What an epoch computes.
  ///
  /// @param at the model before its update
  /// @param gradient dw and db
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Pass(
      LinearModel at, double[] predictions, double[] errors, double loss, LinearModel gradient) {}

  /// What a step looks at.
  public sealed interface Focus {
    /// The model at zero.
    record Initialised() implements Focus {}

    /// A whole epoch.
    ///
    /// @param before the loss of the epoch before; NaN for the first
    record EpochDone(double before) implements Focus {}

    /// The predictions of all samples.
    record Predicted() implements Focus {}

    /// The prediction of one.
    record SamplePredicted(int sample) implements Focus {}

    /// The errors and their mean square.
    record LossMeasured() implements Focus {}

    /// The gradient.
    record GradientTaken() implements Focus {}

    /// The derivative by one parameter.
    ///
    /// @param parameter the weights from 0, then the bias
    record DerivativeTaken(int parameter) implements Focus {}

    /// The update.
    record Updated() implements Focus {}

    /// The end.
    ///
    /// @param loss of the final model
    record Finished(double loss) implements Focus {}

    /// A training that was stopped.
    record Stopped(Trouble trouble) implements Focus {}
  }

  @Override
  public SequencedMap<String, Value> variables() {
    var variables = new LinkedHashMap<String, Value>();
    variables.put("X", new Value.Matrix(problem.x()));
    variables.put("y", new Value.Vector(problem.y()));
    variables.put("weights", new Value.Vector(model.weights()));
    variables.put("bias", new Value.Scalar(model.bias()));
    if (epoch > 0) {
      variables.put("epoch", new Value.Whole(epoch));
      variables.put("rate", new Value.Scalar(problem.descent().rateIn(epoch)));
    }
    if (focus instanceof Focus.Finished || focus instanceof Focus.Stopped) {
      variables.put("losses", new Value.Vector(losses.toArray()));
    }
    pass.ifPresent(known -> {
      variables.put("y_pred", new Value.Vector(known.predictions()));
      if (!(focus instanceof Focus.Predicted || focus instanceof Focus.SamplePredicted)) {
        variables.put("error", new Value.Vector(known.errors()));
        variables.put("losses", new Value.Scalar(known.loss()));
        if (!(focus instanceof Focus.LossMeasured)) {
          variables.put("dw", new Value.Vector(known.gradient().weights()));
          variables.put("db", new Value.Scalar(known.gradient().bias()));
        }
      }
    });
    return variables;
  }
}
