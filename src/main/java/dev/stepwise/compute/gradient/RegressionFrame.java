package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.Series.Prefix;
import dev.stepwise.compute.gradient.regression.Bowl;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
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
/// @param pass what the batch that is looked at computed; empty at steps of whole epochs of several
///   batches, before the first epoch and after the last
/// @param losses of each epoch, over all samples before its first update
/// @param path of the first weight, the second where there is one, and the bias: at the start and
///   after each update
/// @param bowl the loss surface
/// @param reach of each parameter whose path is kept, over the whole training
/// @param focus what the step looks at
public record RegressionFrame(
    RegressionProblem problem,
    int epoch,
    LinearModel model,
    Optional<Pass> pass,
    Prefix losses,
    List<Prefix> path,
    Bowl bowl,
    List<Reach> reach,
    RegressionFocus focus)
    implements GradientFrame {

  /// Copies the lists.
  public RegressionFrame {
    path = List.copyOf(path);
    reach = List.copyOf(reach);
  }

  /// What a batch computes.
  ///
  /// @param batch its number in the epoch, from 0
  /// @param samples the indices of its samples in the data
  /// @param at the model before its update
  /// @param predictions of its samples
  /// @param errors of its samples
  /// @param gradient dw and db
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Pass(
      int batch,
      int[] samples,
      LinearModel at,
      double[] predictions,
      double[] errors,
      double loss,
      LinearModel gradient) {

    /// The row of a sample in the batch; -1 where it is not in it.
    public int rowOf(int sample) {
      for (int row = 0; row < samples.length; row++) {
        if (samples[row] == sample) {
          return row;
        }
      }
      return -1;
    }
  }

  /// What a column of X is called: `x0` where it has no name.
  public String column(int index) {
    return problem.names().column(index, "x" + index);
  }

  /// What a sample adds to a derivative of the batch: a factor, what carries its error, the error.
  ///
  /// @param row of the sample in the batch
  /// @param j the weights from 0, then the bias
  public double share(int row, int j) {
    var known = pass.orElseThrow();
    double carried = j == problem.dimensions() ? 1 : problem.x()[known.samples()[row]][j];
    double factor = new MistakenRegression(problem).factor(known.errors().length);
    return factor * carried * known.errors()[row];
  }

  /// This with all samples as its batch, and its gradient: of the model before the batch that is
  /// looked at, where there is one.
  public RegressionFrame overAll() {
    var at = pass.map(Pass::at).orElse(model);
    return new RegressionFrame(
        problem,
        epoch,
        at,
        Optional.of(RegressionTrainer.pass(problem, at)),
        losses,
        path,
        bowl,
        reach,
        RegressionFocus.Whole.GRADIENT);
  }

  /// This at another thing that the step looks at.
  RegressionFrame at(RegressionFocus other) {
    return new RegressionFrame(problem, epoch, model, pass, losses, path, bowl, reach, other);
  }

  /// Whether the model has taken the step of the batch that is looked at.
  public boolean isUpdated() {
    return focus == RegressionFocus.Whole.BATCH
        || focus == RegressionFocus.Whole.UPDATED
        || focus instanceof RegressionFocus.EpochDone;
  }

  @Override
  public Narration narration() {
    return focus.narration(this);
  }

  @Override
  public List<Ref> written() {
    return focus.written(this);
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
    focus.addTo(variables, this);
    pass.ifPresent(known -> addPass(variables, known));
    return variables;
  }

  private void addPass(SequencedMap<String, Value> variables, Pass known) {
    variables.put("i", new Value.Labels(known.samples()));
    variables.put("y_pred", new Value.Vector(known.predictions()));
    if (focus == RegressionFocus.Whole.PREDICTED
        || focus instanceof RegressionFocus.SamplePredicted) {
      return;
    }
    variables.put("error", new Value.Vector(known.errors()));
    variables.put("loss", new Value.Scalar(known.loss()));
    if (focus != RegressionFocus.Whole.LOSS) {
      variables.put("dw", new Value.Vector(known.gradient().weights()));
      variables.put("db", new Value.Scalar(known.gradient().bias()));
    }
  }
}
