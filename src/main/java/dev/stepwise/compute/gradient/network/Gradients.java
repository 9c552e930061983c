package dev.stepwise.compute.gradient.network;

/// The derivatives of the loss by each parameter, in the shapes of the parameters. The arrays are
/// shared and never written to.
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record Gradients(double[][] dw1, double[] db1, double[][] dw2, double[] db2) {

  /// The derivative by one parameter.
  public double at(Place place) {
    return switch (place.of()) {
      case W1 -> dw1[place.row()][place.column()];
      case B1 -> db1[place.column()];
      case W2 -> dw2[place.row()][place.column()];
      case B2 -> db2[place.column()];
    };
  }
}
