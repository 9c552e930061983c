package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Pieces of sentences and of formulas.
final class Words {
  private static final int COORDINATES_SHOWN = 4;
  private static final int TERMS_SHOWN = 2;
  private static final int MOST_MORE_DIGITS = 8;

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

  /// What a number did: `goes from 0.50 to 0.51`, with the digits that tell the two apart, or
  /// `stays at 0.50`.
  static String change(double before, double after) {
    if (before == after) {
      return "stays at " + Numbers.text(after);
    }
    int more = 0;
    while (more < MOST_MORE_DIGITS
        && Numbers.text(before, more).equals(Numbers.text(after, more))) {
      more++;
    }
    var from = Numbers.text(before, more);
    var to = Numbers.text(after, more);
    return from.equals(to)
        ? "changes by less than can be told, at " + to
        : "goes from %s to %s".formatted(from, to);
  }

  /// `d_{3}=\lVert x-\mu_{3}\rVert=\sqrt{…}=\mathbf{…}`, with at most four squares written out.
  static String distance(double[] point, double[] centroid, int number, double distance) {
    boolean whole = point.length <= COORDINATES_SHOWN;
    var squares = new ArrayList<Term>();
    for (int c = 0; c < (whole ? point.length : TERMS_SHOWN); c++) {
      squares.add(Term.square(Term.difference(point[c], centroid[c])));
    }
    if (!whole) {
      squares.add(Term.symbol("\\cdots"));
    }
    return Formula.of("d_{%d}=\\lVert x-\\mu_{%d}\\rVert".formatted(number, number))
        .is(Term.root(new Term.Sum(squares)))
        .gives(distance)
        .latex();
  }
}
