package dev.stepwise.compute.compare;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Variation;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// An exercise that runs two of its problems in lockstep. The exercise knows nothing of it.
///
/// @param each the exercise that both runs are of
public record Compared<P, F extends Frame>(Exercise<P, F> each)
    implements Exercise<Two<P>, Both<F>> {
  private static final String DIFFERS = "The two runs differ in it: it is set for each of them.";

  @Override
  public String id() {
    return each.id();
  }

  @Override
  public String title() {
    return each.title();
  }

  @Override
  public Schema schema() {
    return each.schema();
  }

  /// {@inheritDoc} Where nothing is varied, both runs are the same.
  @Override
  public Two<P> problem(Given given) {
    var first = each.problem(given.alone());
    return given
        .variation()
        .map(other -> new Two<>(first, second(given, other)))
        .orElseGet(() -> new Two<>(first, first));
  }

  private P second(Given first, Variation other) {
    try {
      return each.problem(other.over(first));
    } catch (InvalidInput reason) {
      throw other.states(reason.place()) ? reason.within("/compare") : reason;
    }
  }

  @Override
  public Two<P> complete(Given given) {
    return problem(given);
  }

  @Override
  public Given given(Two<P> problem) {
    var first = each.given(problem.first());
    return first.beside(Variation.between(first, each.given(problem.second())));
  }

  /// {@inheritDoc} What both have in common changes for both; what they differ in changes for the
  /// first.
  @Override
  public Two<P> changed(Two<P> problem, String parameter, Object value) {
    boolean differs = given(problem).variation().orElseThrow().parameters().containsKey(parameter);
    return differs
        ? changed(problem, Side.FIRST, parameter, value)
        : problem.map(one -> each.changed(one, parameter, value));
  }

  /// The problems with a parameter of one of them changed.
  ///
  /// @throws InvalidInput where the value does not fit the rest
  public Two<P> changed(Two<P> problem, Side side, String parameter, Object value) {
    return problem.with(side, each.changed(problem.of(side), parameter, value));
  }

  /// A problem beside the same with another value of one parameter.
  ///
  /// @throws InvalidInput where the value does not fit the rest
  public Two<P> beside(P first, String parameter, Object value) {
    return new Two<>(first, each.changed(first, parameter, value));
  }

  @Override
  public Map<String, String> idle(Two<P> problem) {
    var idle = new LinkedHashMap<>(each.idle(problem.first()));
    idle.keySet().retainAll(each.idle(problem.second()).keySet());
    given(problem)
        .variation()
        .ifPresent(other -> other.parameters().keySet().forEach(name -> idle.put(name, DIFFERS)));
    return idle;
  }

  @Override
  public Run<Both<F>> run(Two<P> problem) {
    return Lockstep.of(named(problem), problem.map(each::run));
  }

  /// What each run is called, by what it has otherwise.
  public Named named(Two<P> problem) {
    return new SideNames(schema(), each.given(problem.first()), each.given(problem.second()))
        .named();
  }

  @Override
  public SequencedMap<String, Value> result(Both<F> last) {
    return each.result(last.step(Side.FIRST).frame());
  }

  @Override
  public List<String> grains(Two<P> problem) {
    return each.grains(problem.first());
  }

  @Override
  public Map<String, Double> sizes(Two<P> problem) {
    return each.sizes(problem.first());
  }

  @Override
  public Optional<Derivation> why(Both<F> frame, Ref ref) {
    var side = Both.side(ref);
    return each.why(frame.step(side).frame(), Both.own(ref))
        .map(why -> why.readdressed(ref, own -> Optional.of(Both.shared(side, own))));
  }

  @Override
  public List<Condition> conditions() {
    return each.conditions();
  }
}
