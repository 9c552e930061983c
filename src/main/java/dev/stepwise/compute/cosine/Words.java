package dev.stepwise.compute.cosine;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Pieces of sentences and of formulas. Documents and components are counted from 1.
public final class Words {
  private static final int COORDINATES_SHOWN = 4;
  private static final int TERMS_SHOWN = 3;
  private static final int LONGEST_QUOTE = 60;
  private static final int USUAL = 3;
  private static final int FINER = 6;
  private static final double HALF_A_THOUSANDTH = 5e-4;
  private static final double LEAST_ANGLE = 0.05;

  private Words() {}

  /// `1 word`, `8 words`.
  static String count(long count, String one) {
    return "%,d %s%s".formatted(count, one, count == 1 ? "" : "s");
  }

  /// `d12`.
  public static String document(int document) {
    return "d" + (document + 1);
  }

  /// `d12`, or `the query`.
  static String name(int vector, int queryNumber) {
    return vector == queryNumber ? "the query" : document(vector);
  }

  /// `d_{12}`, or `q`.
  static String latex(int vector, int queryNumber) {
    return vector == queryNumber ? "q" : "d_{%d}".formatted(vector + 1);
  }

  /// As LaTeX, with a hat.
  static String hat(int vector, int queryNumber) {
    return vector == queryNumber ? "\\hat q" : "\\hat d_{%d}".formatted(vector + 1);
  }

  /// A text in quotation marks, shortened where it is long.
  static String quote(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    int end =
        line.offsetByCodePoints(0, Math.min(LONGEST_QUOTE, line.codePointCount(0, line.length())));
    return end < line.length() ? "“" + line.substring(0, end).strip() + "…”" : "“" + line + "”";
  }

  /// What a document says, as an addition to its name: `, “a cat sleeps”`; empty for a vector.
  static String says(CosineProblem problem, int document) {
    return problem
        .texts()
        .map(texts -> ", " + quote(texts.model().texts().get(document)) + ",")
        .orElse("");
  }

  /// What the metric measures.
  public static String measure(Metric metric) {
    return switch (metric) {
      case COSINE -> "cosine";
      case DOT -> "dot product";
      case EUCLIDEAN -> "distance";
    };
  }

  /// A similarity as people read it: a distance without its minus.
  public static String similarity(double value, Metric metric) {
    return metric == Metric.COSINE && !Double.isNaN(value) && !isTiny(value)
        ? Numbers.fixed(value, decimals(value)).replace('-', '−')
        : Numbers.text(shown(value, metric));
  }

  /// A line of arithmetic that ends in a similarity.
  static String line(Formula line, double value, Metric metric) {
    return metric == Metric.COSINE && !Double.isNaN(value) && !isTiny(value)
        ? line.gives(value, decimals(value)).latex()
        : line.gives(shown(value, metric)).latex();
  }

  /// Cosines have three decimals wherever they stand, so that they can be compared; more where
  /// three would make them a 1 that they are not.
  public static int decimals(double cosine) {
    double gap = 1 - Math.abs(cosine);
    return gap > 1e-12 && gap < HALF_A_THOUSANDTH ? FINER : USUAL;
  }

  /// What three decimals would make a zero that it is not.
  private static boolean isTiny(double cosine) {
    return cosine != 0 && Math.abs(cosine) < HALF_A_THOUSANDTH;
  }

  /// The number behind [#similarity].
  public static double shown(double value, Metric metric) {
    return metric == Metric.EUCLIDEAN ? 0 - value : value;
  }

  /// An angle in words: `61.7°`; of vectors without one, that.
  public static String angle(double degrees) {
    if (Double.isNaN(degrees)) {
      return "no angle";
    }
    return degrees != 0 && degrees < LEAST_ANGLE
        ? Numbers.text(degrees) + "°"
        : Numbers.fixed(degrees, 1) + "°";
  }

  /// A vector in parentheses; of many coordinates the first three.
  static String vector(double[] values) {
    return Arrays.stream(values)
        .limit(values.length <= COORDINATES_SHOWN ? values.length : TERMS_SHOWN)
        .mapToObj(Numbers::latex)
        .collect(
            Collectors.joining(
                ",\\;", "(", values.length <= COORDINATES_SHOWN ? ")" : ",\\;\\ldots)"));
  }

  /// Summands; of many the first three.
  static Term sum(List<? extends Term> summands) {
    if (summands.size() <= COORDINATES_SHOWN) {
      return summands.size() == 1 ? summands.getFirst() : new Term.Sum(List.copyOf(summands));
    }
    var shown = new ArrayList<Term>(summands.subList(0, TERMS_SHOWN));
    shown.add(Term.symbol("\\cdots"));
    return new Term.Sum(shown);
  }
}
