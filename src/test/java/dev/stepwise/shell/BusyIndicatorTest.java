package dev.stepwise.shell;

import static dev.stepwise.shell.BusyIndicator.Work.BUSY;
import static dev.stepwise.shell.BusyIndicator.Work.IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

@OneAtATime
class BusyIndicatorTest {
  private static final long MILLIS = 1_000_000;

  private final BusyIndicator busy = Fx.call(() -> new BusyIndicator(() -> {}));

  private boolean shownAt(long millis, BusyIndicator.Work work) {
    return Fx.call(() -> {
      busy.pulse(millis * MILLIS, work);
      return busy.node().isVisible();
    });
  }

  @Test
  void a_step_that_takes_long_is_waited_for() {
    assertThat(shownAt(0, BUSY)).isFalse();
    assertThat(shownAt(199, BUSY)).isFalse();
    assertThat(shownAt(200, BUSY)).isTrue();
    assertThat(shownAt(216, IDLE)).isFalse();
  }

  @Test
  void steps_that_arrive_one_after_the_other_are_not_waited_for() {
    for (int frame = 0; frame < 100; frame++) {
      assertThat(shownAt(16L * frame, BUSY)).isFalse();
      busy.arrived();
    }
  }

  @Test
  void it_takes_no_height() {
    var row =
        Fx.call(() -> {
          var made = new HBox(new Label("Epoch 1"), busy.node());
          new Scene(made);
          made.applyCss();
          return made;
        });
    double before = Fx.call(() -> row.prefHeight(-1));
    assertThat(shownAt(0, BUSY)).isFalse();
    assertThat(shownAt(300, BUSY)).isTrue();
    assertThat(Fx.call(() -> row.prefHeight(-1))).isEqualTo(before);
  }
}
