package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Relation;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Map;

/// A whole iteration, and the end of the run.
public sealed interface IterationFocus extends Focus {

  /// An iteration.
  ///
  /// @param changed how many points changed their cluster
  /// @param movement the Frobenius norm of the centroids' change
  record Iterated(int changed, double movement) implements IterationFocus {
    static final StepKind KIND =
        StepKind.of("iteration")
            .reads("X", "centroids")
            .writes("labels", "inertia", "movement", "centroids");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(KMeansFrame frame) {
      double tolerance = frame.problem().tolerance();
      boolean still = movement <= tolerance;
      var caption =
          "%s; %s; the centroids move by %s in all, %s the tolerance %s."
              .formatted(
                  Words.changes(frame, changed),
                  Words.inertia(frame),
                  Numbers.text(movement),
                  still ? "which is at most" : "more than",
                  Numbers.text(tolerance));
      return new Narration(
          "Iteration " + frame.clustering().iteration(),
          caption + Words.empty(frame),
          List.of(
              Formula.of("\\sqrt{\\textstyle\\sum_j\\lVert\\mu_j^{\\text{new}}-\\mu_j\\rVert^2}")
                  .gives(movement)
                  .then(still ? Relation.AT_MOST : Relation.GREATER, tolerance)
                  .latex()));
    }

    @Override
    public void addTo(Map<String, Value> variables, KMeansFrame frame) {
      variables.put("movement", new Value.Scalar(movement));
    }
  }

  /// The end.
  ///
  /// @param converged whether the centroids moved at most the tolerance; else the iterations ran
  ///   out
  record Finished(boolean converged, int iterations, double inertia, double movement)
      implements IterationFocus {
    static final StepKind CONVERGED =
        StepKind.of("converged")
            .at("end")
            .reads("X", "centroids", "movement")
            .writes("labels", "inertia");
    static final StepKind STOPPED =
        StepKind.of("stopped")
            .at("end")
            .reads("X", "centroids", "movement")
            .writes("labels", "inertia");

    @Override
    public StepKind kind() {
      return converged ? CONVERGED : STOPPED;
    }

    @Override
    public Narration narration(KMeansFrame frame) {
      var moved = Numbers.text(movement);
      var tolerance = Numbers.text(frame.problem().tolerance());
      var why =
          converged
              ? "The last iteration moved the centroids by %s, at most the tolerance %s."
                  .formatted(moved, tolerance)
              : ("The last iteration still moved the centroids by %s, more than the tolerance "
                      + "%s, but no more iterations are allowed.")
                  .formatted(moved, tolerance);
      var last =
          " Assigned to the final centroids once more, the points have inertia %s."
              .formatted(Numbers.text(inertia));
      return new Narration(
          (converged ? "Converged after " : "Stopped after ")
              + Phrases.count(iterations, "iteration"),
          why + tooCoarse(frame) + last + Words.empty(frame),
          List.of(Words.inertiaFormula(frame)));
    }

    /// Says where a tolerance lets no iteration count.
    private String tooCoarse(KMeansFrame frame) {
      double spread = KMeans.spread(frame.problem().points());
      return converged && movement > 0 && frame.problem().tolerance() > spread
          ? " The tolerance is larger than the spread of the points, which differ by at most %s in a coordinate: only a smaller one would let the centroids settle."
              .formatted(Numbers.text(spread))
          : "";
    }

    @Override
    public void addTo(Map<String, Value> variables, KMeansFrame frame) {
      variables.put("movement", new Value.Scalar(movement));
      variables.put("converged", new Value.Flag(converged));
    }
  }
}
