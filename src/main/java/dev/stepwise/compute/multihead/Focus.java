package dev.stepwise.compute.multihead;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What a step looks at. It knows the kind of its steps, what they say, how far they have come and
/// which variables they have beside those of every step: a kind of step stands in one place. Tokens
/// and heads count from 0.
public sealed interface Focus
    permits ProjectFocus, ReshapeFocus, TransposeFocus, HeadsFocus, JoinFocus, MixFocus {
  /// Of a stage all parts.
  int ALL = Integer.MAX_VALUE;

  /// How far the run has come.
  enum Stage {
    /// Q, K and V of full width.
    PROJECT,
    /// Cut.
    RESHAPE,
    /// Heads first.
    TRANSPOSE,
    /// Every head by itself.
    ATTEND,
    /// The heads side by side.
    JOIN,
    /// Mixed by W_o.
    MIX,
    /// The end.
    END
  }

  /// What its steps have in common.
  StepKind kind();

  /// What its step says.
  Narration narration(MultiHeadFrame frame);

  /// How far the run has come with its step.
  Stage stage();

  /// How many parts of its stage are done after its step: heads that have attended, tokens that are
  /// joined or mixed.
  default int parts() {
    return ALL;
  }

  /// Adds the variables that only its steps have: the head or the row that it looks at.
  default void addTo(Map<String, Value> variables, MultiHeadFrame frame) {}

  /// The variables of the listing at its step.
  default SequencedMap<String, Value> variables(MultiHeadFrame frame) {
    return MultiHeadVariables.of(frame);
  }

  /// The addresses of the numbers that its step wrote.
  default List<Ref> written(MultiHeadFrame frame) {
    return Ref.all(frame.variables(), kind().writes());
  }
}
