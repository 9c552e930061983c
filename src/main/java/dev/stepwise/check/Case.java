package dev.stepwise.check;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Inputs that a learner's code is run on, and the run that it is compared with.
///
/// @param given the inputs
/// @param inputs the same as arguments
/// @param stages the arrays of the run
record Case<P, F extends Frame>(
    Exercise<P, F> exercise,
    Subject subject,
    Given given,
    Run<F> run,
    Map<String, Object> inputs,
    List<Stage> stages) {
  private static final long SEED = 42;

  /// What a problem is compared with.
  static <P, F extends Frame> Case<P, F> of(Exercise<P, F> exercise, Subject subject, P problem) {
    var given = right(exercise, exercise.given(problem));
    var reference = subject.reference(given, exercise.run(exercise.problem(given)));
    return on(exercise, subject, reference);
  }

  /// The run of a problem as it stands, without its mistake.
  static <P, F extends Frame> Case<P, F> asItIs(
      Exercise<P, F> exercise, Subject subject, P problem) {
    return on(exercise, subject, right(exercise, exercise.given(problem)));
  }

  private static Given right(Exercise<?, ?> exercise, Given given) {
    return exercise.schema().parameter(Mistakes.PARAMETER).isPresent()
        ? given.withParameters(Map.of(Mistakes.PARAMETER, Mistakes.NONE))
        : given;
  }

  private static <P, F extends Frame> Case<P, F> on(
      Exercise<P, F> exercise, Subject subject, Given given) {
    var run = exercise.run(exercise.problem(given));
    return new Case<>(
        exercise, subject, given, run, subject.inputs(given, run), subject.stages(run));
  }

  /// The same on other inputs.
  Case<P, F> with(Given other) {
    return on(exercise, subject, other);
  }

  /// The same on inputs drawn at random, the same ones always. Where equally good choices would
  /// decide, or a mistake would not show, it draws again, and takes the best that it has drawn.
  Case<P, F> generic() {
    var random = new Random(SEED);
    Case<P, F> best = null;
    int most = -1;
    for (int i = 0; i < subject.drawings(); i++) {
      Cancellation.checkpoint();
      var drawn = on(exercise, subject, subject.generic(given, random));
      if (subject.drawings() == 1) {
        return drawn;
      }
      boolean delicate = subject.isDelicate(drawn.given, drawn.run, this::stagesOf);
      int shown = delicate ? 0 : drawn.shown();
      if (shown > most) {
        most = shown;
        best = drawn;
      }
    }
    return java.util.Objects.requireNonNull(best);
  }

  /// How many mistakes change the result.
  private int shown() {
    var right = results(stages);
    return (int)
        variants().stream().filter(variant -> !results(variant.stages()).equals(right)).count();
  }

  private List<Held> results(List<Stage> of) {
    var goals = subject.goals(of, Trace.of(List.of())).getFirst();
    return of.stream().filter(stage -> goals.contains(stage.address())).map(Stage::form).toList();
  }

  private List<Stage> stagesOf(Given other) {
    return subject.stages(exercise.run(exercise.problem(other)));
  }

  /// The run with each mistake in it that it can make.
  List<Variant> variants() {
    var variants = new ArrayList<Variant>();
    Mistakes.of(exercise.schema())
        .forEach((id, title) -> {
          var mistaken = given.withParameters(Map.of(Mistakes.PARAMETER, id));
          add(variants, id, title, mistaken, true);
        });
    for (var mixUp : subject.mixUps(given, run)) {
      add(variants, mixUp.id(), mixUp.title(), mixUp.given(), false);
    }
    return variants;
  }

  private void add(
      List<Variant> variants, String id, String title, Given mistaken, boolean declared) {
    Cancellation.checkpoint();
    try {
      variants.add(new Variant(id, title, declared, stagesOf(mistaken)));
    } catch (InvalidInput _) {
      // a mistake that this problem cannot make
    }
  }

  /// The inputs as arrays, which are no results.
  List<Held> held() {
    var held = new ArrayList<Held>();
    given
        .inputs()
        .values()
        .forEach(value -> {
          switch (value) {
            case double[][] rows -> held.add(new Held.Numbers(Tensor.matrix(rows)));
            case double[] values -> held.add(new Held.Numbers(Tensor.vector(values)));
            case int[] labels -> held.add(new Held.Numbers(Tensor.labels(labels)));
            default -> {}
          }
        });
    inputs
        .values()
        .forEach(value -> {
          if (value instanceof Map<?, ?> map) {
            var entries = new ArrayList<Object>();
            map.forEach((key, each) -> entries.add(List.of(key, each)));
            held.add(Held.words(new Held.Entries(entries)));
          }
        });
    return held;
  }
}
