package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineFrame.Focus;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The steps that compare documents with the query: one a document, and inside it one a coordinate.
record ScoreSteps(Frames frames) {

  /// All of them as one step.
  Step<CosineFrame> whole() {
    var frame = frames.whileScores(new Focus.Scored(), frames.count());
    var conditions = new HashSet<Condition>();
    for (int document = 0; document < frames.count(); document++) {
      conditions.addAll(frames.conditions(document));
    }
    return new Step<>(
        "compare",
        metric() == Metric.EUCLIDEAN ? "Distances" : "Products",
        ScoreNarration.scored(frame),
        line(),
        reads("U", "D", "u"),
        List.of("scores"),
        conditions,
        frame,
        () -> Run.indexed(frames.count(), this::document));
  }

  private Step<CosineFrame> document(int document) {
    var focus = new Focus.OneScored(document);
    var frame = frames.whileScores(focus, document + 1);
    return new Step<>(
        "document",
        Words.document(document),
        ScoreNarration.document(frame, document),
        line(),
        reads("U[i]", "D[i]", "u"),
        List.of("scores[i]"),
        frames.conditions(document),
        frame,
        () -> Run.indexed(frames.problem().dimensions(), term -> term(document, term)));
  }

  private Step<CosineFrame> term(int document, int term) {
    var focus = new Focus.OneTerm(document, term);
    var frame = frames.whileScores(focus, document);
    return new Step<>(
        "term",
        "number " + (term + 1),
        ScoreNarration.term(frame, document, term),
        line(),
        reads("U[i]", "D[i]", "u"),
        List.of("scores[i]"),
        Set.of(),
        frame,
        null);
  }

  private Metric metric() {
    return frames.problem().metric();
  }

  private int line() {
    return switch (metric()) {
      case COSINE -> Line.COSINE;
      case DOT -> Line.DOT;
      case EUCLIDEAN -> Line.DISTANCE;
    };
  }

  private List<String> reads(String unit, String raw, String query) {
    return metric() == Metric.COSINE ? List.of(unit, query) : List.of(raw, "q");
  }
}
