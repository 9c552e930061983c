package dev.stepwise.view.bpe.lab;

import dev.stepwise.compute.bpe.BpeLab;
import dev.stepwise.compute.bpe.BpeLab.Compression;
import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.LineChart;
import dev.stepwise.draw.Scale;
import dev.stepwise.view.lab.Drawing;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How far the text shrinks, and what the vocabulary costs.
final class CompressionByMerges {
  private static final int LINES = 12;

  private CompressionByMerges() {}

  static Experiment experiment(BpeProblem problem) {
    return new Experiment(
        "compression",
        "Compression against merges",
        "Early merges shorten the text much, late ones little, yet each costs a row of the embedding matrix.",
        "Across: the number of merges. Up: the tokens per word, or the size of the vocabulary.",
        progress -> finding(BpeLab.compression(problem, progress)));
  }

  static Finding finding(Compression compression) {
    double[] tokens =
        Arrays.stream(compression.tokens())
            .mapToDouble(n -> (double) n / compression.words())
            .toArray();
    double[] vocabulary = Arrays.stream(compression.vocabulary()).asDoubleStream().toArray();
    int last = tokens.length - 1;
    int half = 0;
    while (half < last && tokens[half] - tokens[last] > (tokens[0] - tokens[last]) / 2) {
      half++;
    }
    var conclusion =
        "%,d merges bring %s tokens per word down to %s; the first %,d of them do half of that, and the vocabulary grows from %s to %s symbols."
            .formatted(
                last,
                Numbers.text(tokens[0]),
                Numbers.text(tokens[last]),
                half,
                Numbers.text(vocabulary[0]),
                Numbers.text(vocabulary[last]));
    int stride = Math.max(1, last / LINES);
    var numbers =
        IntStream.rangeClosed(0, last)
            .filter(k -> k % stride == 0 || k == last)
            .mapToObj(k ->
                "%,7d merges   %s tokens per word   vocabulary %s"
                    .formatted(k, Numbers.text(tokens[k]), Numbers.text(vocabulary[k])))
            .collect(Collectors.joining("\n"));
    return new Finding(
        List.of(
            new Finding.Picture("Tokens per word", chart("tokens per word", tokens)),
            new Finding.Picture("Vocabulary", chart("symbols", vocabulary))),
        conclusion,
        numbers);
  }

  private static Drawing chart(String name, double[] values) {
    return (surface, area, look) -> {
      int last = values.length - 1;
      var series =
          new LineChart.Series(
              "", look.palette().accent(), 0, values, last, Numbers.text(values[last]));
      new LineChart(new Axes("merges", name), Scale.Kind.LINEAR, Math.max(1, last), List.of(series))
          .draw(surface, area, look);
    };
  }
}
