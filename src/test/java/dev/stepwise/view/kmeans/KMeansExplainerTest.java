package dev.stepwise.view.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.compute.kmeans.KMeansRun;
import dev.stepwise.compute.kmeans.SeedingFocus;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.kmeans.KMeansElement.OfCentroid;
import dev.stepwise.view.kmeans.KMeansElement.OfDistance;
import dev.stepwise.view.kmeans.KMeansElement.OfInertia;
import dev.stepwise.view.kmeans.KMeansElement.OfPoint;
import dev.stepwise.view.kmeans.KMeansElement.OfSize;
import dev.stepwise.view.kmeans.KMeansElement.OfWeight;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The numbers below were worked out by hand: points (0,0), (0,2), (6,0), (6,4), centroids starting
/// at (0,0) and (6,0).
@OneAtATime
final class KMeansExplainerTest {
  private static final KMeansProblem PROBLEM =
      new KMeansProblem(
          new double[][] {{0, 0}, {0, 2}, {6, 0}, {6, 4}},
          new double[][] {{0, 0}, {6, 0}},
          2,
          Init.MANUAL,
          10,
          0,
          1);

  private static KMeansFrame top(int index) {
    return KMeansRun.of(PROBLEM).step(index).frame();
  }

  private static Explanation explain(KMeansFrame frame, Element element) {
    var step = Step.of(frame.focus().kind(), "", frame);
    return new KMeansView().explain(step, element).orElseThrow();
  }

  @Test
  void a_points_distances_to_all_centroids_stand_in_its_table() {
    var explanation = explain(top(0), new OfPoint(3));
    var table = explanation.narration().table();
    assertThat(table.rows().get(0)).contains("1", "7.21"); // √52
    assertThat(table.rows().get(1)).contains("2", "4", "nearest");
    assertThat(table.telling()).isEqualTo(1);
    assertThat(explanation.sources()).contains(new OfCentroid(0), new OfCentroid(1));
  }

  @Test
  void a_distance_shows_its_differences_and_its_root() {
    var explanation = explain(top(0), new OfDistance(3, 0));
    assertThat(explanation.narration().formulas().getLast()).contains("\\sqrt", "7.21");
    assertThat(explanation.sources()).containsExactlyInAnyOrder(new OfPoint(3), new OfCentroid(0));
  }

  @Test
  void a_centroid_is_the_mean_of_the_points_it_lights() {
    var explanation = explain(top(1), new OfCentroid(1));
    assertThat(explanation.narration().caption()).contains("(6, 2)").contains("2 points");
    assertThat(explanation.sources()).containsExactlyInAnyOrder(new OfPoint(2), new OfPoint(3));
  }

  @Test
  void a_centroid_that_no_update_moved_says_that_it_was_placed() {
    var explanation = explain(top(0), new OfCentroid(1));
    assertThat(explanation.narration().caption()).contains("placed at (6, 0)");
    assertThat(explanation.sources()).containsExactly(new OfPoint(2));
  }

  @Test
  void a_cluster_without_points_is_not_called_empty_before_all_are_assigned() {
    var first = KMeansRun.of(PROBLEM).step(1).inside().step(0).inside().step(0).frame();
    var centroid = explain(first, new OfCentroid(1)).narration();
    assertThat(centroid.caption()).contains("placed at (6, 0)");
    assertThat(explain(first, new OfSize(1)).narration().caption()).contains("so far");
  }

  @Test
  void the_inertia_of_each_assignment_is_split_by_cluster() {
    var first = explain(top(1), new OfInertia(0)).narration();
    assertThat(first.table().rows().get(0)).containsExactly("1", "2", "4");
    assertThat(first.table().rows().get(1)).containsExactly("2", "2", "16");
    assertThat(first.formulas().getLast()).contains("4+16", "\\mathbf{20}");

    var second = explain(top(2), new OfInertia(1)).narration();
    assertThat(second.formulas().getLast()).contains("2+8", "\\mathbf{10}");
  }

  @Test
  void every_inertia_shown_is_the_one_explained() {
    var last = top(KMeansRun.of(PROBLEM).length() - 1);
    var inertias = last.clustering().inertias();
    for (int t = 0; t < inertias.size(); t++) {
      var formula = explain(last, new OfInertia(t)).narration().formulas().getLast();
      assertThat(formula).contains("\\mathbf{%.0f}".formatted(inertias.get(t)));
    }
  }

  @Test
  void the_size_of_a_cluster_lights_its_points() {
    var explanation = explain(top(1), new OfSize(0));
    assertThat(explanation.narration().caption()).contains("2 of 4 points");
    assertThat(explanation.sources()).containsExactlyInAnyOrder(new OfPoint(0), new OfPoint(1));
  }

  @Test
  void an_empty_cluster_says_what_its_mean_would_be() {
    var empty =
        new KMeansProblem(
            PROBLEM.points(), new double[][] {{3, 1}, {-90, 0}}, 2, Init.MANUAL, 10, 0, 1);
    var frame = KMeansRun.of(empty).step(1).frame();
    assertThat(explain(frame, new OfCentroid(1)).narration().caption()).contains("NaN");
  }

  @Test
  void a_weight_is_the_squared_distance_over_the_sum_of_all() {
    var problem = new KMeansProblem(PROBLEM.points(), null, 2, Init.PLUS_PLUS, 10, 0, 7);
    var draws = KMeansRun.of(problem).step(0).inside();
    var frame = draws.step(1).frame();
    var draw = Objects.requireNonNull(((SeedingFocus.Drawn) frame.focus()).draw());
    double total = 0;
    for (double weight : draw.weights()) {
      total += weight;
    }
    var formula = explain(frame, new OfWeight(3)).narration().formulas().getFirst();
    assertThat(formula).contains("\\frac{%.0f}{%.0f}".formatted(draw.weights()[3], total));
  }
}
