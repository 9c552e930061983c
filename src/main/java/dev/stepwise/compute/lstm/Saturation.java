package dev.stepwise.compute.lstm;

/// When a gate has all but shut or all but opened: there the sigmoid is flat, so the gate decides
/// clearly and hardly learns.
public final class Saturation {
  /// Below it a gate counts as shut.
  public static final double SHUT = 0.05;

  /// Above it a gate counts as open.
  public static final double OPEN = 0.95;

  private Saturation() {}

  /// Whether a gate's value is beyond one of the two.
  public static boolean isSaturated(double gate) {
    return gate < SHUT || gate > OPEN;
  }

  /// How many values of the gates of a time step are saturated.
  public static int count(Cell cell, Moment moment) {
    int count = 0;
    for (var gate : cell.gates()) {
      for (double value : moment.values(gate)) {
        count += isSaturated(value) ? 1 : 0;
      }
    }
    return count;
  }
}
