package dev.stepwise.compute.bpe;

import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.text.Phrases;
import java.util.HashSet;
import java.util.OptionalInt;

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

  private BpeFrame frame(int applied, Focus focus) {
    return new BpeFrame(problem, training, applied, focus);
  }

  private Step<BpeFrame> split() {
    return frame(0, new SplitFocus.Split())
        .step("Split")
        .opening(() -> Run.indexed(training.words().size(), this::wordSplit));
  }

  private Step<BpeFrame> wordSplit(int word) {
    return frame(0, new SplitFocus.WordSplit(word)).step(Signs.word(training.words().word(word)));
  }

  private Step<BpeFrame> merge(int rank) {
    var merge = training.merge(rank);
    var frame = frame(rank + 1, new MergeFocus.Merged(merge));
    return frame
        .step("Merge " + Phrases.number(merge.number()))
        .meeting(BpeConditions.inMerge(merge, problem.rules()))
        .opening(() -> new MergeSteps(frame, merge).all());
  }

  private Step<BpeFrame> end() {
    int learned = training.total().orElseThrow();
    var encodings = problem.encode().stream().map(word -> training.encode(word, learned)).toList();
    var frame = frame(learned, new EncodeFocus.Encoded(encodings));
    var conditions = new HashSet<Condition>();
    if (learned < problem.numMerges()) {
      conditions.add(BpeConditions.NO_PAIR_LEFT);
    }
    if (encodings.stream().anyMatch(each -> !frame.roundTrip(each).lost().isEmpty())) {
      conditions.add(BpeConditions.UNKNOWN);
    }
    var step = frame.step(encodings.isEmpty() ? "Learned" : "Encode").meeting(conditions);
    return encodings.isEmpty() ? step : step.opening(() -> new EncodeSteps(frame).of(encodings));
  }
}
