package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How the distances of one point to the centroids come to be.
///
/// @param frame in which the centroids are those that points are assigned by
/// @param point which point, from 0
record Distances(KMeansFrame frame, int point) {
  /// The name of the point's squared distances in the listing.
  static final String SQUARED = "squared[i]";

  /// The name of its distances.
  static final String NAME = "np.sqrt(squared[i])";

  private static final int ROWS_SHOWN = 12;

  /// The squares of the differences, coordinate by coordinate, added up.
  Operation squared(int centroid) {
    double[] x = frame.problem().mistake().seen(frame.problem().points()[point]);
    double[] mu = frame.problem().mistake().seen(frame.assigning()[centroid]);
    return new Operation.Sum(
        Operand.list(
            x.length,
            d ->
                Operand.of(
                    new Operation.Power(
                        Operand.of(
                            new Operation.Difference(
                                Operand.at(x[d], "X", point, d),
                                frame.assigningCoordinate(mu[d], centroid, d))),
                        2))));
  }

  /// The root of the squared distance.
  Operation distance(int centroid) {
    return new Operation.Elementwise(Function.ROOT, Operand.of(squared(centroid)));
  }

  Derivation derivation(int centroid) {
    double[] x = frame.problem().mistake().seen(frame.problem().points()[point]);
    double[] mu = frame.problem().mistake().seen(frame.assigning()[centroid]);
    double distance = KMeans.distance(x, mu);
    int number = centroid + 1;
    return Derivation.of(Ref.of(NAME, centroid), distance, distance(centroid))
        .titled("Distance from point %d to centroid %d".formatted(point + 1, number))
        .saying(
            "The point is at %s, the centroid at %s: %s apart.%s"
                .formatted(
                    Phrases.vector(x),
                    Phrases.vector(mu),
                    Numbers.text(distance),
                    Words.allDimensions(x.length)))
        .symbols("d_{%d}=\\lVert x-\\mu_{%d}\\rVert".formatted(number, number));
  }

  Derivation squaredDerivation(int centroid) {
    var way = frame.problem().mistake();
    double squared =
        KMeans.squaredDistance(
            way.seen(frame.problem().points()[point]), way.seen(frame.assigning()[centroid]));
    int number = centroid + 1;
    return Derivation.of(Ref.of(SQUARED, centroid), squared, squared(centroid))
        .titled("Squared distance from point %d to centroid %d".formatted(point + 1, number))
        .saying("The differences of the coordinates, squared and added up.")
        .symbols("d_{%d}^2=\\lVert x-\\mu_{%d}\\rVert^2".formatted(number, number));
  }

  /// The index of the smallest; of equal ones the first.
  static int nearest(double[] distances) {
    int nearest = 0;
    for (int j = 1; j < distances.length; j++) {
      if (distances[j] < distances[nearest]) {
        nearest = j;
      }
    }
    return nearest;
  }

  /// Distances in the order of the clusters; of many clusters the nearest ones.
  static Table table(double[] distances, int nearest) {
    var shown =
        IntStream.range(0, distances.length)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> distances[j]))
            .limit(ROWS_SHOWN)
            .sorted()
            .toList();
    var rows =
        shown.stream()
            .map(j ->
                List.of(
                    Integer.toString(j + 1),
                    Numbers.text(distances[j]),
                    j == nearest ? "nearest" : ""))
            .toList();
    return new Table(List.of("cluster", "distance", ""), rows, shown.indexOf(nearest));
  }
}
