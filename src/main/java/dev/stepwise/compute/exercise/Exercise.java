package dev.stepwise.compute.exercise;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// One of the coding exercises: what it can be given, and the run that follows from it.
///
/// @param <P> the problem: everything that determines a run, complete and checked
/// @param <F> the frames of its steps
public interface Exercise<P, F extends Frame> {

  /// Its name in files and folders: `k-means`.
  String id();

  /// Its name for people: `K-means`.
  String title();

  /// What a scenario may hold.
  Schema schema();

  /// Checks what is given and completes it: the one way from inputs to a problem, whether they come
  /// from a file, a table or the clipboard.
  ///
  /// @throws InvalidInput where an input is beyond its [Limits], values contradict each other, or a
  ///   needed one is missing
  default P problem(Given given) {
    Limits.check(schema(), given);
    return complete(given);
  }

  /// Checks what a scenario holds beyond the schema (shapes that must agree) and completes what it
  /// leaves out, from the seed. Called by [#problem(Given)].
  ///
  /// @throws InvalidInput where the values contradict each other or a needed one is missing
  P complete(Given given);

  /// The opposite of [#problem]: the inputs and parameters that give this problem again, complete.
  Given given(P problem);

  /// The problem with one parameter changed by hand, everything else as it was. An exercise may let
  /// go of inputs that would take away the change's effect.
  ///
  /// @throws InvalidInput where the value does not fit the rest
  default P changed(P problem, String parameter, Object value) {
    return problem(given(problem).withParameters(Map.of(parameter, value)));
  }

  /// The parameters that make no difference to this problem, by name, each with the reason in a
  /// sentence.
  default Map<String, String> idle(P problem) {
    return Map.of();
  }

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  Run<F> run(P problem);

  /// What a trace calls the result, by the names of the format, from the last step's frame.
  SequencedMap<String, Value> result(F last);

  /// What a run of this problem can be walked by, from the top level of its steps down: `epoch`,
  /// `batch`, … A step of a level consists of steps of the one below it. At least one.
  default List<String> grains(P problem) {
    return List.of("step", "part");
  }

  /// How a number of a frame came to be: its operation, and the addresses of the numbers that it
  /// was made from. Empty where nothing stands at the address, or where there is no arithmetic to
  /// tell.
  default Optional<Derivation> why(F frame, Ref ref) {
    return Optional.empty();
  }

  /// What a run has come to at a frame, in a few figures. Costs no more than a look at the frame.
  default Outcome outcome(F frame) {
    return Outcome.NONE;
  }

  /// How large a problem is, by the names that a lesson may count with: `n`, `d_k`, … Every problem
  /// of the exercise has the same names; a size that this one has not got is NaN. May compute a
  /// whole run, where the length of it is one of the sizes.
  default Map<String, Double> sizes(P problem) {
    return Map.of();
  }

  /// Inputs of a small size that can be reckoned with by hand, drawn at random, to be tried with
  /// any parameters: how a small input is found on which two settings differ. Empty where the
  /// exercise draws none.
  ///
  /// @param size from 1; what it counts is the exercise's: tokens, points, letters
  default Optional<Given> small(int size, RandomGenerator random) {
    return Optional.empty();
  }

  /// What a student can pause at.
  List<Condition> conditions();
}
