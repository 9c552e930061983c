package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.network.Parameters;

/// Parameters on their way from one step to the next, for the picture's motion.
final class Between {
  private Between() {}

  /// A part of the way from one to the other; the other where their shapes differ.
  ///
  /// @param share 0 to 1
  static Parameters parameters(Parameters from, Parameters to, double share) {
    if (share >= 1
        || from.equals(to)
        || from.inputs() != to.inputs()
        || from.hidden() != to.hidden()
        || from.classes() != to.classes()) {
      return to;
    }
    return new Parameters(
        mixed(from.w1(), to.w1(), share),
        mixed(from.b1(), to.b1(), share),
        mixed(from.w2(), to.w2(), share),
        mixed(from.b2(), to.b2(), share));
  }

  private static double[][] mixed(double[][] from, double[][] to, double share) {
    var mixed = new double[from.length][];
    for (int row = 0; row < mixed.length; row++) {
      mixed[row] = mixed(from[row], to[row], share);
    }
    return mixed;
  }

  private static double[] mixed(double[] from, double[] to, double share) {
    var mixed = new double[from.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = from[i] + share * (to[i] - from[i]);
    }
    return mixed;
  }
}
