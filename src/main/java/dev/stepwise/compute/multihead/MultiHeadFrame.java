package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.multihead.MultiHead.Pass;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Value;
import java.util.SequencedMap;

/// What multi-head attention shows at a step: the whole pass, and how far the step has come in it.
///
/// @param problem the tokens, matrices and settings
/// @param pass all that is computed, also what the step has not reached yet
/// @param focus what the step looks at
public record MultiHeadFrame(MultiHeadProblem problem, Pass pass, Focus focus) implements Frame {

  /// What a step looks at. Tokens and heads count from 0.
  public sealed interface Focus {
    /// Q, K and V of full width.
    record Projected() implements Focus {}

    /// A step inside the projection.
    ///
    /// @param frame of exercise 1, with matrices of full width
    record Projecting(AttentionFrame frame) implements Focus {}

    /// Cut to n×heads×d_k; with the wrong reshape straight to heads×n×d_k.
    record Reshaped() implements Focus {}

    /// Turned to heads×n×d_k; with the wrong reshape nothing happens.
    record Turned() implements Focus {}

    /// Every head attends.
    record Attended() implements Focus {}

    /// One head attends.
    record HeadAttended(int head) implements Focus {}

    /// A step inside a head.
    ///
    /// @param frame of exercise 1
    record Inside(int head, AttentionFrame frame) implements Focus {}

    /// The heads side by side.
    record Joined() implements Focus {}

    /// One token's rows side by side.
    record TokenJoined(int token) implements Focus {}

    /// Mixed by W_o.
    record Mixed() implements Focus {}

    /// One token's row mixed.
    record TokenMixed(int token) implements Focus {}

    /// The end.
    record Finished() implements Focus {}
  }

  /// How far the run has come, from 0 for projected to 6 for the end.
  public int stage() {
    return switch (focus) {
      case Focus.Projected _, Focus.Projecting _ -> 0;
      case Focus.Reshaped _ -> 1;
      case Focus.Turned _ -> 2;
      case Focus.Attended _, Focus.HeadAttended _, Focus.Inside _ -> 3;
      case Focus.Joined _, Focus.TokenJoined _ -> 4;
      case Focus.Mixed _, Focus.TokenMixed _ -> 5;
      case Focus.Finished _ -> 6;
    };
  }

  /// How many heads have attended after this step.
  public int attended() {
    return switch (focus) {
      case Focus.Projected _, Focus.Projecting _, Focus.Reshaped _, Focus.Turned _ -> 0;
      case Focus.HeadAttended(int head) -> head + 1;
      case Focus.Inside(int head, _) -> head;
      default -> problem.heads();
    };
  }

  /// How many rows of the joined heads are there.
  public int joinedRows() {
    return switch (focus) {
      case Focus.TokenJoined(int token) -> token + 1;
      default -> stage() >= 4 ? problem.length() : 0;
    };
  }

  /// How many rows of the output are there.
  public int outputRows() {
    return switch (focus) {
      case Focus.TokenMixed(int token) -> token + 1;
      default -> stage() >= 5 ? problem.length() : 0;
    };
  }

  @Override
  public SequencedMap<String, Value> variables() {
    return MultiHeadVariables.of(this);
  }

  MultiHeadFrame looking(Focus other) {
    return new MultiHeadFrame(problem, pass, other);
  }
}
