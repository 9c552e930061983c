package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.kmeans.IterationFocus;
import dev.stepwise.compute.kmeans.KMeans;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.kmeans.UpdateFocus;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Navigator;
import dev.stepwise.scenario.CsvTable;
import dev.stepwise.scenario.Table.Choices;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Each preset makes the point that it claims to make.
class KMeansPresetsTest {
  private final KMeansExercise exercise = new KMeansExercise();

  @Test
  void three_blobs_are_found_after_a_start_in_three_different_ones() {
    var problem = problem("three-blobs");
    var start = opened("three-blobs").frame().clustering().centroids();
    var fit = KMeans.fit(problem);

    var homes = Arrays.stream(start).map(point -> nearest(point, fit.centroids())).distinct();

    assertThat(homes.count()).isEqualTo(3);
    assertThat(fit.iterations()).isLessThanOrEqualTo(4);
    assertThat(sizes(fit.labels()).values()).containsOnly(40L);
  }

  @Test
  void the_bad_start_ends_far_above_the_best_where_plus_plus_reaches_it() {
    var given = preset("bad-start").scenario(exercise).given();
    double best =
        LongStream.range(0, 50)
            .mapToObj(seed -> Map.of("init", "k-means++", "seed", seed))
            .mapToDouble(
                change -> KMeans.fit(exercise.problem(given.withParameters(change))).inertia())
            .min()
            .orElseThrow();
    var bad = KMeans.fit(exercise.problem(given));
    var plusPlus = KMeans.fit(exercise.problem(given.withParameters(Map.of("init", "k-means++"))));

    assertThat(bad.converged()).isTrue();
    assertThat(bad.iterations()).isGreaterThanOrEqualTo(6);
    assertThat(bad.inertia()).isGreaterThan(1.3 * best);
    assertThat(plusPlus.inertia()).isCloseTo(best, within(1e-9));
    assertThat(preset("bad-start").point())
        .contains("ends at " + Numbers.text(bad.inertia()))
        .contains("end at " + Numbers.text(plusPlus.inertia()));
  }

  @Test
  void points_keep_changing_cluster_for_several_iterations_of_the_bad_start() {
    var run = exercise.run(problem("bad-start"));

    var restless =
        IntStream.range(2, run.length())
            .mapToObj(index -> run.step(index).frame().focus())
            .filter(focus ->
                focus instanceof IterationFocus.Iterated iterated && iterated.changed() > 0);

    assertThat(restless.count()).isGreaterThanOrEqualTo(4);
  }

  /// The upper moon is an arc of radius 1 around (0, 0), the lower one around (1, 0.5).
  @Test
  void the_moons_are_cut_apart() {
    var problem = problem("moons");

    assertThat(agreement(problem, i -> isOnUpperMoon(problem.points()[i]))).isLessThan(0.9);
  }

  private static boolean isOnUpperMoon(double[] point) {
    double toUpper = Math.abs(Math.hypot(point[0], point[1]) - 1);
    double toLower = Math.abs(Math.hypot(point[0] - 1, point[1] - 0.5) - 1);
    return toUpper < toLower;
  }

  @Test
  void the_rings_are_cut_apart() {
    var problem = problem("rings");

    assertThat(
            agreement(problem, i -> Math.hypot(problem.points()[i][0], problem.points()[i][1]) < 2))
        .isLessThan(0.9);
  }

  @Test
  void the_wide_group_is_split_while_the_two_small_ones_share_a_cluster() {
    var problem = problem("unequal-sizes");
    int[] labels = KMeans.fit(problem).labels();

    var upper = membersNear(problem, 9.4, 6.6, 1, labels);
    var lower = membersNear(problem, 9.2, 2.6, 1, labels);
    var wide = membersNear(problem, 4, 5, 0.5, labels);

    assertThat(upper.keySet()).hasSize(1).isEqualTo(lower.keySet());
    assertThat(wide.keySet()).doesNotContainAnyElementsOf(upper.keySet());
    assertThat(sizes(labels).values()).filteredOn(size -> size > 60).hasSize(2);
  }

  /// How many points near a place have which label.
  private static Map<Integer, Long> membersNear(
      KMeansProblem problem, double x, double y, double radius, int[] labels) {
    return sizes(
        IntStream.range(0, labels.length)
            .filter(
                i -> Math.hypot(problem.points()[i][0] - x, problem.points()[i][1] - y) < radius)
            .map(i -> labels[i])
            .toArray());
  }

  @Test
  void the_outlier_drags_its_centroid_away_from_the_others() {
    var problem = problem("outlier");
    double[][] points = problem.points();
    int outlier = points.length - 1;
    var fit = KMeans.fit(problem);
    int label = fit.labels()[outlier];

    var others = IntStream.range(0, outlier).filter(i -> fit.labels()[i] == label).boxed().toList();
    double[] withoutIt = {
      others.stream().mapToDouble(i -> points[i][0]).average().orElseThrow(),
      others.stream().mapToDouble(i -> points[i][1]).average().orElseThrow()
    };
    double[] centroid = fit.centroids()[label];
    double dragged = Math.hypot(centroid[0] - withoutIt[0], centroid[1] - withoutIt[1]);
    double nearestMember =
        others.stream()
            .mapToDouble(i -> Math.hypot(points[i][0] - centroid[0], points[i][1] - centroid[1]))
            .min()
            .orElseThrow();

    assertThat(others).hasSizeGreaterThan(4);
    assertThat(dragged).isGreaterThan(1);
    assertThat(nearestMember).as("the centroid stands where no point is").isGreaterThan(0.2);
  }

  @Test
  void the_empty_cluster_is_empty_to_the_end_and_its_centroid_stays() {
    var problem = problem("empty-cluster");
    var fit = KMeans.fit(problem);
    double[][] start = problem.start();

    assertThat(start).isNotNull();
    assertThat(fit.labels()).doesNotContain(3);
    assertThat(fit.centroids()[3]).containsExactly(13, 11);
    assertThat(opened("empty-cluster").frame().focus())
        .isInstanceOfSatisfying(
            UpdateFocus.CentroidUpdated.class,
            updated -> {
              assertThat(updated.centroid()).isEqualTo(3);
              assertThat(updated.size()).isZero();
              assertThat(updated.after()).containsExactly(updated.before());
            });
  }

  /// The rows are in the order of the shipped table: 50 setosa, 50 versicolor, 50 virginica.
  @Test
  void iris_has_setosa_alone_and_the_other_two_mixed() throws Exception {
    var problem = problem("iris");
    var table = CsvTable.read(Path.of("assets/data/iris.csv"), Choices.NONE);
    int[] labels = KMeans.fit(problem).labels();

    var setosa = sizes(Arrays.copyOfRange(labels, 0, 50));
    var rest = Arrays.copyOfRange(labels, 50, 150);

    assertThat(problem.points()).isDeepEqualTo(table.select(List.of(0, 1, 2, 3)));
    assertThat(problem.names().columns())
        .containsExactly("sepal length", "sepal width", "petal length", "petal width");
    assertThat(problem.names().classes())
        .isEqualTo(IntStream.range(0, 150).mapToObj(row -> table.cell(row, 4)).toList());
    assertThat(setosa).hasSize(1);
    assertThat(rest).doesNotContain(labels[0]);
    assertThat(sizes(Arrays.copyOfRange(labels, 50, 100))).hasSize(2);
  }

  @Test
  void digits_are_400_images_of_64_pixels_and_centroids_lie_in_their_range() {
    var problem = problem("digits");
    var fit = KMeans.fit(problem);

    assertThat(problem.points()).hasDimensions(400, 64);
    assertThat(problem.k()).isEqualTo(10);
    assertThat(List.of(fit.centroids()))
        .allSatisfy(image ->
            assertThat(Arrays.stream(image).boxed()).allMatch(grey -> grey >= 0 && grey <= 16));
    assertThat(sizes(fit.labels())).hasSize(10);
  }

  /// The share of points that two clusters tell apart as the groups do, at best over both ways of
  /// matching them.
  private static double agreement(KMeansProblem problem, IntPredicate inFirstGroup) {
    int[] labels = KMeans.fit(problem).labels();
    long same =
        IntStream.range(0, labels.length)
            .filter(i -> (labels[i] == 0) == inFirstGroup.test(i))
            .count();
    return Math.max(same, labels.length - same) / (double) labels.length;
  }

  private static int nearest(double[] point, double[][] centroids) {
    return IntStream.range(0, centroids.length)
        .boxed()
        .min(
            Comparator.comparingDouble(
                j -> Math.hypot(point[0] - centroids[j][0], point[1] - centroids[j][1])))
        .orElseThrow();
  }

  private static Map<Integer, Long> sizes(int[] labels) {
    var sizes = new HashMap<Integer, Long>();
    for (int label : labels) {
      sizes.merge(label, 1L, Long::sum);
    }
    return sizes;
  }

  private Step<KMeansFrame> opened(String id) {
    var navigator = new Navigator<>(exercise.run(problem(id)));
    return navigator.step(navigator.find(preset(id).opens()).orElseThrow());
  }

  private KMeansProblem problem(String id) {
    return exercise.problem(preset(id).scenario(exercise).given());
  }

  private static Preset preset(String id) {
    return Presets.of("k-means").stream()
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
