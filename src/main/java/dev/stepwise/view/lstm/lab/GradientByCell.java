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
        "A straight fall on the logarithmic axis is exponential decay; look how much steeper it is without a gate that keeps.",
        "Across: steps back from the end of the sequence, which is repeated to %d steps where it is shorter. Up, logarithmic: the largest factor by which a small change of the state then changes the state at the end. %s has the weights that are open, the others weights of the same size from the seed."
            .formatted(LstmLab.LEAST_STEPS, problem.cell().title()),
        progress -> finding(LstmLab.cells(problem, progress)));
  }

  private static Finding finding(List<Fade> fades) {
    var sorted =
        fades.stream()
            .sorted(Comparator.comparingDouble((Fade fade) -> -fade.flow().full()[FadeChart.AT]))
            .toList();
    return new Finding(
        FadeChart.pictures(fades),
        "%d steps back, a change of the state is worth %s in the %s, %s in the %s and %s in the %s."
            .formatted(
                FadeChart.AT,
                FadeChart.at(sorted.get(0)),
                sorted.get(0).name(),
                FadeChart.at(sorted.get(1)),
                sorted.get(1).name(),
                FadeChart.at(sorted.get(2)),
                sorted.get(2).name()),
        FadeChart.numbers(fades));
  }
}
