package dev.stepwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.formula.Formulas;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.kmeans.KMeansView;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

@OneAtATime
class StageNodeTest {

  /// Where a problem is opened at a step, two steps come within one frame: the second moves no
  /// more, but it is what must be seen.
  @Test
  void of_two_steps_within_a_frame_the_second_is_painted() throws Exception {
    var view = new KMeansView();
    var problem =
        view.exercise()
            .problem(Given.nothing().withParameters(Map.of("k", 3L, "init", "random", "seed", 5L)));
    var run = view.exercise().run(problem);
    var stage =
        Fx.call(() -> {
          var made =
              new StageNode<>(
                  new StageModel<>(view),
                  new Formulas(),
                  new Look(Palette.LIGHT, 1, Look.Density.WINDOW));
          made.model().setProblem(problem);
          made.model().show(run.step(0));
          made.setMotion(Duration.ofMillis(200));
          var root = new StackPane(made);
          Fx.scene(root, 600, 400, Palette.LIGHT);
          root.applyCss();
          root.layout();
          return made;
        });
    var before = Fx.call(stage::hits);
    Fx.run(() -> {
      stage.model().show(run.step(1));
      stage.model().show(run.step(2));
    });
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Fx.call(stage::hits) != before);
    assertThat(Fx.call(() -> stage.hits().all())).isNotEmpty();
  }
}
