package dev.stepwise.compute.gradient.network;

import java.util.Arrays;

/// Weights and biases of a two-layer network. The arrays are shared and never written to.
///
/// @param w1 d×hidden
/// @param b1 hidden
/// @param w2 hidden×classes
/// @param b2 classes
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record Parameters(double[][] w1, double[] b1, double[][] w2, double[] b2) {

  /// How many inputs there are.
  public int inputs() {
    return w1.length;
  }

  /// How many hidden units there are.
  public int hidden() {
    return b1.length;
  }

  /// How many classes there are.
  public int classes() {
    return b2.length;
  }

  /// How many numbers these are.
  public int count() {
    return (inputs() + 1) * hidden() + (hidden() + 1) * classes();
  }

  /// A step of gradient descent: each parameter minus the rate times its gradient.
  public Parameters descend(double rate, Gradients gradients) {
    return new Parameters(
        minus(w1, rate, gradients.dw1()),
        minus(b1, rate, gradients.db1()),
        minus(w2, rate, gradients.dw2()),
        minus(b2, rate, gradients.db2()));
  }

  private static double[][] minus(double[][] values, double rate, double[][] gradients) {
    var changed = new double[values.length][];
    for (int row = 0; row < values.length; row++) {
      changed[row] = minus(values[row], rate, gradients[row]);
    }
    return changed;
  }

  private static double[] minus(double[] values, double rate, double[] gradients) {
    var changed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      changed[i] = values[i] - rate * gradients[i];
    }
    return changed;
  }

  /// Whether every one is a finite number.
  public boolean areFinite() {
    return areFinite(w1) && areFinite(b1) && areFinite(w2) && areFinite(b2);
  }

  static boolean areFinite(double[][] rows) {
    for (double[] row : rows) {
      if (!areFinite(row)) {
        return false;
      }
    }
    return true;
  }

  static boolean areFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /// Whether these are the same numbers, bit by bit.
  public boolean sameAs(Parameters other) {
    return Arrays.deepEquals(w1, other.w1)
        && Arrays.equals(b1, other.b1)
        && Arrays.deepEquals(w2, other.w2)
        && Arrays.equals(b2, other.b2);
  }

  /// One parameter.
  public double at(Place place) {
    return switch (place.of()) {
      case W1 -> w1[place.row()][place.column()];
      case B1 -> b1[place.column()];
      case W2 -> w2[place.row()][place.column()];
      case B2 -> b2[place.column()];
    };
  }

  /// The same with one parameter replaced.
  public Parameters with(Place place, double value) {
    return switch (place.of()) {
      case W1 -> new Parameters(replaced(w1, place, value), b1, w2, b2);
      case B1 -> new Parameters(w1, replaced(b1, place, value), w2, b2);
      case W2 -> new Parameters(w1, b1, replaced(w2, place, value), b2);
      case B2 -> new Parameters(w1, b1, w2, replaced(b2, place, value));
    };
  }

  private static double[][] replaced(double[][] rows, Place place, double value) {
    var changed = rows.clone();
    changed[place.row()] = replaced(rows[place.row()], place, value);
    return changed;
  }

  private static double[] replaced(double[] values, Place place, double value) {
    var changed = values.clone();
    changed[place.column()] = value;
    return changed;
  }

  /// The place of the i-th parameter, counted through W1 row by row, b1, W2 row by row and b2.
  ///
  /// @throws IndexOutOfBoundsException from [#count] on
  public Place place(int index) {
    int rest = index;
    if (rest < inputs() * hidden()) {
      return new Place(Place.Of.W1, rest / hidden(), rest % hidden());
    }
    rest -= inputs() * hidden();
    if (rest < hidden()) {
      return new Place(Place.Of.B1, 0, rest);
    }
    rest -= hidden();
    if (rest < hidden() * classes()) {
      return new Place(Place.Of.W2, rest / classes(), rest % classes());
    }
    rest -= hidden() * classes();
    return new Place(Place.Of.B2, 0, java.util.Objects.checkIndex(rest, classes()));
  }
}
