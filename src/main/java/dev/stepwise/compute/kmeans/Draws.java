package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Relation;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import java.util.List;
import java.util.Optional;

/// How the numbers of a draw come to be.
record Draws(KMeansFrame frame) {

  Optional<Derivation> of(Ref ref) {
    return switch (frame.focus()) {
      case SeedingFocus.Drawn(int j, int point, var draw) when draw != null ->
          of(ref, draw, j, point);
      case SeedingFocus.DrawPart(int j, int point, var draw, _) -> of(ref, draw, j, point);
      default -> Optional.empty();
    };
  }

  private Optional<Derivation> of(Ref ref, Draw draw, int centroid, int point) {
    return switch (ref.variable()) {
      case "weights" -> Optional.of(weight(ref, draw, centroid));
      case "cumulative" -> Optional.of(cumulative(ref, draw));
      case "target" -> Optional.of(target(ref, draw));
      case "i" -> Optional.of(fallen(ref, draw, point));
      default -> Optional.empty();
    };
  }

  private Derivation weight(Ref ref, Draw draw, int centroid) {
    int i = ref.index(0);
    double weight = draw.weights()[i];
    var operation =
        draw.weighing() == Draw.Weighing.SQUARED ? nearest(i, centroid) : new Operation.Given();
    var derivation =
        Derivation.of(ref, weight, operation)
            .titled("Weight of point " + (i + 1))
            .symbols("D(x_{%d})^2".formatted(i + 1));
    double total = draw.total();
    if (total == 0) {
      return derivation.saying(
          "Every weight is 0, so there is nothing to draw by: the first point not yet taken"
              + " becomes the centroid.");
    }
    return derivation
        .saying("Its chance of being drawn is its weight divided by the sum of all weights.")
        .then(
            Formula.of("P(%d)".formatted(i + 1))
                .is(Term.quotient(weight, total))
                .gives(weight / total));
  }

  /// The least of its squared distances to the centroids that are there.
  private Operation nearest(int point, int centroid) {
    double[][] drawn = frame.clustering().centroids();
    var distances = new Distances(frame, point);
    return new Operation.Extremum(
        Operation.Extreme.LEAST,
        Operand.list(Math.min(centroid, drawn.length), j -> Operand.worked(distances.squared(j))));
  }

  private static Derivation cumulative(Ref ref, Draw draw) {
    int i = ref.index(0);
    var weights = Operand.vector("weights", draw.weights()).subList(0, i + 1);
    return Derivation.of(ref, draw.cumulative()[i], new Operation.Sum(weights))
        .titled("Running sum up to point " + (i + 1))
        .saying("The weights up to this one, laid end to end.");
  }

  private static Derivation target(Ref ref, Draw draw) {
    int last = draw.weights().length - 1;
    var factors =
        List.of(Operand.at(draw.random(), "r"), Operand.at(draw.total(), "cumulative", last));
    return Derivation.of(ref, draw.target(), new Operation.Product(factors))
        .titled("Where the random number falls")
        .saying("The random number times the length of all weights laid end to end.");
  }

  private static Derivation fallen(Ref ref, Draw draw, int point) {
    if (draw.total() == 0) {
      return Derivation.of(ref, point, new Operation.Given())
          .titled("The drawn point")
          .saying("Nothing has weight: it is the first point not yet taken.");
    }
    var passed =
        new Operation.Counted(
            Operand.vector("cumulative", draw.cumulative()),
            Relation.AT_MOST,
            Operand.at(draw.target(), "target"));
    return Derivation.of(ref, point, passed)
        .titled("The drawn point")
        .saying(
            "The first point whose running sum is more than %s: so many before it are not."
                .formatted(Numbers.text(draw.target())));
  }
}
