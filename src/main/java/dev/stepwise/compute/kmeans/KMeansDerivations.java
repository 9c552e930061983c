package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalDouble;

/// How each number of a frame came to be.
///
/// @param frame the frame
public record KMeansDerivations(KMeansFrame frame) {

  /// How the number at an address came to be; empty where none stands there, or where there is
  /// nothing to tell.
  public Optional<Derivation> of(Ref ref) {
    OptionalDouble value = ref.in(frame.variables());
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return switch (ref.variable()) {
      case Distances.NAME -> Optional.of(new Distances(frame, point()).derivation(ref.index(0)));
      case Distances.SQUARED ->
          Optional.of(new Distances(frame, point()).squaredDerivation(ref.index(0)));
      case "labels" ->
          value.getAsDouble() < 0 || frame.isAwaitingAssignment(ref.index(0))
              ? Optional.empty()
              : Optional.of(new Labels(frame).derivation(ref.index(0)));
      case "centroids", "new_centroids" ->
          Optional.of(new Means(frame).derivation(ref.variable(), ref.index(0), ref.index(1)));
      case "inertia" ->
          Optional.of(new Inertia(frame).derivation(frame.clustering().inertias().size() - 1));
      case "movement" -> Optional.of(movement(value.getAsDouble()));
      case "weights", "cumulative", "target", "i" -> new Draws(frame).of(ref);
      case "X[i]" -> Optional.of(moved(ref, value.getAsDouble()));
      default -> Optional.empty();
    };
  }

  /// Which centroid is nearest to a point, whether the point is assigned or not.
  public Derivation nearest(int point) {
    return new Labels(frame).derivation(point);
  }

  /// How the distance of any point to a centroid comes to be.
  public Derivation distance(int point, int centroid) {
    return new Distances(frame, point).derivation(centroid);
  }

  /// How the inertia of an assignment so far came to be.
  ///
  /// @param assignment which one, from 0
  public Derivation inertia(int assignment) {
    return new Inertia(frame).derivation(assignment);
  }

  /// How a centroid came to where it is drawn.
  public Narration centroid(int centroid) {
    return new Means(frame).narration(centroid);
  }

  /// The points whose mean a centroid is where it is drawn; none where it was placed there.
  public int[] membersBehind(int centroid) {
    return new Means(frame).members(centroid);
  }

  /// The point whose distances are measured.
  private int point() {
    return switch (frame.focus()) {
      case AssignmentFocus.PointAssigned assigned -> assigned.point();
      case AssignmentFocus.DistanceMeasured measured -> measured.point();
      default -> throw new IllegalStateException("no point's distances are measured");
    };
  }

  private Derivation moved(Ref ref, double value) {
    var from = Ref.of("X", point(), ref.index(0));
    return Derivation.of(ref, value, new Operation.Moved(Operand.at(from, value)))
        .saying("A coordinate of point %d.".formatted(point() + 1));
  }

  private Derivation movement(double value) {
    var trail = frame.clustering().trail();
    boolean moving = frame.focus() instanceof UpdateFocus;
    double[][] after = frame.clustering().centroids();
    double[][] before =
        frame.focus() instanceof IterationFocus.Finished
            ? after
            : trail.get(trail.size() - (moving ? 1 : 2));
    if (frame.focus() instanceof IterationFocus.Finished) {
      return Derivation.of(Ref.of("movement"), value, new Operation.Given())
          .titled("The last movement")
          .saying("How far the last iteration moved the centroids in all.");
    }
    var squares = new ArrayList<Operand>();
    for (int j = 0; j < after.length; j++) {
      for (int d = 0; d < after[j].length; d++) {
        squares.add(squaredChange(after[j][d], before[j][d], moving, j, d));
      }
    }
    return Derivation.of(
            Ref.of("movement"),
            value,
            new Operation.Elementwise(Function.ROOT, Operand.of(new Operation.Sum(squares))))
        .titled("How far the centroids moved")
        .saying("The changes of all their coordinates, squared, added up, and the root of that.")
        .symbols("\\sqrt{\\textstyle\\sum_j\\lVert\\mu_j^{\\text{new}}-\\mu_j\\rVert^2}");
  }

  private static Operand squaredChange(
      double after, double before, boolean moving, int centroid, int dimension) {
    var now = Operand.at(after, moving ? "new_centroids" : "centroids", centroid, dimension);
    var then =
        moving ? Operand.at(before, "centroids", centroid, dimension) : Operand.constant(before);
    return Operand.of(new Operation.Power(Operand.of(new Operation.Difference(now, then)), 2));
  }
}
