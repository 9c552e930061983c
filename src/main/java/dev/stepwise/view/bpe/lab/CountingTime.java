package dev.stepwise.view.bpe.lab;

import dev.stepwise.compute.bpe.BpeLab;
import dev.stepwise.compute.bpe.BpeLab.Effort;
import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.draw.Axes;
import dev.stepwise.view.bpe.lab.LogPlot.Line;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.List;
import java.util.stream.Collectors;

/// The time to learn against the size of the corpus, with and without keeping the counts.
final class CountingTime {
  private CountingTime() {}

  static Experiment experiment(BpeProblem problem) {
    return new Experiment(
        "counting",
        "Recounting or keeping counts",
        "A merge changes few words; whoever counts all of them anew each time pays for the others.",
        "Across, logarithmic: the number of different words, from the start of the corpus. Up,"
            + " logarithmic: seconds to learn the first merges, the median of rounds measured"
            + " here.",
        progress -> finding(BpeLab.efforts(problem, progress)));
  }

  static Finding finding(List<Effort> efforts) {
    double[] words = efforts.stream().mapToDouble(Effort::words).toArray();
    double[] recounting =
        efforts.stream().mapToDouble(each -> each.times().baseline().median()).toArray();
    double[] incremental =
        efforts.stream().mapToDouble(each -> each.times().work().median()).toArray();
    var plot =
        new LogPlot(
            new Axes("different words", "seconds"),
            List.of(
                new Line("recounting", words, recounting, 4),
                new Line("keeping counts", words, incremental, 0)));
    var last = efforts.getLast();
    var conclusion =
        "For %,d different words and %,d merges, recounting takes %s, keeping the counts %s: it %s. Each is the median of several rounds after a warm-up."
            .formatted(
                last.words(),
                last.merges(),
                last.times().baseline().withSpread(),
                last.times().work().withSpread(),
                last.times().verdict());
    var numbers =
        efforts.stream()
            .map(effort ->
                "%,7d words, %,d merges   recounting %s   keeping counts %s"
                    .formatted(
                        effort.words(),
                        effort.merges(),
                        effort.times().baseline().text(),
                        effort.times().work().text()))
            .collect(Collectors.joining("\n"));
    return new Finding(List.of(new Finding.Picture("Logarithmic", plot)), conclusion, numbers);
  }
}
