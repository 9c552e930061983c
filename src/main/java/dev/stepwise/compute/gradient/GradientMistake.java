package dev.stepwise.compute.gradient;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A mistake that people make in training a network, in the place of one step of the right way: a
/// tensor of the batch that is computed wrongly, or an update that is not what it should be. What
/// it computes instead is in [MistakenNetwork].
public enum GradientMistake {
  /// None.
  NONE("none", "", null, "", ""),
  /// A sum of the weights' gradients beside a mean of the biases'.
  SUM_BESIDE_MEAN("sum-beside-mean", "gradients summed beside means", null, "", ""),
  /// No rectifier.
  RELU_PASSES_NEGATIVES(
      "relu-passes-negatives",
      "hidden units without ReLU",
      Tensor.A1,
      "Negative sums should become 0. Here every sum passes as it is.",
      "a_1=z_1"),
  /// The sum over the batch.
  NOT_DIVIDED(
      "not-divided-by-the-batch",
      "gradients not divided by the batch's size",
      Tensor.DZ2,
      "The loss is a mean, so p − y should be divided by n. Here it is not, and every gradient"
          + " after it is a sum.",
      "dz_2=p-y"),
  /// The error with the other sign.
  TARGET_MINUS_PREDICTION(
      "target-minus-prediction",
      "target minus prediction",
      Tensor.DZ2,
      "The derivative is p − y, divided by n. Here y − p is taken, and every gradient after it"
          + " points the wrong way.",
      "dz_2=(y-p)/n"),
  /// The probabilities as errors.
  NO_TARGET(
      "no-target",
      "the target not subtracted",
      Tensor.DZ2,
      "The derivative is p − y, divided by n. Here y is not subtracted, so the right class is"
          + " pushed down like the others.",
      "dz_2=p/n"),
  /// W2 takes its step before the error goes back through it.
  W2_UPDATED_FIRST(
      "w2-updated-first",
      "W2 updated before it is used",
      Tensor.DA1,
      "The error should go back through the weights that the batch came through. Here W2 has taken"
          + " its step already.",
      "da_1=dz_2(W_2-\\eta\\,dW_2)^\\top"),
  /// The slope of the activation is left out.
  ERRORS_PASS_AN_OFF_UNIT(
      "errors-pass-an-off-unit",
      "ReLU's derivative left out",
      Tensor.DZ1,
      "The error should be multiplied by the slope of the activation, 0 for a ReLU that is off."
          + " Here it passes whole, whatever the sum was.",
      "dz_1=da_1"),
  /// The sum for the slope.
  VALUE_FOR_SLOPE(
      "value-for-slope",
      "the sum in place of ReLU's slope",
      Tensor.DZ1,
      "The error should be multiplied by the slope of the activation. Here it is multiplied by the"
          + " sum itself.",
      "dz_1=da_1\\odot z_1"),
  /// Ascent.
  CLIMBS_THE_GRADIENT(
      "climbs-the-gradient",
      "the step taken along the gradient",
      null,
      "The rate times the gradient should be subtracted. Here it is added, and the loss climbs.",
      "\\theta\\leftarrow\\theta+\\eta\\,d\\theta"),
  /// The gradient itself is the step.
  RATE_LEFT_OUT(
      "rate-left-out",
      "the learning rate left out",
      null,
      "The gradient should be multiplied by the rate. Here it is subtracted as it is.",
      "\\theta\\leftarrow\\theta-d\\theta"),
  /// The biases stay.
  BIASES_NOT_UPDATED(
      "biases-not-updated",
      "the biases not updated",
      null,
      "Every parameter should take its step. Here the biases stay where they are.",
      "b\\leftarrow b"),
  /// The first layer stays.
  LAST_LAYER_ONLY(
      "last-layer-only",
      "only the last layer updated",
      null,
      "Every parameter should take its step. Here W1 and b1 stay where they are.",
      "W_1\\leftarrow W_1,\\quad b_1\\leftarrow b_1");

  private final String id;
  private final String title;
  private final @Nullable Tensor tensor;
  private final String words;
  private final String latex;

  GradientMistake(String id, String title, @Nullable Tensor tensor, String words, String latex) {
    this.id = id;
    this.title = title;
    this.tensor = tensor;
    this.words = words;
    this.latex = latex;
  }

  /// Its name in files.
  public String id() {
    return id;
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// The tensor that is the first to be wrong; empty where none is.
  Optional<Tensor> tensor() {
    return Optional.ofNullable(tensor);
  }

  /// Whether a tensor is the first to be wrong.
  boolean falsifies(Tensor other) {
    return tensor == other;
  }

  /// Whether the update is not what it should be.
  boolean isOfUpdate() {
    return switch (this) {
      case CLIMBS_THE_GRADIENT, RATE_LEFT_OUT, BIASES_NOT_UPDATED, LAST_LAYER_ONLY -> true;
      default -> false;
    };
  }

  /// Whether linear regression can make it too.
  boolean isOfRegression() {
    return switch (this) {
      case NOT_DIVIDED, CLIMBS_THE_GRADIENT, RATE_LEFT_OUT, BIASES_NOT_UPDATED -> true;
      default -> false;
    };
  }

  /// What should be and what is, in sentences; empty for [#NONE], and for [#SUM_BESIDE_MEAN], of
  /// which the steps tell by the averaging.
  String words() {
    return words;
  }

  /// What is computed, in symbols.
  String latex() {
    return latex;
  }
}
