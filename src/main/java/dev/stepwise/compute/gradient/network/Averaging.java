package dev.stepwise.compute.gradient.network;

/// How the gradients of a batch's samples become one.
public enum Averaging {
  /// The error is divided by the batch's size once, so every gradient is a mean.
  MEAN("mean"),
  /// A bug to spot: weights get the sum over the batch, biases the mean.
  SUM_BESIDE_MEAN("sum-beside-mean");

  private final String word;

  Averaging(String word) {
    this.word = word;
  }

  /// Its word in a scenario.
  public String word() {
    return word;
  }
}
