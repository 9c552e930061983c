package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.Focus;
import dev.stepwise.compute.attention.MaskFocus;
import dev.stepwise.compute.attention.OutputFocus;
import dev.stepwise.compute.attention.ProjectionFocus;
import dev.stepwise.compute.attention.ScaleFocus;
import dev.stepwise.compute.attention.ScoreFocus;
import dev.stepwise.compute.attention.SoftmaxFocus;
import dev.stepwise.compute.attention.Tensor;
import java.util.List;
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
  /// That of a step.
  public static Spotlight of(Focus focus) {
    var place = focus instanceof ProjectionFocus ? List.<Integer>of() : focus.place();
    return new Spotlight(
        at(place, 0),
        at(place, 1),
        at(place, 2),
        involved(focus),
        focus.tensor().compareTo(Tensor.WEIGHTS) < 0 ? Tensor.SCORES : Tensor.WEIGHTS);
  }

  private static Optional<Integer> at(List<Integer> place, int index) {
    return index < place.size() ? Optional.of(place.get(index)) : Optional.empty();
  }

  private static Set<Tensor> involved(Focus focus) {
    return switch (focus) {
      case ProjectionFocus _ -> Set.of(Tensor.Q, Tensor.K, Tensor.V);
      case ScoreFocus _ -> Set.of(Tensor.Q, Tensor.K, Tensor.SCORES);
      case ScaleFocus _, MaskFocus _ -> Set.of(Tensor.SCORES);
      case SoftmaxFocus _ -> Set.of(Tensor.SCORES, Tensor.WEIGHTS);
      case OutputFocus.Finished _ -> Set.of(Tensor.values());
      case OutputFocus _ -> Set.of(Tensor.WEIGHTS, Tensor.V, Tensor.OUTPUT);
    };
  }
}
