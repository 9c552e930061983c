package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a step of linear regression looks at.
public sealed interface RegressionFocus extends Focus<RegressionFrame> {

  /// Whole parts of a training, of which there is nothing more to say than which they are.
  enum Whole implements RegressionFocus, PlainFocus<RegressionFrame> {
    /// The model at zero.
    INITIALISED(
        StepKind.of("initialise").at("zeros").reads("X").writes("weights", "bias"),
        RegressionNarration::initialised),
    /// A batch.
    BATCH(
        StepKind.of("batch")
            .at("line-batch")
            .reads("X", "y", "weights", "bias")
            .writes("i", "y_pred", "error", "loss", "dw", "db", "weights", "bias"),
        RegressionNarration::batch),
    /// The predictions of a batch.
    PREDICTED(
        StepKind.of("predict").reads("X", "weights", "bias").writes("y_pred"),
        RegressionNarration::predicted),
    /// The errors and their mean square.
    LOSS(
        StepKind.of("loss").at("squared").reads("y_pred", "y").writes("error", "loss"),
        frame -> new RegressionDerivations(frame).loss().narration()),
    /// The gradient.
    GRADIENT(
        StepKind.of("gradient").at("dw").reads("X", "error").writes("dw", "db"),
        RegressionNarration::gradient),
    /// The update.
    UPDATED(
        StepKind.of("update")
            .at("descend")
            .reads("weights", "bias", "dw", "db", "rate")
            .writes("weights", "bias"),
        RegressionNarration::updated);

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Steps<RegressionFrame> steps;

    Whole(StepKind kind, Function<RegressionFrame, Narration> words) {
      this.steps = new Steps<>(kind, words);
    }

    @Override
    public Steps<RegressionFrame> steps() {
      return steps;
    }
  }

  /// A whole epoch.
  ///
  /// @param before the loss of the epoch before; NaN for the first
  /// @param from the model before it
  /// @param batches how many batches an epoch has
  record EpochDone(double before, LinearModel from, int batches) implements RegressionFocus {
    private static final StepKind KIND =
        StepKind.of("epoch").at("line-epoch").reads("X", "y", "weights", "bias");
    static final StepKind ONE_BATCH =
        KIND.writes("y_pred", "error", "loss", "losses", "dw", "db", "weights", "bias");
    static final StepKind SEVERAL = KIND.writes("losses", "weights", "bias");

    @Override
    public StepKind kind() {
      return batches == 1 ? ONE_BATCH : SEVERAL;
    }

    @Override
    public Narration narration(RegressionFrame frame) {
      return RegressionNarration.epoch(frame, before);
    }

    @Override
    public void addTo(Map<String, Value> variables, RegressionFrame frame) {
      variables.put("losses", new Value.Scalar(frame.losses().last()));
    }

    /// {@inheritDoc}
    ///
    /// Its loss comes first: what there is most to say of.
    @Override
    public List<Ref> written(RegressionFrame frame) {
      return Ref.all(
          frame.variables(),
          List.of("losses", "weights", "bias", "y_pred", "error", "loss", "dw", "db").stream()
              .filter(kind().writes()::contains)
              .toList());
    }
  }

  /// The loss over all samples, before the first batch of an epoch.
  ///
  /// @param before the loss of the epoch before; NaN for the first
  record Measured(double before) implements RegressionFocus {
    static final StepKind KIND =
        StepKind.of("loss").at("line-measure").reads("X", "y", "weights", "bias").writes("losses");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(RegressionFrame frame) {
      return RegressionNarration.measured(frame, before);
    }

    @Override
    public void addTo(Map<String, Value> variables, RegressionFrame frame) {
      variables.put("losses", new Value.Scalar(frame.losses().last()));
    }
  }

  /// The order of an epoch's samples.
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  record Ordered(int[] order) implements RegressionFocus {
    static final StepKind KIND =
        StepKind.of("shuffle").at("line-shuffle").reads("X").writes("order");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(RegressionFrame frame) {
      return Words.ordered(order, frame.problem().descent());
    }

    @Override
    public void addTo(Map<String, Value> variables, RegressionFrame frame) {
      variables.put("order", new Value.Labels(order));
    }
  }

  /// The prediction of one sample.
  ///
  /// @param sample its index in the data
  /// @param row its place in the batch
  record SamplePredicted(int sample, int row) implements RegressionFocus {
    static final StepKind KIND =
        StepKind.of("sample").at("predict").reads("X", "weights", "bias").writes("y_pred");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(RegressionFrame frame) {
      return new RegressionDerivations(frame).prediction(row).narration();
    }

    @Override
    public List<Ref> written(RegressionFrame frame) {
      return List.of(Ref.of("y_pred", row));
    }
  }

  /// The derivative by one parameter.
  ///
  /// @param parameter the weights from 0, then the bias
  /// @param weights how many weights there are
  record DerivativeTaken(int parameter, int weights) implements RegressionFocus {
    private static final StepKind KIND = StepKind.of("derivative");
    static final StepKind BY_WEIGHT = KIND.at("dw").reads("X", "error").writes("dw");
    static final StepKind BY_BIAS = KIND.at("db").reads("error").writes("db");

    @Override
    public StepKind kind() {
      return parameter == weights ? BY_BIAS : BY_WEIGHT;
    }

    @Override
    public Narration narration(RegressionFrame frame) {
      return new RegressionDerivations(frame).derivative(parameter).narration();
    }

    @Override
    public List<Ref> written(RegressionFrame frame) {
      return List.of(RegressionDerivations.gradient(parameter, weights));
    }
  }

  /// The end.
  ///
  /// @param loss of the final model
  record Finished(double loss) implements RegressionFocus {
    static final StepKind KIND =
        StepKind.of("trained").at("line-end").reads("weights", "bias").writes("losses");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(RegressionFrame frame) {
      return RegressionNarration.finished(frame, loss);
    }

    @Override
    public void addTo(Map<String, Value> variables, RegressionFrame frame) {
      variables.put("losses", new Value.Vector(frame.losses().toArray()));
    }
  }

  /// A training that was stopped.
  record Stopped(Trouble trouble) implements RegressionFocus {
    static final StepKind KIND =
        StepKind.of("stopped").at("squared").reads("weights", "bias").writes("losses");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(RegressionFrame frame) {
      return Diverging.stopped(frame, trouble);
    }

    @Override
    public void addTo(Map<String, Value> variables, RegressionFrame frame) {
      variables.put("losses", new Value.Vector(frame.losses().toArray()));
    }
  }
}
