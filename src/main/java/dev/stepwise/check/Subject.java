package dev.stepwise.check;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// What is to be known of an exercise to check implementations of it.
interface Subject {

  /// What parameters of a function take, in their usual order.
  List<Argument> arguments();

  /// Names of functions that implement it, the likeliest first.
  List<String> functions();

  /// The run that is checked against: what is given, with all that a learner's code cannot share
  /// left out, such as orders drawn at random.
  ///
  /// @param run of what is given
  Given reference(Given given, Run<?> run);

  /// Other inputs of the same settings, on which mistakes show that special numbers hide.
  Given generic(Given reference, RandomGenerator random);

  /// The arguments, as plain lists, numbers and texts.
  Map<String, Object> inputs(Given reference, Run<?> run);

  /// The arrays of a run, in the order in which they are computed.
  List<Stage> stages(Run<?> run);

  /// What the result is, as addresses of stages: whoever has all of one of these sets is done.
  List<Set<String>> goals(List<Stage> stages, Trace trace);

  /// Other names that a stage has in learners' code, compared without case and underscores.
  Map<String, Set<String>> names();

  /// The conventions that are tried one after the other until one runs; those with a star are tried
  /// in any case.
  List<String> conventions();

  /// Inputs that stand for others in a convention.
  default Map<String, Map<String, String>> forms() {
    return Map.of();
  }

  /// The arguments that only a function for the whole exercise takes.
  List<String> main();

  /// The arguments that `*weights` takes, in order.
  default List<String> rest() {
    return List.of();
  }

  /// The reference with what the learner's code drew for itself in place of ours, where it did.
  default Optional<Given> own(Given reference, Run<?> run, Trace trace) {
    return Optional.empty();
  }

  /// Whether equally good choices decide what the run comes to, which is no good test of code.
  ///
  /// @param stages of other inputs
  default boolean isDelicate(Given given, Run<?> run, Function<Given, List<Stage>> stages) {
    return false;
  }

  /// Whether an array that is returned under the name of a stage has to be it: not where the code
  /// goes on and computes it again and again.
  default boolean isFinal(Stage stage, List<Stage> stages, Trace trace) {
    return true;
  }

  /// What else is to be said of a run of the learner's code, with a blank before it; may be empty.
  ///
  /// @param run of the reference
  default String remark(Run<?> run, Trace trace) {
    return "";
  }

  /// How many generic inputs are drawn, of which the most telling is taken.
  default int drawings() {
    return 1;
  }

  /// The arguments of a starter's function.
  List<String> taken(Given reference);

  /// What a starter's function returns: the names of stages, the last of each name.
  List<String> returned(Given reference);

  /// Mistakes that no hunt has, as other inputs with which the right way gives the same.
  default List<MixUp> mixUps(Given reference, Run<?> run) {
    return List.of();
  }

  /// A mistake that is one of the inputs.
  ///
  /// @param id its id
  /// @param title for people
  /// @param given the inputs
  record MixUp(String id, String title, Given given) {}
}
