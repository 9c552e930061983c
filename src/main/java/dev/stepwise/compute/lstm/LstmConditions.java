package dev.stepwise.compute.lstm;

import dev.stepwise.compute.lstm.TimeStep.Change;
import dev.stepwise.compute.run.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a run can be paused at.
public final class LstmConditions {
  /// A gate is saturated that was not saturated a time step before.
  public static final Condition SATURATES =
      new Condition("gate-saturates", "A gate becomes saturated");

  /// A unit's memory is replaced.
  public static final Condition OVERWRITES =
      new Condition("memory-overwritten", "A unit's memory is overwritten");

  /// A unit's memory changes its sign.
  public static final Condition SIGN_CHANGES =
      new Condition("sign-changes", "A unit's memory changes its sign");

  /// A cell state so large that its tanh says little more than its sign.
  public static final Condition LARGE_STATE =
      new Condition("state-saturates", "tanh of a cell state passes 0.95");

  /// All of them, in the order of a menu.
  public static final List<Condition> ALL =
      List.of(OVERWRITES, SIGN_CHANGES, SATURATES, LARGE_STATE);

  private LstmConditions() {}

  /// What happens in a time step, in whichever unit.
  static Set<Condition> of(TimeStep time) {
    var conditions = new HashSet<Condition>();
    for (var operation : time.cell().operations()) {
      for (int unit = 0; unit < time.hidden(); unit++) {
        conditions.addAll(of(time, operation, unit));
      }
    }
    return conditions;
  }

  /// What happens in an operation, in whichever unit.
  static Set<Condition> of(TimeStep time, Operation operation) {
    var conditions = new HashSet<Condition>();
    for (int unit = 0; unit < time.hidden(); unit++) {
      conditions.addAll(of(time, operation, unit));
    }
    return conditions;
  }

  /// What happens in one unit of an operation.
  static Set<Condition> of(TimeStep time, Operation operation, int unit) {
    var result = operation.result();
    var conditions = new HashSet<Condition>();
    if (result.range() == Quantity.Range.GATE && saturates(time, result, unit)) {
      conditions.add(SATURATES);
    }
    if (result == time.cell().memory()) {
      if (time.memoryBefore()[unit] * time.value(result, unit) < 0) {
        conditions.add(SIGN_CHANGES);
      }
      if (time.cell().keepsAndAdds() && time.change(unit) == Change.OVERWRITES) {
        conditions.add(OVERWRITES);
      }
    }
    if (operation == Operation.HIDDEN && passes(time, unit)) {
      conditions.add(LARGE_STATE);
    }
    return conditions;
  }

  private static boolean saturates(TimeStep time, Quantity gate, int unit) {
    return Saturation.isSaturated(time.value(gate, unit))
        && (time.t() == 0 || !Saturation.isSaturated(time.previous().value(gate, unit)));
  }

  private static boolean passes(TimeStep time, int unit) {
    double now = Math.abs(time.value(Quantity.TANH_C, unit));
    return now > Saturation.OPEN
        && Math.abs(Vectors.tanh(time.before().c()[unit])) <= Saturation.OPEN;
  }
}
