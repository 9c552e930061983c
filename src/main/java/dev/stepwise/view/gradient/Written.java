package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.ProbeFrame;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.view.gradient.GradientElement.OfAccuracy;
import dev.stepwise.view.gradient.GradientElement.OfBatchLoss;
import dev.stepwise.view.gradient.GradientElement.OfLayer;
import dev.stepwise.view.gradient.GradientElement.OfNumber;
import dev.stepwise.view.gradient.GradientElement.OfParameter;
import dev.stepwise.view.gradient.GradientElement.OfRow;
import dev.stepwise.view.gradient.GradientElement.OfSample;
import dev.stepwise.view.gradient.GradientElement.OfTensor;
import dev.stepwise.view.gradient.GradientElement.OfWeight;
import dev.stepwise.view.gradient.GradientElement.Part;

/// The first of what a step of gradient descent wrote: where asking for reasons begins.
final class Written {
  private Written() {}

  /// A number, or the tensor where the step computes a whole one.
  static GradientElement first(GradientFrame frame) {
    return switch (frame) {
      case NetworkFrame network -> network(network);
      case RegressionFrame regression -> regression(regression);
      case ProbeFrame probe -> probe(probe);
    };
  }

  private static GradientElement network(NetworkFrame frame) {
    return switch (frame.focus()) {
      case NetworkFrame.Focus.Initialised _, NetworkFrame.Focus.Updated _ ->
          new OfParameter(new Place(Place.Of.W1, 0, 0));
      case NetworkFrame.Focus.Drawn(var tensor) -> new OfParameter(new Place(tensor, 0, 0));
      case NetworkFrame.Focus.ParameterUpdated(var place) -> new OfParameter(place);
      case NetworkFrame.Focus.EpochDone _, NetworkFrame.Focus.Stopped _ ->
          new OfBatchLoss(frame.moment().curves().batches().size() - 1);
      case NetworkFrame.Focus.Ordered(var order) -> new OfSample(order[0]);
      case NetworkFrame.Focus.BatchDone _ -> new OfTensor(Tensor.LOSS);
      case NetworkFrame.Focus.ForwardDone _ -> new OfTensor(Tensor.Z1);
      case NetworkFrame.Focus.BackwardDone _ -> new OfTensor(Tensor.DZ2);
      case NetworkFrame.Focus.Computed(var tensor) -> new OfTensor(tensor);
      case NetworkFrame.Focus.Cell(var tensor, int row, int column) ->
          tensor
              .parameters()
              .<GradientElement>map(of -> new OfParameter(new Place(of, row, column)))
              .orElseGet(() -> new OfNumber(sample(frame, row), tensor, column));
      case NetworkFrame.Focus.Finished _ -> new OfAccuracy(Part.TRAINING);
    };
  }

  private static int sample(NetworkFrame frame, int row) {
    return frame.moment().pass().orElseThrow().samples()[row];
  }

  private static GradientElement regression(RegressionFrame frame) {
    return switch (frame.focus()) {
      case RegressionFrame.Focus.Initialised _,
          RegressionFrame.Focus.BatchDone _,
          RegressionFrame.Focus.GradientTaken _,
          RegressionFrame.Focus.Updated _ ->
          new OfWeight(0);
      case RegressionFrame.Focus.DerivativeTaken(int parameter) -> new OfWeight(parameter);
      case RegressionFrame.Focus.Ordered(var order) -> new OfRow(order[0]);
      case RegressionFrame.Focus.SamplePredicted(int sample) -> new OfRow(sample);
      case RegressionFrame.Focus.Predicted _ -> new OfRow(frame.pass().orElseThrow().samples()[0]);
      // The chart shows the loss over all samples: that of a batch is made of its errors.
      case RegressionFrame.Focus.LossMeasured _ ->
          frame.problem().batches() == 1
              ? loss(frame)
              : new OfRow(frame.pass().orElseThrow().samples()[0]);
      case RegressionFrame.Focus.EpochDone _,
          RegressionFrame.Focus.Measured _,
          RegressionFrame.Focus.Finished _,
          RegressionFrame.Focus.Stopped _ ->
          loss(frame);
    };
  }

  private static GradientElement loss(RegressionFrame frame) {
    return new OfBatchLoss(frame.losses().size() - 1);
  }

  private static GradientElement probe(ProbeFrame frame) {
    var lane = frame.lanes().getFirst();
    return switch (frame.focus()) {
      case ProbeFrame.Focus.Input _ -> new OfLayer(lane.start(), 0);
      case ProbeFrame.Focus.AllOf(int layer) -> new OfLayer(lane.start(), layer);
      case ProbeFrame.Focus.OneOf(int layer, var start) -> new OfLayer(start, layer);
      case ProbeFrame.Focus.Compared _ -> new OfLayer(lane.start(), lane.layers().size() - 1);
    };
  }
}
