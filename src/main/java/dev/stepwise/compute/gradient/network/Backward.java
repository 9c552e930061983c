package dev.stepwise.compute.gradient.network;

/// What the backward pass of a batch of n samples computes, in its order. The arrays are shared and
/// never written to.
///
/// @param dz2 n×classes, the derivative of the loss by the logits
/// @param dw2 hidden×classes
/// @param db2 classes
/// @param da1 n×hidden, by the activations
/// @param dz1 n×hidden, by the sums of the hidden units
/// @param dw1 d×hidden
/// @param db1 hidden
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record Backward(
    double[][] dz2,
    double[][] dw2,
    double[] db2,
    double[][] da1,
    double[][] dz1,
    double[][] dw1,
    double[] db1) {

  /// The derivatives by the parameters.
  public Gradients gradients() {
    return new Gradients(dw1, db1, dw2, db2);
  }
}
