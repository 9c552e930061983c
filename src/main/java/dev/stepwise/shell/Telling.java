package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.panel.Pace;
import java.util.Optional;

/// What is said of a step beside the stage, in the panel and when presenting. While somebody drags
/// through the steps, what takes long to set waits until the dragging pauses or ends.
final class Telling<F extends Frame> {
  private static final long CALM = 150_000_000L;

  private final SidePanel panel;
  private final PresentView present;
  private Pace pace = Pace.AT_REST;
  private Optional<Step<F>> passed = Optional.empty();
  private long now;
  private long passedAt;

  Telling(SidePanel panel, PresentView present) {
    this.panel = panel;
    this.present = present;
  }

  /// Steps are passed from here on.
  void pass() {
    pace = Pace.IN_PASSING;
  }

  /// The dragging has ended.
  void end() {
    pace = Pace.AT_REST;
    catchUp();
  }

  /// Another step is shown.
  void show(Step<F> step) {
    panel.show(step, pace);
    present.show(step, pace);
    passed = pace == Pace.IN_PASSING ? Optional.of(step) : Optional.empty();
    passedAt = now;
  }

  /// Called once a frame.
  void pulse(long time) {
    now = time;
    if (passed.isPresent() && now - passedAt > CALM) {
      catchUp();
    }
  }

  private void catchUp() {
    passed.ifPresent(step -> {
      panel.show(step, Pace.AT_REST);
      present.show(step, Pace.AT_REST);
    });
    passed = Optional.empty();
  }
}
