package dev.stepwise.cli;

import java.nio.file.Path;
import java.util.Optional;

/// Opens the window. The command line knows no more of it.
@FunctionalInterface
public interface WindowLauncher {

  /// Opens the window and returns once it is closed.
  ///
  /// @param file the scenario or lesson to begin with; empty for the home page
  /// @throws Exception where it fails: a defect of the app
  void launch(Optional<Path> file) throws Exception;
}
