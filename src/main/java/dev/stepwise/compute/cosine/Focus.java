package dev.stepwise.compute.cosine;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.Map;

/// What a step looks at. It knows the kind of its steps, what they say and which variables they
/// have beside those of every step: a kind of step stands in one place.
public sealed interface Focus
    permits TextFocus, VectorFocus, ScoreFocus, SelectionFocus, HeapFocus {
  /// No document.
  int NONE = -1;

  /// What its steps have in common.
  StepKind kind(CosineFrame frame);

  /// What its step says.
  Narration narration(CosineFrame frame);

  /// One that looks at a document.
  interface OnDocument {
    /// Which one.
    int document();
  }

  /// One that looks at a vector, which is a document's or the query's.
  interface OnVector {
    /// Which one; n for the query.
    int vector();
  }

  /// Adds the variables that only its steps have.
  default void addTo(Map<String, Value> variables, CosineFrame frame) {}

  /// The addresses of the numbers that its step wrote.
  default List<Ref> written(CosineFrame frame) {
    return Ref.all(frame.variables(), kind(frame).writes());
  }
}
