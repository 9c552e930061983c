package dev.stepwise.compute.gradient.network;

/// What a hidden unit makes of its sum: the sum itself where it is positive, else the sum times a
/// slope.
///
/// V. Nair, G. E. Hinton, *Rectified linear units improve restricted Boltzmann machines*, ICML
/// 2010; A. L. Maas, A. Y. Hannun, A. Y. Ng, *Rectifier nonlinearities improve neural network
/// acoustic models*, ICML 2013.
public enum Activation {
  /// Zero below zero.
  RELU("relu", "ReLU", 0),
  /// A hundredth below zero, so that no unit dies.
  LEAKY_RELU("leaky-relu", "leaky ReLU", 0.01);

  private final String word;
  private final String title;
  private final double slope;

  Activation(String word, String title, double slope) {
    this.word = word;
    this.title = title;
    this.slope = slope;
  }

  /// Its word in a scenario.
  public String word() {
    return word;
  }

  /// Its name in a sentence.
  public String title() {
    return title;
  }

  /// What a negative sum is multiplied by.
  public double slope() {
    return slope;
  }

  /// The activation of a sum.
  public double of(double z) {
    return z > 0 ? z : slope * z;
  }

  /// The derivative at a sum; at 0, where there is none, the slope.
  public double derivative(double z) {
    return z > 0 ? 1 : slope;
  }
}
