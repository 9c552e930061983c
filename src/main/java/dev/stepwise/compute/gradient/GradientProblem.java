package dev.stepwise.compute.gradient;

/// Everything that determines a run of gradient descent, or of the probe.
public sealed interface GradientProblem permits NetworkProblem, RegressionProblem, ProbeProblem {

  /// What is computed.
  enum Model {
    /// A two-layer network that classifies.
    MLP("mlp"),
    /// Linear regression.
    LINEAR_REGRESSION("linear-regression"),
    /// A forward pass through many layers, once for each start of the weights.
    VARIANCE_PROBE("variance-probe");

    private final String word;

    Model(String word) {
      this.word = word;
    }

    /// Its word in a scenario.
    public String word() {
      return word;
    }
  }

  /// What is computed.
  default Model model() {
    return switch (this) {
      case NetworkProblem _ -> Model.MLP;
      case RegressionProblem _ -> Model.LINEAR_REGRESSION;
      case ProbeProblem _ -> Model.VARIANCE_PROBE;
    };
  }
}
