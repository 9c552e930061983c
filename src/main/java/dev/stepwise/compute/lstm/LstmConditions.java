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
      note(time, operation, 0, time.hidden(), conditions);
    }
    return conditions;
  }

  /// What happens in an operation, in whichever unit.
  static Set<Condition> of(TimeStep time, Operation operation) {
    var conditions = new HashSet<Condition>();
    note(time, operation, 0, time.hidden(), conditions);
    return conditions;
  }

  /// What happens in one unit of an operation.
  static Set<Condition> of(TimeStep time, Operation operation, int unit) {
    var conditions = new HashSet<Condition>();
    note(time, operation, unit, unit + 1, conditions);
    return conditions;
  }

  private static void note(
      TimeStep time, Operation operation, int from, int to, Set<Condition> conditions) {
    var result = operation.result();
    if (result.isGate() && saturates(time, result, from, to)) {
      conditions.add(SATURATES);
    }
    if (result == time.cell().memory()) {
      noteMemory(time, from, to, conditions);
    }
    if (operation == Operation.HIDDEN && passes(time, from, to)) {
      conditions.add(LARGE_STATE);
    }
  }

  private static void noteMemory(TimeStep time, int from, int to, Set<Condition> conditions) {
    boolean keepsAndAdds = time.cell().keepsAndAdds();
    for (int unit = from; unit < to; unit++) {
      if (time.turns(unit)) {
        conditions.add(SIGN_CHANGES);
      }
      if (keepsAndAdds && time.change(unit) == Change.OVERWRITES) {
        conditions.add(OVERWRITES);
      }
    }
  }

  private static boolean saturates(TimeStep time, Quantity gate, int from, int to) {
    double[] now = time.moment().values(gate);
    for (int unit = from; unit < to; unit++) {
      if (Saturation.isSaturated(now[unit])
          && (time.t() == 0 || !Saturation.isSaturated(time.previous().value(gate, unit)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean passes(TimeStep time, int from, int to) {
    double[] before = time.before().c();
    double[] after = time.moment().values(Quantity.TANH_C);
    for (int unit = from; unit < to; unit++) {
      if (Math.abs(after[unit]) > Saturation.OPEN
          && Math.abs(Vectors.tanh(before[unit])) <= Saturation.OPEN) {
        return true;
      }
    }
    return false;
  }
}
