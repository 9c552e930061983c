package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Relation;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.kmeans.KMeansFrame.Focus;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.List;

/// What the steps of the initialisation say.
final class SeedingNarration {
  private static final int NEIGHBOURS_SHOWN = 2;

  private SeedingNarration() {}

  static Narration initialised(KMeansFrame frame) {
    var problem = frame.problem();
    var centroids = Words.count(problem.k(), "centroid");
    int n = problem.points().length;
    return switch (problem.init()) {
      case PLUS_PLUS ->
          new Narration(
              "Initialise by k-means++",
              ("%s drawn among the %s: the first evenly, every further one with a chance in"
                      + " proportion to D², its squared distance to the nearest centroid so far. Seed "
                      + "%d.")
                  .formatted(
                      areOrIs(centroids, problem.k()), Words.count(n, "point"), problem.seed()),
              List.of("P(x)=\\frac{D(x)^2}{\\sum_{i} D(x_i)^2}"));
      case RANDOM ->
          new Narration(
              "Initialise at random",
              "%s drawn among the %s, every point with the same chance, none twice. Seed %d."
                  .formatted(
                      areOrIs(centroids, problem.k()), Words.count(n, "point"), problem.seed()));
      case MANUAL ->
          new Narration(
              "Initialise by hand",
              "%s placed where the scenario says.".formatted(areOrIs(centroids, problem.k())));
    };
  }

  private static String areOrIs(String centroids, int k) {
    return centroids + (k == 1 ? " is" : " are");
  }

  static Narration placed(KMeansFrame frame, int j) {
    return new Narration(
        "Centroid %d is placed".formatted(j + 1),
        "It starts at %s, as the scenario says."
            .formatted(Words.vector(frame.clustering().centroids()[j])));
  }

  static Narration drawn(KMeansFrame frame, Focus.Drawn focus, Draw draw) {
    int point = focus.point() + 1;
    var place = Words.vector(frame.problem().points()[focus.point()]);
    var caption =
        weightless(draw)
            ? ("Every point lies on a centroid, so no D² is left to draw by: the first point "
                    + "not yet taken, point %d at %s, becomes centroid %d.")
                .formatted(point, place, focus.centroid() + 1)
            : "Point %d at %s becomes centroid %d. Its chance was %s."
                .formatted(point, place, focus.centroid() + 1, chance(draw, focus.point()));
    return new Narration(
        "Point %d becomes centroid %d".formatted(point, focus.centroid() + 1),
        caption,
        weightless(draw)
            ? List.of()
            : List.of(
                Formula.of("P(x_{%d})".formatted(point))
                    .is(Term.quotient(draw.weights()[focus.point()], total(draw)))
                    .gives(draw.weights()[focus.point()] / total(draw))
                    .latex()),
        table(draw, focus.point()));
  }

  static Narration part(KMeansFrame frame, Focus.DrawPart focus) {
    return switch (focus.part()) {
      case SQUARED_DISTANCES -> weights(frame, focus);
      case CUMULATIVE_WEIGHTS -> cumulative(focus);
      case RANDOM_NUMBER -> random(focus);
    };
  }

  private static Narration weights(KMeansFrame frame, Focus.DrawPart focus) {
    var draw = focus.draw();
    int n = draw.weights().length;
    if (focus.centroid() == 0) {
      return new Narration(
          "Every point weighs 1",
          "There is no centroid yet to be far from, so each of the %s has the same chance, 1/%d."
              .formatted(Words.count(n, "point"), n));
    }
    if (frame.problem().init() == Init.RANDOM) {
      return new Narration(
          "Every point not yet taken weighs 1",
          "The %s already drawn %s 0, each of the other %d weighs 1."
              .formatted(
                  Words.count(focus.centroid(), "point"),
                  focus.centroid() == 1 ? "weighs" : "weigh",
                  n - focus.centroid()));
    }
    int farthest = 0;
    for (int i = 1; i < n; i++) {
      if (draw.weights()[i] > draw.weights()[farthest]) {
        farthest = i;
      }
    }
    double most = draw.weights()[farthest];
    return new Narration(
        "D² of every point",
        ("A point weighs its squared distance to the nearest centroid so far. Point %d "
                + "weighs most: %s.%s")
            .formatted(
                farthest + 1,
                Numbers.text(most),
                Words.allDimensions(frame.problem().points()[0].length)),
        List.of(
            "D(x_{%d})^2=\\min_j\\lVert x_{%d}-\\mu_j\\rVert^2=\\mathbf{%s}"
                .formatted(farthest + 1, farthest + 1, Numbers.latex(most))),
        table(draw, farthest));
  }

  private static Narration cumulative(Focus.DrawPart focus) {
    return new Narration(
        "Running sums of the weights",
        "The weights laid end to end are %s long; each point owns a stretch as long as its weight."
            .formatted(Numbers.text(total(focus.draw()))),
        List.of(
            "\\textstyle\\sum_{i=1}^{%d} w_i=\\mathbf{%s}"
                .formatted(focus.draw().weights().length, Numbers.latex(total(focus.draw())))),
        table(focus.draw(), focus.point()));
  }

  private static Narration random(Focus.DrawPart focus) {
    var draw = focus.draw();
    int i = focus.point();
    if (weightless(draw)) {
      return new Narration(
          "Nothing to draw by",
          ("All weights are 0: the remaining points are copies of centroids. The first point "
                  + "not yet taken is point %d.")
              .formatted(i + 1),
          List.of(),
          table(draw, i));
    }
    double from = i == 0 ? 0 : draw.cumulative()[i - 1];
    return new Narration(
        "The random number falls on point " + (i + 1),
        "The random number, %s, times the total of the weights falls into the stretch of point %d."
            .formatted(Numbers.text(draw.random()), i + 1),
        List.of(
            Formula.of(Term.number(from))
                .then(Relation.AT_MOST, Term.product(draw.random(), total(draw)))
                .gives(draw.target())
                .then(Relation.LESS, draw.cumulative()[i])
                .latex()),
        table(draw, i));
  }

  /// The weights around one point.
  private static Table table(Draw draw, int point) {
    int first = Math.max(0, point - NEIGHBOURS_SHOWN);
    int last = Math.min(draw.weights().length - 1, point + NEIGHBOURS_SHOWN);
    var rows = new ArrayList<List<String>>();
    for (int i = first; i <= last; i++) {
      rows.add(
          List.of(
              Integer.toString(i + 1),
              Numbers.text(draw.weights()[i]),
              weightless(draw) ? "0" : chance(draw, i),
              Numbers.text(draw.cumulative()[i])));
    }
    return new Table(List.of("point", "weight", "chance", "running sum"), rows, point - first);
  }

  private static String chance(Draw draw, int point) {
    return Numbers.text(100 * draw.weights()[point] / total(draw)) + " %";
  }

  private static boolean weightless(Draw draw) {
    return total(draw) == 0;
  }

  private static double total(Draw draw) {
    return draw.cumulative()[draw.cumulative().length - 1];
  }
}
