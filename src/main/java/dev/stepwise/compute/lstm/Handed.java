package dev.stepwise.compute.lstm;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation.Given;
import dev.stepwise.compute.derivation.Operation.Moved;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;

/// Where the numbers come from that a time step is handed: the input, the state before, the
/// weights.
///
/// @param frame the frame
record Handed(LstmFrame frame) {

  /// A number of the input.
  Derivation input(Ref ref) {
    int feature = ref.index(0);
    return Derivation.of(ref, time().x()[feature], new Given())
        .titled(inputTitle(feature))
        .saying(inputSaying(feature));
  }

  private String inputTitle(int feature) {
    return "Input %s at time step %d: %s"
        .formatted(
            problem().features().get(feature), time().t() + 1, Figures.text(time().x()[feature]));
  }

  private String inputSaying(int feature) {
    int t = time().t();
    return problem().labels().isEmpty()
        ? "It comes from outside: row %d of X, column %d.".formatted(t + 1, feature + 1)
        : "The letter is ‘%s’: its own column is 1 and all others are 0."
            .formatted(problem().labels().get(t));
  }

  /// A number of the state before the time step.
  Derivation before(Ref ref, Quantity state) {
    int unit = ref.index(0);
    double value = time().before().values(state)[unit];
    var number = Figures.text(value);
    int t = time().t();
    var name = Phrases.capital(state.title());
    var why =
        t == 0
            ? Derivation.of(ref, value, new Given())
                .titled("%s of unit %d at the start: %s".formatted(name, unit + 1, number))
                .saying(
                    isStated(state.variable() + "_0")
                        ? "It was given as %s_0.".formatted(state.variable())
                        : "Before the first time step nothing has been seen, so the state is 0.")
            : Derivation.of(ref, value, new Moved(Operand.constant(value)))
                .titled("%s of unit %d before: %s".formatted(name, unit + 1, number))
                .saying("It is as time step %d left it.".formatted(t));
    return why.then(Formula.of(Signs.before(state, t, unit)).gives(value));
  }

  /// A number of [x, h], or of the input in [x, r ⊙ h].
  Derivation concatenated(Ref ref, int element) {
    int unit = element - problem().inputs();
    if (unit < 0) {
      double value = time().x()[element];
      return Derivation.of(ref, value, new Moved(Operand.at(value, "x", element)))
          .titled(inputTitle(element))
          .saying(inputSaying(element));
    }
    var before = before(Ref.of(Quantity.H.before(), unit), Quantity.H);
    return Derivation.of(ref, before.value(), new Moved(Operand.at(before.ref(), before.value())))
        .titled(before.title())
        .saying(before.sentence());
  }

  /// A weight or a bias.
  Derivation weight(Ref ref, Quantity layer) {
    boolean bias = ref.variable().equals(layer.bias());
    var words =
        isStated(ref.variable())
            ? "It was given."
            : !bias
                ? "It was drawn from the seed."
                : layer == Quantity.F
                    ? "It was not given, so it is the forget bias."
                    : "It was not given, so it is 0.";
    return Derivation.of(ref, ref.in(frame.variables()).orElseThrow(), new Given()).saying(words);
  }

  private boolean isStated(String input) {
    return problem().stated().inputs().containsKey(input);
  }

  private TimeStep time() {
    return frame.time();
  }

  private LstmProblem problem() {
    return frame.problem();
  }
}
