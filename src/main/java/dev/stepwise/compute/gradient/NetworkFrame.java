package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Backward;
import dev.stepwise.compute.gradient.network.Forward;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Value;
import java.util.Optional;
import java.util.SequencedMap;

/// What the training of a network shows at a step. Everything is shared and never written to.
///
/// @param problem the samples and settings
/// @param moment how things stand after the step
/// @param focus what the step looks at
public record NetworkFrame(NetworkProblem problem, Moment moment, Focus focus)
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

  /// What a step looks at.
  public sealed interface Focus {
    /// The parameters at the start.
    record Initialised() implements Focus {}

    /// One tensor of them.
    record Drawn(Place.Of tensor) implements Focus {}

    /// A whole epoch.
    ///
    /// @param loss the mean over its samples
    /// @param before the loss of the epoch before; NaN for the first
    /// @param dead how many hidden units are off for every sample
    record EpochDone(double loss, double before, int dead) implements Focus {}

    /// The order of an epoch's samples.
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose
    record Ordered(int[] order) implements Focus {}

    /// A whole batch.
    record BatchDone() implements Focus {}

    /// The whole forward pass of a batch.
    record ForwardDone() implements Focus {}

    /// The whole backward pass of a batch.
    record BackwardDone() implements Focus {}

    /// One tensor of a batch.
    record Computed(Tensor tensor) implements Focus {}

    /// One number of a tensor.
    ///
    /// @param row,column its place; 0 where the tensor has no such side
    record Cell(Tensor tensor, int row, int column) implements Focus {}

    /// The update of every parameter.
    record Updated() implements Focus {}

    /// The update of one parameter.
    record ParameterUpdated(Place place) implements Focus {}

    /// The end.
    record Finished(Evaluation training, Optional<Evaluation> held) implements Focus {}

    /// A training that was stopped.
    ///
    /// @param first where the first number that is not finite stands, or would stand if the
    ///   training went on; empty where none would for long
    record Stopped(Trouble trouble, Optional<FirstBad> first) implements Focus {}
  }

  @Override
  public SequencedMap<String, Value> variables() {
    return NetworkVariables.of(this);
  }
}
