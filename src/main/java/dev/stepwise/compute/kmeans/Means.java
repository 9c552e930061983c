package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.stream.IntStream;

/// How a coordinate of a centroid comes to be: the mean of its points' coordinates, or the place
/// where it was put.
record Means(KMeansFrame frame) {

  /// @param variable `centroids` or, while they move, `new_centroids`
  Derivation derivation(String variable, int centroid, int dimension) {
    var ref = Ref.of(variable, centroid, dimension);
    double value = ref.in(frame.variables()).orElseThrow();
    boolean moving = variable.equals("new_centroids");
    int[] labels = labels(moving);
    int number = centroid + 1;
    int[] members = members(labels, centroid);
    boolean placed = frame.clustering().trail().size() < 2 && !moving;
    if (frame.problem().mistake() != KMeansMistake.NONE && !placed) {
      return new MistakenMeans(frame).derivation(ref, value, members);
    }
    if (labels[0] < 0) {
      return placed(ref, value, number);
    }
    if (members.length == 0 || (moving && !frame.hasMoved(centroid, dimension))) {
      return stays(ref, value, number, members.length);
    }
    double[][] points = frame.problem().points();
    var mean =
        new Operation.Mean(
            Operand.list(
                members.length,
                i -> Operand.at(points[members[i]][dimension], "X", members[i], dimension)));
    return Derivation.of(ref, value, mean)
        .titled("Coordinate %d of centroid %d".formatted(dimension + 1, number))
        .saying(
            "The mean of coordinate %d over the %s of cluster %d."
                .formatted(dimension + 1, Phrases.count(members.length, "point"), number))
        .symbols(
            "\\mu_{%d,%d}=\\frac{1}{%d}\\textstyle\\sum_{i\\in C_{%d}}x_{i,%d}"
                .formatted(number, dimension + 1, members.length, number, dimension + 1));
  }

  /// How a whole centroid came to where it is drawn.
  Narration narration(int centroid) {
    var clustering = frame.clustering();
    double[] now = clustering.centroids()[centroid];
    boolean moving = frame.focus() instanceof UpdateFocus;
    int[] labels = labels(moving);
    if (labels[0] < 0) {
      return new Narration(
          "Centroid " + (centroid + 1),
          "It was placed at %s to start with; no update has moved it yet."
              .formatted(Phrases.vector(now)));
    }
    if (moving && !frame.hasMoved(centroid, now.length - 1)) {
      return new Narration(
          "Centroid " + (centroid + 1),
          "It stands at %s; this update has not moved it all the way yet."
              .formatted(Phrases.vector(now)));
    }
    var trail = clustering.trail();
    int back = moving ? 1 : 2;
    double[] before = trail.size() < back ? now : trail.get(trail.size() - back)[centroid];
    int size = members(labels, centroid).length;
    return new UpdateFocus.CentroidUpdated(centroid, size, before, now).narration(frame);
  }

  /// The points whose mean a centroid is where it is drawn.
  int[] members(int centroid) {
    return members(labels(frame.focus() instanceof UpdateFocus), centroid);
  }

  private int[] labels(boolean moving) {
    return moving ? frame.clustering().labels() : frame.labelsBehindCentroids();
  }

  private static int[] members(int[] labels, int centroid) {
    return IntStream.range(0, labels.length).filter(i -> labels[i] == centroid).toArray();
  }

  private static Derivation placed(Ref ref, double value, int number) {
    return Derivation.of(ref, value, new Operation.Given())
        .titled("Centroid " + number)
        .saying("It was placed there to start with; no update has moved it yet.");
  }

  private Derivation stays(Ref ref, double value, int number, int size) {
    var from = Operand.constant(value);
    return Derivation.of(ref, value, new Operation.Moved(from))
        .titled("Centroid " + number)
        .saying(
            size == 0
                ? "No point is nearest to centroid %d, so it keeps its place.".formatted(number)
                : "It has not moved yet in this update.");
  }
}
