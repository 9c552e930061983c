package dev.stepwise.view.lstm.lab;

import dev.stepwise.compute.lstm.LstmLab;
import dev.stepwise.compute.lstm.LstmLab.Fade;
import dev.stepwise.compute.lstm.LstmProblem;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.List;

/// What the forget bias does to the gradient before anything has been learned.
final class GradientByForgetBias {
  private static final List<Double> BIASES = List.of(0.0, 1.0, 5.0);

  private GradientByForgetBias() {}

  static Experiment experiment(LstmProblem problem) {
    return new Experiment(
        "gradient-by-forget-bias",
        "Forget bias 0, 1 and 5 at the start of training",
        "A bias of 0 opens the gate by half, and 100 halvings leave nothing; look how each step of the bias lifts the curve.",
        "Across: steps back. Up, logarithmic: the gradient, as beside. Three LSTMs with the same weights from the seed and another forget bias, and a plain RNN; the direct path is the product of the forget gates alone.",
        progress -> finding(LstmLab.forgetBiases(problem, BIASES, progress)));
  }

  private static Finding finding(List<Fade> fades) {
    return new Finding(
        FadeChart.pictures(fades),
        "%d steps back the gradient is %s with a forget bias of 0, %s with 1, %s with 5, and %s in the plain RNN. σ(1) is only 0.73: a bias of 1 makes the first steps of training easier, the long memory has to be learned."
            .formatted(
                FadeChart.AT,
                FadeChart.at(fades.get(0)),
                FadeChart.at(fades.get(1)),
                FadeChart.at(fades.get(2)),
                FadeChart.at(fades.get(3))),
        FadeChart.numbers(fades));
  }
}
