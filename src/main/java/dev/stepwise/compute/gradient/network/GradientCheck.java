package dev.stepwise.compute.gradient.network;

/// The derivative by one parameter measured instead of derived: the parameter is moved a little up
/// and a little down, and the loss is computed twice. The central difference errs by the order of
/// the step's square, and by rounding divided by the step.
///
/// @param place which parameter
/// @param step how far it was moved each way
/// @param above the loss with the parameter moved up
/// @param below the loss with it moved down
public record GradientCheck(Place place, double step, double above, double below) {
  /// The step that balances both errors for a loss near 1: about the cube root of the rounding.
  public static final double STEP = 1e-5;

  /// Measures the derivative of the mean loss of a batch.
  public static GradientCheck of(
      Forward batch, Parameters at, Activation activation, Place place, double step) {
    double value = at.at(place);
    double above = loss(batch, at.with(place, value + step), activation);
    double below = loss(batch, at.with(place, value - step), activation);
    return new GradientCheck(place, step, above, below);
  }

  private static double loss(Forward batch, Parameters at, Activation activation) {
    return TwoLayerNetwork.forward(batch.x(), batch.y(), at, activation).loss();
  }

  /// The measured derivative.
  public double numeric() {
    return (above - below) / (2 * step);
  }

  /// How far a derived value is from the measured one, relative to the larger of the two; 0 where
  /// both are 0.
  public double relativeError(double analytic) {
    double size = Math.max(Math.abs(numeric()), Math.abs(analytic));
    return size == 0 ? 0 : Math.abs(numeric() - analytic) / size;
  }

  /// Whether a derived value agrees with the measured one: within a ten-thousandth, or within what
  /// rounding leaves of a derivative near 0.
  public boolean agrees(double analytic) {
    double rounding = 1e-15 * Math.max(1, Math.abs(above)) / step;
    return Math.abs(numeric() - analytic) <= 100 * rounding || relativeError(analytic) <= 1e-4;
  }
}
