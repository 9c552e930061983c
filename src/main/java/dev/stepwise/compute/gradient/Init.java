package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Start;

/// What a scenario says of a network's parameters at the start.
enum Init {
  HE(Start.HE.word(), Start.HE),
  XAVIER(Start.XAVIER.word(), Start.XAVIER),
  SMALL(Start.SMALL.word(), Start.SMALL),
  ZERO(Start.ZERO.word(), Start.ZERO),
  /// Both matrices of weights are given.
  GIVEN("given", Start.HE);

  private final String word;
  private final Start start;

  Init(String word, Start start) {
    this.word = word;
    this.start = start;
  }

  /// Its word in a scenario.
  String word() {
    return word;
  }

  /// How weights are drawn that are not given.
  Start start() {
    return start;
  }

  /// The one of a problem.
  static Init of(NetworkProblem problem) {
    return problem.given().hasWeights() ? GIVEN : valueOf(problem.start().name());
  }
}
