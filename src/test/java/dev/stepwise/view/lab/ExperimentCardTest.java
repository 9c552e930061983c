package dev.stepwise.view.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.job.Background;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.ManualWorker;
import dev.stepwise.testing.OneAtATime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OneAtATime
class ExperimentCardTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);

  private final ManualWorker worker = new ManualWorker();
  private final List<String> drawn = new ArrayList<>();
  private Experiment.Computation computation = this::finding;
  private StackPane root;
  private ExperimentCard card;

  @BeforeEach
  void open() {
    var experiment = new Experiment("try", "A try", "Look.", "Axes.", p -> computation.compute(p));
    card =
        Fx.call(() -> new ExperimentCard(experiment, LOOK, new Background(worker, Runnable::run)));
    root = Fx.shown(500, 600, () -> new StackPane(card));
  }

  @AfterEach
  void close() {
    Fx.run(() -> root.getScene().getWindow().hide());
  }

  @Test
  void the_size_of_its_letters_is_written_alike_in_every_language() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      var experiment = new Experiment("try", "A try", "Look.", "Axes.", this::finding);
      var style =
          Fx.call(
              () -> new ExperimentCard(experiment, LOOK, Background.threadNamed("x")).getStyle());
      assertThat(style).matches("-fx-font-size: \\d+\\.\\dpx;");
    } finally {
      Locale.setDefault(before);
    }
  }

  private Finding finding(DoubleConsumer progress) {
    progress.accept(0.25);
    return new Finding(
        List.of(picture("Linear"), picture("Logarithmic")), "It came to 42.", "x = 1   42");
  }

  private Finding.Picture picture(String name) {
    return new Finding.Picture(
        name,
        (surface, area, look) -> {
          drawn.add(name);
          surface.rectangle(new Box(0, 0, 10, 10), 0, Ink.filled(look.palette().accent()));
        });
  }

  @Test
  void running_shows_the_picture_the_conclusion_and_the_numbers_as_text() {
    Fx.run(() -> {
      button("#try-run").fire();
      worker.runAll();
      root.layout();
      assertThat(label("#try-conclusion").getText()).isEqualTo("It came to 42.");
      assertThat(label("#try-conclusion").isVisible()).isTrue();
      assertThat(drawn).contains("Linear");
      assertThat(card.lookup("#try-drawing").getAccessibleText())
          .contains("It came to 42.", "x = 1   42");
    });
  }

  @Test
  void the_numbers_are_shown_on_request() {
    Fx.run(() -> {
      button("#try-run").fire();
      worker.runAll();
      var numbers = label(".experiment-numbers");
      assertThat(numbers.isVisible()).isFalse();
      ((ToggleButton) card.lookup("#try-numbers")).fire();
      assertThat(numbers.isVisible()).isTrue();
      assertThat(numbers.getText()).isEqualTo("x = 1   42");
    });
  }

  @Test
  void switching_draws_the_other_picture() {
    Fx.run(() -> {
      button("#try-run").fire();
      worker.runAll();
      root.applyCss();
      root.layout();
      drawn.clear();
      card.lookupAll(".toggle-button").stream()
          .map(ToggleButton.class::cast)
          .filter(toggle -> toggle.getText().equals("Logarithmic"))
          .forEach(ToggleButton::fire);
      root.layout();
      assertThat(drawn).containsOnly("Logarithmic");
    });
  }

  @Test
  void cancelling_says_so_and_the_experiment_can_run_again() {
    Fx.run(() -> {
      button("#try-run").fire();
      assertThat(card.running()).isTrue();
      button("#try-cancel").fire();
      worker.runAll();
      assertThat(card.running()).isFalse();
      assertThat(label(".experiment-empty").getText()).isEqualTo("Cancelled");
      assertThat(label("#try-conclusion").isVisible()).isFalse();
      button("#try-run").fire();
      worker.runAll();
      assertThat(label("#try-conclusion").isVisible()).isTrue();
    });
  }

  @Test
  void leaving_the_scene_stops_the_run() {
    Fx.run(() -> {
      card.run();
      root.getChildren().clear();
      assertThat(card.running()).isFalse();
    });
  }

  @Test
  void closing_the_window_stops_the_run() {
    Fx.run(() -> {
      card.run();
      root.getScene().getWindow().hide();
      assertThat(card.running()).isFalse();
    });
  }

  @Test
  void a_failure_is_said_and_the_experiment_can_run_again() {
    Fx.run(() -> {
      computation =
          _ -> {
            throw new IllegalStateException("the numbers ran out");
          };
      card.run();
      worker.runAll();
      assertThat(label(".experiment-empty").getText()).contains("the numbers ran out");
      computation = this::finding;
      button("#try-run").fire();
      worker.runAll();
      assertThat(label("#try-conclusion").isVisible()).isTrue();
    });
  }

  @Test
  void the_keyboard_focus_goes_from_run_to_cancel_and_back() {
    Fx.run(() -> {
      button("#try-run").requestFocus();
      button("#try-run").fire();
      assertThat(button("#try-cancel").isFocused()).isTrue();
      worker.runAll();
      assertThat(button("#try-run").isFocused()).isTrue();
    });
  }

  @Test
  void every_button_and_the_picture_have_accessible_texts() {
    Fx.run(() -> {
      button("#try-run").fire();
      worker.runAll();
      root.applyCss();
      root.layout();
      Set<Node> buttons =
          card.lookupAll("*").stream()
              .filter(ButtonBase.class::isInstance)
              .collect(Collectors.toSet());
      assertThat(buttons).hasSizeGreaterThanOrEqualTo(4);
      assertThat(buttons).allSatisfy(node -> assertThat(node.getAccessibleText()).isNotBlank());
    });
  }

  private Button button(String selector) {
    return (Button) card.lookup(selector);
  }

  private Label label(String selector) {
    return (Label) card.lookup(selector);
  }
}
