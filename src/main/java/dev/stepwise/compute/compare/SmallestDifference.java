package dev.stepwise.compute.compare;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Variation;
import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Differences;
import dev.stepwise.compute.run.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Looks for a small input on which two settings come to something else. Inputs that the exercise
/// draws are tried under both, of every size many, from the smallest size on. The first is taken on
/// which the first figure of the outcome differs: clusters that only change their numbers have the
/// same inertia. Where no such input turns up, it is the first whose results differ at all.
///
/// The same two settings find the same input always.
///
/// @param exercise that runs both
/// @param tries how many inputs are tried at most
public record SmallestDifference<P, F extends Frame>(Compared<P, F> exercise, int tries) {
  /// Enough for every pair of settings that the exercises offer, and a fraction of a second.
  public static final int TRIES = 800;

  private static final int LARGEST = 8;

  /// Which part of the tries may follow once results have differed.
  private static final int FEW = 5;

  private static final long SEED = 19;

  /// With as many tries as there are in a fraction of a second.
  public SmallestDifference(Compared<P, F> exercise) {
    this(exercise, TRIES);
  }

  /// How far two runs come to something else.
  private enum Degree {
    NONE,
    /// Something of the results differs.
    RESULT,
    /// What one judges the runs by differs too.
    OUTCOME
  }

  /// Looks for it. Settings that both have in common stay, where a small input lets them.
  ///
  /// @param problem two that differ in parameters; in what inputs they differ is not looked at
  /// @return two problems with the same small inputs; empty where none was found, where the
  ///   parameters are the same, or where the exercise draws no small inputs
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public Optional<Two<P>> of(Two<P> problem) {
    return of(problem, () -> true);
  }

  /// The same for as long as somebody wants to wait.
  ///
  /// @param goingOn asked before each try; then the best found so far is the answer
  public Optional<Two<P>> of(Two<P> problem, BooleanSupplier goingOn) {
    var settings = problem.map(one -> exercise.each().given(one));
    var varied = Variation.between(settings.first(), settings.second()).parameters().keySet();
    if (varied.isEmpty()) {
      return Optional.empty();
    }
    Optional<Two<P>> second = Optional.empty();
    int since = 0;
    for (int size = 1; size <= LARGEST && since < patience(); size++) {
      var random = new Random(SEED + size);
      for (int attempt = 0; attempt < tries / LARGEST; attempt++) {
        Cancellation.checkpoint();
        if (!goingOn.getAsBoolean()) {
          return second;
        }
        var small = exercise.each().small(size, random);
        if (small.isEmpty()) {
          return Optional.empty();
        }
        var found = new Attempt<>(exercise.each(), settings, varied, small.get()).problem();
        var degree = found.map(this::degree).orElse(Degree.NONE);
        if (degree == Degree.OUTCOME) {
          return found;
        }
        if (degree == Degree.RESULT && second.isEmpty()) {
          second = found;
        }
        since += second.isPresent() ? 1 : 0;
      }
    }
    return second;
  }

  /// How many more inputs are tried once the results of one have differed.
  private int patience() {
    return tries / FEW;
  }

  private Degree degree(Two<P> problem) {
    var last =
        problem.map(one -> {
          var run = exercise.each().run(one);
          return run.step(run.length() - 1).frame();
        });
    var results = last.map(exercise.each()::result);
    if (Results.agree(results.first(), results.second())) {
      return Degree.NONE;
    }
    var figures = last.map(frame -> exercise.each().outcome(frame).figures());
    boolean same =
        figures.first().isEmpty()
            || figures.second().isEmpty()
            || Differences.agree(
                figures.first().getFirst().value(), figures.second().getFirst().value());
    return same ? Degree.RESULT : Degree.OUTCOME;
  }

  /// A small input under both settings.
  ///
  /// @param varied the names of the parameters in which they differ
  private record Attempt<P, F extends Frame>(
      Exercise<P, F> exercise, Two<Given> settings, Set<String> varied, Given small) {

    /// Both problems; empty where the input cannot be had under one of the settings. A setting that
    /// both have and that stands in its way is let go.
    Optional<Two<P>> problem() {
      var dropped = new ArrayList<String>();
      while (true) {
        try {
          return Optional.of(settings.map(each -> exercise.problem(given(each, dropped))));
        } catch (InvalidInput wrong) {
          var setting = droppable(wrong.place(), dropped);
          if (setting.isEmpty()) {
            return Optional.empty();
          }
          dropped.add(setting.get());
        }
      }
    }

    /// What differs, then what goes with the input, then what both have in common.
    private Given given(Given setting, List<String> dropped) {
      var parameters = new LinkedHashMap<String, Object>(setting.parameters());
      parameters.keySet().removeAll(dropped);
      small
          .parameters()
          .forEach((name, value) -> {
            if (!varied.contains(name)) {
              parameters.put(name, value);
            }
          });
      return new Given(small.inputs(), parameters);
    }

    private Optional<String> droppable(String place, List<String> dropped) {
      Map<String, Object> common = settings.first().parameters();
      return common.keySet().stream()
          .filter(name -> place.equals("/parameters/" + name))
          .filter(name -> !varied.contains(name) && !dropped.contains(name))
          .filter(name -> !small.parameters().containsKey(name))
          .findFirst();
    }
  }
}
