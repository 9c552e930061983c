package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.gradient.ProbeFrame.Lane;
import dev.stepwise.compute.gradient.network.Start;
import dev.stepwise.compute.gradient.probe.Layer;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.Optional;

/// How the variances of the probe's layers came to be.
record ProbeDerivations(ProbeFrame frame) {

  /// The address of the variance of a layer; 0 is the input.
  static Ref variances(Start start, int layer) {
    return Ref.of("variances (%s)".formatted(start.word()), layer);
  }

  Optional<Derivation> of(Ref ref) {
    return ref.in(frame.variables()).isEmpty()
        ? Optional.empty()
        : frame.lanes().stream()
            .map(Lane::start)
            .filter(start -> ref.variable().equals(variances(start, 0).variable()))
            .findFirst()
            .map(start -> variance(start, ref.index(0)));
  }

  /// The variance of a layer of a start; 0 is the input.
  Derivation variance(Start start, int layer) {
    var lane =
        frame.lanes().stream().filter(each -> each.start() == start).findFirst().orElseThrow();
    var now = lane.layers().get(layer);
    var derivation =
        Derivation.of(variances(start, layer), now.variance(), squares(lane, layer))
            .symbols("\\mathrm{Var}(a_{%d})".formatted(layer));
    return layer == 0 ? input(derivation, now) : after(derivation, lane, layer);
  }

  /// The mean of the squared distances from the mean. The activations of the last layer of a lane
  /// are a variable.
  private static Operation squares(Lane lane, int layer) {
    var now = lane.layers().get(layer);
    double[][] a = now.activations();
    int width = a[0].length;
    boolean isLast = layer == lane.layers().size() - 1;
    var name = "a (%s)".formatted(lane.start().word());
    return new Operation.Mean(
        Operand.list(
            a.length * width,
            i -> {
              double value = a[i / width][i % width];
              var activation =
                  isLast ? Operand.at(value, name, i / width, i % width) : Operand.constant(value);
              var gap = new Operation.Difference(activation, Operand.constant(now.mean()));
              return Operand.of(new Operation.Power(Operand.of(gap), 2));
            }));
  }

  private Derivation input(Derivation variance, Layer layer) {
    return variance
        .titled("The input")
        .saying(
            "%s of %d numbers: mean %s, variance %s, the same for every start."
                .formatted(
                    Phrases.count(frame.problem().x().length, "sample"),
                    frame.problem().width(),
                    Numbers.text(layer.mean()),
                    Numbers.text(layer.variance())));
  }

  private Derivation after(Derivation variance, Lane lane, int layer) {
    int width = frame.problem().width();
    var before = lane.layers().get(layer - 1);
    var now = lane.layers().get(layer);
    double deviation = lane.start().deviation(width, width);
    double factor = width * deviation * deviation / 2;
    return variance
        .titled("%s start, layer %d".formatted(lane.start().title(), layer))
        .saying(
            ("Each unit adds up %d products with weights of standard deviation %s, and ReLU drops "
                    + "half: the mean square should change by a factor of %s. It went %s, the "
                    + "variance %s.")
                .formatted(
                    width,
                    Numbers.text(deviation),
                    Numbers.text(factor),
                    Words.fromTo(before.meanSquare(), now.meanSquare()),
                    Words.fromTo(before.variance(), now.variance())))
        .then(
            Formula.of("\\tfrac12\\,n\\,\\sigma_W^2")
                .is(
                    Term.product(
                        Term.quotient(Term.count(1), Term.count(2)),
                        Term.count(width),
                        Term.square(Term.number(deviation))))
                .gives(factor));
  }
}
