package dev.stepwise.compute.multihead;

import dev.stepwise.compute.arithmetic.Term;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Shapes of arrays and places in them, in words and formulas.
final class Shape {
  private Shape() {}

  /// `4×8×8`.
  static String text(int... sides) {
    return joined("×", sides);
  }

  /// The same in LaTeX.
  static String latex(int... sides) {
    return joined("\\times ", sides);
  }

  private static String joined(String times, int... sides) {
    return Arrays.stream(sides).mapToObj(Integer::toString).collect(Collectors.joining(times));
  }

  /// The shapes of a product of an n×d and a d×d matrix, in LaTeX.
  static String product(int n, int d) {
    return "(%d\\times %d)\\cdot(%d\\times %d)\\to\\mathbf{(%d\\times %d)}"
        .formatted(n, d, d, d, n, d);
  }

  /// A product of two counts.
  static Term times(long left, long right) {
    return Term.product(Term.count(left), Term.count(right));
  }

  /// `block · width + place`.
  static Term position(long block, long width, long place) {
    return Term.sum(times(block, width), Term.count(place));
  }

  /// `columns 8 to 15`, those of a head.
  static String columns(MultiHeadProblem problem, int head) {
    int from = head * problem.headWidth();
    int to = from + problem.headWidth() - 1;
    return from == to ? "column " + from : "columns %d to %d".formatted(from, to);
  }
}
