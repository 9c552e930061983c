package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.ArrayList;
import java.util.List;

/// A search as steps: texts become vectors where there are texts, norms are taken and vectors
/// normalised where the metric is cosine, documents are compared with the query, the best are
/// selected, and the result stands.
public final class CosineRun {
  private CosineRun() {}

  private enum Phase {
    VECTORS,
    NORMS,
    NORMALISE,
    SCORES,
    SELECT,
    FOUND
  }

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  public static Run<CosineFrame> of(CosineProblem problem) {
    var phases = phases(problem);
    var frames = new Frames(problem);
    return Run.indexed(phases.size(), index -> step(phases.get(index), frames));
  }

  private static List<Phase> phases(CosineProblem problem) {
    var phases = new ArrayList<Phase>();
    if (problem.texts().isPresent()) {
      phases.add(Phase.VECTORS);
    }
    if (problem.metric() == Metric.COSINE) {
      phases.add(Phase.NORMS);
      phases.add(Phase.NORMALISE);
    }
    phases.addAll(List.of(Phase.SCORES, Phase.SELECT, Phase.FOUND));
    return phases;
  }

  private static Step<CosineFrame> step(Phase phase, Frames frames) {
    boolean sorted = frames.problem().selection() == Selection.SORT;
    return switch (phase) {
      case VECTORS -> new TextSteps(frames).whole();
      case NORMS -> new VectorSteps(frames).norms();
      case NORMALISE -> new VectorSteps(frames).normalised();
      case SCORES -> new ScoreSteps(frames).whole();
      case SELECT -> sorted ? new SortSteps(frames).whole() : new HeapSteps(frames).whole();
      case FOUND -> found(frames);
    };
  }

  private static Step<CosineFrame> found(Frames frames) {
    return frames
        .selected(new SelectionFocus.Found())
        .step("Result")
        .meeting(frames.conditionsOfAll());
  }
}
