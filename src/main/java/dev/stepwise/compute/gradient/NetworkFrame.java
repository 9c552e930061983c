package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Backward;
import dev.stepwise.compute.gradient.network.Forward;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What the training of a network shows at a step. Everything is shared and never written to.
///
/// @param problem the samples and settings
/// @param moment how things stand after the step
/// @param focus what the step looks at
public record NetworkFrame(NetworkProblem problem, Moment moment, NetworkFocus focus)
    implements GradientFrame {

  /// How things stand.
  ///
  /// @param epoch the one under way or just done, from 1; 0 before the first
  /// @param parameters as they stand
  /// @param curves what was measured so far
  /// @param pass the batch that is looked at; empty at steps of whole epochs
  public record Moment(int epoch, Parameters parameters, Curves curves, Optional<Pass> pass) {}

  /// A batch on its way through the network and back.
  ///
  /// @param batch its number in the epoch, from 0
  /// @param samples the indices of its samples in the data
  /// @param at the parameters that it was sent through
  /// @param forward what the forward pass computes
  /// @param backward what the backward pass computes; empty where there is none
  /// @param known the last tensor that exists at this step; [Tensor#DB1] from the update on
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Pass(
      int batch,
      int[] samples,
      Parameters at,
      Forward forward,
      Optional<Backward> backward,
      Tensor known) {

    /// Whether a tensor has been computed by this step.
    public boolean knows(Tensor tensor) {
      return tensor.compareTo(known) <= 0 && (!tensor.isBackward() || backward.isPresent());
    }

    /// The row of a sample in the batch, or -1.
    public int rowOf(int sample) {
      for (int row = 0; row < samples.length; row++) {
        if (samples[row] == sample) {
          return row;
        }
      }
      return -1;
    }

    /// The backward pass.
    ///
    /// @throws java.util.NoSuchElementException where the batch stopped before it
    public Backward back() {
      return backward.orElseThrow();
    }
  }

  @Override
  public SequencedMap<String, Value> variables() {
    return NetworkVariables.of(this);
  }

  /// This with another batch on its way through the network.
  public NetworkFrame through(Pass other) {
    var standing =
        new Moment(moment.epoch(), moment.parameters(), moment.curves(), Optional.of(other));
    return new NetworkFrame(problem, standing, focus);
  }

  /// The weights that the errors of a batch go back through, hidden×classes, with the mistake in
  /// it.
  ///
  /// @param pass the batch; it has its way back
  public double[][] wayBack(Pass pass) {
    double rate = problem.descent().rateIn(moment.epoch());
    return new MistakenNetwork(problem).wayBack(pass.at(), pass.back().dw2(), rate);
  }

  /// Whether the parameters have taken the step of the batch that is looked at.
  public boolean isUpdated() {
    return focus == NetworkFocus.Whole.BATCH
        || focus == NetworkFocus.Whole.UPDATED
        || focus instanceof NetworkFocus.ParameterUpdated;
  }

  @Override
  public Narration narration() {
    return focus.narration(this);
  }

  @Override
  public List<Ref> written() {
    return focus.written(this);
  }
}
