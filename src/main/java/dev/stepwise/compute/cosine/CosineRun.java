package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.ArrayList;
import java.util.function.Supplier;

/// A search as steps: texts become vectors where there are texts, norms are taken and vectors
/// normalised where the metric is cosine, documents are compared with the query, the best are
/// selected, and the result stands.
public final class CosineRun {
  private CosineRun() {}

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  public static Run<CosineFrame> of(CosineProblem problem) {
    var frames = new Frames(problem);
    var phases = new ArrayList<Supplier<Step<CosineFrame>>>();
    if (problem.texts().isPresent()) {
      phases.add(new TextSteps(frames)::whole);
    }
    if (problem.metric() == Metric.COSINE) {
      phases.add(new VectorSteps(frames)::norms);
      phases.add(new VectorSteps(frames)::normalised);
    }
    phases.add(new ScoreSteps(frames)::whole);
    phases.add(
        problem.selection() == Selection.SORT
            ? new SortSteps(frames)::whole
            : new HeapSteps(frames)::whole);
    phases.add(() ->
        frames
            .selected(new SelectionFocus.Found())
            .step("Result")
            .meeting(frames.conditionsOfAll()));
    return Run.indexed(phases.size(), index -> phases.get(index).get());
  }
}
