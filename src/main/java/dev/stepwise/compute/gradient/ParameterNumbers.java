package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.network.GradientCheck;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Numbers;

/// How a weight or a bias came to its value, and how its gradient comes to be: the chain of its
/// factors, sample by sample, and whether the measured derivative agrees.
record ParameterNumbers(NetworkFrame frame) {

  /// A weight or a bias.
  Derivation parameter(Place place) {
    double value = frame.moment().parameters().at(place);
    var ref = Tensors.ref(place);
    var title = place.name() + " = " + Numbers.text(value);
    var pass = frame.moment().pass();
    if (pass.isPresent() && frame.isUpdated()) {
      return pass.get().backward().isEmpty()
          ? Updates.unmoved(ref, value).titled(title)
          : updated(place, value, pass.get());
    }
    if (frame.focus() instanceof NetworkFocus.EpochDone done) {
      return Updates.moved(ref, done.from().at(place), value, frame.problem().batches())
          .titled(title);
    }
    return Derivation.of(ref, value, new Operation.Given())
        .titled(title)
        .saying(
            pass.filter(batch -> batch.backward().isPresent()).isPresent()
                ? role(place)
                : origin(place));
  }

  private Derivation updated(Place place, double value, Pass pass) {
    double rate = frame.problem().descent().rateIn(frame.moment().epoch());
    var shares = new Shares(frame, pass, place);
    var gradient = Operand.at(shares.ref(), pass.back().gradients().at(place));
    double before = pass.at().at(place);
    var mistake = frame.problem().mistake();
    var ref = Tensors.ref(place);
    boolean keeps = new MistakenNetwork(frame.problem()).keeps(place.of());
    return (mistake.isOfUpdate()
            ? Updates.mistaken(
                    ref, value, before, keeps ? GradientMistake.NONE : mistake, rate, gradient)
                .saying(mistake.words())
                .symbols(place.latex())
            : Updates.updated(ref, value, before, rate, gradient, place.latex()))
        .titled("Update " + place.name())
        .then(sum(place, pass).formula().orElseThrow())
        .tabled(shares.table());
  }

  private String origin(Place place) {
    var problem = frame.problem();
    var where =
        frame.moment().epoch() > 0
            ? "It stands as epoch %d left it.".formatted(frame.moment().epoch())
            : problem.given().has(place.of())
                ? "It is given with the scenario."
                : place.of().isBias()
                    ? "It starts at 0."
                    : "It was drawn by the %s start.".formatted(problem.start().title());
    return where + " Go into a batch to see its gradient and how it moves.";
  }

  private String role(Place place) {
    var names = frame.problem().data().names();
    var from =
        switch (place.of()) {
          case W1 -> names.column(place.row(), "input %d".formatted(place.row()));
          case W2 -> "hidden unit %d".formatted(place.row());
          case B1, B2 -> "1";
        };
    var to =
        switch (place.of()) {
          case W1, B1 -> "hidden unit %d".formatted(place.column());
          case W2, B2 -> "class %d".formatted(place.column());
        };
    return "It multiplies %s on the way to %s. Its gradient d%s %s in this batch."
        .formatted(
            from,
            to,
            place.of().code(),
            frame.moment().pass().orElseThrow().knows(Tensor.gradientOf(place.of()))
                ? "is there, and it moves"
                : "comes later");
  }

  private Derivation sum(Place place, Pass pass) {
    var shares = new Shares(frame, pass, place);
    double gradient = pass.back().gradients().at(place);
    return Derivation.of(shares.ref(), gradient, shares.added())
        .symbols("d%s=%s".formatted(place.latex(), shares.symbols()));
  }

  /// The gradient of a parameter.
  Derivation gradient(Place place, Pass pass) {
    var shares = new Shares(frame, pass, place);
    double gradient = pass.back().gradients().at(place);
    var check =
        GradientCheck.of(
            pass.forward(), pass.at(), frame.problem().activation(), place, GradientCheck.STEP);
    return sum(place, pass)
        .titled("The gradient of " + place.name())
        .saying(shares.sentence() + verdict(check, gradient))
        .then(shares.chain())
        .then(Formula.of("\\frac{L(\\theta+h)-L(\\theta-h)}{2h}").gives(check.numeric()))
        .tabled(shares.table());
  }

  private static String verdict(GradientCheck check, double gradient) {
    return check.agrees(gradient)
        ? " Moving the parameter a little each way and measuring agrees: %s."
            .formatted(Numbers.text(check.numeric()))
        : " But moving the parameter a little each way and measuring gives %s, %s: this gradient is wrong."
            .formatted(
                Numbers.text(check.numeric()),
                gradient == 0 || !(gradient / check.numeric() >= 2)
                    ? "not " + Numbers.text(gradient)
                    : "about %,d times less".formatted(Math.round(gradient / check.numeric())));
  }
}
