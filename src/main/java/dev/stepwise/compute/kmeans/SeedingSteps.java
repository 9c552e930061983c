package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame.Clustering;
import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.kmeans.SeedingFocus.Part;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.Arrays;
import java.util.List;

/// The steps inside the initialisation: one a centroid, and inside a drawn one the weights, their
/// running sums and where the random number falls.
///
/// @param initialised the frame after all of them
/// @param seeds the draws
record SeedingSteps(KMeansFrame initialised, Seeding.Seeds seeds) {
  private static final List<Part> PARTS =
      List.of(Part.SQUARED_DISTANCES, Part.CUMULATIVE_WEIGHTS, Part.RANDOM_NUMBER);

  /// One step a centroid.
  static Run<KMeansFrame> of(KMeansFrame initialised) {
    var problem = initialised.problem();
    if (problem.init() == KMeansProblem.Init.MANUAL) {
      return Run.indexed(problem.k(), j -> placed(initialised, j));
    }
    var steps = new SeedingSteps(initialised, Seeding.drawAll(problem));
    return Run.indexed(problem.k(), steps::drawn);
  }

  private static Step<KMeansFrame> placed(KMeansFrame initialised, int j) {
    return withFirst(initialised, j + 1, new SeedingFocus.Drawn(j, -1, null))
        .step("Centroid " + (j + 1));
  }

  private Step<KMeansFrame> drawn(int j) {
    var draw = draw(j);
    var focus = new SeedingFocus.Drawn(j, seeds.points()[j], draw);
    return withFirst(initialised, j + 1, focus)
        .step("Draw " + (j + 1))
        .opening(() -> Run.indexed(PARTS.size(), part -> part(j, PARTS.get(part), draw)));
  }

  private Draw draw(int j) {
    var seeding = new Seeding(initialised.problem());
    for (int earlier = 0; earlier < j; earlier++) {
      seeding.take(seeds.points()[earlier]);
    }
    return seeding.draw(seeds.randoms()[j]);
  }

  private Step<KMeansFrame> part(int j, Part part, Draw draw) {
    var focus = new SeedingFocus.DrawPart(j, seeds.points()[j], draw, part);
    int placed = part == Part.RANDOM_NUMBER ? j + 1 : j;
    return withFirst(initialised, placed, focus).step(crumb(part, draw));
  }

  private static String crumb(Part part, Draw draw) {
    return switch (part) {
      case SQUARED_DISTANCES -> draw.weighing() == Draw.Weighing.SQUARED ? "D²" : "weights";
      case CUMULATIVE_WEIGHTS -> "cumulative";
      case RANDOM_NUMBER -> "random number";
    };
  }

  private static KMeansFrame withFirst(KMeansFrame initialised, int count, Focus focus) {
    var all = initialised.clustering();
    var centroids = Arrays.copyOf(all.centroids(), count);
    var clustering =
        new Clustering(
            centroids,
            all.labels(),
            all.labelsBefore(),
            List.<double[][]>of(centroids),
            List.of(),
            0);
    return initialised.at(clustering, focus);
  }
}
