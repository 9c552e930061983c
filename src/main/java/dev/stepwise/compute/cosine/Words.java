package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.math3.util.FastMath;

/// Pieces of sentences and of formulas. Documents and components are counted from 1.
public final class Words {
  private static final int COORDINATES_SHOWN = 4;
  private static final int TERMS_SHOWN = 3;
  private static final int LONGEST_QUOTE = 60;

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
    return metric == Metric.COSINE && !Double.isNaN(value)
        ? thirds(value).replace('-', '−')
        : Numbers.text(shown(value, metric));
  }

  /// The same for LaTeX.
  static String latexSimilarity(double value, Metric metric) {
    return metric == Metric.COSINE && !Double.isNaN(value)
        ? thirds(value)
        : Numbers.latex(shown(value, metric));
  }

  /// Cosines have three decimals wherever they stand, so that they can be compared; no −0.000.
  private static String thirds(double cosine) {
    return String.format(Locale.ROOT, "%.3f", Math.rint(cosine * 1000) / 1000 + 0.0);
  }

  /// The number behind [#similarity].
  public static double shown(double value, Metric metric) {
    return metric == Metric.EUCLIDEAN ? 0 - value : value;
  }

  /// The angle whose cosine this is, in degrees; NaN where the cosine is.
  public static double degrees(double cosine) {
    return FastMath.toDegrees(FastMath.acos(Math.clamp(cosine, -1, 1)));
  }

  /// The angle in words: `61.7°`.
  public static String angle(double cosine) {
    return Double.isNaN(cosine) ? "no angle" : String.format(Locale.ROOT, "%.1f°", degrees(cosine));
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

  /// Summands joined by plus signs; of many the first three.
  static String sum(List<String> summands) {
    if (summands.size() <= COORDINATES_SHOWN) {
      return String.join("+", summands);
    }
    var shown = new ArrayList<>(summands.subList(0, TERMS_SHOWN));
    shown.add("\\cdots");
    return String.join("+", shown);
  }
}
