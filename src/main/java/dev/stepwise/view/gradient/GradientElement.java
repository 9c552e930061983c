package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.gradient.network.Start;
import dev.stepwise.draw.Element;

/// What can be asked about on the stage of gradient descent. Indices count from 0.
public sealed interface GradientElement extends Element {
  /// A sample in the picture of the regions, to be pinned.
  record OfSample(int sample) implements GradientElement {}

  /// A number of a sample on its way through the network.
  ///
  /// @param column of the tensor
  record OfNumber(int sample, Tensor tensor, int column) implements GradientElement {}

  /// A weight or bias.
  record OfParameter(Place place) implements GradientElement {}

  /// A tensor of the batch.
  record OfTensor(Tensor tensor) implements GradientElement {}

  /// The loss of a batch.
  ///
  /// @param index over all epochs
  record OfBatchLoss(int index) implements GradientElement {}

  /// The end of an epoch, to go to; 0 for the start.
  record OfEpoch(int epoch) implements GradientElement {}

  /// The accuracy on the samples trained on, or on those held out.
  record OfAccuracy(Part part) implements GradientElement {}

  /// Which samples.
  enum Part {
    TRAINING,
    HELD_OUT
  }

  /// The accuracy that the curve shows.
  ///
  /// @param index for the samples trained on the epoch from 0, for those held out how many epochs
  ///   were done
  record OfEpochAccuracy(Part part, int index) implements GradientElement {}

  /// How many samples of a class were taken for another, or the same.
  record OfConfusion(int label, int taken) implements GradientElement {}

  /// A sample of linear regression.
  record OfRow(int row) implements GradientElement {}

  /// A parameter of linear regression: the weights, then the bias.
  record OfWeight(int parameter) implements GradientElement {}

  /// The activations of a layer of the probe.
  record OfLayer(Start start, int layer) implements GradientElement {}
}
