package dev.stepwise.view.lstm.lab;

import dev.stepwise.compute.lstm.LstmLab;
import dev.stepwise.compute.lstm.LstmLab.Fade;
import dev.stepwise.compute.lstm.LstmProblem;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.Comparator;
import java.util.List;

/// How far back the gradients of the three cells reach.
final class GradientByCell {
  private GradientByCell() {}

  static Experiment experiment(LstmProblem problem) {
    return new Experiment(
        "gradient-by-cell",
        "The gradient on its way back",
        "A straight fall on the logarithmic axis is exponential decay. All three cells start from"
            + " chance alike: look how much of a change is left, and what training has to win.",
        "Across: steps back from the end of the sequence, which is repeated to %d steps where it is shorter. Up, logarithmic: the largest factor by which a small change of the state then changes the state at the end. LSTM, GRU and RNN have weights drawn alike from the seed, of one size, and biases of 0, but the LSTM's forget bias, which is 1. “As open” is the cell with the weights of the stage, where these are others."
            .formatted(LstmLab.LEAST_STEPS),
        progress -> finding(LstmLab.cells(problem, progress)));
  }

  private static Finding finding(List<Fade> fades) {
    var sorted =
        fades.stream()
            .sorted(Comparator.comparingDouble((Fade fade) -> -fade.flow().full()[FadeChart.AT]))
            .map(fade -> "%s in the %s".formatted(FadeChart.at(fade), fade.name()))
            .toList();
    int last = sorted.size() - 1;
    return new Finding(
        FadeChart.pictures(fades),
        "%d steps back, a change of the state is worth %s and %s."
            .formatted(FadeChart.AT, String.join(", ", sorted.subList(0, last)), sorted.get(last)),
        FadeChart.numbers(fades));
  }
}
