package dev.stepwise.compute.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KMeansRunTest {
  private static final RecursiveComparisonConfiguration BUT_FOR_OPENING =
      RecursiveComparisonConfiguration.builder()
          .withIgnoredFieldsMatchingRegexes(".*opens")
          .build();

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  /// Fewer, for what goes through every step of a run.
  static LongStream fewSeeds() {
    return LongStream.range(0, 12);
  }

  static List<Step<KMeansFrame>> steps(Run<KMeansFrame> run) {
    var steps = new ArrayList<Step<KMeansFrame>>();
    for (int i = 0; run.has(i); i++) {
      steps.add(run.step(i));
    }
    return steps;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void watching_changes_nothing(long seed) {
    var problem = Problems.random(seed);
    var fit = KMeans.fit(problem);
    var last = steps(KMeansRun.of(problem)).getLast().frame();
    assertThat(last.clustering().centroids()).isDeepEqualTo(fit.centroids());
    assertThat(last.clustering().labels()).isEqualTo(fit.labels());
    var finished = (IterationFocus.Finished) last.focus();
    assertThat(finished.inertia()).isEqualTo(fit.inertia());
    assertThat(finished.iterations()).isEqualTo(fit.iterations());
    assertThat(finished.converged()).isEqualTo(fit.converged());
  }

  @Test
  void a_tolerance_larger_than_the_spread_of_the_points_is_told() {
    var points = new double[][] {{0}, {1e-6}, {2e-6}, {1e-5}, {1.3e-5}};
    var start = new double[][] {{0}, {1e-6}};
    for (double tolerance : new double[] {1e-4, 1e-9}) {
      var problem = new KMeansProblem(points, start, 2, Init.MANUAL, 100, tolerance, 1);
      var narration = steps(KMeansRun.of(problem)).getLast().narration();
      if (tolerance > 1.3e-5) {
        assertThat(narration.title()).isEqualTo("Converged after 1 iteration");
        assertThat(narration.caption())
            .contains("The tolerance is larger than the spread of the points")
            .contains("at most 1.3e−5 in a coordinate");
      } else {
        assertThat(narration.caption()).doesNotContain("spread");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_inertia_never_rises(long seed) {
    var run = KMeansRun.of(Problems.random(seed));
    var inertias = run.step(run.length() - 1).frame().clustering().inertias();
    for (int t = 1; t < inertias.size(); t++) {
      assertThat(inertias.get(t)).isLessThanOrEqualTo(inertias.get(t - 1) * (1 + 1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void any_order_of_asking_gives_the_same_steps(long seed) {
    var problem = Problems.random(seed);
    var forwards = steps(KMeansRun.of(problem));
    var order = new ArrayList<Integer>();
    for (int i = 0; i < forwards.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    var run = KMeansRun.of(problem);
    for (int index : order) {
      assertThat(run.step(index))
          .usingRecursiveComparison(BUT_FOR_OPENING)
          .isEqualTo(forwards.get(index));
    }
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void the_last_step_inside_ends_where_the_step_ends(long seed) {
    for (var step : steps(KMeansRun.of(Problems.random(seed)))) {
      endsWhereItsInsideEnds(step);
    }
  }

  private static void endsWhereItsInsideEnds(Step<KMeansFrame> step) {
    if (!step.isComposite()) {
      return;
    }
    var inside = steps(step.inside());
    var end = inside.getLast().frame().clustering();
    assertThat(end.centroids()).isDeepEqualTo(step.frame().clustering().centroids());
    if (!step.phase().equals("point")) {
      assertThat(end.labels()).isEqualTo(step.frame().clustering().labels());
    }
    inside.forEach(KMeansRunTest::endsWhereItsInsideEnds);
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void a_step_carries_the_conditions_of_the_steps_inside(long seed) {
    var kept =
        Set.of(KMeansConditions.TIE, KMeansConditions.EMPTY_CLUSTER, KMeansConditions.POINT_MOVES);
    for (var step : steps(KMeansRun.of(Problems.random(seed)))) {
      carriesWhatIsInside(step, kept);
    }
  }

  private static Set<Condition> carriesWhatIsInside(Step<KMeansFrame> step, Set<Condition> local) {
    if (step.isComposite() && !step.phase().equals("point")) {
      var inside = new HashSet<Condition>();
      for (var inner : steps(step.inside())) {
        inside.addAll(carriesWhatIsInside(inner, local));
      }
      var carried = new HashSet<>(step.conditions());
      carried.retainAll(local);
      inside.retainAll(local);
      assertThat(carried).isEqualTo(inside);
    }
    return step.conditions();
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void every_step_at_every_depth_is_told_and_its_variables_exist(long seed) {
    for (var step : steps(KMeansRun.of(Problems.random(seed)))) {
      isComplete(step);
    }
  }

  private static void isComplete(Step<KMeansFrame> step) {
    assertThat(step.narration().title()).isNotBlank();
    assertThat(step.narration().caption()).endsWith(".").doesNotContain("null", "  ");
    for (var formula : step.narration().formulas()) {
      assertThat(formula.chars().filter(c -> c == '{').count())
          .isEqualTo(formula.chars().filter(c -> c == '}').count());
      assertThat(formula).doesNotContain("−", "…");
    }
    var table = step.narration().table();
    assertThat(table.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.head()));
    assertThat(table.telling()).isLessThan(table.rows().size());
    assertThat(step.frame().variables().keySet())
        .as(step.phase())
        .containsAll(step.reads())
        .containsAll(step.writes());
    if (step.isComposite()) {
      steps(step.inside()).forEach(KMeansRunTest::isComplete);
    }
  }

  @Test
  void a_point_step_shows_new_labels_up_to_its_point_and_old_ones_after() {
    var problem = Problems.manual(new double[][] {{0}, {4}, {5}, {9}}, new double[][] {{0}, {3}});
    var assign = KMeansRun.of(problem).step(2).inside().step(0);
    var old = assign.frame().clustering().labelsBefore();
    assertThat(old).containsExactly(0, 1, 1, 1);
    var first = KMeansRun.of(problem).step(1).inside().step(0).inside();
    assertThat(first.step(1).frame().clustering().labels()).containsExactly(0, 1, -1, -1);
    var distance = first.step(1).inside().step(1).frame();
    assertThat(distance.clustering().labels()).containsExactly(0, -1, -1, -1);
    assertThat(((AssignmentFocus.DistanceMeasured) distance.focus()).distances())
        .containsExactly(4, 1);
  }

  @Test
  void the_chosen_label_is_the_least_of_the_distances_shown() {
    for (long seed = 0; seed < 20; seed++) {
      for (var step :
          steps(KMeansRun.of(Problems.random(seed)).step(1).inside().step(0).inside())) {
        var focus = (AssignmentFocus.PointAssigned) step.frame().focus();
        for (int j = 0; j < focus.distances().length; j++) {
          assertThat(focus.distances()[focus.label()]).isLessThanOrEqualTo(focus.distances()[j]);
        }
      }
    }
  }

  @Test
  void a_drawing_grows_by_one_centroid_a_draw() {
    var problem = Problems.drawn(new double[][] {{0}, {1}, {5}}, 3, Init.PLUS_PLUS, 3);
    var draws = steps(KMeansRun.of(problem).step(0).inside());
    assertThat(draws)
        .extracting(step -> step.frame().clustering().centroids().length)
        .containsExactly(1, 2, 3);
    assertThat(steps(draws.get(1).inside()))
        .extracting(step -> step.frame().clustering().centroids().length)
        .containsExactly(1, 1, 2);
  }

  @Test
  void an_empty_cluster_is_a_condition_and_told_as_nan() {
    var problem = Problems.manual(new double[][] {{0}, {1}}, new double[][] {{0}, {-50}});
    var iteration = KMeansRun.of(problem).step(1);
    assertThat(iteration.conditions()).contains(KMeansConditions.EMPTY_CLUSTER);
    var stays = iteration.inside().step(1).inside().step(1);
    assertThat(stays.isComposite()).isFalse();
    assertThat(stays.narration().caption()).contains("0/0 = NaN", "keeps its place at (−50)");
  }

  @Test
  void a_tie_is_told_with_its_rule() {
    var problem = Problems.manual(new double[][] {{0}, {2}, {1}}, new double[][] {{0}, {2}});
    var point = KMeansRun.of(problem).step(1).inside().step(0).inside().step(2);
    assertThat(point.conditions()).containsExactly(KMeansConditions.TIE);
    assertThat(point.narration().caption())
        .isEqualTo(
            "Centroid 1 and centroid 2 are equally near, at distance 1. A tie goes to the lower"
                + " number.");
  }

  @Test
  void running_out_of_iterations_is_a_condition_of_the_end() {
    var problem =
        new KMeansProblem(new double[][] {{0}, {2}}, new double[][] {{3}}, 1, Init.MANUAL, 1, 0, 0);
    var end = KMeansRun.of(problem).step(2);
    assertThat(end.phase()).isEqualTo("stopped");
    assertThat(end.conditions()).contains(KMeansConditions.NOT_CONVERGED);
    assertThat(end.narration().title()).isEqualTo("Stopped after 1 iteration");
  }

  @Test
  void an_iteration_tells_its_numbers() {
    // Assigned {0}, {4, 5, 9}; then {0}, {4, 5, 9} stay around 0 and 6: nothing changes.
    var problem = Problems.manual(new double[][] {{0}, {4}, {5}, {9}}, new double[][] {{0}, {3}});
    var run = KMeansRun.of(problem);
    assertThat(run.step(1).narration().caption())
        .isEqualTo(
            "All 4 points are assigned for the first time; the inertia is 41; the centroids move"
                + " by 3 in all, more than the tolerance 0.");
    assertThat(run.step(2).narration().caption())
        .isEqualTo(
            "No point changes its cluster; the inertia goes from 41 to 14; the centroids move by 0"
                + " in all, which is at most the tolerance 0.");
    assertThat(run.step(3).narration().title()).isEqualTo("Converged after 2 iterations");
  }

  @Test
  void a_distance_formula_has_its_values_filled_in() {
    var problem =
        Problems.manual(new double[][] {{8.09, 1.64}}, new double[][] {{0, 0}, {9.82, -3.8}});
    var distance = KMeansRun.of(problem).step(1).inside().step(0).inside().step(0).inside().step(1);
    assertThat(distance.narration().formulas())
        .containsExactly(
            "d_{2}=\\lVert x-\\mu_{2}\\rVert=\\sqrt{(8.09-9.82)^{2}+(1.64-(-3.80))^{2}}"
                + "=\\mathbf{5.71}");
  }

  @Test
  void an_interrupted_thread_cancels_the_run() {
    var run = KMeansRun.of(Problems.random(2));
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> run.step(1)).isInstanceOf(CancellationException.class);
    } finally {
      var _ = Thread.interrupted();
    }
    assertThat(run.step(1).phase()).isEqualTo("iteration");
  }
}
