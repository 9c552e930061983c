package dev.stepwise.shell;

import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.compare.FirstDifference;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Differences;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A run that makes a mistake, at the first number that is false.
///
/// @param problem that makes the mistake
/// @param at the step that writes the number
/// @param ref the number
record FirstFalse<P>(P problem, Position at, Ref ref) {

  private static final int STEPS_COMPARED = 40;

  /// The largest size of a problem that is looked at before others: nobody waits for it.
  private static final double SMALL = 300;

  /// The first of some problems in whose run a mistake shows; where it shows in none, one of them
  /// with another choice in one of its settings. Small problems come first. Computes the beginnings
  /// of runs.
  ///
  /// @param mistake its id
  static <P, F extends Frame> Optional<FirstFalse<P>> of(
      Exercise<P, F> exercise, List<Offer> offers, String mistake) {
    var problems = new Problems<>(exercise, offers, new ArrayList<>());
    return among(exercise, problems.stream().filter(each -> isSmall(exercise, each)), mistake)
        .or(() ->
            otherwise(exercise, problems.stream().filter(each -> isSmall(exercise, each)), mistake))
        .or(() ->
            among(exercise, problems.stream().filter(each -> !isSmall(exercise, each)), mistake))
        .or(() ->
            otherwise(
                exercise, problems.stream().filter(each -> !isSmall(exercise, each)), mistake));
  }

  /// The problems of some offers, each read when it is first asked for.
  private record Problems<P>(Exercise<P, ?> exercise, List<Offer> offers, List<P> read) {
    Stream<P> stream() {
      return IntStream.range(0, offers.size()).mapToObj(this::at);
    }

    private P at(int index) {
      if (index == read.size()) {
        read.add(right(exercise, offers.get(index)));
      }
      return read.get(index);
    }
  }

  private static <P> boolean isSmall(Exercise<P, ?> exercise, P problem) {
    return exercise.sizes(problem).values().stream().noneMatch(size -> size > SMALL);
  }

  private static <P, F extends Frame> Optional<FirstFalse<P>> among(
      Exercise<P, F> exercise, Stream<P> problems, String mistake) {
    return problems.flatMap(right -> in(exercise, right, mistake).stream()).findFirst();
  }

  private static <P, F extends Frame> Optional<FirstFalse<P>> otherwise(
      Exercise<P, F> exercise, Stream<P> problems, String mistake) {
    return among(
        exercise,
        problems.flatMap(right ->
            otherChoices(exercise, right).stream()
                .flatMap(choice -> changed(exercise, right, choice).stream())),
        mistake);
  }

  private static <P> P right(Exercise<P, ?> exercise, Offer offer) {
    var given = offer.given().get().alone();
    var problem = exercise.problem(given);
    return Mistakes.in(given).equals(Mistakes.NONE)
        ? problem
        : exercise.changed(problem, Mistakes.PARAMETER, Mistakes.NONE);
  }

  private static <P> List<Map.Entry<String, String>> otherChoices(
      Exercise<P, ?> exercise, P problem) {
    var now = exercise.given(problem).parameters();
    return exercise.schema().parameters().stream()
        .filter(field -> !field.name().equals(Mistakes.PARAMETER))
        .filter(field -> field.kind() instanceof Schema.Kind.Choice)
        .flatMap(field ->
            ((Schema.Kind.Choice) field.kind())
                .options().stream()
                    .filter(option -> !option.equals(now.get(field.name())))
                    .map(option -> Map.entry(field.name(), option)))
        .toList();
  }

  private static <P> Optional<P> changed(
      Exercise<P, ?> exercise, P problem, Map.Entry<String, String> choice) {
    try {
      return Optional.of(exercise.changed(problem, choice.getKey(), choice.getValue()));
    } catch (InvalidInput _) {
      return Optional.empty(); // a choice that this problem cannot have
    }
  }

  private static <P, F extends Frame> Optional<FirstFalse<P>> in(
      Exercise<P, F> exercise, P right, String mistake) {
    var compared = new Compared<>(exercise);
    try {
      var both = compared.beside(right, Mistakes.PARAMETER, mistake);
      if (!differ(exercise.run(both.first()), exercise.run(both.second()))) {
        return Optional.empty();
      }
      return FirstDifference.in(compared.run(both))
          .map(found ->
              new FirstFalse<>(both.second(), new Position(found.paths().second()), found.ref()));
    } catch (InvalidInput _) {
      return Optional.empty(); // a mistake that this problem cannot make
    }
  }

  /// Whether the numbers of two runs differ anywhere, seen at the steps of the top level.
  private static <F extends Frame> boolean differ(Run<F> right, Run<F> wrong) {
    for (int i = 0; i < STEPS_COMPARED && right.has(i) && wrong.has(i); i++) {
      Cancellation.checkpoint();
      var one = right.step(i).frame().variables();
      if (Differences.first(one, wrong.step(i).frame().variables()).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
