package dev.stepwise.testing;

import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Differences;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import dev.stepwise.lesson.Presets;
import dev.stepwise.testing.arithmetic.PrintedFormula;
import dev.stepwise.testing.arithmetic.PrintedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Runs in which a mistake is made on purpose: what each of their numbers says, and whether they
/// end otherwise than the right ones.
public final class MistakenRuns {
  private static final int WRITTEN_LOOKED_AT = 9;
  private static final int STEPS_LOOKED_INTO = 3;
  private static final int DEEPEST = 5;

  private MistakenRuns() {}

  /// What is wrong with the explanations of a run: a written number whose derivation makes another
  /// one, an operand that stands elsewhere, a step that says nothing. At most three steps of every
  /// step are gone into: the first, the last, and one between.
  public static <P, F extends Frame> List<String> faults(Exercise<P, F> exercise, P problem) {
    var faults = new ArrayList<String>();
    walk(exercise, exercise.run(problem), 0, "", faults);
    return faults;
  }

  private static <P, F extends Frame> void walk(
      Exercise<P, F> exercise, Run<F> run, int depth, String path, List<String> faults) {
    int length = (int) IntStream.range(0, 60).takeWhile(run::has).count();
    int[] inside =
        length <= STEPS_LOOKED_INTO || depth == 0
            ? IntStream.range(0, length).toArray()
            : new int[] {0, length / 2, length - 1};
    for (int i : inside) {
      var step = run.step(i);
      var at = path + (i + 1);
      look(exercise, step, at, faults);
      if (step.isComposite() && depth < DEEPEST) {
        walk(exercise, step.inside(), depth + 1, at + ".", faults);
      }
    }
  }

  private static <P, F extends Frame> void look(
      Exercise<P, F> exercise, Step<F> step, String path, List<String> faults) {
    var frame = step.frame();
    var place = path + " " + step.crumb() + ": ";
    if (step.narration().title().isBlank() || step.narration().caption().isBlank()) {
      faults.add(place + "says nothing");
    }
    printed(step.narration()).forEach(fault -> faults.add(place + fault));
    var variables = frame.variables();
    for (var ref : frame.written().stream().limit(WRITTEN_LOOKED_AT).toList()) {
      double value = ref.in(variables).orElseThrow();
      var why = exercise.why(frame, ref);
      if (why.isEmpty()) {
        faults.add(place + ref.text() + " is not explained");
        continue;
      }
      var operation = why.get().operation();
      if (!(operation instanceof Operation.Given)
          && !Differences.agree(operation.result(), value)) {
        faults.add(
            place + "%s is %s, said to be %s".formatted(ref.text(), value, operation.result()));
      }
      if (why.get().narration().caption().isBlank()) {
        faults.add(place + ref.text() + " says nothing");
      }
      printed(why.get().narration()).forEach(fault -> faults.add(place + ref.text() + " " + fault));
      operation.operands().stream()
          .flatMap(Operand::leaves)
          .filter(leaf ->
              !Differences.agree(
                  leaf.address().in(variables).orElse(Double.NEGATIVE_INFINITY), leaf.value()))
          .limit(1)
          .forEach(leaf ->
              faults.add(
                  place
                      + ref.text()
                      + " has the operand "
                      + leaf.address().text()
                      + " = "
                      + leaf.value()));
    }
  }

  /// Where a mistake is found: the step of the first two levels at which a number is false, while
  /// all that it was made from is right; empty where there is none.
  public static <P, F extends Frame> Optional<String> found(
      Exercise<P, F> exercise, P right, P wrong) {
    return found(exercise, exercise.run(right), exercise.run(wrong), "");
  }

  private static <P, F extends Frame> Optional<String> found(
      Exercise<P, F> exercise, Run<F> right, Run<F> wrong, String path) {
    for (int i = 0; right.has(i) && wrong.has(i); i++) {
      var one = right.step(i);
      var other = wrong.step(i);
      if (isFound(exercise, one.frame(), other.frame())) {
        return Optional.of(path + (i + 1));
      }
      if (path.isEmpty() && one.isComposite() && other.isComposite()) {
        var inside = found(exercise, one.inside(), other.inside(), (i + 1) + ".");
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }

  private static <P, F extends Frame> boolean isFound(Exercise<P, F> exercise, F right, F wrong) {
    var variables = wrong.variables();
    var others = right.variables();
    return variables.entrySet().stream()
        .flatMap(variable -> Ref.all(variable.getKey(), variable.getValue()).stream())
        .filter(ref -> !Differences.agree(ref.in(variables), ref.in(others)))
        .anyMatch(ref ->
            exercise
                .why(wrong, ref)
                .filter(why -> why.isMadeFromTheSame(variables, others))
                .isPresent());
  }

  private static List<String> printed(Narration narration) {
    var faults = new ArrayList<String>();
    for (var formula : narration.formulas()) {
      PrintedFormula.check(formula).faults().forEach(fault -> faults.add(formula + ": " + fault));
    }
    for (var text : List.of(narration.title(), narration.caption())) {
      PrintedText.check(text).faults().forEach(fault -> faults.add(text + ": " + fault));
    }
    return faults;
  }

  /// A shipped preset whose result is another one with a mistake; empty where there is none.
  public static <P, F extends Frame> Optional<String> shownBy(
      Exercise<P, F> exercise, String mistake) {
    return Presets.of(exercise.id()).stream()
        .filter(preset -> !preset.id().equals("long-sequence"))
        .filter(preset -> {
          var given = preset.scenario(exercise).given();
          var right = exercise.problem(given);
          var wrong = exercise.changed(right, Mistakes.PARAMETER, mistake);
          return Differences.first(result(exercise, right), result(exercise, wrong)).isPresent();
        })
        .map(preset -> preset.id())
        .findFirst();
  }

  private static <P, F extends Frame> Map<String, Value> result(
      Exercise<P, F> exercise, P problem) {
    var run = exercise.run(problem);
    int last = 0;
    while (run.has(last + 1)) {
      last++;
    }
    return exercise.result(run.step(last).frame());
  }
}
