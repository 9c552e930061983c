package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How the inertia of an assignment comes to be: from the centroids that it started from.
record Inertia(KMeansFrame frame) {

  /// @param assignment which one, from 0
  Derivation derivation(int assignment) {
    var trail = frame.clustering().trail();
    var way = frame.problem().mistake();
    double[][] placed =
        assignment < trail.size() ? trail.get(assignment) : frame.clustering().centroids();
    int[] labels = way.assign(frame.problem().points(), placed).labels();
    double[][] points = way.seen(frame.problem().points());
    double[][] centroids = way.seen(placed);
    List<Operand> shares =
        Operand.list(centroids.length, j -> Operand.worked(share(points, labels, centroids[j], j)));
    return Derivation.of(
            Ref.of("inertia"),
            frame.clustering().inertias().get(assignment),
            new Operation.Sum(shares))
        .titled("Inertia at assignment " + (assignment + 1))
        .saying(
            way == KMeansMistake.NONE
                ? "Each point's squared distance to its nearest centroid, added up. Assigning can"
                    + " only lower it, and so can moving each centroid to its mean."
                : "Each point's squared distance to the centroid of its cluster, added up.")
        .symbols("\\sum_i \\lVert x_i-\\mu_{c(i)}\\rVert^2")
        .tabled(table(KMeans.sizes(labels, centroids.length), shares));
  }

  private static Operation share(double[][] points, int[] labels, double[] centroid, int cluster) {
    var squares = new ArrayList<Operand>();
    IntStream.range(0, labels.length)
        .filter(i -> labels[i] == cluster)
        .forEach(i -> {
          for (int d = 0; d < centroid.length; d++) {
            var difference =
                new Operation.Difference(
                    Operand.at(points[i][d], "X", i, d), Operand.constant(centroid[d]));
            squares.add(Operand.of(new Operation.Power(Operand.of(difference), 2)));
          }
        });
    return new Operation.Sum(squares);
  }

  private static Table table(int[] sizes, List<Operand> shares) {
    var rows =
        IntStream.range(0, sizes.length)
            .mapToObj(j ->
                List.of(
                    Integer.toString(j + 1),
                    Integer.toString(sizes[j]),
                    Numbers.text(shares.get(j).value())))
            .toList();
    return new Table(List.of("cluster", "points", "squared distances"), rows, -1);
  }
}
