package dev.stepwise.shell;

import dev.stepwise.check.Report;
import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.compare.FirstDifference;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Offer;
import dev.stepwise.session.Shelf;
import dev.stepwise.session.Workspace;
import dev.stepwise.view.StageModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Where in the run a check leads: to the step that makes what differs, with its number lit, and to
/// the comparison with the mistake.
final class CheckedPlace<P, F extends Frame> {
  private static final String ORIGIN = "The inputs that your code was checked on.";

  private final Workspace<P, F> workspace;
  private final Shelf<P, F> shelf;
  private final StageModel<P, F> model;
  private final ScreenHost host;
  private Optional<Wanted> wanted = Optional.empty();

  /// Numbers to be lit once a step is there.
  private record Wanted(Position at, List<Ref> refs) {}

  CheckedPlace(
      Workspace<P, F> workspace, Shelf<P, F> shelf, StageModel<P, F> model, ScreenHost host) {
    this.workspace = workspace;
    this.shelf = shelf;
    this.model = model;
    this.host = host;
    workspace.onStep(this::light);
  }

  /// Goes to the step that makes what differs first, and lights it.
  void show(Report report) {
    report
        .difference()
        .ifPresent(first ->
            Position.parse(first.step())
                .ifPresent(at -> {
                  var local = first.sides().map(Report.Sides::at).orElse(List.of());
                  wanted =
                      Optional.of(
                          new Wanted(
                              at,
                              List.of(
                                  new Ref(first.name(), first.index()),
                                  new Ref(first.name(), local))));
                  goTo(report.context().inputs(), at);
                  workspace.state().ifPresent(this::light);
                }));
  }

  /// Goes to a step of a run that code was checked against.
  ///
  /// @param inputs of that run; empty for the one that is open
  void goTo(Optional<Given> inputs, Position at) {
    var exercise = workspace.exercise();
    boolean isOpen =
        inputs.isEmpty()
            || workspace
                .problem()
                .filter(problem -> isSame(exercise.given(problem), inputs.get()))
                .isPresent();
    if (isOpen) {
      workspace.player().ifPresent(player -> player.goTo(at));
    } else {
      workspace.ask(
          () -> exercise.problem(inputs.get()),
          problem -> shelf.use(problem, "What your code ran on", ORIGIN, Optional.of(at)));
    }
  }

  /// Whether two problems are given the same.
  static boolean isSame(Given one, Given other) {
    return isSame(one.inputs(), other.inputs()) && isSame(one.parameters(), other.parameters());
  }

  private static boolean isSame(Map<String, Object> one, Map<String, Object> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(entry -> Objects.deepEquals(entry.getValue(), other.get(entry.getKey())));
  }

  private void light(PlayerState<F> state) {
    wanted
        .filter(each -> each.at().equals(state.position()))
        .ifPresent(each -> {
          wanted = Optional.empty();
          each.refs().stream()
              .filter(ref -> ref.in(state.step().frame().variables()).isPresent())
              .filter(ref -> model.drawn(ref).isPresent())
              .findFirst()
              .ifPresent(ref -> model.light(List.of(ref)));
        });
  }

  /// The right run and one with a mistake.
  private record Pair(Given given, Position at) {}

  /// Opens the comparison of the right run with one that makes the learner's mistake, where they
  /// differ first.
  void compare(Report report) {
    var cause = report.cause().filter(Report.Cause::isDeclared);
    var inputs = report.context().inputs();
    if (cause.isEmpty() || inputs.isEmpty()) {
      return;
    }
    workspace.ask(
        () -> pair(inputs.get(), cause.get().id()),
        found ->
            found.ifPresentOrElse(
                pair ->
                    host.compare(
                        Offer.own(
                            1,
                            "Your mistake",
                            "The right run beside one with the mistake that yours has.",
                            pair::given,
                            Optional.of(pair.at())),
                        Optional.of(pair.at())),
                () -> host.announce("This problem cannot be run with that mistake.")));
  }

  private Optional<Pair> pair(Given inputs, String mistake) {
    var exercise = workspace.exercise();
    var compared = new Compared<>(exercise);
    try {
      var both = compared.beside(exercise.problem(inputs), Mistakes.PARAMETER, mistake);
      var at =
          FirstDifference.in(compared.run(both))
              .map(found -> new Position(found.path()))
              .orElse(Position.START);
      return Optional.of(new Pair(compared.given(both), at));
    } catch (InvalidInput _) {
      return Optional.empty();
    }
  }
}
