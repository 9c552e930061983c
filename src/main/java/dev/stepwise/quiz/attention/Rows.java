package dev.stepwise.quiz.attention;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Sharpness;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.quiz.Clearly;
import dev.stepwise.quiz.Question.Option;
import java.util.List;
import java.util.stream.IntStream;

/// The rows of a frame's matrices, as questions speak of them. Rows count from 0.
record Rows(AttentionFrame frame) {
  /// With more tokens or wider keys nobody reads the numbers off the stage.
  private static final int MOST_TOKENS = 24;

  private static final int WIDEST = 16;

  /// How many tokens.
  int count() {
    return frame.problem().length();
  }

  /// Whether the numbers of an n×n matrix can be read.
  boolean areLegible() {
    return count() <= MOST_TOKENS;
  }

  /// Whether the rows of Q, K and V can be read too.
  boolean areShort() {
    return areLegible() && frame.headWidth() <= WIDEST;
  }

  /// Those with a number that is clearly larger than the others; none where nobody could read them.
  List<Integer> decided(double[][] rows) {
    if (!areLegible()) {
      return List.of();
    }
    return IntStream.range(0, rows.length)
        .filter(i -> Clearly.largest(rows[i]).isPresent())
        .boxed()
        .toList();
  }

  String token(int i) {
    return Words.token(frame.problem(), i);
  }

  /// A token as a key, standing at a number.
  Option key(int j, Ref at) {
    return Option.of(token(j)).at(at);
  }

  /// The address of a number of a row in what the step wrote: in the whole matrix, or in the row
  /// that the step looks at.
  Ref written(Tensor tensor, int row, int column) {
    var focus = frame.focus();
    return focus.place().size() == 1
        ? Ref.of(focus.variable(), column)
        : Ref.of(tensor.variable(), row, column);
  }

  /// The addresses of all numbers of a row in what the step wrote.
  List<Ref> written(Tensor tensor, int row) {
    return IntStream.range(0, frame.values(tensor)[row].length)
        .mapToObj(column -> written(tensor, row, column))
        .toList();
  }

  /// The address of a score on the stage.
  static Ref score(int row, int column) {
    return Ref.of(Tensor.SCORES.variable(), row, column);
  }

  /// The greatest number of a row; of equal ones the first.
  static int greatest(double[] row) {
    return Sharpness.winner(row);
  }
}
