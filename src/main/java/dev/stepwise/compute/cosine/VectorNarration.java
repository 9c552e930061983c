package dev.stepwise.compute.cosine;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the steps say that take norms and divide by them.
public final class VectorNarration {
  private static final int ROWS_SHOWN = 12;

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
        "The norm is a vector's length. The longest document is %s with %s, the shortest %s with %s; the query has %s."
            .formatted(
                Words.document(longest),
                Numbers.text(norms[longest]),
                Words.document(shortest),
                Numbers.text(norms[shortest]),
                Numbers.text(frame.search().queryNorm()));
    if (zeros > 0) {
      caption += " A norm of 0 belongs to a zero vector: it points nowhere.";
    }
    return new Narration(
        "Norms of %s and the query".formatted(Words.count(norms.length, "document")),
        caption,
        List.of(
            "\\lVert d\\rVert=\\sqrt{\\textstyle\\sum_{j=1}^{%d}d_j^2}"
                .formatted(frame.problem().dimensions())),
        normTable(norms, frame.search().queryNorm()));
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
    double squares = 0;
    var summands = new ArrayList<String>();
    for (double value : values) {
      squares += value * value;
      summands.add("%s^2".formatted(Numbers.latexOperand(value)));
    }
    var caption =
        norm == 0
            ? "All its %s are 0: the norm is 0, and dividing by it would give 0/0. A zero vector has no direction."
                .formatted(Words.count(values.length, "number"))
            : "The squares of its %s add up to %s; the root is %s."
                .formatted(
                    Words.count(values.length, "number"),
                    Numbers.text(squares),
                    Numbers.text(norm));
    return new Narration(
        "The norm of " + Words.name(vector, query),
        caption,
        List.of(
            "\\lVert %s\\rVert=\\sqrt{%s}=\\sqrt{%s}=\\mathbf{%s}"
                .formatted(
                    Words.latex(vector, query),
                    Words.sum(summands),
                    Numbers.latex(squares),
                    Numbers.latex(norm))));
  }

  /// All vectors divided by their norms.
  static Narration normalised(CosineFrame frame) {
    double epsilon = frame.problem().epsilon();
    int n = frame.problem().count();
    long zeros = Arrays.stream(frame.search().norms()).filter(norm -> norm == 0).count();
    var caption =
        "Every vector now has length 1 and keeps its direction alone, so a plain dot product is the cosine. The documents are divided once, for every query to come; a new query costs one division more.";
    if (zeros > 0) {
      caption +=
          epsilon > 0
              ? " ε = %s keeps 0/0 away: a zero vector stays zero.".formatted(Numbers.text(epsilon))
              : " Without ε a zero vector becomes 0/0 = NaN, in each of its places.";
    }
    return new Narration(
        "Normalise %s and the query".formatted(Words.count(n, "document")),
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
        List.of(
            "%s=\\frac{%s}{%s+%s}=\\mathbf{%s}"
                .formatted(
                    Words.hat(vector, query),
                    Words.vector(values),
                    Numbers.latex(norm),
                    Numbers.latex(epsilon),
                    Words.vector(unit))));
  }

  private static String caption(int numbers, double norm, double epsilon, double after) {
    if (norm == 0) {
      return epsilon == 0
          ? "Its norm is 0 and ε is 0: 0/0 is not a number, and everything computed from it is not a number either."
          : "Its norm is 0, so it is divided by ε = %s alone: 0 stays 0. Its cosine with every vector will be 0, as if it stood at right angles to all."
              .formatted(Numbers.text(epsilon));
    }
    return "Each of its %s is divided by %s + %s. Its length was %s and is now %s; the direction is the same."
        .formatted(
            Words.count(numbers, "number"),
            Numbers.text(norm),
            Numbers.text(epsilon),
            Numbers.text(norm),
            Numbers.text(after));
  }
}
