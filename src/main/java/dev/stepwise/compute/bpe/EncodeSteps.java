package dev.stepwise.compute.bpe;

import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Set;

/// The steps inside the encoding: a word each, which opens into its splitting, the merges that
/// apply, and the numbers of its tokens.
///
/// @param end the frame of the whole encoding
record EncodeSteps(BpeFrame end) {

  Run<BpeFrame> of(List<Encoding> encodings) {
    return Run.indexed(encodings.size(), index -> word(index, encodings.get(index)));
  }

  private Step<BpeFrame> word(int index, Encoding encoding) {
    int stages = encoding.stages().size();
    return end.at(new EncodeFocus.WordEncoded(index, encoding))
        .step(Signs.word(encoding.word()))
        .meeting(unknown(encoding))
        .opening(() ->
            Run.indexed(
                stages + 2,
                stage ->
                    stage <= stages ? applied(index, encoding, stage) : numbered(index, encoding)));
  }

  private Set<Condition> unknown(Encoding encoding) {
    return end.roundTrip(encoding).lost().isEmpty() ? Set.of() : Set.of(BpeConditions.UNKNOWN);
  }

  private Step<BpeFrame> applied(int index, Encoding encoding, int stages) {
    var crumb =
        stages == 0
            ? "Split"
            : "Merge " + Phrases.number(encoding.stages().get(stages - 1).rank() + 1L);
    return end.at(new EncodeFocus.Applied(index, encoding, stages)).step(crumb);
  }

  private Step<BpeFrame> numbered(int index, Encoding encoding) {
    return end.at(new EncodeFocus.Numbered(index, encoding)).step("Ids").meeting(unknown(encoding));
  }
}
