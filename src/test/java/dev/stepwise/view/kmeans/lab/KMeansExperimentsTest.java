package dev.stepwise.view.kmeans.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.job.Background;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.ManualWorker;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.lab.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OneAtATime
class KMeansExperimentsTest {
  /// Two pairs, ten apart; the points of a pair are two apart.
  private static final double[][] PAIRS = {{0, 0}, {0, 2}, {10, 0}, {10, 2}};

  private static KMeansProblem problem(double[][] points, int k) {
    return new KMeansProblem(points, null, k, KMeansProblem.Init.PLUS_PLUS, 100, 1e-4, 42);
  }

  static double[][] blobs(int n) {
    var random = new Random(5);
    var points = new double[n][];
    for (int i = 0; i < n; i++) {
      points[i] =
          new double[] {8 * (i % 3) + random.nextGaussian(), 6 * (i % 2) + random.nextGaussian()};
    }
    return points;
  }

  private static Finding finding(String id, KMeansProblem problem) {
    return KMeansExperiments.experiments(problem).stream()
        .filter(experiment -> experiment.id().equals(id))
        .findFirst()
        .orElseThrow()
        .computation()
        .compute(_ -> {});
  }

  /// With ordinary spaces.
  private static String spaced(String text) {
    return text.replace('\u00A0', ' ');
  }

  @Test
  void the_elbow_tells_what_the_current_k_leaves_and_what_one_more_would_take() {
    // All together: 4 · (5² + 1²) = 104; in pairs: 4 · 1² = 4; one pair split: 2.
    var finding = finding("elbow", problem(PAIRS, 2));
    assertThat(spaced(finding.conclusion()))
        .isEqualTo(
            "The current k = 2 leaves an inertia of 4, 96 % less than k = 1; k = 3 would take away"
                + " another 50 %.");
    assertThat(finding.numbers().lines())
        .containsExactly(
            "k =  1   inertia 104",
            "k =  2   inertia 4",
            "k =  3   inertia 2",
            "k =  4   inertia 0");
  }

  @Test
  void the_elbow_can_be_seen_on_a_linear_and_on_a_logarithmic_axis() {
    assertThat(finding("elbow", problem(PAIRS, 2)).pictures())
        .extracting(Finding.Picture::name)
        .containsExactly("Linear", "Logarithmic");
  }

  @Test
  void the_silhouette_names_the_best_k() {
    // a = 2, b = (10 + √104) / 2 = 10.099, (b − a) / b = 0.802 for every point.
    var finding = finding("silhouette", problem(PAIRS, 3));
    assertThat(spaced(finding.conclusion()))
        .startsWith("The mean silhouette is highest at k = 2: 0.80.")
        .contains("The current k = 3 has ");
  }

  @Test
  void the_end_of_the_chart_is_not_taken_for_a_peak() {
    var pairs = new double[24][];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = new double[] {100.0 * Math.floorDiv(i, 2), i % 2};
    }
    assertThat(spaced(finding("silhouette", problem(pairs, 2)).conclusion()))
        .contains("highest at k = 10: ")
        .contains("That is the end of the chart, not a peak: a greater k may be higher.");
    assertThat(spaced(finding("silhouette", problem(PAIRS, 2)).conclusion()))
        .doesNotContain("end of the chart");
    assertThat(spaced(finding("elbow", problem(pairs, 10)).conclusion()))
        .endsWith("; the chart ends there, and so says nothing of a greater k.");
  }

  @Test
  void a_silhouette_of_many_points_says_that_it_is_sampled() {
    var axes = KMeansExperiments.experiments(problem(blobs(1001), 3)).get(1).axes();
    assertThat(axes).contains("a random sample of 1,000 of the 1,001 points");
    assertThat(KMeansExperiments.experiments(problem(PAIRS, 2)).get(1).axes())
        .doesNotContain("sample");
  }

  @Test
  void restarts_tell_how_often_each_start_reached_the_best() {
    // Two starts in one pair end with the rows as clusters: 4 · 5² = 100.
    var finding = finding("restarts", problem(PAIRS, 2));
    assertThat(spaced(finding.conclusion()))
        .startsWith("The best inertia found is 4.")
        .contains("of 50 random starts")
        .endsWith("The worst random start ended at 100, 25 times the best.");
    var random = finding.numbers().lines().skip(1).findFirst().orElseThrow();
    assertThat(random.replace("random:", "").strip().split("\\s+")).hasSize(50).contains("100");
  }

  @Test
  void iterations_are_counted_on_growing_samples() {
    var finding = finding("iterations", problem(blobs(100), 3));
    assertThat(spaced(finding.conclusion())).startsWith("From 8 to 100 points the mean goes from ");
    assertThat(finding.numbers().lines())
        .extracting(line -> line.substring(0, 11))
        .containsExactly("n =       8", "n =      16", "n =      32", "n =      64", "n =     100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"elbow", "silhouette", "restarts", "iterations"})
  void one_point_and_equal_points_have_findings_that_can_be_drawn(String id) {
    var equal = new double[][] {{1, 1}, {1, 1}, {1, 1}};
    for (var problem : List.of(problem(new double[][] {{3, 4}}, 1), problem(equal, 2))) {
      var finding = finding(id, problem);
      assertThat(spaced(finding.conclusion())).isNotBlank().doesNotContain("NaN");
      finding.pictures().forEach(picture -> Fx.run(() -> TestCanvas.draw(picture.drawing())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"elbow", "silhouette", "restarts", "iterations"})
  void progress_rises_to_one(String id) {
    var told = new ArrayList<Double>();
    KMeansExperiments.experiments(problem(PAIRS, 2)).stream()
        .filter(experiment -> experiment.id().equals(id))
        .forEach(experiment -> experiment.computation().compute(told::add));
    assertThat(told).isSorted().endsWith(1.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "large", "narrow"})
  void the_lab_fits_into_its_window_in_every_look(String setting) {
    var palette = setting.equals("dark") ? Palette.DARK : Palette.LIGHT;
    var look = new Look(palette, setting.equals("large") ? 1.5 : 1, Look.Density.WINDOW);
    int width = setting.equals("narrow") ? 480 : 1000;
    var worker = new ManualWorker();
    Fx.run(() -> {
      var lab = new KMeansExperiments(new Background(worker, Runnable::run));
      var node = (Parent) lab.open(problem(blobs(300), 4), look);
      Scene scene = Fx.scene(node, width, 1300, palette);
      node.applyCss();
      node.layout();
      for (var id : List.of("elbow", "silhouette", "restarts")) {
        ((Button) node.lookup("#" + id + "-run")).fire();
        worker.runAll();
      }
      ((Button) node.lookup("#iterations-run")).fire();
      if (setting.equals("dark")) {
        worker.runAll();
      }
      Fx.picture("lab-" + setting, scene);
      Fx.assertNothingCutOff(node);
    });
  }
}
