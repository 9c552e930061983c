package dev.stepwise.compute.cosine;

import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Outcome.Curve;
import dev.stepwise.compute.exercise.Outcome.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/// Whom a search puts first. Similarities of two metrics have nothing in common, so documents are
/// judged by what they are, whatever the metric: by their angle to the query, their length and
/// their distance.
///
/// @param frame of the step
record CosineOutcome(CosineFrame frame) {

  /// Of the documents that are in their order.
  Outcome outcome() {
    int placed = frame.standing().placed();
    if (placed == 0) {
      return Outcome.NONE;
    }
    var problem = frame.problem();
    int[] order = frame.standing().order();
    double[] first = problem.documents()[order[0]];
    var figures = new ArrayList<Figure>();
    figures.add(new Figure("the angle of the first", "angle of the first", degrees(first), "°"));
    figures.add(new Figure("the length of the first", "length of the first", Geometry.norm(first)));
    figures.add(
        new Figure(
            "the distance of the first",
            "distance of the first",
            Geometry.distance(first, problem.query(), first.length)));
    if (frame.focus() instanceof SelectionFocus.Selected
        || frame.focus() instanceof SelectionFocus.Found) {
      figures.add(
          new Figure(
              "the number of comparisons of the selection",
              "comparisons",
              (double) Comparisons.of(frame.search(), problem.k(), problem.selection())));
    }
    double[] angles =
        Arrays.stream(order, 0, placed).mapToDouble(i -> degrees(problem.documents()[i])).toArray();
    return new Outcome(
        figures, Optional.of(new Curve("Angle to the query in degrees", "by rank", 1, angles)));
  }

  private double degrees(double[] document) {
    return Geometry.degrees(document, frame.problem().query());
  }
}
