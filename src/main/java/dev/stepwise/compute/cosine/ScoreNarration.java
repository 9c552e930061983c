package dev.stepwise.compute.cosine;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What the steps say that compare documents with the query.
public final class ScoreNarration {
  private static final int ROWS_SHOWN = 8;
  private static final int SUMMANDS_IN_ORDER = 4;

  private ScoreNarration() {}

  /// All documents.
  static Narration scored(CosineFrame frame) {
    var problem = frame.problem();
    var metric = problem.metric();
    int[] ranking = frame.search().ranking();
    int best = ranking[0];
    int last = ranking[ranking.length - 1];
    long multiplications = (long) problem.count() * problem.dimensions();
    var caption =
        "%s × %s: %s, O(n·d), in one call. %s"
            .formatted(
                Phrases.count(problem.count(), "document"),
                Phrases.count(problem.dimensions(), "number"),
                Phrases.count(
                    multiplications,
                    metric == Metric.EUCLIDEAN ? "squared difference" : "multiplication"),
                extremes(frame, best, last));
    var formula =
        switch (metric) {
          case COSINE -> "s=U\\,\\hat q,\\quad s_i=\\hat d_i\\cdot\\hat q=\\cos\\theta_i";
          case DOT ->
              "s=D\\,q,\\quad s_i=d_i\\cdot q=\\lVert d_i\\rVert\\lVert q\\rVert\\cos\\theta_i";
          case EUCLIDEAN -> "s_i=-\\lVert d_i-q\\rVert";
        };
    var title =
        switch (metric) {
          case COSINE -> "All cosines in one product";
          case DOT -> "All dot products at once";
          case EUCLIDEAN -> "All distances at once";
        };
    return new Narration(title, caption, List.of(formula));
  }

  private static String extremes(CosineFrame frame, int best, int last) {
    double[] similarities = frame.search().similarities();
    var metric = frame.problem().metric();
    var apart = Words.Apart.of(similarities[best], similarities[last], metric);
    if (similarities.length == 1) {
      return "The only one, %s, has %s.".formatted(Words.document(best), apart.one());
    }
    if (Double.compare(similarities[best] + 0.0, similarities[last] + 0.0) == 0) {
      return "All have %s: none is nearer than another.".formatted(apart.one());
    }
    return "%s with %s; %s comes last with %s."
        .formatted(Ties.nearest(frame), apart.one(), Words.document(last), apart.other());
  }

  /// One document.
  public static Narration document(CosineFrame frame, int document) {
    var problem = frame.problem();
    var metric = problem.metric();
    double similarity = frame.search().similarities()[document];
    return new Narration(
        "%s: %s %s"
            .formatted(
                Words.document(document),
                Words.measure(metric),
                Words.similarity(similarity, metric)),
        meaning(frame, document) + largest(frame, document) + standing(frame, document),
        List.of(formula(frame, document)),
        terms(frame, document));
  }

  private static String meaning(CosineFrame frame, int document) {
    var problem = frame.problem();
    double similarity = frame.search().similarities()[document];
    var shown = Words.similarity(similarity, problem.metric());
    if (Double.isNaN(similarity)) {
      return "One of the two is 0/0 in every place, and a sum with a NaN in it is NaN.";
    }
    boolean zero = frame.search().norms()[document] == 0 || frame.search().queryNorm() == 0;
    if (zero && problem.metric() != Metric.EUCLIDEAN) {
      return "One of the two is the zero vector: every product is 0, and so is the sum. There is no"
          + " angle.";
    }
    return switch (problem.metric()) {
      case COSINE ->
          frame.isDamped(document)
              ? "The products add up to %s. That is not the cosine of the angle, which is %s: ε is not small beside these norms."
                  .formatted(shown, Words.angle(frame.degrees(document)))
              : "The products add up to %s, the cosine of an angle of %s%s."
                  .formatted(shown, Words.angle(frame.degrees(document)), direction(similarity));
      case DOT ->
          "The products add up to %s%s. A longer document gets more for the same angle."
              .formatted(shown, lengths(frame, document));
      case EUCLIDEAN ->
          "%s the distance %s. Negated it becomes a similarity, so that more is better."
              .formatted(
                  Scaling.isSafe(Math.abs(similarity))
                      ? "The squared differences add up to %s; their root is"
                          .formatted(Columns.before(similarity * similarity, Math::sqrt))
                      : "The root of the squared differences is",
                  shown);
    };
  }

  /// The dot product as lengths and cosine, with the digits that recompute it.
  private static String lengths(CosineFrame frame, int document) {
    var problem = frame.problem();
    double[] factors = {
      frame.search().norms()[document],
      frame.search().queryNorm(),
      CosineSearch.cosine(problem.documents()[document], problem.query())
    };
    int digits = Columns.digits(List.of(factors), lengths -> lengths[0] * lengths[1] * lengths[2]);
    return ": the lengths %s and %s times the cosine %s"
        .formatted(
            Numbers.text(factors[0], digits),
            Numbers.text(factors[1], digits),
            Numbers.text(factors[2], digits));
  }

  private static String direction(double cosine) {
    if (cosine < 0) {
      return ": it points away from the query";
    }
    return cosine == 0 ? ": they have nothing in common" : "";
  }

  private static String largest(CosineFrame frame, int document) {
    var metric = frame.problem().metric();
    int dimensions = frame.problem().dimensions();
    if (dimensions < 2 || Double.isNaN(frame.search().similarities()[document])) {
      return "";
    }
    int most = 0;
    for (int j = 1; j < dimensions; j++) {
      most =
          Math.abs(share(frame, document, j)) > Math.abs(share(frame, document, most)) ? j : most;
    }
    double share = share(frame, document, most);
    return share == 0
        ? ""
        : " Number %d alone %s %s."
            .formatted(
                most + 1,
                metric == Metric.EUCLIDEAN || share > 0 ? "brings" : "takes away",
                Numbers.text(Math.abs(share)));
  }

  private static String standing(CosineFrame frame, int document) {
    var similarities = frame.search().similarities();
    int best = document;
    for (int other = 0; other < document; other++) {
      best = CosineSearch.ranksBefore(similarities, other, best) ? other : best;
    }
    if (frame.known().scored() == frame.problem().count() || document == 0) {
      return "";
    }
    if (best == document) {
      return " That is the best so far.";
    }
    var metric = frame.problem().metric();
    var name = Words.document(best);
    if (similarities[best] == similarities[document]) {
      return " %s has exactly the same, and the lower index: it is still the best so far."
          .formatted(name);
    }
    var apart = Words.Apart.of(similarities[best], similarities[document], metric);
    return apart.other().equals(Words.similarity(similarities[document], metric))
        ? " The best so far is still %s with %s.".formatted(name, apart.one())
        : " The best so far is still %s: %s against %s."
            .formatted(name, apart.one(), apart.other());
  }

  private static double share(CosineFrame frame, int document, int j) {
    var search = frame.search();
    return CosineSearch.term(
        search.unit()[document][j], search.unitQuery()[j], frame.problem().metric());
  }

  private static String formula(CosineFrame frame, int document) {
    var metric = frame.problem().metric();
    double similarity = frame.search().similarities()[document];
    var summands = new ArrayList<Term>();
    int dimensions = frame.problem().dimensions();
    // Of many summands the greatest are written.
    for (int j : greatest(frame, document, dimensions <= SUMMANDS_IN_ORDER, dimensions)) {
      summands.add(summand(frame, document, j));
    }
    int number = document + 1;
    var sum = Words.sum(summands);
    var line =
        switch (metric) {
          case COSINE ->
              Formula.of(
                  (frame.isDamped(document) ? "s_{%d}" : "\\cos\\theta_{%d}").formatted(number)
                      + "=\\hat q\\cdot\\hat d_{%d}".formatted(number));
          case DOT -> Formula.of("q\\cdot d_{%d}".formatted(number));
          case EUCLIDEAN -> Formula.of("\\lVert q-d_{%d}\\rVert".formatted(number));
        };
    return Words.line(
        line.is(metric == Metric.EUCLIDEAN ? Term.root(sum) : sum), similarity, metric);
  }

  private static Term summand(CosineFrame frame, int document, int j) {
    double d = frame.search().unit()[document][j];
    double q = frame.search().unitQuery()[j];
    return frame.problem().metric() == Metric.EUCLIDEAN
        ? Term.square(Term.difference(q, d))
        : Term.product(q, d);
  }

  /// The coordinates with their shares; of many those with the greatest shares.
  private static Table terms(CosineFrame frame, int document) {
    int dimensions = frame.problem().dimensions();
    boolean all = dimensions <= ROWS_SHOWN;
    var shown = greatest(frame, document, all, ROWS_SHOWN);
    double[] q = frame.search().unitQuery();
    double[] d = frame.search().unit()[document];
    int digits =
        Columns.digits(
            shown.stream().map(j -> new double[] {q[j], d[j]}).toList(),
            pair -> CosineSearch.term(pair[1], pair[0], frame.problem().metric()));
    var rows =
        shown.stream()
            .map(j ->
                List.of(
                    Integer.toString(j + 1),
                    Numbers.text(q[j], digits),
                    Numbers.text(d[j], digits),
                    Numbers.text(share(frame, document, j))))
            .toList();
    var share = frame.problem().metric() == Metric.EUCLIDEAN ? "(q − d)²" : "q × d";
    return new Table(
        List.of(all ? "number" : "greatest", "query", Words.document(document), share), rows, -1);
  }

  /// The first coordinates, in their order or by the size of their shares.
  private static List<Integer> greatest(
      CosineFrame frame, int document, boolean inOrder, int count) {
    return IntStream.range(0, frame.problem().dimensions())
        .boxed()
        .sorted(
            inOrder
                ? Comparator.naturalOrder()
                : Comparator.comparingDouble((Integer j) -> -size(frame, document, j)))
        .limit(count)
        .toList();
  }

  private static double size(CosineFrame frame, int document, int j) {
    double share = Math.abs(share(frame, document, j));
    return Double.isNaN(share) ? 0 : share;
  }

  /// One coordinate's share.
  public static Narration term(CosineFrame frame, int document, int j, double sumBefore) {
    var metric = frame.problem().metric();
    double share = share(frame, document, j);
    var what =
        metric == Metric.EUCLIDEAN
            ? "The query has %s there and %s %s: squared, their difference is %s."
            : "The query has %s there and %s %s: together %s.";
    double q = frame.search().unitQuery()[j];
    double d = frame.search().unit()[document][j];
    int digits =
        Columns.digits(
            List.of(new double[] {q, d}), pair -> CosineSearch.term(pair[1], pair[0], metric));
    var caption =
        what.formatted(
                Numbers.text(q, digits),
                Words.document(document),
                Numbers.text(d, digits),
                Numbers.text(share))
            + " The sum so far is %s.".formatted(Numbers.text(sumBefore + share));
    return new Narration(
        "Number %d of %s".formatted(j + 1, Words.document(document)),
        caption + component(frame, j),
        List.of(
            Formula.of(Term.sum(Term.number(sumBefore), summand(frame, document, j)))
                .worked()
                .gives(sumBefore + share)
                .latex()));
  }

  /// One coordinate's share, with the sum of those before it.
  public static Narration term(CosineFrame frame, int document, int j) {
    double before = 0;
    for (int earlier = 0; earlier < j; earlier++) {
      before += share(frame, document, earlier);
    }
    return term(frame, document, j, before);
  }

  private static String component(CosineFrame frame, int j) {
    return frame
        .problem()
        .texts()
        .map(texts -> " " + TextNarration.aboutComponent(texts.model(), j))
        .orElse("");
  }
}
