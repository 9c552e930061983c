package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.HashSet;

/// The steps that compare documents with the query: one a document, and inside it one a coordinate.
record ScoreSteps(Frames frames) {

  /// All of them as one step.
  Step<CosineFrame> whole() {
    var conditions = new HashSet<Condition>();
    for (int document = 0; document < frames.count(); document++) {
      conditions.addAll(frames.conditions(document));
    }
    boolean distances = frames.problem().metric() == Metric.EUCLIDEAN;
    return frames
        .whileScores(new ScoreFocus.Scored(), frames.count())
        .step(distances ? "Distances" : "Products")
        .meeting(conditions)
        .opening(() -> Run.indexed(frames.count(), this::document));
  }

  private Step<CosineFrame> document(int document) {
    return frames
        .whileScores(new ScoreFocus.OneScored(document), document + 1)
        .step(Words.document(document))
        .meeting(frames.conditions(document))
        .opening(() -> Run.indexed(frames.problem().dimensions(), term -> term(document, term)));
  }

  private Step<CosineFrame> term(int document, int term) {
    return frames
        .whileScores(new ScoreFocus.OneTerm(document, term), document)
        .step("number " + (term + 1));
  }
}
