package dev.stepwise.compute.gradient.network;

import org.apache.commons.math3.util.FastMath;

/// How the weights are drawn at first: normal numbers with mean 0 and a standard deviation that
/// depends on how many numbers a unit adds up.
public enum Start {
  /// √(2 / in): keeps the mean square of ReLU activations from layer to layer. K. He and others,
  /// *Delving deep into rectifiers*, ICCV 2015.
  HE("he", "He"),
  /// √(2 / (in + out)): a compromise between forward and backward pass for units without a bend. X.
  /// Glorot, Y. Bengio, *Understanding the difficulty of training deep feedforward neural
  /// networks*, AISTATS 2010.
  XAVIER("xavier", "Xavier"),
  /// A hundredth, whatever the layer.
  SMALL("small", "Small"),
  /// All zero: every unit computes the same for ever.
  ZERO("zero", "Zero");

  private static final double SMALL_DEVIATION = 0.01;

  private final String word;
  private final String title;

  Start(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /// Its word in a scenario.
  public String word() {
    return word;
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// The standard deviation of a layer's weights.
  ///
  /// @param in how many numbers each unit of the layer adds up
  /// @param out how many units the layer has
  public double deviation(int in, int out) {
    return switch (this) {
      case HE -> FastMath.sqrt(2.0 / in);
      case XAVIER -> FastMath.sqrt(2.0 / (in + out));
      case SMALL -> SMALL_DEVIATION;
      case ZERO -> 0;
    };
  }
}
