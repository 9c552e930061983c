package dev.stepwise.view.bpe.lab;

import dev.stepwise.compute.bpe.BpeLab;
import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.draw.Axes;
import dev.stepwise.view.bpe.lab.LogPlot.Line;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Zipf's law: how often the words occur by their rank, and the tokens before and after the merges.
final class Zipf {
  private Zipf() {}

  static Experiment experiment(BpeProblem problem) {
    return new Experiment(
        "zipf",
        "Zipf: frequency against rank",
        "A few words make up most of a text and most words are rare; merges take from the frequent symbols and give to new ones.",
        "Across, logarithmic: the rank, 1 for the most frequent. Up, logarithmic: how often the word or token occurs. A straight line is a power law.",
        progress -> finding(problem, progress));
  }

  private static Finding finding(BpeProblem problem, DoubleConsumer progress) {
    long[] words = BpeLab.wordFrequencies(problem);
    long[] characters = BpeLab.tokenFrequencies(problem, 0, share -> progress.accept(share * 0.4));
    long[] tokens =
        BpeLab.tokenFrequencies(
            problem, problem.numMerges(), share -> progress.accept(0.4 + share * 0.6));
    var plot =
        new LogPlot(
            new Axes("rank", "frequency"),
            List.of(
                line("words", words, 0),
                line("characters", characters, 1),
                line("tokens", tokens, 2)));
    long all = Arrays.stream(words).sum();
    long ten = Arrays.stream(words).limit(10).sum();
    long once = Arrays.stream(words).filter(frequency -> frequency == 1).count();
    var conclusion =
        "The ten most frequent words are %d %% of the text; %,d of %,d different words occur once. The most frequent symbol falls from %,d to %,d occurrences."
            .formatted(Math.round(100.0 * ten / all), once, words.length, characters[0], tokens[0]);
    return new Finding(
        List.of(new Finding.Picture("Logarithmic", plot)), conclusion, numbers(words, tokens));
  }

  private static Line line(String name, long[] frequencies, int category) {
    var kept = ranks(frequencies.length);
    return new Line(
        name,
        kept.stream().mapToDouble(rank -> rank).toArray(),
        kept.stream().mapToDouble(rank -> frequencies[rank - 1]).toArray(),
        category);
  }

  /// All of the first ranks, then ever fewer: evenly on a logarithmic axis.
  private static List<Integer> ranks(int last) {
    var ranks = new ArrayList<Integer>();
    for (int rank = 1; rank <= last; rank = Math.max(rank + 1, (int) (rank * 1.04))) {
      ranks.add(rank);
    }
    return ranks;
  }

  private static String numbers(long[] words, long[] tokens) {
    return IntStream.of(1, 2, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000)
        .filter(rank -> rank <= Math.max(words.length, tokens.length))
        .mapToObj(rank ->
            "rank %,6d   word %s   token %s".formatted(rank, at(words, rank), at(tokens, rank)))
        .collect(Collectors.joining("\n"));
  }

  private static String at(long[] frequencies, int rank) {
    return rank <= frequencies.length ? "%,d".formatted(frequencies[rank - 1]) : "none";
  }
}
