package dev.stepwise.compute.lstm;

import dev.stepwise.compute.lstm.LstmFrame.Focus;
import dev.stepwise.compute.lstm.LstmFrame.Part;

/// How much of a time step is known at a step inside it.
final class Knowledge {
  private Knowledge() {}

  /// How many units of a quantity have been computed.
  static int units(LstmFrame frame, Quantity quantity) {
    int all = frame.time().hidden();
    return switch (frame.focus()) {
      case Focus.Whole _ -> frame.time().cell().maker(quantity).isPresent() ? all : 0;
      case Focus.Operated(var operation) -> within(frame, quantity, operation, all, all, all);
      case Focus.OfUnit(var operation, int unit) ->
          within(frame, quantity, operation, unit + 1, unit + 1, unit + 1);
      case Focus.OfPart(var operation, int unit, var part) ->
          within(
              frame,
              quantity,
              operation,
              part == Part.ACTIVATION || part == Part.TOTAL || part == Part.EXPOSED
                  ? unit + 1
                  : unit,
              unit + 1,
              part == Part.KEPT ? unit : unit + 1);
      case Focus.OfTerm(var operation, int unit, _) ->
          within(frame, quantity, operation, unit, unit, unit);
    };
  }

  /// @param results how many units of the operation's own result are known
  /// @param first how many of its first part: kept, or tanh of c
  /// @param second how many of its second part: added
  private static int within(
      LstmFrame frame, Quantity quantity, Operation operation, int results, int first, int second) {
    int all = frame.time().hidden();
    var operations = frame.time().cell().operations();
    var maker = frame.time().cell().maker(quantity);
    if (maker.isEmpty()) {
      return 0;
    }
    int now = operations.indexOf(operation);
    int made = operations.indexOf(maker.get());
    if (made != now) {
      return made < now ? all : 0;
    }
    return switch (quantity) {
      case KEPT, TANH_C -> first;
      case ADDED -> second;
      case XH -> all;
      default -> results;
    };
  }
}
