package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Stage;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.Map;

/// What a step looks at. It knows the kind of its steps, what they say, how far they have come and
/// which variables they have beside those of every step: a kind of step stands in one place.
/// Tokens, rows and columns count from 0.
public sealed interface Focus
    permits ProjectionFocus, ScoreFocus, ScaleFocus, MaskFocus, SoftmaxFocus, OutputFocus {
  /// Of a sum all terms, of a matrix all cells.
  int ALL = Integer.MAX_VALUE;

  /// What its steps have in common.
  StepKind kind();

  /// What its step says.
  Narration narration(AttentionFrame frame);

  /// The matrix that it is about; of several the last.
  Tensor tensor();

  /// Where in it: nothing for the whole, a row (of scores: a query), a row and a column (of scores:
  /// a query and a key), or these and a term of a sum.
  default List<Integer> place() {
    return List.of();
  }

  /// How many cells of its matrix are there after its step, counted row by row. Matrices before it
  /// are there, those after it not.
  default int cells(AttentionFrame frame) {
    return ALL;
  }

  /// How many terms of a cell's sum have been added up, where not all have.
  default int terms(Tensor of, int row, int column) {
    return ALL;
  }

  /// How far the scores of a row have come.
  default Stage stage(int row) {
    return Stage.MASKED;
  }

  /// The name of the variable that it writes: the matrix, a row of it or a cell of it.
  default String variable() {
    var at = place();
    return switch (at.size()) {
      case 0 -> tensor().variable();
      case 1 -> tensor().rowName(at.getFirst());
      default -> tensor().cellName(at.getFirst(), at.get(1));
    };
  }

  /// Adds the variables that only its steps have: the row or the cell that it looks at.
  default void addTo(Map<String, Value> variables, AttentionFrame frame) {
    var at = place();
    if (!at.isEmpty()) {
      double[] row = frame.values(tensor())[at.getFirst()];
      variables.put(
          variable(), at.size() == 1 ? new Value.Vector(row) : new Value.Scalar(row[at.get(1)]));
    }
  }

  /// The addresses of the numbers that its step wrote.
  default List<Ref> written(AttentionFrame frame) {
    return Ref.all(frame.variables(), kind().writes());
  }
}
