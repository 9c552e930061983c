package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Forward;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.network.TwoLayerNetwork;
import java.util.Locale;

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

  /// How many are right, in a sentence.
  public String sentence() {
    return "%d of %d samples have their own class as the most probable one, by the parameters of this step. The others are ringed."
        .formatted(correct, count);
  }

  /// A share in per cent: without a decimal where it is a whole one, with one where it is not; only
  /// all are 100 % and only none are 0 %. It is not broken into two lines.
  public static String percent(double share) {
    double percent = 100 * share;
    return Math.abs(percent - Math.rint(percent)) < 1e-9
        ? String.format(Locale.ROOT, "%.0f\u00A0%%", percent)
        : String.format(Locale.ROOT, "%.1f\u00A0%%", Math.clamp(percent, 0.1, 99.9));
  }
}
