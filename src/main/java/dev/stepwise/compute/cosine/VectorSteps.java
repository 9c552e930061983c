package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineFrame.Focus;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The steps that prepare vectors: their norms, and dividing by them. One step a vector, the
/// documents first, the query last.
record VectorSteps(Frames frames) {

  /// All norms as one step.
  Step<CosineFrame> norms() {
    var frame = frames.whileNorms(new Focus.Norms(), frames.count() + 1);
    return new Step<>(
        "norms",
        "Norms",
        VectorNarration.norms(frame),
        Line.NORMS,
        List.of("D", "q"),
        List.of("norms", "q_norm"),
        zeroAnywhere() ? Set.of(CosineConditions.ZERO_VECTOR) : Set.of(),
        frame,
        () -> Run.indexed(frames.count() + 1, this::norm));
  }

  private Step<CosineFrame> norm(int vector) {
    var focus = new Focus.OneNorm(vector);
    var frame = frames.whileNorms(focus, vector + 1);
    boolean query = vector == frames.count();
    return new Step<>(
        "norm",
        Words.name(vector, frames.count()),
        VectorNarration.norm(frame, vector),
        query ? Line.QUERY_NORM : Line.NORMS,
        query ? List.of("q") : List.of("D[i]"),
        query ? List.of("q_norm") : List.of("norms[i]"),
        isZero(vector) ? Set.of(CosineConditions.ZERO_VECTOR) : Set.of(),
        frame,
        null);
  }

  /// All vectors normalised as one step.
  Step<CosineFrame> normalised() {
    var frame = frames.whileUnits(new Focus.Normalised(), frames.count() + 1);
    return new Step<>(
        "normalise",
        "Normalise",
        VectorNarration.normalised(frame),
        Line.NORMALISE,
        List.of("D", "q", "norms", "q_norm", "eps"),
        List.of("U", "u"),
        conditions(zeroAnywhere()),
        frame,
        () -> Run.indexed(frames.count() + 1, this::normalise));
  }

  private Step<CosineFrame> normalise(int vector) {
    var focus = new Focus.OneNormalised(vector);
    var frame = frames.whileUnits(focus, vector + 1);
    boolean query = vector == frames.count();
    return new Step<>(
        "vector",
        Words.name(vector, frames.count()),
        VectorNarration.normalise(frame, vector),
        query ? Line.NORMALISE_QUERY : Line.NORMALISE,
        query ? List.of("q", "q_norm", "eps") : List.of("D[i]", "norms[i]", "eps"),
        query ? List.of("u") : List.of("U[i]"),
        conditions(isZero(vector)),
        frame,
        null);
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

  private boolean zeroAnywhere() {
    return frames.search().queryNorm() == 0
        || Arrays.stream(frames.search().norms()).anyMatch(norm -> norm == 0);
  }

  private boolean isZero(int vector) {
    return vector == frames.count()
        ? frames.search().queryNorm() == 0
        : frames.search().norms()[vector] == 0;
  }
}
