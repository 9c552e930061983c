package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.compare.Both;
import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.run.Step;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.StageNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// Two runs beside each other in the window.
@OneAtATime
class CompareWindowTest {
  private final FxRobot robot = new FxRobot();
  private TestWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = TestWindow.show(1280, 800, TestWindow.still(UnaryOperator.identity()));
    window.openKMeans("bad-start", "1");
    compareStarts();
  }

  /// The headless screen shows no menus; their items do the same.
  private void compareStarts() {
    window.run(() ->
        window.find("#compare", MenuButton.class).getItems().stream()
            .filter(item -> item.getText().equals("Start"))
            .flatMap(item -> ((Menu) item).getItems().stream())
            .filter(item -> item.getText().equals("k-means++"))
            .findFirst()
            .orElseThrow()
            .fire());
    window.waitUntil(() -> window.find("#differs-in") != null);
    window.waitForCounter("step 1 of 9");
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Both<?> shown() {
    return TestWindow.onFx(() -> {
      StageNode<?, ?> stage = window.find("#stage", StageNode.class);
      Optional<? extends Step<?>> step = stage.model().step();
      return (Both<?>) step.orElseThrow().frame();
    });
  }

  @Test
  void both_runs_step_together_and_the_shorter_one_waits() {
    robot.type(KeyCode.END);
    window.waitForCounter("step 9 of 9");
    assertThat(shown().step(Side.FIRST).crumb()).isEqualTo("Converged");
    robot.type(KeyCode.LEFT);
    window.waitForCounter("step 8 of 9");
    assertThat(shown().waits(Side.FIRST)).isTrue();
    assertThat(shown().step(Side.SECOND).crumb()).isEqualTo("Iteration 7");
    assertThat(window.failures).isEmpty();
  }

  @Test
  void a_key_leads_to_the_first_number_that_differs() {
    window.waitUntil(() -> window.find("#first-difference").isVisible());
    assertThat(window.text("#first-difference"))
        .startsWith("first difference: Initialise › Draw 2");
    robot.type(KeyCode.N);
    window.waitUntil(() -> shown().paths().first().equals(List.of(0, 1, 0)));
  }

  @Test
  void what_differs_can_be_changed_for_each_run_and_in_another_setting() {
    @SuppressWarnings("unchecked")
    ComboBox<String> second = window.find("#second-init", ComboBox.class);
    window.run(() -> second.setValue("random"));
    window.waitUntil(() -> shown().named().subject().isEmpty());
    window.run(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<Object> subject = window.find("#differs-in", ComboBox.class);
      subject.setValue(
          subject.getItems().stream()
              .filter(field -> field.toString().contains("seed"))
              .findFirst()
              .orElseThrow());
    });
    window.waitUntil(() -> shown().named().subject().equals("Seed"));
    assertThat(window.failures).isEmpty();
  }

  @Test
  void leaving_shows_the_run_as_it_was() {
    robot.type(KeyCode.C);
    window.waitUntil(() -> window.find("#differs-in") == null);
    window.waitForCounter("step 1 of 8");
    assertThat(window.find("#predict").isVisible()).isTrue();
  }
}
