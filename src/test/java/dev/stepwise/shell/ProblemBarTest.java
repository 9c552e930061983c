package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.session.Offer;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.StageEditor;
import dev.stepwise.view.StageOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

@OneAtATime
class ProblemBarTest {
  private static final ProblemBar.Actions NONE =
      new ProblemBar.Actions() {
        @Override
        public void open(Offer preset) {}

        @Override
        public void change(String parameter, Object value) {}

        @Override
        public void use(Optional<StageEditor.Tool> tool) {}

        @Override
        public boolean perform(Command command) {
          return false;
        }

        @Override
        public void choose(StageOption option, String choice) {}

        @Override
        public void reset() {}

        @Override
        public void toggleLab() {}

        @Override
        public void togglePanel() {}
      };

  private final ProblemBar bar =
      Fx.call(() -> {
        var made =
            new ProblemBar(
                new ProblemBar.Parts(
                    new KMeansExercise().schema(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    ProblemBar.LabOffer.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                NONE);
        new Scene(new StackPane(made.node(), made.notice()), 700, 200);
        made.showPreset(
            Offer.own(1, "own points", "Your own data.", Given::nothing, Optional.empty()));
        return made;
      });

  private boolean says() {
    return bar.notice().isVisible();
  }

  private void press(KeyCode key) {
    Fx.call(() -> {
      var pressed = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
      bar.node().lookup("#setting-k").fireEvent(pressed);
      return true;
    });
  }

  @Test
  void a_message_takes_no_height_from_the_stage() {
    double before = Fx.call(() -> height());
    Fx.call(() -> {
      bar.showMessage("That cannot be run.");
      return true;
    });
    assertThat(Fx.call(() -> height())).isEqualTo(before);
  }

  private double height() {
    bar.node().applyCss();
    bar.node().layout();
    return bar.node().prefHeight(700);
  }

  @Test
  void a_reason_without_a_subject_gets_the_name_of_its_place() {
    assertThat(refusal("/inputs/W_f/0", "has 4 numbers"))
        .isEqualTo("That cannot be run: W_f[0] has 4 numbers; give 2.");
    assertThat(refusal("/parameters/num_heads", "d_model 32 is not divisible by 5 heads"))
        .isEqualTo("That cannot be run: d_model 32 is not divisible by 5 heads; give 2.");
  }

  private String refusal(String place, String problem) {
    return Fx.call(() -> {
      bar.showRefusal(new InvalidInput(place, problem, "give 2"));
      return ((Label) bar.notice()).getText();
    });
  }

  /// The value that was refused is gone from the field, so typing the old one changes nothing: it
  /// is the typing that takes the message away.
  @Test
  void a_message_goes_with_the_next_key_in_a_setting() {
    Fx.call(() -> {
      bar.showMessage("That cannot be run.");
      return true;
    });
    assertThat(says()).isTrue();
    press(KeyCode.ENTER);
    assertThat(says()).isTrue();
    press(KeyCode.DIGIT4);
    assertThat(says()).isFalse();
  }

  @Test
  void a_setting_that_makes_no_difference_rests() {
    assertThat(rests(Map.of())).isFalse();
    assertThat(rests(Map.of("k", "It is given by the centroids."))).isTrue();
    assertThat(rests(Map.of())).isFalse();
  }

  private boolean rests(Map<String, String> reasons) {
    return Fx.call(() -> {
      bar.show(Given.nothing(), reasons);
      return bar.node().lookup("#setting-k").isDisabled();
    });
  }
}
