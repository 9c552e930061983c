package dev.stepwise.compute.arithmetic;

/// The functions of one number that formulas use.
public enum Function {
  /// The exponential function, printed as a power of e.
  EXP("e^{%s}"),
  /// The natural logarithm.
  LN("\\ln %s"),
  /// The logarithm to base 2.
  LOG2("\\log_2 %s"),
  /// The square root.
  ROOT("\\sqrt{%s}"),
  /// The hyperbolic tangent.
  TANH("\\tanh(%s)"),
  /// The logistic function, 1/(1 + e⁻ˣ).
  SIGMOID("\\sigma(%s)"),
  /// The rectifier, max(0, x).
  RELU("\\max(0,\\,%s)"),
  /// The absolute value.
  ABS("|%s|"),
  /// The opposite.
  NEGATE("-%s");

  private final String latex;

  Function(String latex) {
    this.latex = latex;
  }

  /// The function's value.
  public double at(double argument) {
    return switch (this) {
      case EXP -> Math.exp(argument);
      case LN -> Math.log(argument);
      case LOG2 -> Math.log(argument) / Math.log(2);
      case ROOT -> Math.sqrt(argument);
      case TANH -> Math.tanh(argument);
      case SIGMOID -> 1 / (1 + Math.exp(-argument));
      case RELU -> Math.max(0, argument);
      case ABS -> Math.abs(argument);
      case NEGATE -> -argument;
    };
  }

  /// Whether the notation itself shows where the argument ends.
  boolean encloses() {
    return this != LN && this != LOG2 && this != NEGATE;
  }

  String latex(String argument) {
    return latex.replace("%s", argument);
  }
}
