package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.gradient.NetworkProblem.GivenParameters;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.gradient.network.Start;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.List;

/// What the first step of a network's training says, and what is inside it: how the weights are
/// drawn.
final class StartNarration {
  private StartNarration() {}

  /// The parameters at the start.
  static Narration initialised(NetworkFrame frame) {
    var at = frame.moment().parameters();
    var problem = frame.problem();
    var size =
        "%s, %s and %s: %,d parameters."
            .formatted(
                Phrases.count(at.inputs(), "input"),
                Phrases.count(at.hidden(), "hidden unit"),
                Phrases.count(at.classes(), "class"),
                at.count());
    if (problem.given().hasWeights()) {
      return new Narration(
          "The weights are given",
          size + " The scenario gives W1 and W2, so none is drawn and init plays no part.");
    }
    var how =
        switch (problem.start()) {
          case HE ->
              "He's start: the variance of a weight is 2 divided by the number of inputs it is"
                  + " added up with, because ReLU throws half of the signal away.";
          case XAVIER ->
              "Xavier's start: the variance of a weight is 2 divided by inputs plus outputs, made"
                  + " for units that bend little, such as tanh.";
          case SMALL -> "Small start: every weight is drawn with standard deviation 0.01.";
          case ZERO ->
              "Zero start: every weight is 0, so all hidden units compute the same and get the"
                  + " same gradient. Nothing tells them apart.";
        };
    return new Narration(
        "Draw the weights",
        how + " " + size + " " + given(problem.given()),
        problem.start() == Start.ZERO
            ? List.of("W_1=0,\\quad W_2=0")
            : List.of(
                deviation(problem.start(), 1, at.inputs(), at.hidden()),
                deviation(problem.start(), 2, at.hidden(), at.classes())));
  }

  /// What is given beside what is drawn.
  private static String given(GivenParameters given) {
    var names = Arrays.stream(Place.Of.values()).filter(given::has).map(Place.Of::code).toList();
    if (names.isEmpty()) {
      return "Biases start at 0.";
    }
    return "%s %s given by the scenario, so only the others are drawn."
        .formatted(String.join(" and ", names), names.size() == 1 ? "is" : "are");
  }

  private static String deviation(Start start, int layer, int in, int out) {
    double value = start.deviation(in, out);
    var sigma = Formula.of("\\sigma_{W_%d}".formatted(layer));
    var made =
        switch (start) {
          case HE -> sigma.is(Term.root(Term.quotient(Term.count(2), Term.count(in))));
          case XAVIER ->
              sigma.is(
                  Term.root(
                      Term.quotient(Term.count(2), Term.sum(Term.count(in), Term.count(out)))));
          case SMALL, ZERO -> sigma;
        };
    return made.gives(value).latex();
  }

  /// One matrix of them.
  static Narration drawn(NetworkFrame frame, Place.Of tensor) {
    var problem = frame.problem();
    var at = frame.moment().parameters();
    boolean first = tensor == Place.Of.W1;
    int in = first ? at.inputs() : at.hidden();
    int out = first ? at.hidden() : at.classes();
    double[][] weights = first ? at.w1() : at.w2();
    double squares = 0;
    for (double[] row : weights) {
      for (double weight : row) {
        squares += weight * weight;
      }
    }
    boolean isGiven = problem.given().has(tensor);
    var name = tensor.code();
    double spread = Math.sqrt(squares / (in * out));
    var caption =
        isGiven
            ? "%s is given: %s, root mean square %s."
                .formatted(name, Phrases.count((long) in * out, "weight"), Numbers.text(spread))
            : "%s drawn with standard deviation %s; their root mean square came out as %s."
                .formatted(
                    Phrases.count((long) in * out, "weight"),
                    Numbers.text(problem.start().deviation(in, out)),
                    Numbers.text(spread));
    return new Narration(
        "%s: %d×%d weights".formatted(name, in, out),
        caption,
        isGiven ? List.of() : List.of(deviation(problem.start(), first ? 1 : 2, in, out)));
  }
}
