package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.run.TokenLabel;
import java.util.List;
import java.util.stream.IntStream;

/// What rows are called beside matrices. A wrong reshape makes rows that belong to no token.
final class RowNames {
  private RowNames() {}

  /// Of X and of Q, K and V of full width: tokens.
  static List<String> whole(MultiHeadProblem problem) {
    return TokenLabel.all(problem.tokens());
  }

  /// Of a head: tokens, or the pieces that it got instead.
  static List<String> head(MultiHeadProblem problem, int head) {
    return Words.labels(problem.tokens(), problem.pieces(head));
  }

  /// Of the joined heads and the output: tokens, or numbers where each row is of several.
  static List<String> joined(MultiHeadProblem problem) {
    return !problem.misplaces()
        ? whole(problem)
        : IntStream.range(0, problem.length()).mapToObj(row -> "row " + row).toList();
  }
}
