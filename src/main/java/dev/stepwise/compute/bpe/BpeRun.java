package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.BpeFrame.Focus;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// The run of BPE: split, one step a merge, and the encoding at the end. Splitting opens into the
/// words, a merge into counting, choosing and replacing, encoding into its words.
///
/// No step keeps anything: what a step shows, the [Training] finds again.
public final class BpeRun implements Run<BpeFrame> {
  private final BpeProblem problem;
  private final Training training;

  /// A run of what is learned.
  ///
  /// @param training of the problem
  public BpeRun(BpeProblem problem, Training training) {
    this.problem = problem;
    this.training = training;
  }

  @Override
  public Step<BpeFrame> step(int index) {
    if (!has(index)) {
      throw new IndexOutOfBoundsException("step " + index);
    }
    if (index == 0) {
      training.prepare(); // here, and not when a window draws the step
      return split();
    }
    return training.has(index) ? merge(index - 1) : end();
  }

  @Override
  public boolean has(int index) {
    if (index <= 0) {
      return index == 0;
    }
    return training.has(index) || index == training.total().orElseThrow() + 1;
  }

  @Override
  public OptionalInt knownLength() {
    var total = training.total();
    return total.isPresent() ? OptionalInt.of(total.getAsInt() + 2) : OptionalInt.empty();
  }

  private Step<BpeFrame> split() {
    var frame = new BpeFrame(problem, training, 0, new Focus.Split());
    boolean text = problem.corpus().text().isPresent();
    return new Step<>(
        "split",
        "Split",
        BpeNarration.split(frame),
        text ? Line.READ : Line.READ_SPLIT,
        List.of("corpus"),
        BpeVariables.spelledOut(frame) ? List.of("words") : List.of("len(words)"),
        Set.of(),
        frame,
        () -> Run.indexed(training.words().size(), this::wordSplit));
  }

  private Step<BpeFrame> wordSplit(int word) {
    var frame = new BpeFrame(problem, training, 0, new Focus.WordSplit(word));
    return new Step<>(
        "split",
        Phrases.word(training.words().word(word)),
        BpeNarration.wordSplit(frame, word),
        Line.SPLIT_WORD,
        List.of("word", "marker"),
        List.of("words"),
        Set.of(),
        frame,
        null);
  }

  private Step<BpeFrame> merge(int rank) {
    var merge = training.merge(rank);
    var frame = new BpeFrame(problem, training, rank + 1, new Focus.Merged(merge));
    return new Step<>(
        "merge",
        "Merge " + Phrases.number(merge.number()),
        BpeNarration.merged(frame, merge),
        Line.CHOOSE,
        List.of("words", "counts"),
        BpeVariables.spelledOut(frame) ? List.of("counts", "best", "words") : List.of("best"),
        BpeConditions.inMerge(merge),
        frame,
        () -> MergeSteps.of(problem, training, merge));
  }

  private Step<BpeFrame> end() {
    int learned = training.total().orElseThrow();
    var encodings = problem.encode().stream().map(word -> training.encode(word, learned)).toList();
    var focus = new Focus.Encoded(encodings);
    var frame = new BpeFrame(problem, training, learned, focus);
    boolean exhausted = learned < problem.numMerges();
    boolean unknown =
        encodings.stream().anyMatch(each -> !EncodeNarration.unknown(frame, each).isEmpty());
    var conditions = new HashSet<Condition>();
    if (exhausted) {
      conditions.add(BpeConditions.NO_PAIR_LEFT);
    }
    if (unknown) {
      conditions.add(BpeConditions.UNKNOWN);
    }
    return new Step<>(
        "encode",
        encodings.isEmpty() ? "Learned" : "Encode",
        EncodeNarration.encoded(frame, focus),
        encodings.isEmpty() ? Line.NOTHING_LEFT : Line.ENCODE_MERGE,
        List.of("merges"),
        List.of("tokens"),
        conditions,
        frame,
        encodings.isEmpty() ? null : () -> EncodeSteps.of(frame, focus));
  }
}
