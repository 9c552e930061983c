package dev.stepwise.playback;

import java.util.List;

/// How fast a run plays.
public enum Speed {
  /// A step in four seconds.
  QUARTER("0.25×", 0.25),
  /// A step in two seconds.
  HALF("0.5×", 0.5),
  /// A step a second.
  NORMAL("1×", 1),
  /// Two steps a second.
  DOUBLE("2×", 2),
  /// Four steps a second.
  FOURFOLD("4×", 4),
  /// Eight steps a second.
  EIGHTFOLD("8×", 8),
  /// Sixteen steps a second.
  SIXTEENFOLD("16×", 16),
  /// A step a frame, as soon as it is computed and drawn.
  AS_DRAWN("max", Double.POSITIVE_INFINITY);

  private final String label;
  private final double stepsPerSecond;

  Speed(String label, double stepsPerSecond) {
    this.label = label;
    this.stepsPerSecond = stepsPerSecond;
  }

  /// What the transport bar says.
  public String label() {
    return label;
  }

  /// How long a step stays, in nanoseconds.
  public long nanosPerStep() {
    return (long) (1e9 / stepsPerSecond);
  }

  /// The next faster one; the fastest has none faster and gives itself.
  public Speed faster() {
    return neighbour(1);
  }

  /// The next slower one; the slowest gives itself.
  public Speed slower() {
    return neighbour(-1);
  }

  private Speed neighbour(int steps) {
    var speeds = List.of(values());
    return speeds.get(Math.clamp(speeds.indexOf(this) + steps, 0, speeds.size() - 1));
  }
}
