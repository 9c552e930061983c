package dev.stepwise.compute.gradient;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.List;

/// How a parameter came to its value by a step of gradient descent, or by the steps of an epoch.
final class Updates {
  private Updates() {}

  /// By the step of one batch: its value before, less the rate times its gradient. Where the batch
  /// stopped the training no step was taken.
  ///
  /// @param latex the parameter's name in a formula
  static Derivation updated(
      Ref ref, double value, double before, double rate, Operand gradient, String latex) {
    var step = new Operation.Product(List.of(Operand.at(rate, "rate"), gradient));
    var difference = new Operation.Difference(Operand.constant(before), Operand.of(step));
    return value == before && difference.result() != value
        ? unmoved(ref, value)
        : Derivation.of(ref, value, difference)
            .saying(way(gradient.value(), before, value))
            .symbols("%s\\leftarrow %s-\\eta\\,d%s".formatted(latex, latex, latex));
  }

  /// By a step that is none of gradient descent.
  ///
  /// @param mistake what the step is; [GradientMistake#NONE] where none is taken
  static Derivation mistaken(
      Ref ref,
      double value,
      double before,
      GradientMistake mistake,
      double rate,
      Operand gradient) {
    var from = Operand.constant(before);
    var step = Operand.of(new Operation.Product(List.of(Operand.at(rate, "rate"), gradient)));
    var operation =
        switch (mistake) {
          case NONE -> new Operation.Moved(from);
          case CLIMBS_THE_GRADIENT -> new Operation.Sum(List.of(from, step));
          case RATE_LEFT_OUT -> new Operation.Difference(from, gradient);
          default -> new Operation.Difference(from, step);
        };
    return Derivation.of(ref, value, operation);
  }

  /// In a batch that stopped the training.
  static Derivation unmoved(Ref ref, double value) {
    return Derivation.of(ref, value, new Operation.Moved(Operand.constant(value)))
        .saying("The training stops at this batch, so no step is taken: it stays as it was.");
  }

  private static String way(double gradient, double before, double after) {
    var way =
        gradient > 0
            ? "Its gradient is positive: a larger value would cost more, so it falls."
            : gradient < 0
                ? "Its gradient is negative: a larger value would cost less, so it rises."
                : "Its gradient is 0, so it stays.";
    if (after != before) {
      return way + " It goes %s.".formatted(Words.fromTo(before, after));
    }
    return gradient == 0
        ? way
        : way
            + " But the step is too small to change a double of this size: it stays at %s."
                .formatted(Numbers.text(before));
  }

  /// By the steps of a whole epoch.
  ///
  /// @param batches how many there are in the epoch
  static Derivation moved(Ref ref, double before, double value, int batches) {
    var moves = List.of(Operand.constant(before), Operand.constant(value - before));
    return Derivation.of(ref, value, new Operation.Sum(moves))
        .saying(
            "It %s in the %s of this epoch, the rate times the gradient of a batch each. Go into the epoch to see them."
                .formatted(Phrases.change(before, value), batches == 1 ? "one step" : "steps"));
  }
}
