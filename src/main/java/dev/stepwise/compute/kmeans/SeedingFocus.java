package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Relation;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The placing of the initial centroids.
public sealed interface SeedingFocus extends Focus {

  /// All the initial centroids.
  record Initialised(Init init) implements SeedingFocus {
    static final StepKind DRAWN =
        StepKind.of("initialise").at("draws").reads("X", "k").writes("centroids");
    static final StepKind PLACED =
        StepKind.of("initialise").at("given").reads("X").writes("centroids");

    @Override
    public StepKind kind() {
      return init == Init.MANUAL ? PLACED : DRAWN;
    }

    @Override
    public Narration narration(KMeansFrame frame) {
      var problem = frame.problem();
      var centroidsAre = Phrases.countIs(problem.k(), "centroid");
      var points = Phrases.count(problem.points().length, "point");
      return switch (init) {
        case PLUS_PLUS ->
            new Narration(
                "Initialise by k-means++",
                ("%s drawn among the %s: the first evenly, every further one with a chance in"
                        + " proportion to D², its squared distance to the nearest centroid so far."
                        + " Seed %d.")
                    .formatted(centroidsAre, points, problem.seed()),
                List.of("P(x)=\\frac{D(x)^2}{\\sum_{i} D(x_i)^2}"));
        case RANDOM ->
            new Narration(
                "Initialise at random",
                "%s drawn among the %s, every point with the same chance, none twice. Seed %d."
                    .formatted(centroidsAre, points, problem.seed()));
        case MANUAL ->
            new Narration(
                "Initialise by hand", "%s placed where the scenario says.".formatted(centroidsAre));
      };
    }
  }

  /// One draw of an initial centroid.
  ///
  /// @param centroid which one, from 0
  /// @param point the point that became the centroid; -1 for a centroid placed by hand
  /// @param draw the numbers behind it; null for one placed by hand
  record Drawn(int centroid, int point, @Nullable Draw draw) implements SeedingFocus {
    static final StepKind DRAWN = StepKind.of("draw").reads("weights").writes("i", "centroids");
    static final StepKind PLACED = StepKind.of("draw").at("given").writes("centroids");

    @Override
    public StepKind kind() {
      return draw == null ? PLACED : DRAWN;
    }

    @Override
    public Narration narration(KMeansFrame frame) {
      return draw == null ? placed(frame) : drawn(frame, draw);
    }

    private Narration placed(KMeansFrame frame) {
      return new Narration(
          "Centroid %d is placed".formatted(centroid + 1),
          "It starts at %s, as the scenario says."
              .formatted(Phrases.vector(frame.clustering().centroids()[centroid])));
    }

    private Narration drawn(KMeansFrame frame, Draw numbers) {
      int number = point + 1;
      var place = Phrases.vector(frame.problem().points()[point]);
      var title = "Point %d becomes centroid %d".formatted(number, centroid + 1);
      if (numbers.isWeightless()) {
        return new Narration(
            title,
            ("Every point lies on a centroid, so no D² is left to draw by: the first point "
                    + "not yet taken, point %d at %s, becomes centroid %d.")
                .formatted(number, place, centroid + 1),
            List.of(),
            DrawTable.around(numbers, point));
      }
      double weight = numbers.weights()[point];
      return new Narration(
          title,
          "Point %d at %s becomes centroid %d. Its chance was %s."
              .formatted(number, place, centroid + 1, DrawTable.chance(numbers, point)),
          List.of(
              Formula.of("P(x_{%d})".formatted(number))
                  .is(Term.quotient(weight, numbers.total()))
                  .gives(weight / numbers.total())
                  .latex()),
          DrawTable.around(numbers, point));
    }

    @Override
    public void addTo(Map<String, Value> variables, KMeansFrame frame) {
      variables.put("j", new Value.Whole(centroid));
      if (draw != null) {
        draw.addTo(variables, point, Part.RANDOM_NUMBER);
      }
    }

    @Override
    public List<Ref> written(KMeansFrame frame) {
      return Ref.all("centroids", new Value.Matrix(frame.clustering().centroids())).stream()
          .filter(ref -> ref.index(0) == centroid)
          .toList();
    }
  }

  /// Which part of a draw.
  enum Part {
    /// The weights of the points.
    SQUARED_DISTANCES,
    /// Their running sums.
    CUMULATIVE_WEIGHTS,
    /// Where the random number falls.
    RANDOM_NUMBER
  }

  /// A part of a draw.
  record DrawPart(int centroid, int point, Draw draw, Part part) implements SeedingFocus {
    private static final StepKind PART = StepKind.of("draw part");
    static final StepKind EVEN = PART.at("even").writes("weights");
    static final StepKind SQUARED = PART.at("squared").reads("X", "centroids").writes("weights");
    static final StepKind CUMULATIVE = PART.at("cumulative").reads("weights").writes("cumulative");
    static final StepKind FALL =
        PART.at("fall").reads("cumulative", "target").writes("i", "centroids");
    static final StepKind FALL_BACK =
        PART.at("fall-back").reads("cumulative").writes("i", "centroids");

    @Override
    public StepKind kind() {
      return switch (part) {
        case SQUARED_DISTANCES -> draw.weighing() == Draw.Weighing.EVEN ? EVEN : SQUARED;
        case CUMULATIVE_WEIGHTS -> CUMULATIVE;
        case RANDOM_NUMBER -> draw.isWeightless() ? FALL_BACK : FALL;
      };
    }

    @Override
    public Narration narration(KMeansFrame frame) {
      return switch (part) {
        case SQUARED_DISTANCES -> weights(frame);
        case CUMULATIVE_WEIGHTS -> cumulative();
        case RANDOM_NUMBER -> random();
      };
    }

    private Narration weights(KMeansFrame frame) {
      int n = draw.weights().length;
      if (centroid == 0) {
        return new Narration(
            "Every point weighs 1",
            "There is no centroid yet to be far from, so each of the %s has the same chance, 1/%d."
                .formatted(Phrases.count(n, "point"), n));
      }
      if (frame.problem().init() == Init.RANDOM) {
        return new Narration(
            "Every point not yet taken weighs 1",
            "The %s already drawn %s 0, each of the other %d weighs 1."
                .formatted(
                    Phrases.count(centroid, "point"),
                    centroid == 1 ? "weighs" : "weigh",
                    n - centroid));
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
                  Words.allDimensions(frame.problem().dimensions())),
          List.of(
              "D(x_{%d})^2=\\min_j\\lVert x_{%d}-\\mu_j\\rVert^2=\\mathbf{%s}"
                  .formatted(farthest + 1, farthest + 1, Numbers.latex(most))),
          DrawTable.around(draw, farthest));
    }

    private Narration cumulative() {
      return new Narration(
          "Running sums of the weights",
          "The weights laid end to end are %s long; each point owns a stretch as long as its weight."
              .formatted(Numbers.text(draw.total())),
          List.of(
              "\\textstyle\\sum_{i=1}^{%d} w_i=\\mathbf{%s}"
                  .formatted(draw.weights().length, Numbers.latex(draw.total()))),
          DrawTable.around(draw, point));
    }

    private Narration random() {
      int i = point;
      if (draw.isWeightless()) {
        return new Narration(
            "Nothing to draw by",
            ("All weights are 0: the remaining points are copies of centroids. The first point "
                    + "not yet taken is point %d.")
                .formatted(i + 1),
            List.of(),
            DrawTable.around(draw, i));
      }
      double from = i == 0 ? 0 : draw.cumulative()[i - 1];
      return new Narration(
          "The random number falls on point " + (i + 1),
          "The random number, %s, times the total of the weights falls into the stretch of point %d."
              .formatted(Numbers.text(draw.random()), i + 1),
          List.of(
              Formula.of(Term.number(from))
                  .then(Relation.AT_MOST, Term.product(draw.random(), draw.total()))
                  .gives(draw.target())
                  .then(Relation.LESS, draw.cumulative()[i])
                  .latex()),
          DrawTable.around(draw, i));
    }

    @Override
    public void addTo(Map<String, Value> variables, KMeansFrame frame) {
      variables.put("j", new Value.Whole(centroid));
      draw.addTo(variables, point, part);
    }

    @Override
    public List<Ref> written(KMeansFrame frame) {
      return switch (part) {
        case SQUARED_DISTANCES -> Ref.all("weights", new Value.Vector(draw.weights()));
        case CUMULATIVE_WEIGHTS -> Ref.all("cumulative", new Value.Vector(draw.cumulative()));
        case RANDOM_NUMBER -> List.of(Ref.of("target"), Ref.of("i"));
      };
    }
  }
}
