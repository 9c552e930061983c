package dev.stepwise.compute.cosine;

import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.HashSet;
import java.util.Set;

/// The steps that prepare vectors: their norms, and dividing by them. One step a vector, the
/// documents first, the query last.
record VectorSteps(Frames frames) {

  /// All norms as one step.
  Step<CosineFrame> norms() {
    var frame = frames.whileNorms(new VectorFocus.Norms(), frames.count() + 1);
    return frame
        .step("Norms")
        .meeting(frame.hasZeroVector() ? Set.of(CosineConditions.ZERO_VECTOR) : Set.of())
        .opening(() -> Run.indexed(frames.count() + 1, this::norm));
  }

  private Step<CosineFrame> norm(int vector) {
    var frame = frames.whileNorms(new VectorFocus.OneNorm(vector), vector + 1);
    return frame
        .step(Words.name(vector, frames.count()))
        .meeting(frame.norm(vector) == 0 ? Set.of(CosineConditions.ZERO_VECTOR) : Set.of());
  }

  /// All vectors normalised as one step.
  Step<CosineFrame> normalised() {
    var frame = frames.whileUnits(new VectorFocus.Normalised(), frames.count() + 1);
    return frame
        .step("Normalise")
        .meeting(conditions(frame.hasZeroVector()))
        .opening(() -> Run.indexed(frames.count() + 1, this::normalise));
  }

  private Step<CosineFrame> normalise(int vector) {
    var frame = frames.whileUnits(new VectorFocus.OneNormalised(vector), vector + 1);
    return frame
        .step(Words.name(vector, frames.count()))
        .meeting(conditions(frame.norm(vector) == 0));
  }

  private Set<Condition> conditions(boolean zero) {
    var conditions = new HashSet<Condition>();
    if (zero) {
      conditions.add(CosineConditions.ZERO_VECTOR);
      if (frames.problem().epsilon() == 0) {
        conditions.add(CosineConditions.NOT_A_NUMBER);
      }
    }
    return conditions;
  }
}
