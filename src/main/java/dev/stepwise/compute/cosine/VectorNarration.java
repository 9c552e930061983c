package dev.stepwise.compute.cosine;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What the steps say that take norms and divide by them.
public final class VectorNarration {
  private static final int ROWS_SHOWN = 12;
  private static final int COORDINATES_SHOWN = 3;
  private static final double SHORT = 0.9995;

  private VectorNarration() {}

  /// All norms.
  static Narration norms(CosineFrame frame) {
    double[] norms = frame.search().norms();
    int longest = 0;
    int shortest = 0;
    for (int i = 1; i < norms.length; i++) {
      longest = norms[i] > norms[longest] ? i : longest;
      shortest = norms[i] < norms[shortest] ? i : shortest;
    }
    var zeros = Arrays.stream(norms).filter(norm -> norm == 0).count();
    var caption =
        "The norm is a vector's length. %s; the query has %s."
            .formatted(
                extremes(norms, longest, shortest), Numbers.text(frame.search().queryNorm()));
    if (zeros > 0 || frame.search().queryNorm() == 0) {
      caption += " A norm of 0 belongs to a zero vector: it points nowhere.";
    }
    return new Narration(
        "Norms of %s and the query".formatted(Phrases.count(norms.length, "document")),
        caption,
        List.of(
            "\\lVert d\\rVert=\\sqrt{\\textstyle\\sum_{j=1}^{%d}d_j^2}"
                .formatted(frame.problem().dimensions())),
        normTable(norms, frame.search().queryNorm()));
  }

  private static String extremes(double[] norms, int longest, int shortest) {
    if (norms.length == 1) {
      return "The document has " + Numbers.text(norms[0]);
    }
    if (norms[longest] == norms[shortest]) {
      return "All documents have " + Numbers.text(norms[0]);
    }
    var apart = Words.Apart.of(norms[longest], norms[shortest], Metric.DOT);
    return "The longest document is %s with %s, the shortest %s with %s"
        .formatted(among(norms, longest), apart.one(), among(norms, shortest), apart.other());
  }

  /// A document, and how many others are as long.
  private static String among(double[] norms, int document) {
    long others = Arrays.stream(norms).filter(norm -> norm == norms[document]).count() - 1;
    return Words.document(document)
        + (others == 0 ? "" : " (and %s)".formatted(Phrases.count(others, "other")));
  }

  private static Table normTable(double[] norms, double queryNorm) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("q", Numbers.text(queryNorm)));
    for (int i = 0; i < Math.min(norms.length, ROWS_SHOWN); i++) {
      rows.add(List.of(Words.document(i), Numbers.text(norms[i])));
    }
    return new Table(List.of("vector", "norm"), rows, -1);
  }

  /// One norm.
  public static Narration norm(CosineFrame frame, int vector) {
    int query = frame.queryNumber();
    double[] values =
        vector == query ? frame.problem().query() : frame.problem().documents()[vector];
    double norm = CosineSearch.norm(values);
    double largest = Scaling.largest(values);
    var name = Formula.of("\\lVert %s\\rVert".formatted(Words.latex(vector, query)));
    var title = "The norm of " + Words.name(vector, query);
    var numbers = Phrases.count(values.length, "number");
    if (norm == 0) {
      return new Narration(
          title,
          (values.length == 1 ? "Its 1 number is 0" : "All its %s are 0".formatted(numbers))
              + ": the norm is 0, and dividing by it would give 0/0. A zero vector has no"
              + " direction.",
          List.of(name.is(Term.root(squares(values, 1))).gives(0).latex()));
    }
    if (!Scaling.isSafe(largest)) {
      int exponent = (int) Math.floor(Math.log10(largest));
      double scale = Math.pow(10, exponent);
      var power = new Term.Exact("10^{%d}".formatted(exponent), scale);
      var scaled = Term.root(squares(values, scale));
      return new Narration(
          title,
          "The squares of numbers so %s would %s, so they are divided by %s first, and the root is multiplied by it: %s."
              .formatted(
                  largest > 1 ? "large" : "small",
                  largest > 1 ? "overflow" : "vanish",
                  Numbers.text(scale),
                  Numbers.text(norm)),
          List.of(name.is(Term.product(power, scaled)).gives(norm).latex()));
    }
    double squares = Arrays.stream(values).map(value -> value * value).sum();
    return new Narration(
        title,
        "The squares of its %s add up to %s; the root is %s."
            .formatted(numbers, Columns.before(squares, Math::sqrt), Numbers.text(norm)),
        List.of(
            name.is(Term.root(squares(values, 1)))
                .is(Term.root(Term.number(squares)))
                .gives(norm)
                .latex()));
  }

  private static Term squares(double[] values, double scale) {
    return Words.sum(
        Arrays.stream(values).mapToObj(value -> Term.square(Term.number(value / scale))).toList());
  }

  /// All vectors divided by their norms.
  static Narration normalised(CosineFrame frame) {
    double epsilon = frame.problem().epsilon();
    int n = frame.problem().count();
    long zeros = Arrays.stream(frame.search().norms()).filter(norm -> norm == 0).count();
    var caption =
        "Every vector is divided by its length, to keep its direction alone, so that a plain dot"
            + " product is the cosine. The documents are divided once, for every query to come; a"
            + " new query costs one division more.";
    if (zeros > 0 || frame.search().queryNorm() == 0) {
      caption +=
          epsilon > 0
              ? " ε = %s keeps 0/0 away: a zero vector stays zero.".formatted(Numbers.text(epsilon))
              : " Without ε a zero vector becomes 0/0 = NaN, in each of its places.";
    }
    return new Narration(
        "Normalise %s and the query".formatted(Phrases.count(n, "document")),
        caption,
        List.of(
            "\\hat d=\\frac{d}{\\lVert d\\rVert+\\varepsilon},\\quad \\hat q=\\frac{q}{\\lVert q\\rVert+\\varepsilon},\\quad \\varepsilon=%s"
                .formatted(Numbers.latex(epsilon))));
  }

  /// One vector divided by its norm.
  public static Narration normalise(CosineFrame frame, int vector) {
    int query = frame.queryNumber();
    boolean isQuery = vector == query;
    var problem = frame.problem();
    double[] values = isQuery ? problem.query() : problem.documents()[vector];
    double norm = isQuery ? frame.search().queryNorm() : frame.search().norms()[vector];
    double epsilon = problem.epsilon();
    double[] unit = CosineSearch.normalised(values, norm, epsilon);
    var name = Words.name(vector, query);
    return new Narration(
        "Divide %s by its norm".formatted(name),
        caption(values.length, norm, epsilon, CosineSearch.norm(unit)),
        coordinates(Words.hat(vector, query), values, norm, epsilon, unit));
  }

  /// The first coordinates, a line each.
  private static List<String> coordinates(
      String name, double[] values, double norm, double epsilon, double[] unit) {
    return IntStream.range(0, Math.min(COORDINATES_SHOWN, values.length))
        .mapToObj(
            j -> coordinate("%s[%d]".formatted(name, j + 1), values[j], norm, epsilon, unit[j]))
        .toList();
  }

  /// One coordinate divided by the norm and epsilon.
  ///
  /// @param name of the result, in LaTeX
  public static String coordinate(
      String name, double value, double norm, double epsilon, double unit) {
    return Formula.of(name)
        .is(Term.quotient(Term.number(value), Term.sum(Term.number(norm), Term.number(epsilon))))
        .gives(unit)
        .latex();
  }

  private static String caption(int numbers, double norm, double epsilon, double after) {
    if (norm == 0) {
      return epsilon == 0
          ? "Its norm is 0 and ε is 0: 0/0 is not a number, and everything computed from it is not"
              + " a number either."
          : "Its norm is 0, so it is divided by ε = %s alone: 0 stays 0. Its cosine with every vector will be 0, as if it stood at right angles to all."
              .formatted(Numbers.text(epsilon));
    }
    var remark =
        after < SHORT
            ? " ε is not small beside such a norm, so the result is shorter than 1, and so will its"
                + " similarities be."
            : "";
    return "Each of its %s is divided by %s + %s. Its length was %s and is now %s; the direction is the same.%s"
        .formatted(
            Phrases.count(numbers, "number"),
            Numbers.text(norm),
            Numbers.text(epsilon),
            Numbers.text(norm),
            Numbers.text(after),
            remark);
  }
}
