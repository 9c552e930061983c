package dev.stepwise.compute.gradient;

/// Why a training was stopped: the loss of a batch left the range in which training makes sense, or
/// its update did.
///
/// @param kind what happened
/// @param epoch in which epoch, from 1
/// @param batch in which batch, from 0
/// @param loss what the batch's loss was
public record Trouble(Kind kind, int epoch, int batch, double loss) {

  /// What happened.
  public enum Kind {
    /// The loss is not a number or infinite.
    NOT_FINITE,
    /// The loss is finite, but after the update a parameter is not a number or infinite.
    UPDATE_NOT_FINITE,
    /// The loss is more than ten thousand times what it was at the start, and no smaller than 1.
    FAR_OFF
  }

  private static final double FAR = 1e4;

  /// The loss above which a training is stopped.
  ///
  /// @param first the largest loss that a batch can have at the start
  static double limit(double first) {
    double limit = FAR * Math.max(1, first);
    return Double.isNaN(limit) ? Double.MAX_VALUE : Math.min(Double.MAX_VALUE, limit);
  }

  /// The rate of the update that led here: that of the epoch before where its first batch has the
  /// loss.
  double rate(Descent descent) {
    boolean before = batch == 0 && kind != Kind.UPDATE_NOT_FINITE;
    return descent.rateIn(Math.max(1, before ? epoch - 1 : epoch));
  }

  /// Whether no update had been made.
  boolean isAtTheStart() {
    return epoch == 1 && batch == 0 && kind != Kind.UPDATE_NOT_FINITE;
  }
}
