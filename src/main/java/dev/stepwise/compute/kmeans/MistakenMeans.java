package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Differences;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.stream.IntStream;

/// How a coordinate of a centroid comes to be in a run that makes a mistake on purpose.
record MistakenMeans(KMeansFrame frame) {

  /// @param ref of the coordinate
  /// @param members the points that have the cluster's label
  Derivation derivation(Ref ref, double value, int[] members) {
    var way = frame.problem().mistake();
    int[] used =
        switch (way) {
          case MEAN_OF_ALL -> IntStream.range(0, frame.problem().points().length).toArray();
          case STALE_LABELS -> stale(ref.index(0));
          default -> members;
        };
    var operation = operation(way, ref, used);
    boolean made = Differences.agree(operation.result(), value);
    var derivation =
        Derivation.of(ref, value, made ? operation : new Operation.Moved(Operand.constant(value)))
            .titled("Coordinate %d of centroid %d".formatted(ref.index(1) + 1, ref.index(0) + 1));
    return made
        ? derivation.saying("The %s.".formatted(way.result(Phrases.count(used.length, "point"))))
        : derivation.saying("It stands where it was.");
  }

  /// While they move, the points that had the label before the assignment.
  private int[] stale(int cluster) {
    int[] labels = frame.clustering().labelsBefore();
    return IntStream.range(0, labels.length).filter(i -> labels[i] == cluster).toArray();
  }

  private Operation operation(KMeansMistake way, Ref ref, int[] used) {
    double[][] points = frame.problem().points();
    int d = ref.index(1);
    List<Operand> values =
        Operand.list(used.length, i -> Operand.at(points[used[i]][d], "X", used[i], d));
    if (used.length == 0) {
      return new Operation.Quotient(
          Operand.constant(0), Operand.count(way == KMeansMistake.EMPTY_MEAN ? 0 : 1));
    }
    return switch (way) {
      case SUM_FOR_MEAN -> new Operation.Sum(values);
      case OVER_ALL ->
          new Operation.Quotient(
              Operand.of(new Operation.Sum(values)), Operand.count(points.length));
      case HALF_WAY ->
          new Operation.Mean(List.of(before(ref), Operand.of(new Operation.Mean(values))));
      default -> new Operation.Mean(values);
    };
  }

  /// The coordinate before the update.
  private Operand before(Ref ref) {
    var trail = frame.clustering().trail();
    int back = frame.focus() instanceof UpdateFocus ? 1 : 2;
    double[][] centroids = trail.get(Math.max(0, trail.size() - back));
    return Operand.constant(centroids[ref.index(0)][ref.index(1)]);
  }
}
