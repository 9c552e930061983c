package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.BpeFrame.Focus;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Set;

/// The steps inside the encoding: a word each, which opens into its splitting, the merges that
/// apply, and the numbers of its tokens.
final class EncodeSteps {
  private EncodeSteps() {}

  static Run<BpeFrame> of(BpeFrame end, Focus.Encoded focus) {
    var encodings = focus.encodings();
    return Run.indexed(encodings.size(), index -> word(end, index, encodings.get(index)));
  }

  private static Step<BpeFrame> word(BpeFrame end, int index, Encoding encoding) {
    var frame = with(end, new Focus.WordEncoded(index, encoding));
    int stages = encoding.stages().size();
    return new Step<>(
        "encode",
        Phrases.word(encoding.word()),
        EncodeNarration.wordEncoded(frame, encoding),
        Line.ENCODE_MERGE,
        List.of("word", "merges"),
        List.of("tokens"),
        unknown(frame, encoding),
        frame,
        () ->
            Run.indexed(
                stages + 2,
                stage ->
                    stage <= stages
                        ? applied(end, index, encoding, stage)
                        : numbered(end, index, encoding)));
  }

  private static Set<Condition> unknown(BpeFrame frame, Encoding encoding) {
    return EncodeNarration.unknown(frame, encoding).isEmpty()
        ? Set.of()
        : Set.of(BpeConditions.UNKNOWN);
  }

  private static Step<BpeFrame> applied(BpeFrame end, int index, Encoding encoding, int stages) {
    var focus = new Focus.Applied(index, encoding, stages);
    var frame = with(end, focus);
    return new Step<>(
        "encode",
        stages == 0 ? "Split" : "Merge " + (encoding.stages().get(stages - 1).rank() + 1),
        EncodeNarration.applied(frame, focus),
        stages == 0 ? Line.ENCODE_SPLIT : Line.ENCODE_MERGE,
        stages == 0 ? List.of("word") : List.of("tokens", "best"),
        List.of("tokens"),
        Set.of(),
        frame,
        null);
  }

  private static Step<BpeFrame> numbered(BpeFrame end, int index, Encoding encoding) {
    var frame = with(end, new Focus.Numbered(index, encoding));
    return new Step<>(
        "encode",
        "Ids",
        EncodeNarration.numbered(frame, encoding),
        Line.NUMBER,
        List.of("tokens"),
        List.of("ids"),
        unknown(frame, encoding),
        frame,
        null);
  }

  private static BpeFrame with(BpeFrame end, Focus focus) {
    return new BpeFrame(end.problem(), end.training(), end.applied(), focus);
  }
}
