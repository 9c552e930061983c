package dev.stepwise.compute.cosine;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The preparation of the vectors: their norms are taken, and they are divided by them.
public sealed interface VectorFocus extends Focus {

  /// All norms.
  record Norms() implements VectorFocus {
    private static final StepKind KIND =
        StepKind.of("norms").reads("D", "q").writes("norms", "q_norm");
    private static final int ROWS_SHOWN = 12;

    @Override
    public StepKind kind(CosineFrame frame) {
      return KIND;
    }

    @Override
    public Narration narration(CosineFrame frame) {
      double[] norms = frame.search().norms();
      double queryNorm = frame.search().queryNorm();
      var caption =
          "The norm is a vector's length. %s%s; the query has %s."
              .formatted(
                  Lengths.aside(frame.problem().made()), extremes(norms), Numbers.text(queryNorm));
      if (frame.hasZeroVector()) {
        caption += " A norm of 0 belongs to a zero vector: it points nowhere.";
      }
      return new Narration(
          "Norms of %s and the query".formatted(Phrases.count(norms.length, "document")),
          caption,
          List.of(Lengths.formula(frame.problem().made()).formatted(frame.problem().dimensions())),
          table(norms, queryNorm));
    }

    private static String extremes(double[] norms) {
      int longest = 0;
      int shortest = 0;
      for (int i = 1; i < norms.length; i++) {
        longest = norms[i] > norms[longest] ? i : longest;
        shortest = norms[i] < norms[shortest] ? i : shortest;
      }
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

    private static Table table(double[] norms, double queryNorm) {
      var rows = new ArrayList<List<String>>();
      rows.add(List.of("q", Numbers.text(queryNorm)));
      for (int i = 0; i < Math.min(norms.length, ROWS_SHOWN); i++) {
        rows.add(List.of(Words.document(i), Numbers.text(norms[i])));
      }
      return new Table(List.of("vector", "norm"), rows, -1);
    }
  }

  /// The norm of one vector.
  record OneNorm(int vector) implements VectorFocus, Focus.OnVector {
    private static final StepKind DOCUMENT =
        StepKind.of("norm").at("norms").reads("D[i]").writes("norms[i]");
    private static final StepKind QUERY =
        StepKind.of("norm").at("query-norm").reads("q").writes("q_norm");

    @Override
    public StepKind kind(CosineFrame frame) {
      return frame.isQuery(vector) ? QUERY : DOCUMENT;
    }

    @Override
    public Narration narration(CosineFrame frame) {
      return new Lengths(frame).norm(vector).narration();
    }

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      if (!frame.isQuery(vector)) {
        variables.put("D[i]", new Value.Vector(frame.raw(vector)));
        variables.put("norms[i]", new Value.Scalar(frame.norm(vector)));
      }
    }
  }

  /// All vectors divided by their norms.
  record Normalised() implements VectorFocus {
    private static final StepKind KIND =
        StepKind.of("normalise").reads("D", "q", "norms", "q_norm", "eps").writes("U", "u");

    @Override
    public StepKind kind(CosineFrame frame) {
      return KIND;
    }

    @Override
    public Narration narration(CosineFrame frame) {
      double epsilon = frame.problem().epsilon();
      var mistaken = frame.problem().made().vectors();
      if (!mistaken.isEmpty()) {
        return new Narration(
            "Normalise %s and the query"
                .formatted(Phrases.count(frame.problem().count(), "document")),
            "Every vector should be divided by its length, to keep its direction alone. Here %s."
                .formatted(mistaken));
      }
      var caption =
          "Every vector is divided by its length, to keep its direction alone, so that a plain dot"
              + " product is the cosine. The documents are divided once, for every query to come;"
              + " a new query costs one division more.";
      if (frame.hasZeroVector()) {
        caption +=
            epsilon > 0
                ? " ε = %s keeps 0/0 away: a zero vector stays zero."
                    .formatted(Numbers.text(epsilon))
                : " Without ε a zero vector becomes 0/0 = NaN, in each of its places.";
      }
      return new Narration(
          "Normalise %s and the query"
              .formatted(Phrases.count(frame.problem().count(), "document")),
          caption,
          List.of(
              "\\hat d=\\frac{d}{\\lVert d\\rVert+\\varepsilon},\\quad \\hat q=\\frac{q}{\\lVert q\\rVert+\\varepsilon},\\quad \\varepsilon=%s"
                  .formatted(Numbers.latex(epsilon))));
    }
  }

  /// One vector divided by its norm.
  record OneNormalised(int vector) implements VectorFocus, Focus.OnVector {
    private static final StepKind DOCUMENT =
        StepKind.of("vector").at("normalise").reads("D[i]", "norms[i]", "eps").writes("U[i]");
    private static final StepKind QUERY =
        StepKind.of("vector").at("normalise-query").reads("q", "q_norm", "eps").writes("u");
    private static final int COORDINATES_SHOWN = 3;
    private static final double SHORT = 0.9995;

    @Override
    public StepKind kind(CosineFrame frame) {
      return frame.isQuery(vector) ? QUERY : DOCUMENT;
    }

    @Override
    public Narration narration(CosineFrame frame) {
      var lengths = new Lengths(frame);
      var coordinates =
          IntStream.range(0, Math.min(COORDINATES_SHOWN, frame.problem().dimensions()))
              .mapToObj(j -> lengths.normalised(vector, j))
              .map(Derivation::formula)
              .flatMap(Optional::stream)
              .map(Formula::latex)
              .toList();
      return new Narration(
          "Divide %s by its norm".formatted(Words.name(vector, frame.queryNumber())),
          caption(frame),
          coordinates);
    }

    private String caption(CosineFrame frame) {
      double epsilon = frame.problem().epsilon();
      double norm = frame.norm(vector);
      var mistaken = frame.problem().made().vectors();
      if (!mistaken.isEmpty()) {
        return "It should be divided by its length. Here %s. Its length was %s and is now %s."
            .formatted(
                mistaken,
                Numbers.text(Geometry.norm(frame.raw(vector))),
                Numbers.text(Geometry.norm(frame.unit(vector))));
      }
      if (norm == 0) {
        return epsilon == 0
            ? "Its norm is 0 and ε is 0: 0/0 is not a number, and everything computed from it is"
                + " not a number either."
            : "Its norm is 0, so it is divided by ε = %s alone: 0 stays 0. Its cosine with every vector will be 0, as if it stood at right angles to all."
                .formatted(Numbers.text(epsilon));
      }
      double after = Geometry.norm(frame.unit(vector));
      var remark =
          after < SHORT
              ? " ε is not small beside such a norm, so the result is shorter than 1, and so will"
                  + " its similarities be."
              : "";
      return "Each of its %s is divided by %s + %s. Its length was %s and is now %s; the direction is the same.%s"
          .formatted(
              Phrases.count(frame.problem().dimensions(), "number"),
              Numbers.text(norm),
              Numbers.text(epsilon),
              Numbers.text(norm),
              Numbers.text(after),
              remark);
    }

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      if (!frame.isQuery(vector)) {
        variables.put("D[i]", new Value.Vector(frame.raw(vector)));
        variables.put("norms[i]", new Value.Scalar(frame.norm(vector)));
        variables.put("U[i]", new Value.Vector(frame.unit(vector)));
      }
    }
  }
}
