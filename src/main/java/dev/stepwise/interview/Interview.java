package dev.stepwise.interview;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// An interview, as far as it has come.
///
/// @param exerciseId what was asked
/// @param day on which it began
/// @param minutes that it may take, at least 1
/// @param spent how long the clock has run
/// @param phase what it is at
/// @param notes what was noted
/// @param code what was written
/// @param nudges how many were asked for
/// @param ratings 0 to [Criterion#MOST], of what has been rated
public record Interview(
    String exerciseId,
    LocalDate day,
    int minutes,
    Duration spent,
    Phase phase,
    String notes,
    String code,
    int nudges,
    Map<Criterion, Integer> ratings) {

  /// Copies the ratings.
  ///
  /// @throws IllegalArgumentException where a number is out of range
  public Interview {
    ratings = ratings.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(ratings));
    if (minutes < 1
        || nudges < 0
        || spent.isNegative()
        || ratings.values().stream().anyMatch(given -> given < 0 || given > Criterion.MOST)) {
      throw new IllegalArgumentException("an interview with numbers out of range");
    }
  }

  /// One that begins, with a blank page.
  public static Interview begin(String exerciseId, LocalDate day, int minutes) {
    return new Interview(
        exerciseId, day, minutes, Duration.ZERO, Phase.PROBLEM, "", "", 0, Map.of());
  }

  /// What is left on the clock; nothing once time is up.
  public Duration left() {
    var left = Duration.ofMinutes(minutes).minus(spent);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// Whether time is up.
  public boolean isOver() {
    return left().isZero();
  }

  /// The sum of the ratings.
  public int points() {
    return ratings.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Whether every criterion is rated.
  public boolean isRated() {
    return ratings.size() == Criterion.values().length;
  }

  /// The same after some time, which ends when time is up.
  Interview after(Duration more) {
    var longest = Duration.ofMinutes(minutes);
    var sum = spent.plus(more);
    var now = sum.compareTo(longest) < 0 ? sum : longest;
    return new Interview(exerciseId, day, minutes, now, phase, notes, code, nudges, ratings);
  }

  /// The same at another phase.
  Interview at(Phase other) {
    return new Interview(exerciseId, day, minutes, spent, other, notes, code, nudges, ratings);
  }

  /// The same with other pages.
  Interview written(String otherNotes, String otherCode) {
    return new Interview(
        exerciseId, day, minutes, spent, phase, otherNotes, otherCode, nudges, ratings);
  }

  /// The same with one nudge more.
  Interview nudged() {
    return new Interview(exerciseId, day, minutes, spent, phase, notes, code, nudges + 1, ratings);
  }

  /// The same with a rating.
  Interview rated(Criterion criterion, int points) {
    var more = new EnumMap<Criterion, Integer>(Criterion.class);
    more.putAll(ratings);
    more.put(criterion, points);
    return new Interview(exerciseId, day, minutes, spent, phase, notes, code, nudges, more);
  }
}
