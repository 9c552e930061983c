package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Activation;
import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.gradient.network.Start;
import org.jspecify.annotations.Nullable;

/// The training of a two-layer network.
///
/// @param data the samples
/// @param given the parameters that are given; the others are drawn
/// @param hidden how many hidden units, at least 1
/// @param start how the weights are drawn that are not given
/// @param activation of the hidden units
/// @param stated the averaging of the gradients, but for the mistake
/// @param descent how it is trained
/// @param mistake the one that is made on purpose
public record NetworkProblem(
    LabelledData data,
    GivenParameters given,
    int hidden,
    Start start,
    Activation activation,
    Averaging stated,
    Descent descent,
    GradientMistake mistake)
    implements GradientProblem {

  /// One without a mistake.
  public NetworkProblem(
      LabelledData data,
      GivenParameters given,
      int hidden,
      Start start,
      Activation activation,
      Averaging averaging,
      Descent descent) {
    this(data, given, hidden, start, activation, averaging, descent, GradientMistake.NONE);
  }

  /// How the gradients of a batch's samples become one.
  public Averaging averaging() {
    return mistake == GradientMistake.SUM_BESIDE_MEAN ? Averaging.SUM_BESIDE_MEAN : stated;
  }

  /// What a negative sum of a hidden unit is multiplied by: the slope of the activation below zero,
  /// or 1 where the mistake lets negative sums pass.
  public double leak() {
    return mistake == GradientMistake.RELU_PASSES_NEGATIVES ? 1 : activation.slope();
  }

  /// What an error is multiplied by on its way back through a hidden unit, with the mistake in it.
  ///
  /// @param sum of the unit
  public double slopeAt(double sum) {
    return new MistakenNetwork(this).slope(sum);
  }

  /// Parameters that a scenario states; null for those that it leaves out. The arrays are shared
  /// and never written to.
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record GivenParameters(
      double @Nullable [][] w1,
      double @Nullable [] b1,
      double @Nullable [][] w2,
      double @Nullable [] b2) {
    /// None is stated.
    public static final GivenParameters NONE = new GivenParameters(null, null, null, null);

    /// Whether these are stated.
    public boolean has(Place.Of parameters) {
      return switch (parameters) {
        case W1 -> w1 != null;
        case B1 -> b1 != null;
        case W2 -> w2 != null;
        case B2 -> b2 != null;
      };
    }

    /// Whether both matrices of weights are stated, so that none is drawn.
    public boolean hasWeights() {
      return w1 != null && w2 != null;
    }

    /// These, and for those left out what was drawn.
    public Parameters orElse(Parameters drawn) {
      return new Parameters(
          w1 == null ? drawn.w1() : w1,
          b1 == null ? drawn.b1() : b1,
          w2 == null ? drawn.w2() : w2,
          b2 == null ? drawn.b2() : b2);
    }
  }

  /// The same on other data, with the parameters drawn again.
  public NetworkProblem withData(LabelledData other) {
    return new NetworkProblem(
        other,
        GivenParameters.NONE,
        hidden,
        start,
        activation,
        stated,
        descent.withDraws(Draws.FRESH),
        mistake);
  }

  /// The same with other parameters given.
  NetworkProblem withGiven(GivenParameters other) {
    return new NetworkProblem(data, other, hidden, start, activation, stated, descent, mistake);
  }

  /// The same with another descent.
  public NetworkProblem withDescent(Descent other) {
    return new NetworkProblem(data, given, hidden, start, activation, stated, other, mistake);
  }

  /// How many samples are trained on.
  public int size() {
    return data.training().length;
  }

  /// How many batches an epoch has.
  public int batches() {
    return descent.batches(size());
  }
}
