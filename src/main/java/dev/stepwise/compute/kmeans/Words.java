package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.stream.IntStream;

/// Pieces of sentences and of formulas that several steps of k-means say. Clusters are counted from
/// 1.
final class Words {
  private Words() {}

  /// Says that the picture of more than two dimensions doesn't show the distances truly.
  static String allDimensions(int dimensions) {
    return dimensions > 2
        ? " Distances are measured in all %d dimensions, not in the picture's two."
            .formatted(dimensions)
        : "";
  }

  /// How many points changed their cluster.
  static String changes(KMeansFrame frame, int changed) {
    int n = frame.clustering().labels().length;
    if (frame.clustering().labelsBefore()[0] < 0) {
      return n == 1
          ? "The point is assigned for the first time"
          : "All %d points are assigned for the first time".formatted(n);
    }
    return changed == 0
        ? "No point changes its cluster"
        : "%d of %s %s cluster"
            .formatted(changed, Phrases.count(n, "point"), changed == 1 ? "changes" : "change");
  }

  /// What the inertia is, or what it did.
  static String inertia(KMeansFrame frame) {
    var inertias = frame.clustering().inertias();
    double now = inertias.getLast();
    return inertias.size() == 1
        ? "the inertia is " + Numbers.text(now)
        : "the inertia " + Phrases.change(inertias.get(inertias.size() - 2), now);
  }

  /// The inertia of the last assignment, in LaTeX.
  static String inertiaFormula(KMeansFrame frame) {
    return "J=\\textstyle\\sum_{i=1}^{%d}\\min_j\\lVert x_i-\\mu_j\\rVert^2=\\mathbf{%s}"
        .formatted(
            frame.clustering().labels().length,
            Numbers.latex(frame.clustering().inertias().getLast()));
  }

  /// Names the empty clusters; nothing where there are none.
  static String empty(KMeansFrame frame) {
    int[] sizes = KMeans.sizes(frame.clustering().labels(), frame.problem().k());
    var numbers =
        IntStream.range(0, sizes.length)
            .filter(j -> sizes[j] == 0)
            .mapToObj(j -> Integer.toString(j + 1))
            .toList();
    var clusters = Phrases.listed(numbers);
    return switch (numbers.size()) {
      case 0 -> "";
      case 1 ->
          " Cluster %s is empty%s.".formatted(clusters, left(frame, " and keeps its centroid"));
      default ->
          " Clusters %s are empty%s.".formatted(clusters, left(frame, " and keep their centroids"));
    };
  }

  /// What becomes of the centroid of an empty cluster.
  ///
  /// @param stays said where it is left alone, as it should be
  private static String left(KMeansFrame frame, String stays) {
    return switch (frame.problem().mistake()) {
      case EMPTY_MEAN -> ": a mean over no points is NaN";
      case EMPTY_ZERO, SUM_FOR_MEAN, OVER_ALL -> ": the sum over no points is 0";
      case MEAN_OF_ALL -> "";
      default -> stays;
    };
  }

  /// A vector in LaTeX.
  static String latexVector(double[] values) {
    return Phrases.vector(values).replace('−', '-').replaceAll("… (\\d+) numbers", "\\\\ldots");
  }
}
