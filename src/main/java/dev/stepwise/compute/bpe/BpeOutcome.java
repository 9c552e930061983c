package dev.stepwise.compute.bpe;

import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Outcome.Curve;
import dev.stepwise.compute.exercise.Outcome.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How short the merges have made the words, and what for: the symbols that they took.
///
/// @param frame of the step
record BpeOutcome(BpeFrame frame) {

  /// After the merges that the words have been through.
  Outcome outcome() {
    int merges = frame.applied();
    var training = frame.training();
    double[] tokens =
        Arrays.stream(training.tokenCounts(merges)).mapToDouble(count -> (double) count).toArray();
    double perWord = tokens[merges] / (double) training.words().total();
    var figures = new ArrayList<Figure>();
    figures.add(new Figure("the number of tokens", "tokens", tokens[merges]));
    figures.add(new Figure("the number of tokens a word", "tokens a word", perWord));
    figures.add(new Figure("the size of the vocabulary", "symbols", training.vocabulary(merges)));
    figures.add(new Figure("the number of merges", "merges", merges));
    if (frame.focus() instanceof EncodeFocus.Encoded(List<Encoding> encodings)) {
      figures.addAll(ofEncoding(encodings));
    }
    return new Outcome(figures, Optional.of(new Curve("Tokens", "after each merge", 0, tokens)));
  }

  private List<Figure> ofEncoding(List<Encoding> encodings) {
    var figures = new ArrayList<Figure>();
    long ends = frame.training().symbols(frame.applied()).stream().filter(Symbol::endsWord).count();
    figures.add(
        new Figure(
            "the number of symbols that end a word", "symbols that end a word", (double) ends));
    if (!encodings.isEmpty()) {
      long tokens = encodings.stream().mapToLong(each -> each.size(each.stages().size())).sum();
      figures.add(
          new Figure(
              "the number of tokens of the encoded words", "tokens encoded", (double) tokens));
    }
    return figures;
  }
}
