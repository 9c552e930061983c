package dev.stepwise.compute.bpe;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import java.util.List;
import java.util.Optional;

/// What a step looks at. It knows the kind of its steps, what they say, their variables and the
/// numbers that they write: a kind of step stands in one place. Words are numbered in the order of
/// their first appearance, from 0.
public sealed interface Focus permits SplitFocus, CountFocus, MergeFocus, EncodeFocus {

  /// What its steps have in common.
  StepKind kind(BpeFrame frame);

  /// What its step says.
  Narration narration(BpeFrame frame);

  /// Adds the variables that exist at its step.
  void addTo(BpeVariables variables);

  /// The addresses of the numbers that its step wrote.
  List<Ref> written(BpeFrame frame);

  /// The merge that the step belongs to.
  default Optional<Merge> merge() {
    return Optional.empty();
  }

  /// The word of the corpus that the step looks at.
  default Optional<Integer> wordInSight() {
    return Optional.empty();
  }
}
