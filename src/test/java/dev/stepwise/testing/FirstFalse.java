package dev.stepwise.testing;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Differences;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the presets that show a mistake.
public final class FirstFalse {
  private static final int STEPS = 12;
  private static final int DEPTH = 4;
  private static final int NUMBERS = 200;

  private FirstFalse() {}

  /// The presets in whose runs a mistake has a first false number: one that differs from the right
  /// run's while all that it was made from is the same.
  public static <P, F extends Frame> List<String> seenIn(
      Exercise<P, F> exercise, String mistake, Set<String> without) {
    return Presets.of(exercise.id()).stream()
        .filter(preset -> !without.contains(preset.id()))
        .filter(preset -> firstFalse(exercise, preset, mistake).isPresent())
        .map(Preset::id)
        .toList();
  }

  private static <P, F extends Frame> Optional<Ref> firstFalse(
      Exercise<P, F> exercise, Preset preset, String mistake) {
    var problem = exercise.problem(preset.scenario(exercise).given());
    try {
      var right = exercise.run(exercise.changed(problem, Mistakes.PARAMETER, Mistakes.NONE));
      var wrong = exercise.run(exercise.changed(problem, Mistakes.PARAMETER, mistake));
      return firstFalse(exercise, right, wrong, 0);
    } catch (InvalidInput _) {
      return Optional.empty(); // a mistake that this problem cannot make
    }
  }

  private static <F extends Frame> Optional<Ref> firstFalse(
      Exercise<?, F> exercise, Run<F> right, Run<F> wrong, int depth) {
    for (int i = 0; i < STEPS && right.has(i) && wrong.has(i); i++) {
      var one = right.step(i);
      var other = wrong.step(i);
      var found = firstFalse(exercise, one.frame(), other.frame());
      if (found.isEmpty() && one.isComposite() && other.isComposite() && depth < DEPTH) {
        found = firstFalse(exercise, one.inside(), other.inside(), depth + 1);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static <F extends Frame> Optional<Ref> firstFalse(
      Exercise<?, F> exercise, F right, F wrong) {
    var variables = wrong.variables();
    var others = right.variables();
    return some(wrong.written()).stream()
        .filter(ref -> !Differences.agree(ref.in(variables), ref.in(others)))
        .filter(ref ->
            exercise
                .why(wrong, ref)
                .map(why -> why.isMadeFromTheSame(variables, others))
                .orElse(true))
        .findFirst();
  }

  private static List<Ref> some(List<Ref> refs) {
    return refs.size() <= NUMBERS ? refs : refs.subList(0, NUMBERS);
  }
}
