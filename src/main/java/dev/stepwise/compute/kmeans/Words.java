package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Pieces of sentences and of formulas.
final class Words {
  private static final int COORDINATES_SHOWN = 4;
  private static final int TERMS_SHOWN = 2;

  private Words() {}

  /// `1 point`, `8 points`.
  static String count(long count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }

  /// A point in parentheses; of many coordinates the first two.
  static String vector(double[] values) {
    boolean whole = values.length <= COORDINATES_SHOWN;
    var shown =
        Arrays.stream(values)
            .limit(whole ? values.length : TERMS_SHOWN)
            .mapToObj(Numbers::text)
            .collect(Collectors.joining(", "));
    return "(" + shown + (whole ? ")" : ", …)");
  }

  /// Says that the picture of more than two dimensions doesn't show the distances truly.
  static String allDimensions(int dimensions) {
    return dimensions > 2
        ? " Distances are measured in all %d dimensions, not in the picture's two."
            .formatted(dimensions)
        : "";
  }

  /// `d_{3}=\lVert x-\mu_{3}\rVert=\sqrt{…}=\mathbf{…}`, with at most four squares written out.
  static String distance(double[] point, double[] centroid, int number, double distance) {
    boolean whole = point.length <= COORDINATES_SHOWN;
    var squares = new ArrayList<String>();
    for (int c = 0; c < (whole ? point.length : TERMS_SHOWN); c++) {
      squares.add(
          "(%s-%s)^2".formatted(Numbers.latex(point[c]), Numbers.latexOperand(centroid[c])));
    }
    if (!whole) {
      squares.add("\\cdots");
    }
    return "d_{%d}=\\lVert x-\\mu_{%d}\\rVert=\\sqrt{%s}=\\mathbf{%s}"
        .formatted(number, number, String.join("+", squares), Numbers.latex(distance));
  }
}
