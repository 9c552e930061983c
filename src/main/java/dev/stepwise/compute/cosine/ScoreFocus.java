package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Map;

/// The comparison of the documents with the query.
public sealed interface ScoreFocus extends Focus {

  /// All documents compared with the query.
  record Scored() implements ScoreFocus {
    private static final StepKind KIND = StepKind.of("compare").writes("scores");

    @Override
    public StepKind kind(CosineFrame frame) {
      return byMetric(KIND, "", frame);
    }

    @Override
    public Narration narration(CosineFrame frame) {
      var problem = frame.problem();
      var metric = problem.metric();
      long operations = (long) problem.count() * problem.dimensions();
      var caption =
          "%s × %s: %s, O(n·d), in one call. %s"
              .formatted(
                  Phrases.count(problem.count(), "document"),
                  Phrases.count(problem.dimensions(), "number"),
                  Phrases.count(
                      operations,
                      metric == Metric.EUCLIDEAN ? "squared difference" : "multiplication"),
                  extremes(frame));
      if (frame.isMistaken()) {
        return new Narration("All similarities at once", caption + problem.made().scores());
      }
      return switch (metric) {
        case COSINE ->
            new Narration(
                "All cosines in one product",
                caption,
                List.of("s=U\\,\\hat q,\\quad s_i=\\hat d_i\\cdot\\hat q=\\cos\\theta_i"));
        case DOT ->
            new Narration(
                "All dot products at once",
                caption,
                List.of(
                    "s=D\\,q,\\quad s_i=d_i\\cdot q=\\lVert d_i\\rVert\\lVert"
                        + " q\\rVert\\cos\\theta_i"));
        case EUCLIDEAN ->
            new Narration("All distances at once", caption, List.of("s_i=-\\lVert d_i-q\\rVert"));
      };
    }

    private static String extremes(CosineFrame frame) {
      int[] ranking = frame.search().ranking();
      int best = ranking[0];
      int last = ranking[ranking.length - 1];
      double[] similarities = frame.search().similarities();
      var apart = Words.Apart.of(similarities[best], similarities[last], frame.problem().metric());
      if (similarities.length == 1) {
        return "The only one, %s, has %s.".formatted(Words.document(best), apart.one());
      }
      if (Double.compare(similarities[best] + 0.0, similarities[last] + 0.0) == 0) {
        return "All have %s: none is nearer than another.".formatted(apart.one());
      }
      return "%s with %s; %s comes last with %s."
          .formatted(Ties.nearest(frame), apart.one(), Words.document(last), apart.other());
    }
  }

  /// One document compared with the query.
  record OneScored(int document) implements ScoreFocus, Focus.OnDocument {
    private static final StepKind KIND = StepKind.of("document").writes("scores[i]");

    @Override
    public StepKind kind(CosineFrame frame) {
      return byMetric(KIND, "[i]", frame);
    }

    @Override
    public Narration narration(CosineFrame frame) {
      var why = new Similarities(frame).derivation(document);
      return why.saying(why.sentence() + standing(frame)).narration();
    }

    private String standing(CosineFrame frame) {
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

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      addDocument(variables, frame, document, frame.search().similarities()[document]);
    }
  }

  /// One coordinate's share in that.
  record OneTerm(int document, int term) implements ScoreFocus, Focus.OnDocument {
    private static final StepKind KIND = StepKind.of("term").writes("scores[i]");

    @Override
    public StepKind kind(CosineFrame frame) {
      return byMetric(KIND, "[i]", frame);
    }

    @Override
    public Narration narration(CosineFrame frame) {
      return new Similarities(frame).term(document, term);
    }

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      addDocument(variables, frame, document, sum(frame));
    }

    /// The similarity over the coordinates so far.
    public double sum(CosineFrame frame) {
      return frame
          .problem()
          .made()
          .sumOfTerms(
              frame.unit(document),
              frame.unit(frame.queryNumber()),
              term + 1,
              frame.problem().metric());
    }
  }

  /// The kind at the line of the metric, reading what that line reads.
  ///
  /// @param index of the document, as the variables have it
  private static StepKind byMetric(StepKind kind, String index, CosineFrame frame) {
    return switch (frame.problem().metric()) {
      case COSINE -> kind.at("cosine").reads("U" + index, "u");
      case DOT -> kind.at("dot").reads("D" + index, "q");
      case EUCLIDEAN -> kind.at("distance").reads("D" + index, "q");
    };
  }

  private static void addDocument(
      Map<String, Value> variables, CosineFrame frame, int document, double score) {
    variables.put("i", new Value.Whole(document));
    variables.put(frame.isCosine() ? "U[i]" : "D[i]", new Value.Vector(frame.unit(document)));
    variables.put("scores[i]", new Value.Scalar(score));
  }
}
