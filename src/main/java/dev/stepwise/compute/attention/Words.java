package dev.stepwise.compute.attention;

import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Pieces of sentences and of formulas.
public final class Words {
  private static final int TERMS_SHOWN = 4;
  private static final int LONGEST = 14;

  private Words() {}

  /// A token in quotation marks, with its place where the same token stands elsewhere too.
  public static String token(AttentionProblem problem, int i) {
    return token(problem.tokens(), i);
  }

  /// A token in quotation marks, with its place where the same token stands elsewhere too.
  public static String token(List<String> tokens, int i) {
    var token = tokens.get(i);
    boolean twice = Collections.frequency(tokens, token) > 1;
    return "“" + shortened(token) + "”" + (twice ? " (" + i + ")" : "");
  }

  private static String shortened(String token) {
    return token.codePointCount(0, token.length()) <= LONGEST
        ? token
        : token.substring(0, token.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /// A token as an index in LaTeX: its letters where they are plain and not ambiguous, else its
  /// place.
  public static String index(AttentionProblem problem, int i) {
    var token = problem.tokens().get(i);
    boolean plain = token.matches("[A-Za-z]{1,9}");
    return plain && Collections.frequency(problem.tokens(), token) == 1
        ? "\\text{" + token + "}"
        : Integer.toString(i);
  }

  /// `a_1 b_1 + a_2 b_2 + …`, with at most four products written out. Where there are more, those
  /// that are 0 are left to the end: the sum owes its value to the others.
  public static String products(double[] left, double[] right) {
    var terms =
        IntStream.range(0, left.length)
            .boxed()
            .sorted(Comparator.comparing(t -> left.length > TERMS_SHOWN && left[t] * right[t] == 0))
            .map(t -> Numbers.latexOperand(left[t]) + "\\cdot " + Numbers.latexOperand(right[t]))
            .limit(left.length <= TERMS_SHOWN ? left.length : TERMS_SHOWN - 1)
            .collect(Collectors.toCollection(ArrayList::new));
    if (terms.size() < left.length) {
      terms.add("\\cdots");
    }
    return String.join("+", terms);
  }

  /// A sum of numbers, with at most four written out.
  public static String sum(double[] values) {
    int shown = values.length <= TERMS_SHOWN ? values.length : TERMS_SHOWN - 1;
    var terms =
        Arrays.stream(values)
            .limit(shown)
            .mapToObj(Numbers::latexOperand)
            .collect(Collectors.toCollection(ArrayList::new));
    if (shown < values.length) {
      terms.add("\\cdots");
    }
    return String.join("+", terms);
  }

  /// `3×4`.
  public static String shape(double[][] matrix) {
    return matrix.length + "×" + matrix[0].length;
  }

  /// `1 token`, `8 tokens`, `1,024 tokens`.
  public static String count(long count, String one) {
    return "%,d %s%s".formatted(count, one, count == 1 ? "" : "s");
  }
}
