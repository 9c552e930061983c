package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.KMeans;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.List;

/// The formulas of the explanations, in LaTeX, with the values in them.
final class Formulas {
  private static final int MOST_TERMS = 3;

  private Formulas() {}

  static List<String> distance(double[] point, double[] centroid, int j) {
    var terms = new ArrayList<String>();
    for (int d = 0; d < point.length && d < MOST_TERMS; d++) {
      terms.add(
          "(%s-%s)^2".formatted(Numbers.latex(point[d]), Numbers.latexOperand(centroid[d])));
    }
    if (point.length > MOST_TERMS) {
      terms.add("\\cdots");
    }
    return List.of(
        "d_{%d}=\\lVert x-\\mu_{%d}\\rVert=\\sqrt{%s}=\\mathbf{%s}"
            .formatted(
                j + 1,
                j + 1,
                String.join("+", terms),
                Numbers.latex(KMeans.distance(point, centroid))));
  }

  static List<String> mean(KMeans.Members members, int j) {
    var lines = new ArrayList<String>();
    for (int d = 0; d < members.sum().length && d < MOST_TERMS; d++) {
      lines.add(
          "\\mu_{%d,%d}=\\frac{%s}{%d}=\\mathbf{%s}"
              .formatted(
                  j + 1,
                  d + 1,
                  Numbers.latex(members.sum()[d]),
                  members.size(),
                  Numbers.latex(members.sum()[d] / members.size())));
    }
    return lines;
  }

  static String sum(double[] shares) {
    var terms = new ArrayList<String>();
    for (int j = 0; j < shares.length && j < MOST_TERMS; j++) {
      terms.add(Numbers.latex(shares[j]));
    }
    if (shares.length > MOST_TERMS) {
      terms.add("\\cdots");
    }
    return String.join("+", terms);
  }
}
