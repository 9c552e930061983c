package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.gradient.ProbeFrame.Lane;
import dev.stepwise.compute.gradient.network.Start;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.List;

/// What one layer of the probe says.
public final class ProbeNarration {
  private ProbeNarration() {}

  /// A layer of a start; 0 is the input.
  public static Narration layer(ProbeFrame frame, Start start, int layer) {
    var lane =
        frame.lanes().stream().filter(each -> each.start() == start).findFirst().orElseThrow();
    return layer == 0 ? input(frame.problem(), lane) : one(frame.problem(), lane, layer);
  }

  private static Narration input(ProbeProblem problem, Lane lane) {
    var layer = lane.layers().getFirst();
    return new Narration(
        "The input",
        "%s of %d numbers: mean %s, variance %s, the same for every start."
            .formatted(
                Phrases.count(problem.x().length, "sample"),
                problem.width(),
                Numbers.text(layer.mean()),
                Numbers.text(layer.variance())));
  }

  /// A layer after the input.
  static Narration one(ProbeProblem problem, Lane lane, int layer) {
    var before = lane.layers().get(layer - 1);
    var now = lane.layers().get(layer);
    double deviation = lane.start().deviation(problem.width(), problem.width());
    double factor = problem.width() * deviation * deviation / 2;
    return new Narration(
        "%s start, layer %d".formatted(lane.start().title(), layer),
        ("Each unit adds up %d products with weights of standard deviation %s, and ReLU drops "
                + "half: the mean square should change by a factor of %s. It went %s, the "
                + "variance %s.")
            .formatted(
                problem.width(),
                Numbers.text(deviation),
                Numbers.text(factor),
                Words.fromTo(before.meanSquare(), now.meanSquare()),
                Words.fromTo(before.variance(), now.variance())),
        List.of(
            Formula.of("\\tfrac12\\,n\\,\\sigma_W^2")
                .is(
                    Term.product(
                        Term.quotient(Term.count(1), Term.count(2)),
                        Term.count(problem.width()),
                        Term.square(Term.number(deviation))))
                .gives(factor)
                .latex(),
            Words.line("\\mathrm{Var}(a_{%d})".formatted(layer), now.variance())));
  }
}
