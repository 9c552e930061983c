package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.attention.Tensor;
import java.util.Optional;
import java.util.Set;

/// What a step is about, for the picture of a head.
///
/// @param query the row it works on, if it is one
/// @param key the column it works on, if it is one
/// @param term the term of a dot product, if it is one
/// @param involved the matrices that it reads or writes; others step back
/// @param middle what stands in the middle
public record Spotlight(
    Optional<Integer> query,
    Optional<Integer> key,
    Optional<Integer> term,
    Set<Tensor> involved,
    Tensor middle) {
  private static final Set<Tensor> SCORING = Set.of(Tensor.Q, Tensor.K, Tensor.SCORES);
  private static final Set<Tensor> MIXING = Set.of(Tensor.WEIGHTS, Tensor.V, Tensor.OUTPUT);

  /// That of a step.
  public static Spotlight of(Focus focus) {
    return switch (focus) {
      case Focus.Projected _,
          Focus.MatrixProjected _,
          Focus.CellProjected _,
          Focus.TermProjected _ ->
          on(Set.of(Tensor.Q, Tensor.K, Tensor.V), Tensor.SCORES);
      case Focus.Scored _ -> on(SCORING, Tensor.SCORES);
      case Focus.RowScored(int query) -> row(query, SCORING, Tensor.SCORES);
      case Focus.CellScored(int query, int key) ->
          new Spotlight(
              Optional.of(query), Optional.of(key), Optional.empty(), SCORING, Tensor.SCORES);
      case Focus.TermScored(int query, int key, int term, _) ->
          new Spotlight(
              Optional.of(query), Optional.of(key), Optional.of(term), SCORING, Tensor.SCORES);
      case Focus.Scaled _, Focus.Masked _ -> on(Set.of(Tensor.SCORES), Tensor.SCORES);
      case Focus.RowScaled(int query) -> row(query, Set.of(Tensor.SCORES), Tensor.SCORES);
      case Focus.RowMasked(int query) -> row(query, Set.of(Tensor.SCORES), Tensor.SCORES);
      case Focus.Weighed _ -> on(Set.of(Tensor.SCORES, Tensor.WEIGHTS), Tensor.WEIGHTS);
      case Focus.RowWeighed(int query) ->
          row(query, Set.of(Tensor.SCORES, Tensor.WEIGHTS), Tensor.WEIGHTS);
      case Focus.PartWeighed(int query, _) ->
          row(query, Set.of(Tensor.SCORES, Tensor.WEIGHTS), Tensor.WEIGHTS);
      case Focus.Mixed _ -> on(MIXING, Tensor.WEIGHTS);
      case Focus.RowMixed(int query) -> row(query, MIXING, Tensor.WEIGHTS);
      case Focus.TermMixed(int query, int key) ->
          new Spotlight(
              Optional.of(query), Optional.of(key), Optional.empty(), MIXING, Tensor.WEIGHTS);
      case Focus.Finished _ -> on(Set.of(Tensor.values()), Tensor.WEIGHTS);
    };
  }

  private static Spotlight on(Set<Tensor> involved, Tensor middle) {
    return new Spotlight(Optional.empty(), Optional.empty(), Optional.empty(), involved, middle);
  }

  private static Spotlight row(int query, Set<Tensor> involved, Tensor middle) {
    return new Spotlight(Optional.of(query), Optional.empty(), Optional.empty(), involved, middle);
  }
}
