package dev.stepwise.cli;

import dev.stepwise.scenario.Scenario;
import java.util.Optional;

/// Opens the window. The command line knows no more of it.
@FunctionalInterface
public interface WindowLauncher {

  /// Opens the window and returns once it is closed.
  ///
  /// @param scenario what to begin with; empty for the home page
  /// @throws Exception where it fails: a defect of the app
  void launch(Optional<Scenario> scenario) throws Exception;
}
