package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Forward;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.network.TwoLayerNetwork;

/// How a network does on some samples.
///
/// @param loss the mean cross-entropy
/// @param correct how many samples have their own class as the most probable one
/// @param count how many samples there are
/// @param confusion classes×classes: how many samples of the row's class were taken for the
///   column's
@SuppressWarnings("ArrayRecordComponent") // made here, never written to
public record Evaluation(double loss, int correct, int count, int[][] confusion) {

  /// Measures it.
  ///
  /// @param samples indices of the data, at least one
  public static Evaluation of(NetworkProblem problem, int[] samples, Parameters at) {
    return of(Trainer.forward(problem, samples, at));
  }

  /// Measures a forward pass.
  public static Evaluation of(Forward forward) {
    int classes = forward.p()[0].length;
    var confusion = new int[classes][classes];
    for (int row = 0; row < forward.size(); row++) {
      confusion[forward.y()[row]][TwoLayerNetwork.greatest(forward.p()[row])]++;
    }
    return new Evaluation(forward.loss(), forward.correct(), forward.size(), confusion);
  }

  /// The share of right answers, 0 to 1.
  public double accuracy() {
    return (double) correct / count;
  }
}
