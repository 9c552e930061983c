package dev.stepwise.shell;

import dev.stepwise.check.Starter;
import dev.stepwise.platform.AtomicFile;
import dev.stepwise.platform.FileProblem;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.shell.sharing.FilePicker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file that a learner begins with.
///
/// @param text its content; empty where there can be none
/// @param reason why there can be none
record StartedFile(String text, String reason) {
  static final FilePicker.Kind CODE = new FilePicker.Kind("Python code", ".py");

  /// The file for a problem. Computes runs.
  static StartedFile of(LoadedScenario<?, ?> loaded) {
    try {
      return new StartedFile(Starter.of(loaded), "");
    } catch (IllegalArgumentException e) {
      return new StartedFile("", String.valueOf(e.getMessage()));
    }
  }

  /// Saves it where the learner says, and tells what was done.
  ///
  /// @param exercise the id of its exercise, from which a name is proposed
  /// @return where it is; empty where it was not saved
  Optional<Path> save(FilePicker picker, ScreenHost host, String exercise) {
    if (text.isEmpty()) {
      host.announce("No file can be started here: " + reason);
      return Optional.empty();
    }
    return picker
        .file(host.window(), "Start a file", exercise.replace('-', '_') + ".py", List.of(CODE))
        .filter(file -> isWritten(file, host));
  }

  private boolean isWritten(Path file, ScreenHost host) {
    try {
      AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      host.announce("Saved: " + file + ". Write it in your editor; saving checks it.");
      return true;
    } catch (IOException e) {
      host.announce("Not saved: " + FileProblem.of(e) + ". Choose another place.");
      return false;
    }
  }
}
