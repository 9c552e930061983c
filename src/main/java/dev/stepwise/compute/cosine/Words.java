package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.run.Numbers;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Pieces of sentences and of formulas. Documents and components are counted from 1.
public final class Words {
  private static final int COORDINATES_SHOWN = 4;
  private static final int TERMS_SHOWN = 3;
  private static final int LONGEST_QUOTE = 60;
  private static final int USUAL = 3;
  private static final int FINER = 5;

  /// From here on, five decimals tell a cosine from 1. What is nearer may owe its gap to ε alone.
  private static final double LEAST_GAP = 5e-6;

  private static final int MOST = 9;
  private static final int MOST_MORE = 17;

  /// What dividing and adding in floating point may leave over.
  private static final double NOISE = 1e-9;

  private static final double HALF_A_THOUSANDTH = 5e-4;
  private static final double LEAST_ANGLE = 0.05;
  private static final double RIGHT_ANGLE = 90;
  private static final double STRAIGHT_ANGLE = 180;

  private Words() {}

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
    return similarity(value, metric, 0);
  }

  private static String similarity(double value, Metric metric, int moreDigits) {
    return hasDecimals(value, metric)
        ? Numbers.fixed(value, decimals(value) + moreDigits).replace('-', '−')
        : Numbers.text(shown(value, metric), moreDigits);
  }

  /// Whether a similarity is printed with [#decimals] rather than with the digits of any number.
  static boolean hasDecimals(double value, Metric metric) {
    return metric == Metric.COSINE && !Double.isNaN(value) && !isTiny(value);
  }

  /// Cosines have three decimals wherever they stand, so that they can be compared; more where
  /// three would make them a 1 that they are not.
  public static int decimals(double cosine) {
    double gap = 1 - Math.abs(cosine);
    return gap >= LEAST_GAP && gap < HALF_A_THOUSANDTH ? FINER : USUAL;
  }

  /// Two similarities that are compared. What differs is printed with so many digits that it
  /// differs in print.
  ///
  /// @param one the first
  /// @param other the second
  record Apart(String one, String other) {
    static Apart of(double one, double other, Metric metric) {
      int more = 0;
      while (more < MOST_MORE
          && one != other
          && similarity(one, metric, more).equals(similarity(other, metric, more))) {
        more++;
      }
      return new Apart(similarity(one, metric, more), similarity(other, metric, more));
    }
  }

  /// What three decimals would make a zero that it is not.
  private static boolean isTiny(double cosine) {
    return cosine != 0 && Math.abs(cosine) < HALF_A_THOUSANDTH;
  }

  /// The number behind [#similarity].
  public static double shown(double value, Metric metric) {
    return metric == Metric.EUCLIDEAN ? 0 - value : value;
  }

  /// An angle in words: `61.7°`; of vectors without one, that. What is not a right angle is not
  /// printed as one, nor what is not straight as straight.
  public static String angle(double degrees) {
    if (Double.isNaN(degrees)) {
      return "no angle";
    }
    return degrees != 0 && degrees < LEAST_ANGLE
        ? Numbers.text(degrees) + "°"
        : Numbers.fixed(degrees, degreeDecimals(degrees)) + "°";
  }

  private static int degreeDecimals(double degrees) {
    double off = Math.min(Math.abs(degrees - RIGHT_ANGLE), Math.abs(degrees - STRAIGHT_ANGLE));
    int decimals = 1;
    while (off >= NOISE && off <= Math.pow(10, -decimals) / 2 && decimals < MOST) {
      decimals++;
    }
    return decimals;
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

  /// What a document that ranks before another does to it.
  static String beats(Metric metric, double theirs) {
    if (Double.isNaN(theirs)) {
      return "is a number, which";
    }
    return metric == Metric.EUCLIDEAN ? "is nearer than" : "beats";
  }
}
