package dev.stepwise.quiz;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// How a learner got on: right and wrong by exercise and kind of question, which parts of each
/// exercise were done, and which sections of its lesson were read. Immutable.
///
/// @param exercises by their names in files
public record Review(SequencedMap<String, Progress> exercises) {
  /// Nothing done yet.
  public static final Review EMPTY = new Review(new LinkedHashMap<>());

  /// A part of an exercise.
  public enum Part {
    /// Stepped through to the end.
    WATCH,
    /// Questions answered.
    PREDICT,
    /// Numbers worked out.
    BY_HAND,
    /// Own code checked.
    CODE
  }

  /// How one exercise went.
  ///
  /// @param kinds by kind of question or number
  /// @param parts how far each part is, 0 to 1
  /// @param read the sections of its lesson that were read, by their names in links
  public record Progress(
      SequencedMap<String, Tally> kinds, Map<Part, Double> parts, SequencedSet<String> read) {
    /// Nothing done yet.
    public static final Progress NONE =
        new Progress(new LinkedHashMap<>(), Map.of(), new LinkedHashSet<>());

    /// Copies the maps and the set.
    public Progress {
      kinds = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(kinds));
      parts = Map.copyOf(parts);
      read = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(read));
    }

    /// How far a part is, 0 to 1.
    public double part(Part part) {
      return parts.getOrDefault(part, 0.0);
    }

    /// The kinds that are due, those that went wrong first, then the oldest.
    public List<String> due(LocalDate today) {
      return kinds.entrySet().stream()
          .filter(entry -> entry.getValue().isDue(today))
          .sorted(
              Comparator.comparing((Map.Entry<String, Tally> entry) -> entry.getValue().wasRight())
                  .thenComparing(entry -> entry.getValue().last()))
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /// Copies the map.
  public Review {
    exercises = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(exercises));
  }

  /// How an exercise went.
  public Progress of(String exercise) {
    return exercises.getOrDefault(exercise, Progress.NONE);
  }

  /// An answer.
  ///
  /// @param correctness whether it was right
  public Review answered(
      String exercise, String kind, Certainty certainty, Correctness correctness, LocalDate today) {
    var progress = of(exercise);
    var kinds = new LinkedHashMap<>(progress.kinds());
    kinds.merge(
        kind,
        Tally.none(today).plus(certainty, correctness == Correctness.RIGHT, today),
        (before, _) -> before.plus(certainty, correctness == Correctness.RIGHT, today));
    return with(exercise, new Progress(kinds, progress.parts(), progress.read()));
  }

  /// Whether an answer was right.
  public enum Correctness {
    /// It was.
    RIGHT,
    /// It was not.
    WRONG
  }

  /// A part got so far; one that was further stays.
  ///
  /// @param share 0 to 1
  public Review reached(String exercise, Part part, double share) {
    var progress = of(exercise);
    var parts = new LinkedHashMap<>(progress.parts());
    parts.merge(part, Math.clamp(share, 0, 1), Math::max);
    return with(exercise, new Progress(progress.kinds(), parts, progress.read()));
  }

  /// A section of the lesson on an exercise was read.
  ///
  /// @param section its name in links
  public Review read(String exercise, String section) {
    var progress = of(exercise);
    var read = new LinkedHashSet<>(progress.read());
    read.add(section);
    return with(exercise, new Progress(progress.kinds(), progress.parts(), read));
  }

  private Review with(String exercise, Progress progress) {
    var changed = new LinkedHashMap<>(exercises);
    changed.put(exercise, progress);
    return new Review(changed);
  }
}
