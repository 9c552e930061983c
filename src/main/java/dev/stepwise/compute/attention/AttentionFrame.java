package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.Attention.Pass;
import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Value;
import java.util.SequencedMap;

/// What attention shows at a step: the whole pass, and how far the step has come in it.
///
/// @param problem the tokens, matrices and settings
/// @param pass all that is computed, also what the step has not reached yet
/// @param focus what the step looks at
/// @param projected whether Q, K and V are computed by this run, from X; else they were given to it
public record AttentionFrame(AttentionProblem problem, Pass pass, Focus focus, boolean projected)
    implements Frame {

  /// What a step looks at. Tokens, rows and columns count from 0.
  public sealed interface Focus {
    /// Q, K and V.
    record Projected() implements Focus {}

    /// One of Q, K and V.
    record MatrixProjected(Tensor matrix) implements Focus {}

    /// One cell of Q, K or V: a dot product.
    record CellProjected(Tensor matrix, int row, int column) implements Focus {}

    /// One term of such a dot product.
    ///
    /// @param sum of the terms up to and including this one
    record TermProjected(Tensor matrix, int row, int column, int term, double sum)
        implements Focus {}

    /// All the products of queries and keys.
    record Scored() implements Focus {}

    /// Those of one query.
    record RowScored(int query) implements Focus {}

    /// One of them.
    record CellScored(int query, int key) implements Focus {}

    /// One term of one of them.
    ///
    /// @param sum of the terms up to and including this one
    record TermScored(int query, int key, int term, double sum) implements Focus {}

    /// The scores scaled, or left as they are.
    record Scaled() implements Focus {}

    /// One row of scores scaled.
    record RowScaled(int query) implements Focus {}

    /// The keys hidden that may not be seen, if any.
    record Masked() implements Focus {}

    /// One row masked.
    record RowMasked(int query) implements Focus {}

    /// Every row through softmax.
    record Weighed() implements Focus {}

    /// One row through softmax.
    record RowWeighed(int query) implements Focus {}

    /// One part of it.
    record PartWeighed(int query, Part part) implements Focus {}

    /// The whole output.
    record Mixed() implements Focus {}

    /// The output of one token.
    record RowMixed(int query) implements Focus {}

    /// One weighted value added to it.
    record TermMixed(int query, int key) implements Focus {}

    /// The end.
    record Finished() implements Focus {}
  }

  /// The parts of softmax.
  public enum Part {
    /// The greatest score.
    MAX,
    /// The greatest score subtracted.
    SHIFT,
    /// The exponentials.
    EXP,
    /// Their sum.
    SUM,
    /// Each divided by the sum.
    DIVIDE
  }

  /// How far the scores of a row have come.
  public enum Stage {
    /// Not computed.
    NONE,
    /// The products of query and keys.
    PRODUCTS,
    /// Scaled.
    SCALED,
    /// Masked.
    MASKED
  }

  /// The values of a matrix, computed yet or not.
  public double[][] values(Tensor tensor) {
    return switch (tensor) {
      case X -> problem.x();
      case W_Q -> problem.queries();
      case W_K -> problem.keys();
      case W_V -> problem.values();
      case Q -> pass.q();
      case K -> pass.k();
      case V -> pass.v();
      case SCORES -> Progress.scores(this);
      case WEIGHTS -> pass.weights();
      case OUTPUT -> Progress.output(this);
    };
  }

  /// How many cells of a matrix are there after this step, counted row by row.
  public int known(Tensor tensor) {
    return Progress.known(this, tensor);
  }

  /// How far the scores of a row have come after this step.
  public Stage stage(int query) {
    return Progress.stage(focus, query);
  }

  /// What softmax subtracts from the scores of a row: their maximum, or 0 for the naive one.
  public double shift(int query) {
    return problem.settings().softmax() == SoftmaxKind.STABLE
        ? Softmax.greatest(pass.scores()[query])
        : 0;
  }

  @Override
  public SequencedMap<String, Value> variables() {
    return AttentionVariables.of(this);
  }

  AttentionFrame looking(Focus other) {
    return new AttentionFrame(problem, pass, other, projected);
  }
}
