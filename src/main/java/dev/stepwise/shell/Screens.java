package dev.stepwise.shell;

import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.session.Workers;
import javafx.application.Platform;

/// Makes the screens of exercises.
record Screens(AppWindow.Setup setup, Appearance appearance, ScreenHost host) {

  /// A screen of one run.
  <P, F extends Frame> ExerciseScreen<P, F> alone(Registry.Ready<P, F> entry) {
    return screen(entry, new Alone<>(entry.view().exercise(), host::compare));
  }

  /// A screen of two runs.
  <P, F extends Frame> ExerciseScreen<?, ?> comparing(Registry.Ready<P, F> entry) {
    var compared = new Compared<>(entry.view().exercise());
    return screen(
        Registry.comparing(entry), new Comparing<>(compared, host::announce, host::compareNoMore));
  }

  private <P, F extends Frame> ExerciseScreen<P, F> screen(
      Registry.Ready<P, F> entry, Purpose<P, F> purpose) {
    return new ExerciseScreen<>(
        entry,
        purpose,
        setup.settings(),
        appearance,
        setup.formulas(),
        setup.journal(),
        Workers.named(entry.card().id(), Platform::runLater),
        setup.ticker(),
        setup.picker(),
        host);
  }
}
