package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.stream.IntStream;

/// How a point's label comes to be: the index of the nearest centroid, of equal ones the first.
record Labels(KMeansFrame frame) {

  Derivation derivation(int point) {
    double[][] centroids = frame.assigning();
    var distances = new Distances(frame, point);
    var way = frame.problem().mistake();
    double[] measured =
        KMeans.distances(way.seen(frame.problem().points()[point]), way.seen(centroids));
    var choice =
        new Operation.Chosen(
            way.winner(), Operand.list(centroids.length, j -> squared(distances, point, j)));
    int label = (int) choice.result();
    return Derivation.of(Ref.of("labels", point), label, choice)
        .titled("Point %d is in cluster %d".formatted(point + 1, label + 1))
        .saying(
            sentence(measured, label, way)
                + (frame.isIterated() ? " The centroids have moved since." : "")
                + Words.allDimensions(frame.problem().dimensions()))
        .then(distances.derivation(label).formula().orElseThrow())
        .tabled(Distances.table(measured, label));
  }

  /// In the step of the point itself its squared distances are variables; elsewhere they are worked
  /// out.
  private Operand squared(Distances distances, int point, int centroid) {
    var ref = Ref.of(Distances.SQUARED, centroid);
    var there = ref.in(frame.variables());
    return frame.focus() instanceof AssignmentFocus.PointAssigned at
            && at.point() == point
            && there.isPresent()
        ? Operand.at(ref, there.getAsDouble())
        : Operand.worked(distances.squared(centroid));
  }

  private static String sentence(double[] distances, int label, KMeansMistake way) {
    if (distances.length == 1) {
      return "There is one centroid, at distance %s.".formatted(Numbers.text(distances[0]));
    }
    var rivals =
        IntStream.range(label + 1, distances.length)
            .filter(j -> distances[j] == distances[label])
            .mapToObj(j -> "centroid " + (j + 1))
            .toList();
    return rivals.isEmpty()
        ? "Of its distances to the %d centroids the one to centroid %d is the %s: %s."
            .formatted(
                distances.length,
                label + 1,
                way == KMeansMistake.FARTHEST ? "largest, which is taken" : "smallest",
                Numbers.text(distances[label]))
        : "Centroid %d and %s are equally near, at distance %s. A tie goes to the lower number."
            .formatted(label + 1, Phrases.listed(rivals), Numbers.text(distances[label]));
  }
}
