package dev.stepwise.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that is kept of interviews.
///
/// @param open the one under way
/// @param past those that have ended, the oldest first
public record Interviews(Optional<Interview> open, List<Interview> past) {
  /// None yet.
  public static final Interviews NONE = new Interviews(Optional.empty(), List.of());

  /// Copies the list.
  public Interviews {
    past = List.copyOf(past);
  }

  /// With another one under way.
  Interviews with(Interview other) {
    return new Interviews(Optional.of(other), past);
  }

  /// The one under way has ended, and is kept.
  Interviews ended() {
    var all = new ArrayList<>(past);
    open.ifPresent(all::add);
    return new Interviews(Optional.empty(), all);
  }

  /// The one under way is forgotten.
  Interviews withoutOpen() {
    return new Interviews(Optional.empty(), past);
  }

  /// How many of an exercise have ended.
  public long count(String exerciseId) {
    return past.stream().filter(one -> one.exerciseId().equals(exerciseId)).count();
  }
}
