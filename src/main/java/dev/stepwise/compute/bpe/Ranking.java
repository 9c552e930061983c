package dev.stepwise.compute.bpe;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;

/// Which merge comes next while a word is encoded: of those whose pairs stand in the word, the one
/// that was learned first.
///
/// @param frame the frame of the step
/// @param encoding how the word is encoded
record Ranking(BpeFrame frame, Encoding encoding) {

  /// @param stage which of the merges that apply, from 0
  Derivation derivation(int stage) {
    int rank = encoding.stages().get(stage).rank();
    int from = stage == 0 ? 0 : encoding.stages().get(stage - 1).rank() + 1;
    var tokens = encoding.after(stage);
    var applying = frame.training().applying(tokens, from, frame.applied());
    var least =
        new Operation.Extremum(
            Operation.Extreme.LEAST,
            Operand.list(applying.size(), i -> Operand.count(applying.get(i))));
    var merge = frame.training().merge(rank);
    var number = Phrases.number(merge.number());
    return Derivation.of(Ref.of("rank"), rank, least)
        .titled("Why merge %s comes next".formatted(number))
        .saying(
            "Of the merges whose pair stands in %s, number %s was learned first: it comes next, whatever is frequent in this word. It joins %s, counted %s in the corpus."
                .formatted(
                    Signs.spaced(tokens),
                    number,
                    Signs.pair(merge.pair()),
                    Phrases.times(merge.count())))
        .tabled(Table.NONE);
  }
}
