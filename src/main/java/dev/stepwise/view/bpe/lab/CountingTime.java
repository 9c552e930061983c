package dev.stepwise.view.bpe.lab;

import dev.stepwise.compute.bpe.BpeLab;
import dev.stepwise.compute.bpe.BpeLab.Effort;
import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.view.bpe.lab.LogPlot.Line;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import dev.stepwise.view.marks.Axes;
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
        "Across, logarithmic: the number of different words, from the start of the corpus. Up, logarithmic: seconds to learn the first merges, measured here.",
        progress -> finding(BpeLab.efforts(problem, progress)));
  }

  static Finding finding(List<Effort> efforts) {
    double[] words = efforts.stream().mapToDouble(Effort::words).toArray();
    double[] recounting = efforts.stream().mapToDouble(Effort::recounting).toArray();
    double[] incremental = efforts.stream().mapToDouble(Effort::incremental).toArray();
    var plot =
        new LogPlot(
            new Axes("different words", "seconds"),
            List.of(
                new Line("recounting", words, recounting, 4),
                new Line("keeping counts", words, incremental, 0)));
    var last = efforts.getLast();
    var conclusion =
        "For %,d different words and %,d merges, recounting takes %s s, keeping the counts %s s: %s times as fast. With more merges the gap widens."
            .formatted(
                last.words(),
                last.merges(),
                Numbers.text(last.recounting()),
                Numbers.text(last.incremental()),
                Numbers.text(last.recounting() / last.incremental()));
    var numbers =
        efforts.stream()
            .map(effort ->
                "%,7d words, %,d merges   recounting %s s   keeping counts %s s"
                    .formatted(
                        effort.words(),
                        effort.merges(),
                        Numbers.text(effort.recounting()),
                        Numbers.text(effort.incremental())))
            .collect(Collectors.joining("\n"));
    return new Finding(List.of(new Finding.Picture("Logarithmic", plot)), conclusion, numbers);
  }
}
