package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame.Clustering;
import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.kmeans.KMeansFrame.Focus;
import dev.stepwise.compute.kmeans.KMeansFrame.Focus.Part;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

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
    var frame = withFirst(initialised, j + 1, new Focus.Drawn(j, -1, null));
    return new Step<>(
        "draw",
        "Centroid " + (j + 1),
        SeedingNarration.placed(frame, j),
        Line.GIVEN_CENTROIDS,
        List.of(),
        List.of("centroids"),
        Set.of(),
        frame,
        null);
  }

  private Step<KMeansFrame> drawn(int j) {
    var draw = draw(j);
    var focus = new Focus.Drawn(j, seeds.points()[j], draw);
    var frame = withFirst(initialised, j + 1, focus);
    return new Step<>(
        "draw",
        "Draw " + (j + 1),
        SeedingNarration.drawn(frame, focus, draw),
        Line.DRAW,
        List.of("weights"),
        List.of("i", "centroids"),
        Set.of(),
        frame,
        () -> Run.indexed(PARTS.size(), part -> part(j, PARTS.get(part), draw)));
  }

  private Draw draw(int j) {
    var seeding = new Seeding(initialised.problem());
    for (int earlier = 0; earlier < j; earlier++) {
      seeding.take(seeds.points()[earlier]);
    }
    return seeding.draw(seeds.randoms()[j]);
  }

  private Step<KMeansFrame> part(int j, Part part, Draw draw) {
    var focus = new Focus.DrawPart(j, seeds.points()[j], draw, part);
    boolean squared = initialised.problem().init() == KMeansProblem.Init.PLUS_PLUS && j > 0;
    return switch (part) {
      case SQUARED_DISTANCES ->
          step(
              squared ? "D²" : "weights",
              withFirst(initialised, j, focus),
              focus,
              squared ? Line.SQUARED_WEIGHTS : Line.EVEN_WEIGHTS,
              squared ? List.of("X", "centroids") : List.of(),
              List.of("weights"));
      case CUMULATIVE_WEIGHTS ->
          step(
              "cumulative",
              withFirst(initialised, j, focus),
              focus,
              Line.CUMULATIVE_WEIGHTS,
              List.of("weights"),
              List.of("cumulative"));
      case RANDOM_NUMBER -> {
        boolean weightless = draw.cumulative()[draw.cumulative().length - 1] == 0;
        yield step(
            "random number",
            withFirst(initialised, j + 1, focus),
            focus,
            weightless ? Line.FALL_BACK : Line.FALL,
            weightless ? List.of("cumulative") : List.of("cumulative", "target"),
            List.of("i", "centroids"));
      }
    };
  }

  private static Step<KMeansFrame> step(
      String crumb,
      KMeansFrame frame,
      Focus.DrawPart focus,
      int line,
      List<String> reads,
      List<String> writes) {
    return new Step<>(
        "draw part",
        crumb,
        SeedingNarration.part(frame, focus),
        line,
        reads,
        writes,
        Set.of(),
        frame,
        null);
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
