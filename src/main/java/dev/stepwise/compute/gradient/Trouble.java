package dev.stepwise.compute.gradient;

/// Why a training was stopped: the loss of a batch left the range in which training makes sense.
///
/// @param kind what happened
/// @param epoch in which epoch, from 1
/// @param batch in which batch, from 0
/// @param loss what the batch's loss was
public record Trouble(Kind kind, int epoch, int batch, double loss) {

  /// What happened.
  public enum Kind {
    /// The loss, or a parameter, is not a number or infinite.
    NOT_FINITE,
    /// The loss is more than ten thousand times what it was at the start, and no smaller than 1.
    FAR_OFF
  }

  private static final double FAR = 1e4;

  /// The loss above which a training is stopped.
  ///
  /// @param first the loss of the first batch
  static double limit(double first) {
    return FAR * Math.max(1, first);
  }
}
