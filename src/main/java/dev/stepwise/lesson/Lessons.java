package dev.stepwise.lesson;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The lessons that are shipped with the app: `lesson.md` beside an exercise's listing.
public final class Lessons {
  private Lessons() {}

  /// Whether an exercise has one.
  public static boolean exists(String exerciseId) {
    return Resources.exist(path(exerciseId));
  }

  private static String path(String exerciseId) {
    return "/assets/" + exerciseId + "/lesson.md";
  }

  /// The lesson of an exercise; empty where it has none yet. Steps and formulas are taken as they
  /// are: a test has tried them.
  ///
  /// @param exercises the ids of all exercises
  /// @throws IllegalStateException where the shipped file is broken: a defect of the app
  public static <P> Optional<Lesson> of(Exercise<P, ?> exercise, Set<String> exercises) {
    if (!exists(exercise.id())) {
      return Optional.empty();
    }
    var file = path(exercise.id());
    var known = references(exercise, exercises);
    try {
      var text = new String(Resources.read(file), StandardCharsets.UTF_8);
      return Optional.of(new LessonReader(known).read(exercise.id(), file, text));
    } catch (LessonException e) {
      throw new IllegalStateException("the app's own lesson is broken", e);
    }
  }

  /// What the lesson of an exercise may refer to, by its own files; any step of a preset and any
  /// formula are taken.
  private static <P> References references(Exercise<P, ?> exercise, Set<String> exercises) {
    var presets = Presets.of(exercise.id());
    return new References(
        presets.stream().map(Preset::id).collect(Collectors.toSet()),
        (_, _) -> true,
        Mistakes.of(exercise.schema()).keySet(),
        Comparisons.of(exercise).stream().map(Comparison::id).collect(Collectors.toSet()),
        Listing.of(exercise.id()).anchors().keySet(),
        exercises,
        exercise.sizes(exercise.problem(presets.getFirst().scenario(exercise).given())).keySet(),
        _ -> true);
  }

  /// What the lesson of an exercise may refer to, tried: the runs of its presets are asked for
  /// their steps. Takes as long as those runs.
  ///
  /// @param exercises the ids of all exercises
  /// @param isSet whether a formula can be set
  public static <P, F extends Frame> References tried(
      Exercise<P, F> exercise, Set<String> exercises, Predicate<String> isSet) {
    var known = references(exercise, exercises);
    var runs = new HashMap<String, Run<F>>();
    Presets.of(exercise.id())
        .forEach(preset ->
            runs.put(
                preset.id(), exercise.run(exercise.problem(preset.scenario(exercise).given()))));
    return new References(
        known.presets(),
        (preset, step) -> hasStep(runs, preset, step),
        known.mistakes(),
        known.comparisons(),
        known.anchors(),
        known.exercises(),
        known.sizes(),
        isSet);
  }

  private static <F extends Frame> boolean hasStep(
      Map<String, Run<F>> runs, String preset, String path) {
    var run = Optional.ofNullable(runs.get(preset));
    for (int number : Arrays.stream(path.split("\\.")).mapToInt(Integer::parseInt).toArray()) {
      if (run.isEmpty() || !run.get().has(number - 1)) {
        return false;
      }
      var step = run.get().step(number - 1);
      run = step.opens() == null ? Optional.empty() : Optional.of(step.inside());
    }
    return true;
  }
}
