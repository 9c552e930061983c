package dev.stepwise.testing;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.lesson.Preset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Steps of every depth of a preset's run, the same at every call, without walking the whole of it.
public final class PresetSteps {
  /// The last step of a longer run, and what is inside the later ones, costs too much.
  private static final int FORESEEN = 60;

  /// Of a longer run only the first steps are looked at, and the one where the preset opens.
  private static final int FIRST = 8;

  private PresetSteps() {}

  /// The way to where the preset opens, then so many ways from the top to a leaf: the first step's,
  /// the last step's, and ways drawn from a seed. Every step on the way is among them.
  ///
  /// @return the steps by their paths as a trace writes them, such as `3.1`
  public static <P, F extends Frame> Map<String, Step<F>> of(
      Exercise<P, F> exercise, Preset preset, int ways) {
    Run<F> run = exercise.run(exercise.problem(preset.scenario(exercise).given()));
    var steps = new LinkedHashMap<String, Step<F>>();
    var random = new Random(preset.id().hashCode());
    open(run, preset.opens(), steps);
    for (int way = 0; way < ways; way++) {
      descend(run, way, random, steps);
    }
    return steps;
  }

  private static <F extends Frame> void open(Run<F> run, String path, Map<String, Step<F>> steps) {
    if (path.equals("last")) {
      return;
    }
    var at = new StringBuilder();
    Run<F> inside = run;
    for (var number : path.split("\\.", -1)) {
      int index = Integer.parseInt(number) - 1;
      at.append(at.isEmpty() ? "" : ".").append(number);
      var step = inside.step(index);
      steps.put(at.toString(), step);
      if (!step.isComposite()) {
        return;
      }
      inside = step.inside();
    }
  }

  private static <F extends Frame> void descend(
      Run<F> run, int way, Random random, Map<String, Step<F>> steps) {
    var at = "";
    Run<F> inside = run;
    while (true) {
      int seen = seen(inside);
      int index = way == 0 ? 0 : way == 1 ? seen - 1 : random.nextInt(seen);
      var step = inside.step(index);
      at += (at.isEmpty() ? "" : ".") + (index + 1);
      steps.put(at, step);
      if (!step.isComposite()) {
        return;
      }
      inside = step.inside();
    }
  }

  private static int seen(Run<?> run) {
    int known =
        run.knownLength()
            .orElseGet(() -> (int) IntStream.range(0, FIRST).takeWhile(run::has).count());
    return known <= FORESEEN ? known : FIRST;
  }
}
