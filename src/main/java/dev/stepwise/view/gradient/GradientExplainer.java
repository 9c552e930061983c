package dev.stepwise.view.gradient;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.gradient.GradientElement.OfBatchLoss;
import dev.stepwise.view.gradient.GradientElement.OfNumber;
import dev.stepwise.view.gradient.GradientElement.OfSample;
import java.util.Optional;
import java.util.Set;

/// Answers "why?" for what is drawn of gradient descent: of numbers the arithmetic is that of the
/// derivations; what is more than one number has its words here.
record GradientExplainer(GradientExercise exercise, GradientFrame frame) {

  Optional<Explanation> explain(GradientElement element) {
    return element instanceof OfSample(int sample) && frame instanceof NetworkFrame network
        ? number(new OfNumber(sample, Tensor.P, Lens.on(network, sample).label()))
        : number(element).or(() -> other(element));
  }

  private Optional<Explanation> number(GradientElement element) {
    var there = GradientNumbers.of(frame).standing(element);
    return there
        .address(element)
        .flatMap(ref -> exercise.why(there.frame(), ref))
        .map(why -> new Explanation(why.narration(), lit(why, there, element).sources()));
  }

  /// What lights up for a number. Where it was made from the other number of its own node, that is
  /// what this other one was made from.
  private Explanation lit(Derivation why, GradientNumbers there, GradientElement element) {
    var explanation = Explanation.of(why, there::drawn);
    var made = why.sources(1).stream().findFirst();
    return explanation.sources().equals(Set.of(element))
        ? made.flatMap(source -> exercise.why(there.frame(), source))
            .map(before -> Explanation.of(before, there::drawn))
            .orElse(explanation)
        : explanation;
  }

  private Optional<Explanation> other(GradientElement element) {
    return switch (frame) {
      case NetworkFrame network -> new NetworkExplainer(network).explain(element);
      case RegressionFrame regression when element instanceof OfBatchLoss(int index) ->
          Optional.of(loss(regression, index));
      default -> Optional.empty();
    };
  }

  private static Explanation loss(RegressionFrame frame, int index) {
    return new Explanation(
        new Narration(
            "The loss before epoch %d".formatted(index + 1),
            "It was %s. Go into that epoch to see every error in it."
                .formatted(Numbers.text(frame.losses().at(index)))),
        Set.of());
  }
}
