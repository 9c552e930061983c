package dev.stepwise.view.gradient.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.gradient.GradientProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.ArrayList;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;

@OneAtATime
class GradientExperimentsTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);

  private static GradientProblem problem(Map<String, ?> parameters) {
    return new GradientExercise().problem(Given.nothing().withParameters(parameters));
  }

  private static Experiment named(String id, GradientProblem problem) {
    return GradientExperiments.experiments(problem).stream()
        .filter(experiment -> experiment.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Finding found(String id, GradientProblem problem) {
    var told = new ArrayList<Double>();
    var finding = named(id, problem).computation().compute(told::add);
    assertThat(told).isSorted().allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
    Fx.run(() -> {
      var surface = new CanvasSurface(new Canvas(400, 240).getGraphicsContext2D());
      finding
          .pictures()
          .forEach(picture -> picture.drawing().draw(surface, new Box(0, 0, 400, 240), LOOK));
    });
    return finding;
  }

  @Test
  void of_many_rates_the_best_is_told_and_where_the_cliff_is() {
    var line = problem(Map.of("model", "linear-regression", "epochs", 20L));
    var finding = found("rates", line);
    assertThat(finding.conclusion()).contains("leaves the least loss").contains("it diverges.");
    assertThat(finding.numbers()).contains("diverged");
  }

  @Test
  void the_noise_of_a_batch_follows_the_root_of_its_size() {
    var finding = found("batch-noise", problem(Map.of("hidden_size", 4L)));
    var sizes = finding.numbers().lines().toList();
    double first = number(sizes.getFirst());
    double fourth = number(sizes.get(2));
    assertThat(first / fourth).isBetween(1.6, 2.5);
  }

  private static double number(String line) {
    return Double.parseDouble(line.replaceAll(".*noise ", ""));
  }

  @Test
  void the_check_finds_backpropagation_right_and_the_sum_wrong() {
    assertThat(found("gradient-check", problem(Map.of())).conclusion())
        .endsWith("backpropagation is right.");
    assertThat(found("gradient-check", problem(Map.of("gradient", "sum-beside-mean"))).conclusion())
        .endsWith("backpropagation is wrong here.");
  }

  @Test
  void a_probe_has_the_experiment_on_starts_alone() {
    var probe = problem(Map.of("model", "variance-probe"));
    assertThat(GradientExperiments.experiments(probe)).hasSize(1);
    assertThat(found("starts", probe).pictures()).hasSize(2);
  }
}
