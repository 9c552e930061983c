package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.run.Ref;
import java.util.Optional;

/// What an address of a step names. Indices count from 0.
///
/// A variable may carry indices in its name, as the row that a step looks at does: `scores[3]` at 2
/// is the cell of row 3 and column 2, as is `scores` at 3, 2. Inside softmax `scores[3]` is the row
/// that the function has, shifted or not.
public sealed interface Place {
  /// A cell of a matrix.
  record Cell(Tensor tensor, int row, int column) implements Place {}

  /// A number of a row on its way through softmax: [Part#MAX] is the score before anything is done
  /// to it, then the shifted score and the exponential.
  record InSoftmax(int query, int key, Part part) implements Place {}

  /// A number that a row on its way through softmax has one of: the greatest score, [Part#MAX], or
  /// the sum, [Part#SUM].
  record OfRow(int query, Part part) implements Place {}

  /// Its address at a step.
  default Ref address(AttentionFrame frame) {
    return switch (this) {
      case Cell(var tensor, int row, int column) -> frame.address(tensor, row, column);
      case InSoftmax(int query, int key, var part) ->
          Ref.of((part == Part.EXP ? "exps[%d]" : "scores[%d]").formatted(query), key);
      case OfRow(int query, var part) ->
          Ref.of((part == Part.MAX ? "top[%d]" : "sums[%d]").formatted(query));
    };
  }

  /// What an address names; empty where it names nothing.
  static Optional<Place> of(AttentionFrame frame, Ref ref) {
    var name = IndexedName.of(ref);
    return switch (name.stem()) {
      case "top" -> row(frame, name, Part.MAX);
      case "sums" -> row(frame, name, Part.SUM);
      case "exps" -> inSoftmax(frame, name, Part.EXP);
      case "scores" ->
          name.indexed() && frame.focus() instanceof SoftmaxFocus
              ? inSoftmax(frame, name, arrived(frame))
              : cell(frame, name);
      default -> cell(frame, name);
    };
  }

  private static Part arrived(AttentionFrame frame) {
    boolean atFirst =
        frame.focus() instanceof SoftmaxFocus.PartWeighed(_, var part) && part == Part.MAX;
    return atFirst || !frame.problem().settings().isStable() ? Part.MAX : Part.SHIFT;
  }

  private static Optional<Place> cell(AttentionFrame frame, IndexedName name) {
    for (var tensor : Tensor.values()) {
      double[][] values = frame.values(tensor);
      if (tensor.variable().equals(name.stem()) && name.within(values.length, values[0].length)) {
        return Optional.of(new Cell(tensor, name.indices().get(0), name.indices().get(1)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> row(AttentionFrame frame, IndexedName name, Part part) {
    return frame.focus() instanceof SoftmaxFocus && name.within(frame.problem().length())
        ? Optional.of(new OfRow(name.indices().getFirst(), part))
        : Optional.empty();
  }

  private static Optional<Place> inSoftmax(AttentionFrame frame, IndexedName name, Part part) {
    int n = frame.problem().length();
    return frame.focus() instanceof SoftmaxFocus && name.within(n, n)
        ? Optional.of(new InSoftmax(name.indices().get(0), name.indices().get(1), part))
        : Optional.empty();
  }
}
