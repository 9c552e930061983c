package dev.stepwise.view.cosine.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.job.Background;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.ManualWorker;
import dev.stepwise.view.cosine.lab.RecallBySpeed.Dials;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.ArrayList;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Slider;
import org.junit.jupiter.api.Test;

class CosineExperimentsTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);

  private static CosineProblem problem() {
    return new CosineExercise().problem(Given.nothing());
  }

  private static void draws(Finding finding) {
    Fx.run(() -> {
      var canvas = new Canvas(400, 240);
      for (var picture : finding.pictures()) {
        picture
            .drawing()
            .draw(new CanvasSurface(canvas.getGraphicsContext2D()), new Box(0, 0, 400, 240), LOOK);
      }
    });
  }

  @Test
  void recall_and_speed_are_told_for_the_chosen_graph() {
    var told = new ArrayList<Double>();
    var experiment = new RecallBySpeed(() -> new Dials(1_000, 8, 33)).experiment();
    var finding = experiment.computation().compute(told::add);
    assertThat(finding.conclusion()).startsWith("With 1,000 vectors, M = 8 and ef = 33 the graph");
    assertThat(finding.numbers().lines()).anyMatch(line -> line.startsWith("ef  33"));
    assertThat(told).isSorted().endsWith(1.0);
    draws(finding);
  }

  @Test
  void float32_agrees_in_seven_digits_and_ranks_the_same() {
    var finding = Experiments.named("precision", problem()).computation().compute(_ -> {});
    assertThat(finding.conclusion()).contains("the best 5 are the same");
    double worst = Double.parseDouble(worst(finding).replace('−', '-'));
    assertThat(worst).isPositive().isLessThan(1e-6);
    draws(finding);
  }

  private static String worst(Finding finding) {
    return finding.numbers().lines().findFirst().orElseThrow().replaceAll(".* ", "");
  }

  @Test
  void the_sliders_have_names_and_a_drag_runs_again_only_after_a_run() {
    var worker = new ManualWorker();
    Fx.run(() -> {
      var lab =
          (Parent)
              new CosineExperiments(new Background(worker, Runnable::run)).open(problem(), LOOK);
      new javafx.scene.Scene(lab, 900, 900);
      lab.applyCss();
      lab.layout();
      for (int row = 0; row < 3; row++) {
        var slider = (Slider) lab.lookup("#recall-" + row);
        assertThat(slider.getAccessibleText()).isNotBlank();
        slider.setValue(slider.getMin());
      }
    });
  }

  private static final class Experiments {
    static Experiment named(String id, CosineProblem problem) {
      return CosineExperiments.experiments(problem).stream()
          .filter(experiment -> experiment.id().equals(id))
          .findFirst()
          .orElseThrow();
    }
  }
}
