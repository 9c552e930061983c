package dev.stepwise.cli;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// What the shell's completion offers. Picocli makes these itself, with every command; they find
/// their words when they are asked for them.
final class Completion {
  private Completion() {}

  /// The themes, as they are typed.
  static final class Themes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("light", "dark").iterator();
    }
  }

  /// The exercises.
  static final class ExerciseIds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ids().iterator();
    }

    private static Stream<String> ids() {
      return new Exercises().exercises().stream().map(Exercise::id);
    }
  }

  /// The presets of all exercises, each name once.
  static final class PresetIds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ExerciseIds.ids()
          .flatMap(id -> Presets.of(id).stream())
          .map(Preset::id)
          .distinct()
          .iterator();
    }
  }

  /// What becomes of rows with gaps.
  static final class Missing implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("drop", "refuse").iterator();
    }
  }

  /// What parts cells.
  static final class Separators implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("comma", "semicolon", "tab", "bar", "blanks").iterator();
    }
  }

  /// The decimal signs.
  static final class Decimals implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("point", "comma").iterator();
    }
  }

  /// What a first row can be.
  static final class Headers implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("names", "data").iterator();
    }
  }

  /// The models that learn from tables.
  static final class Models implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("mlp", "linear-regression").iterator();
    }
  }

  /// What data are read as.
  static final class Readings implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("table", "text").iterator();
    }
  }
}
