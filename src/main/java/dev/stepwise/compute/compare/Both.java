package dev.stepwise.compute.compare;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What two runs show at one moment. Variables of the second run have a prime behind their name.
///
/// @param named what the runs are called
/// @param steps where each run stands
/// @param paths the index of each run's step at every level, the top level first, from 0
/// @param waiting the run that has no step that goes with the other's, and stays at the one before;
///   empty where both move
/// @param joint where the steps of each run are in the run of both
public record Both<F extends Frame>(
    Named named, Two<Step<F>> steps, Two<List<Integer>> paths, Optional<Side> waiting, Joint joint)
    implements Frame {
  private static final String PRIME = "′";

  /// The step of a run.
  public Step<F> step(Side side) {
    return steps.of(side);
  }

  /// Whether a run stays where it was while the other one goes on.
  public boolean waits(Side side) {
    return waiting.equals(Optional.of(side));
  }

  @Override
  public SequencedMap<String, Value> variables() {
    var variables = new LinkedHashMap<String, Value>(steps.first().frame().variables());
    steps.second().frame().variables().forEach((name, value) -> variables.put(name + PRIME, value));
    return variables;
  }

  /// Where a number of a run stands among the variables of both.
  public static Ref shared(Side side, Ref own) {
    return switch (side) {
      case FIRST -> own;
      case SECOND -> new Ref(own.variable() + PRIME, own.indices());
    };
  }

  /// Whose number stands at an address among the variables of both.
  public static Side side(Ref shared) {
    return shared.variable().endsWith(PRIME) ? Side.SECOND : Side.FIRST;
  }

  /// Where a number stands among the variables of its own run.
  public static Ref own(Ref shared) {
    var name = shared.variable();
    return side(shared) == Side.FIRST
        ? shared
        : new Ref(name.substring(0, name.length() - PRIME.length()), shared.indices());
  }

  @Override
  public List<Ref> written() {
    return waits(Side.FIRST)
        ? step(Side.SECOND).frame().written().stream().map(own -> shared(Side.SECOND, own)).toList()
        : step(Side.FIRST).frame().written();
  }

  /// The numbers that the steps wrote otherwise in one run than in the other, by their addresses in
  /// either, in reading order.
  ///
  /// @param most how many are looked for
  public List<Ref> differing(int most) {
    return new Contrast<>(this).differing().limit(most).toList();
  }

  @Override
  public Narration narration() {
    return new Contrast<>(this).narration();
  }

  @Override
  public void prepare() {
    steps.first().frame().prepare();
    steps.second().frame().prepare();
  }
}
